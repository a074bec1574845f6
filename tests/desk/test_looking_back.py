"""Looking back: a massage is opened from the timeline, put right, deleted, and brought back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from massage_guide.domain.session import Ending, HowDone, SessionSummary, When
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from massage_guide.widgets.entry import Entry
from tests.parent import Key, Parent, Starting


@pytest.fixture
def parent(at_home: Starting) -> Parent:
    """A parent with two babies and one massage, of the first, in the journal."""
    parent = at_home()
    parent.program.memory.save_baby("Mia", None, None)
    parent.program.memory.save_baby("Tom", None, None)
    parent.click("Mia")
    parent.begin_massage("two-minutes-peace")
    parent.wait(30)
    parent.press(Key.Key_E, Key.Key_E, Key.Key_4, Key.Key_Space, Key.Key_Space)
    assert parent.screen == "home"
    return parent


def opened(parent: Parent) -> None:
    """Open the newest massage by keys."""
    parent.click("Journal")
    parent.press(Key.Key_Down, Key.Key_Return)
    assert parent.screen == "massage"


def kept(parent: Parent) -> list[SessionSummary]:
    """What is on the disk."""
    journal = Journal(parent.folder / FILE_NAME, parent.clock.wall)
    massages = list(journal.sessions())
    journal.close()
    return massages


@contextmanager
def somebody_else_writing(parent: Parent) -> Iterator[None]:
    """The journal is locked by another program."""
    with closing(sqlite3.connect(parent.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_everything_can_be_put_right_and_is_kept_at_once(parent: Parent) -> None:
    opened(parent)
    page = parent.program.screens.massage
    page._before.rate(Settledness.FRETFUL)
    parent.click("Tom")
    parent.click("A feed")
    page._mine_after._row.chip("lighter").click()
    page._moments._chips[0].click()
    note = parent.window.findChildren(QLineEdit)
    field = next(one for one in note if one.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "By the window")
    page._after.rate(Settledness.CALM)
    assert field.text() == "By the window"
    QTest.keyClick(field, Qt.Key.Key_Return)
    entry = parent.window.findChildren(Entry)[0]
    entry.sentence.click()
    parent.breathe()
    parent.click("Passed over")
    [massage] = kept(parent)
    assert massage.before and massage.before.value is Settledness.FRETFUL
    assert massage.after and massage.after.value is Settledness.CALM
    assert massage.ending is Ending.FEED
    assert massage.parent_words == {When.AFTER: "lighter"}
    assert len(massage.moments) == 1
    assert massage.note == "By the window"
    assert massage.steps[0].how is HowDone.SKIPPED
    babies = {baby.name: baby.id for baby in parent.program.looking_back._babies}
    assert massage.start.baby == babies["Tom"]
    assert "Before: fretful. After: calm." in parent.words()
    assert "passed over" in entry.sentence.text()


def test_what_cannot_be_written_is_told_and_what_was_deleted_can_be_brought_back(
    parent: Parent,
) -> None:
    opened(parent)
    page = parent.program.screens.massage
    with somebody_else_writing(parent):
        page._after._points[0].click()
        parent.breathe()
        assert "can’t be changed just now (another program is using it)" in parent.window.notice
        assert [point.isChecked() for point in page._after._points] == [False] * 3 + [True, False]
        parent.click("Delete this massage")
        assert parent.screen == "massage"
        page._note.setText("A long sigh")
        page._on_note()
        assert page._note.text() == "A long sigh"
    page._after._points[3].click()
    assert kept(parent)[0].after is None
    parent.press(Key.Key_Space)
    assert kept(parent)[0].note == "A long sigh"
    assert parent.screen == "journal"
    timeline = parent.program.screens.journal.timeline
    assert timeline.current is not None
    assert timeline.current.after is None
    assert QApplication.focusWidget() is timeline

    # deleted, it can be brought back until the journal is left
    [before] = kept(parent)
    parent.click("Tom")
    assert "Nothing here yet" in parent.words()
    parent.click("Mia")
    parent.press(Key.Key_Down, Key.Key_Return)
    parent.click("Delete this massage")
    assert parent.screen == "journal"
    assert "this massage has been deleted." in parent.words()
    assert kept(parent) == []
    parent.press(Key.Key_U)
    assert kept(parent) == [before]
    assert "has been deleted" not in parent.words()

    parent.press(Key.Key_Return)
    parent.click("Delete this massage")
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    parent.click("Journal")
    assert "Undo (U)" not in [button.text() for button in parent.buttons()]
    parent.press(Key.Key_U)
    assert kept(parent) == []
