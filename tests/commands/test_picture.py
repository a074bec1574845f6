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


def test_skin_and_hair_can_be_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    usual = drawn(out)
    assert usual.size().toTuple() == (160, 200)
    assert drawn(out, "--baby-tone", "5", "--hand-tone", "6") == usual
    assert drawn(out, "--baby-tone", "10") != usual
    assert drawn(out, "--hand-tone", "1") != usual
    assert drawn(out, "--no-hair") != usual


def test_there_are_ten_tones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        drawn(tmp_path / "picture.png", "--baby-tone", "11")
    assert left.value.code == 2
    assert "--baby-tone" in capsys.readouterr().err
