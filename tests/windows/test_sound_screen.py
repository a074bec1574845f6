"""The Sound page of Settings: what is chosen is heard at once, and holds after a new start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from massage_guide.domain.settings import Settings
from massage_guide.domain.talk import Talk
from massage_guide.domain.tapping import EVERY, TAPS
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.playback.aside import AtOnce
from tests.doubles_sound import Tape, Teller
from tests.parent import Key, Parent, Starting


@pytest.fixture
def parent(at_home: Starting, monkeypatch: pytest.MonkeyPatch) -> Parent:
    monkeypatch.setattr("massage_guide.playback.devices.device_names", lambda: ("Speakers",))
    parent = at_home()
    parent.program.steward.open_settings()
    parent.click("Sound")
    assert parent.screen == "sound"
    return parent


@pytest.fixture
def teller(parent: Parent) -> Teller:
    teller = Teller()
    parent.program.sound.open(Tape, teller, AtOnce())
    return teller


def worn(parent: Parent) -> Settings:
    return parent.program.sound.settings


def said(parent: Parent) -> tuple[str, ...]:
    return parent.program.screens.sound_screen.sentences


def test_each_choice_is_worn_at_once_and_kept(
    parent: Parent, teller: Teller, at_home: Starting
) -> None:
    parent.click("American woman")
    assert teller.name == "af_heart" and len(teller.said) == 1
    parent.click("Names only")
    parent.click("Rain")
    page = parent.program.screens.sound_screen
    for row, presses in ((page.voice_volume, 3), (page.chime_volume, 1), (page.bed_volume, 7)):
        for _ in range(presses):
            parent.wait(0.6)
            row.findChildren(QAbstractButton)[0].click()
    for way in ("Softer, for the night", "A kind word after a long silence", "No sound at all (M)"):
        parent.click(way)
    wanted = Settings(
        welcome_seen=True,
        voice="af_heart",
        talk=Talk.NAMES,
        bed="rain",
        voice_volume=70,
        chime_volume=70,
        bed_volume=0,
        night_volume=True,
        muted=True,
        longest_silence=30,
    )
    assert worn(parent) == wanted
    parent.close()

    again = at_home(parent.folder)
    assert worn(again) == wanted
    page = again.program.screens.sound_screen
    assert page.voice.chosen() == ("af_heart",) and page.bed.chosen() == ("rain",)
    assert page.talk.chosen() == (Talk.NAMES,) and len(page.ways.chosen()) == 3
    assert page.bed_volume.volume == 0


def test_there_is_something_to_hear_of_each(parent: Parent, teller: Teller) -> None:
    tape = parent.program.sound._engine.output  # type: ignore[union-attr]
    assert isinstance(tape, Tape)

    def loud() -> float:
        before = len(tape.heard())
        parent.wait(2)
        return float(abs(tape.heard()[before:]).max())

    page = parent.program.screens.sound_screen
    for hear in (page.voice_volume.hear, page.chime_volume.hear):
        assert loud() < 0.01
        QTest.mouseClick(hear, Qt.MouseButton.LeftButton)
        assert loud() > 0.05
        parent.wait(12)
    assert not page.bed_volume.hear.isEnabled()
    for bed in ("Soft chords", "Music box", "Far waterfall", "Before birth, with a heartbeat"):
        parent.click(bed)
        assert loud() > 0.005, bed
        parent.wait(12)
        assert loud() < 0.001, bed


@pytest.mark.parametrize("names", [(), ("Speakers",), ("Speakers", "Headset", "Screen")])
def test_devices_are_offered_and_one_that_is_gone_is_told(
    parent: Parent, names: tuple[str, ...]
) -> None:
    page = parent.program.screens.sound_screen
    page.show_devices(names)
    offered = [button.text() for button in parent.buttons()]
    assert [one for one in offered if one in names] == list(names)
    assert worn(parent).output_device == ""
    for name in names[-1:]:
        parent.wait(0.6)
        page.device.chip(name).click()
        assert worn(parent).output_device == name and not said(parent)
        page.show_devices(())
        assert said(parent) == (f"{name} is not here just now, so this computer chooses.",)
        page.show_devices(names)
        assert not said(parent) and page.device.chosen() == (name,)
        page.show_devices(())
        page.device.chip("").click()
        assert worn(parent).output_device == "" and not said(parent)


def test_music_that_cannot_be_played_is_told_in_one_sentence(
    parent: Parent, qtbot: QtBot, tmp_path: Path
) -> None:
    program = parent.program
    (tmp_path / "notes.mp3").write_text("no music at all")
    (tmp_path / "empty").mkdir()
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.wav").write_bytes(b"RIFF")
    (tmp_path / "photos" / "b.wav").write_bytes(b"")
    ring = read_sounds(assets_dir()).chime("begin")
    for name, told in (
        ("notes.mp3", "notes.mp3 is no MP3 file inside, so it is left out."),
        ("gone.wav", "gone.wav is not there any more, so it is left out."),
        ("empty", "There is no WAV, FLAC, OGG or MP3 file in empty."),
        ("photos", "Nothing in photos can be played."),
    ):
        with qtbot.waitSignal(program.sound.music_judged, timeout=20_000):
            program.sound.judge_music(str(tmp_path / name))
        assert program.screens.sound_screen.sentences == (told,)
        assert worn(parent).own_music == ""

    program.listening.ask_for_music = lambda folder: str(ring.parent if folder else ring)
    with qtbot.waitSignal(program.sound.music_judged, timeout=20_000):
        parent.click("My own music: a file")
    assert worn(parent).own_music == str(ring) and program.screens.sound_screen.sentences == ()
    with qtbot.waitSignal(program.sound.music_judged, timeout=20_000):
        parent.click("a folder")
    assert worn(parent).own_music == str(ring.parent)
    assert parent.button("chimes").isChecked()
    parent.click("Nothing")
    assert worn(parent).own_music == "" and "chimes" not in parent.words()
    program.listening.ask_for_music = lambda folder: ""
    parent.click("a folder")
    assert worn(parent).own_music == ""


def test_tapping_along_finds_headphones_that_play_late(parent: Parent, teller: Teller) -> None:
    parent.click("Headphones that play late")
    assert parent.screen == "tap_along"
    page = parent.program.screens.tap_along
    jitter = (0.02, -0.03, 0.0, 0.04, -0.02, 0.01, -0.01, 0.03)
    taps = [0.0, 1.5, *(3.0 + number * EVERY + jitter[number] for number in range(TAPS))]
    start = parent.clock() + 0.7
    for at in taps:
        while parent.clock() < start + at + 0.18 - 0.01:
            parent.clock.pass_by(0.01)
            page.look()
        if at >= 3.0:
            parent.press(Key.Key_Space, after=0.0)
    assert page.told.startswith("You heard it 1") or page.told.startswith("You heard it 2")
    parent.press(Key.Key_Space)
    assert parent.screen == "tap_along", "one tap more than needed keeps nothing"
    parent.press(Key.Key_Space, after=3.0)
    assert parent.screen == "sound"
    assert abs(worn(parent).sound_offset_ms - 180) <= 20
    parent.click("Headphones that play late")
    parent.click("They are not late")
    assert worn(parent).sound_offset_ms == 0


def test_without_sound_the_page_says_so_and_every_press_is_harmless(parent: Parent) -> None:
    parent.program.sound.availability_changed.emit(False)
    assert "Nothing on this computer plays sound just now" in parent.words()
    for text in ("American woman", "Rain", "British woman", "Headphones that play late"):
        parent.click(text)
    parent.press(Key.Key_Space, Key.Key_Space)
    parent.click("Back")
    parent.press(Key.Key_Space)
    assert parent.screen == "settings"
    parent.program.sound.availability_changed.emit(True)
    assert "Nothing on this computer" not in parent.words()
