"""Settings that keep comments, hold only what differs, and heal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from massage_guide.domain.settings import Settings, TextSize, Theme
from massage_guide.domain.talk import Talk
from massage_guide.files.atomic import CannotSaveError
from massage_guide.files.settings_file import SettingsFile

TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.toml"


def test_without_a_file_all_is_as_usual(path: Path) -> None:
    assert SettingsFile(path).read(TODAY).settings == Settings()
    assert not path.exists()


def test_what_is_chosen_comes_back(path: Path) -> None:
    chosen = Settings(
        Theme.EVENING, TextSize.LARGE, left_handed=True, baby="b-1", baby_tone=10, hair=False
    )

    SettingsFile(path).write(chosen)

    assert SettingsFile(path).read(TODAY).settings == chosen
    assert SettingsFile(path).read(TODAY).told == ()


def test_how_it_sounds_comes_back_and_no_volume_is_beyond_its_end(path: Path) -> None:
    chosen = Settings(
        voice="af_heart",
        talk=Talk.NAMES,
        bed="rain",
        own_music="/home/me/süß",
        voice_volume=0,
        bed_volume=100,
        night_volume=True,
        muted=True,
        sound_offset_ms=-100,
        output_device="Kitchen",
        longest_silence=45,
    )
    SettingsFile(path).write(chosen)
    assert SettingsFile(path).read(TODAY).settings == chosen

    path.write_text('voice_volume = 101\nsound_offset_ms = 501\ntalk = "much"\nmuted = 1\n')
    read = SettingsFile(path).read(TODAY)
    assert read.settings == Settings()
    assert "talk, voice volume, muted, sound offset ms" in read.told[0]


def test_only_what_differs_is_written(path: Path) -> None:
    file = SettingsFile(path)
    file.write(Settings(left_handed=True, country="UK"))
    file.write(Settings(country="UK"))

    text = path.read_text()

    assert 'country = "UK"' in text and "left_handed" not in text and "theme" not in text


def test_comments_and_strange_keys_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('# mine\ntheme = "light" # bright\nx-other = 3\n')

    SettingsFile(path).write(Settings(theme=Theme.PROJECTOR))

    text = path.read_text()
    assert "# mine" in text and "# bright" in text and "x-other = 3" in text
    assert SettingsFile(path).read(TODAY).settings.theme is Theme.PROJECTOR


def test_a_wrong_value_is_as_usual_and_said_so(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('theme = "mauve"\nleft_handed = "yes"\nhand_tone = 11\ncountry = "IE"\n')

    read = SettingsFile(path).read(TODAY)

    assert read.settings == Settings(country="IE")
    assert read.told == (
        "Not understood in your settings, so as usual: theme, left handed, hand tone.",
    )
    # the next save heals the file, so it is said once
    SettingsFile(path).write(read.settings)
    assert SettingsFile(path).read(TODAY).told == ()


@pytest.mark.parametrize("content", [b"theme = = 3", b"\xff\xfe\x00", b"x = " + b"[" * 3000])
def test_a_broken_file_is_set_aside_under_a_dated_name(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    read = SettingsFile(path).read(TODAY)

    aside = path.with_name("settings.broken-2026-11-22.toml")
    assert read.settings == Settings()
    assert aside.read_bytes() == content and not path.exists()
    assert aside.name in read.told[0]


def test_two_broken_files_on_one_day_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for _ in range(2):
        path.write_text("= broken")
        SettingsFile(path).read(TODAY)

    assert len(list(path.parent.glob("settings.broken-*"))) == 2


def test_a_file_that_cannot_be_saved_says_so_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    with pytest.raises(CannotSaveError, match=r"could not be saved: .+\.$"):
        SettingsFile(blocked / "settings.toml").write(Settings(left_handed=True))


def test_times_that_were_written_wrongly_by_hand_cost_only_themselves(path: Path) -> None:
    chosen = Settings(times_aside=("tuesday evening",), times_begin=("evening 19:00",))
    SettingsFile(path).write(chosen)
    assert SettingsFile(path).read(TODAY).settings == chosen

    path.write_text('times_aside = ["tuesday evening", "someday", 3]\ntimes_begin = "noon"\n')
    read = SettingsFile(path).read(TODAY)
    assert read.settings == Settings(times_aside=("tuesday evening",))
    assert "times aside, times begin" in read.told[0]
