"""Everything that can be played, and every broken file with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.files.library import Library, toml_files
from massage_guide.files.paths import DataDir, assets_dir
from tests.files.texts import ROUTINE, STROKES


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    folder = DataDir.choose(tmp_path / "data")
    folder.routines.mkdir(parents=True)
    folder.strokes.mkdir()
    return folder


def load(data: DataDir | None = None) -> Library:
    return Library.load(assets_dir(), data)


def test_the_shipped_files_are_sound() -> None:
    library = load()

    assert not library.broken
    assert {"first-touch", "legs-and-feet", "wind-and-tummy", "two-minutes-peace"} <= {
        routine.id for routine in library.routines
    }


def test_a_purpose_tells_no_minutes_which_the_plan_knows_better() -> None:
    assert not [r.id for r in load().routines if "minute" in r.purpose.lower()]


def test_routines_are_shown_youngest_first() -> None:
    weeks = [routine.from_weeks for routine in load().routines]

    assert weeks == sorted(weeks)


def test_a_missing_data_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert load(DataDir.choose(tmp_path / "nowhere")).routines == load().routines


def test_own_files_come_after_the_shipped_ones(data: DataDir) -> None:
    (data.strokes / "own.toml").write_text(STROKES)
    (data.routines / "own.toml").write_text(ROUTINE.replace("toe-roll", "slow-glide"))

    library = load(data)

    assert library.routines[-1].id == "trial" and library.own == {"trial"}
    assert "slow-glide" in library.strokes
    assert not library.broken


def test_a_broken_file_stays_listed_and_never_stops_the_others(data: DataDir) -> None:
    (data.routines / "a.toml").write_text(ROUTINE.replace("toe-roll", "toe-rol"))
    (data.routines / "b.toml").write_bytes(b"\x00\x01")
    (data.routines / "c.toml").write_text(ROUTINE)
    (data.strokes / "d.toml").write_text("format = 9")

    library = load(data)

    assert [(broken.path.name, broken.title) for broken in library.broken] == [
        ("d.toml", "d"),
        ("a.toml", "Trial"),
        ("b.toml", "b"),
    ]
    assert library.broken[1].reason.startswith("block 1, step 2, toe-rol, line 28: there is no")
    assert library.routine("trial") is not None


def test_an_own_stroke_cannot_replace_a_shipped_one(data: DataDir) -> None:
    (data.strokes / "own.toml").write_text(STROKES.replace("slow-glide", "toe-roll"))

    library = load(data)

    assert "belongs to the program's own strokes" in library.broken[0].problems[0].reason
    assert library.strokes["toe-roll"].name != "Slow glide"


def test_an_own_routine_cannot_replace_a_shipped_one(data: DataDir) -> None:
    (data.routines / "own.toml").write_text(ROUTINE.replace('"trial"', '"first-touch"'))

    library = load(data)

    assert library.broken[0].problems[0].place == "routine"
    found = library.routine("first-touch")
    assert found is not None and found.title == "First touch"


def test_two_own_files_cannot_share_an_id(data: DataDir) -> None:
    (data.routines / "a.toml").write_text(ROUTINE)
    (data.routines / "b.toml").write_text(ROUTINE)

    assert "belongs to a.toml" in load(data).broken[0].problems[0].reason


def test_only_toml_files_are_read(data: DataDir) -> None:
    (data.routines / "notes.txt").write_text("milk")
    (data.routines / "backup.toml~").write_text("milk")

    assert not toml_files(data.routines)


def test_reading_changes_nothing(data: DataDir) -> None:
    path = data.routines / "own.toml"
    path.write_text(ROUTINE)
    before = path.stat().st_mtime_ns

    load(data)

    assert path.stat().st_mtime_ns == before and path.read_text() == ROUTINE
