"""An elbow on the keyboard: a key that is leant on speaks once, whatever the display tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.widgets.held_keys import HeldKeys
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.timeline_list import TimelineList
from tests.windows.scenes import remembered

Key = Qt.Key
DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier
SPACE_BAR = 65


class Page(QWidget):
    """Writes down the presses that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heard: list[int] = []
        self.field = QLineEdit(self)
        self._held_keys = HeldKeys(self)
        self.show()
        self.setFocus()
        self.windowHandle().installEventFilter(self._held_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())

    def tell(
        self, kind: QEvent.Type, key: Key, at: int, *, place: int = 0, auto: bool = False
    ) -> None:
        """What the display tells the window, `at` so many milliseconds."""
        event = QKeyEvent(kind, key, NONE, place, 0, 0, "a", auto)
        event.setTimestamp(1000 + at)
        QApplication.sendEvent(self.windowHandle(), event)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("gap", [0, 1, 30, 59])
def test_an_elbow_rests_on_space_and_presses_it_once(page: Page, gap: int) -> None:
    page.tell(DOWN, Key.Key_Space, 0, place=SPACE_BAR)
    for beat in range(660, 5000, 40 + gap):
        page.tell(UP, Key.Key_Space, beat, place=SPACE_BAR)
        page.tell(DOWN, Key.Key_Space, beat + gap, place=SPACE_BAR)
    assert page.heard == [Key.Key_Space]


def test_a_display_that_marks_repeats_or_tells_presses_alone_is_understood_too(page: Page) -> None:
    page.tell(DOWN, Key.Key_E, 0)
    for beat in range(660, 3000, 40):
        page.tell(DOWN, Key.Key_E, beat, auto=beat % 80 == 0)
    assert page.heard == [Key.Key_E]


def test_the_arrow_that_goes_through_the_journal_may_be_held(page: Page) -> None:
    timeline = TimelineList(page)
    went: list[object] = []
    timeline.reached.connect(went.append)
    timeline.show_massages([remembered(n) for n in range(9)])
    timeline.show()
    timeline.setFocus()
    page.tell(DOWN, Key.Key_Down, 0)
    for beat in range(660, 800, 40):
        page.tell(DOWN, Key.Key_Down, beat, auto=True)
    assert len(went) == 5


def test_a_key_that_was_let_go_speaks_again(page: Page) -> None:
    for at in (0, 300, 600):
        page.tell(DOWN, Key.Key_Right, at)
        page.tell(UP, Key.Key_Right, at + 100)
    assert page.heard == [Key.Key_Right] * 3


def test_another_key_is_another_key(page: Page) -> None:
    page.tell(DOWN, Key.Key_Space, 0)
    page.tell(DOWN, Key.Key_C, 10)
    assert page.heard == [Key.Key_Space, Key.Key_C]


def test_shift_that_is_let_go_first_leaves_no_key_behind(page: Page) -> None:
    for at in (0, 500):
        page.tell(DOWN, Key.Key_Question, at, place=61)
        page.tell(UP, Key.Key_Slash, at + 80, place=61)
    assert page.heard == [Key.Key_Question] * 2


def test_a_release_that_got_lost_does_not_silence_the_key(page: Page) -> None:
    page.tell(DOWN, Key.Key_Space, 0)
    page.tell(DOWN, Key.Key_Space, 3000)
    assert page.heard == [Key.Key_Space] * 2
    QApplication.sendEvent(page.windowHandle(), QEvent(QEvent.Type.FocusOut))
    page.tell(DOWN, Key.Key_Space, 3100)
    assert page.heard == [Key.Key_Space] * 3


def test_who_writes_may_hold_a_key(page: Page) -> None:
    page.field.setFocus()
    page.tell(DOWN, Key.Key_A, 0)
    for beat in (600, 640, 680):
        page.tell(DOWN, Key.Key_A, beat, auto=True)
    assert page.field.text() == "aaaa"


def test_a_held_key_steps_on_to_a_date(page: Page) -> None:
    stepper = Stepper(0, 10, page)
    heard: list[int] = []
    stepper.changed.connect(heard.append)
    stepper.show_value(9, "9")
    stepper.show()
    less = next(b for b in stepper.findChildren(QAbstractButton) if b.text() == "Less")
    less.setFocus()
    for beat in range(0, 400, 100):
        page.tell(DOWN, Key.Key_Space, beat, place=SPACE_BAR, auto=beat > 0)
    assert len(heard) == 4
