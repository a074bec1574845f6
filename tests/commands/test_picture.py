"""`massage-guide picture`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.commands.cli import typed

SMALL = ("--size", "160x200")


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """Pictures are painted with an application."""
    return qapp


def drawn(out: Path, *words: str) -> QImage:
    """The picture that the command writes."""
    assert typed("picture", "resting-hands", *SMALL, *words, "--out", str(out)) == 0
    return QImage(str(out))


def test_skin_hair_and_age_can_be_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    usual = drawn(out)
    assert usual.size().toTuple() == (160, 200)
    assert drawn(out, "--baby-tone", "5", "--hand-tone", "6") == usual
    assert drawn(out, "--baby-tone", "10") != usual
    assert drawn(out, "--hand-tone", "1") != usual
    assert drawn(out, "--no-hair") != usual
    assert drawn(out, "--newborn") != usual


def test_there_are_ten_tones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        drawn(tmp_path / "picture.png", "--baby-tone", "11")
    assert left.value.code == 2
    assert "--baby-tone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name one stroke"),
        (("restng-hands",), "did you mean resting-hands?"),
        (("resting-hands", "--at", "-2"), "say --at from 0 to 20"),
        (("resting-hands", "--at", "9999"), "say --at from 0 to 20"),
        (("resting-hands", "--side", "left"), "has no sides"),
        (("resting-hands", "--size", "640X"), "is no size"),
    ],
)
def test_what_cannot_be_drawn_is_said_with_a_way_out(
    words: tuple[str, ...], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "picture.png"
    assert typed("picture", *words, "--out", str(out)) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()


def test_a_picture_is_a_png(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("picture", "resting-hands", "--out", str(tmp_path / "picture.jpg")) == 2
    assert "ends in .png" in capsys.readouterr().err


def test_a_sheet_shows_one_region_or_one_stroke_more_closely(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    assert typed("picture", "--sheet", "--region", "chest", "--out", str(out)) == 0
    assert QImage(str(out)).size().toTuple() == (2 * 8 * 220, 3 * 280)
    assert typed("picture", "resting-hands", "--sheet", "--out", str(out)) == 0
    assert QImage(str(out)).size().toTuple() == (8 * 220, 2 * 250 + 30)


def test_a_stroke_is_told_by_one_still_picture_and_all_of_them_stand_on_a_sheet(
    tmp_path: Path,
) -> None:
    out = tmp_path / "still.png"
    assert typed("picture", "open-book-chest", *SMALL, "--out", str(out)) == 0
    begun = QImage(str(out))
    assert typed("picture", "open-book-chest", *SMALL, "--still", "--out", str(out)) == 0
    told = QImage(str(out))
    assert told != begun, "its ghosts are seen"
    assert typed("picture", "--sheet", "--still", "--region", "chest", "--out", str(out)) == 0
    assert QImage(str(out)).size().toTuple() == (6 * 300, 360)
