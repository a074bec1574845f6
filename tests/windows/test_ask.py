"""Ask: three answers, as large as each other, by key or press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massage_guide.domain.session import Answer
from massage_guide.windows.ask import Ask
from tests.doubles import FakeClock
from tests.windows.scenes import ask

Show = Callable[[Ask], Ask]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_Space, Answer.YES),
        (Qt.Key.Key_Return, Answer.YES),
        (Qt.Key.Key_Right, Answer.YES),
        (Qt.Key.Key_Left, Answer.NOT_SURE),
        (Qt.Key.Key_E, Answer.NOT_NOW),
    ],
)
def test_keys_answer(
    key: Qt.Key, answer: Answer, show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(ask(clock))
    with qtbot.waitSignal(page.answered) as told:
        QTest.keyClick(page, key)
    assert told.args == [answer]


@pytest.mark.parametrize("answer", Answer)
def test_presses_answer(answer: Answer, show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(ask(clock))
    with qtbot.waitSignal(page.answered) as told:
        QTest.mouseClick(page.button(answer), Qt.MouseButton.LeftButton)
    assert told.args == [answer]


def test_no_answer_is_larger_than_another(show: Show, clock: FakeClock) -> None:
    page = show(ask(clock))
    sizes = [page.button(answer).size() for answer in Answer]
    assert max(s.width() for s in sizes) - min(s.width() for s in sizes) <= 1
    assert len({s.height() for s in sizes}) == 1
    assert sizes[0].height() >= 96


def test_a_second_press_from_the_page_before_is_no_answer(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(ask(clock))
    page.hide()
    page.show()
    clock.pass_by(0.1)
    with qtbot.assertNotEmitted(page.answered):
        QTest.keyClick(page, Qt.Key.Key_Space)
        QTest.mouseClick(page.button(Answer.YES), Qt.MouseButton.LeftButton)
    clock.pass_by(0.4)
    with qtbot.waitSignal(page.answered):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_escape_is_no_answer_and_other_keys_are_none(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(ask(clock))
    with qtbot.assertNotEmitted(page.answered):
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_X, Qt.Key.Key_H):
            QTest.keyClick(page, key)


def test_f1_asks_for_help(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(ask(clock))
    with qtbot.waitSignal(page.help_requested):
        QTest.keyClick(page, Qt.Key.Key_F1)
