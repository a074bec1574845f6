"""`massage-guide handouts`: a folder that a class takes home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from massage_guide.paper.stills import Stills
from tests.commands.cli import typed
from tests.paper.proofs import Proof


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """Draw nothing in detail."""
    blank = QImage(39, 37, QImage.Format.Format_RGB32)
    blank.fill(QColor("#886644"))
    monkeypatch.setattr(Stills, "image", lambda self, stroke: blank)


def test_all_of_a_course_in_one_press(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    own = 'instructor = "Rosa Marsh"\ncountry = "NZ"\npaper = "letter"\n'
    (tmp_path / "data" / "settings.toml").write_text(own)
    out = tmp_path / "new" / "folder"
    assert typed("handouts", "--out", str(out), "--data", str(tmp_path / "data")) == 0
    assert sorted(file.stem for file in out.iterdir()) == [
        "certificate", "cue-card", "week-1", "week-2", "week-3", "week-4", "week-5", "when-not",
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "8 hand-outs for Five weeks" in said
    assert "Not yet reviewed by an instructor" in said
    told = Proof((out / "week-2.pdf").read_bytes())
    assert "Rosa Marsh" in told.words
    assert "0800 933 922" in told.words
    assert round(told.reader.pages[0].mediabox.width) == 612


def test_one_week_on_the_paper_that_is_asked_for(tmp_path: Path) -> None:
    words = ("handouts", "--week", "5", "--paper", "a4", "--out", str(tmp_path / "out"))
    assert typed(*words, "--data", str(tmp_path)) == 0
    [file] = (tmp_path / "out").iterdir()
    told = Proof(file.read_bytes())
    assert "Week 5" in told.words
    assert round(told.reader.pages[0].mediabox.height) == 842


def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = ("--data", str(tmp_path)), ("--out", str(tmp_path / "out"))
    (tmp_path / "file").write_text("")
    for words, said in (
        (("--week", "6", *out), "Five weeks has no week 6; say --week from 1 to 5"),
        (("--course", "five-weak", *out), "did you mean five-week?"),
        (("--out", str(tmp_path / "file" / "in")), "could not be saved"),
    ):
        assert typed("handouts", *words, *data) == 2
        assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
