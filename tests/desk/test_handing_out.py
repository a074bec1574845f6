"""Handing out: an instructor chooses, sees and saves what a class takes home."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from massage_guide.paper.stills import Stills
from tests.paper.proofs import Proof
from tests.parent import Key, Parent, Starting


def let_it_write(parent: Parent) -> None:
    """A file is written each time that the window has nothing else to do."""
    for _ in range(12):
        parent.breathe()


def test_all_of_them_are_seen_named_and_saved(
    at_home: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = QImage(39, 37, QImage.Format.Format_RGB32)
    blank.fill(QColor("#886644"))
    monkeypatch.setattr(Stills, "image", lambda self, stroke: blank)
    parent = at_home()
    place = parent.folder.parent
    giving, page = parent.program.handing_out, parent.program.screens.handouts_page
    parent.program.school.timetable.open()
    parent.breathe()
    parent.click("Hand-outs")
    assert parent.screen == "handouts"
    assert page.thumbnails.pages == 2
    page.instructor.setText("Rosa Marsh")
    page.instructor.editingFinished.emit()
    parent.click("Certificate")
    assert page.thumbnails.pages == 1
    giving.ask_file = lambda name: str(place / name)
    parent.click("Save this one")
    let_it_write(parent)
    assert "Rosa Marsh" in Proof((place / "certificate.pdf").read_bytes()).words

    (place / "no picture.png").write_text("")
    giving.ask_logo = lambda: str(place / "no picture.png")
    parent.click("A picture beside it")
    assert "is no picture that can be read" in parent.window.notice
    assert blank.save(str(place / "logo.png"))
    giving.ask_logo = lambda: str(place / "logo.png")
    parent.click("A picture beside it")
    assert parent.program.looks.settings.logo
    parent.click("No picture")
    assert not parent.program.looks.settings.logo

    parent.click("Four weeks")
    giving.ask_folder = lambda: str(place / "all of them")
    page.setFocus()
    parent.press(Key.Key_Space)
    # what is chosen meanwhile changes nothing of what is being written
    parent.click("Five weeks")
    let_it_write(parent)
    assert "Saved 7 files" in parent.window.notice
    assert len(list((place / "all of them").glob("*.pdf"))) == 7
    (place / "a file").write_text("")
    giving.ask_folder = lambda: str(place / "a file")
    parent.press(Key.Key_Space)
    let_it_write(parent)
    assert "could not be saved" in parent.window.notice
    parent.click("Back")
    assert parent.screen == "teach"

    giving.ask_folder = lambda: str(place / "at the last moment")
    giving.save_all()
    parent.close()
    assert len(list((place / "at the last moment").glob("*.pdf"))) == 8
