"""Enough: the same words for two minutes or twenty-five, and nothing that has to be said."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from massage_guide.domain.session import Ending
from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.theme import Theme, sized, wear
from massage_guide.widgets.words import Words
from massage_guide.windows.enough import Enough
from tests.doubles import FakeClock
from tests.windows.scenes import MOMENTS, enough

SHIPPED = Path(__file__).parents[2] / "assets"
Show = Callable[[Enough], Enough]


def press(qtbot: QtBot, page: Enough, words: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    assert found, f"nothing says {words}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def words_on(page: Enough) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def test_space_goes_on_with_nothing_said_and_then_home(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(enough(clock))
    kind = "That’s enough for today. Lovely."
    assert kind in words_on(page)
    with qtbot.waitSignal(page.go_on_requested):
        QTest.keyClick(page, Qt.Key.Key_Space)
    page.show_sentence("Sunday evening: Legs and feet, 8 minutes.")
    clock.pass_by(1.0)
    assert kind in words_on(page)
    assert "Sunday evening: Legs and feet, 8 minutes." in words_on(page)
    with qtbot.waitSignal(page.home_requested), qtbot.assertNotEmitted(page.go_on_requested):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_kind_words_are_larger_than_what_was_seen(show: Show, clock: FakeClock) -> None:
    page = show(enough(clock))
    page.show_sentence(
        "Sunday evening: Legs and feet, 8 minutes. After: crying.", "You were there."
    )
    QApplication.processEvents()
    large = {words.text(): words.font().pixelSize() for words in page.findChildren(Words)}
    seen = large["Sunday evening: Legs and feet, 8 minutes. After: crying."]
    assert seen < large["You were there."] < large["That’s enough for today. Lovely."]


def test_moments_are_told_together(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(enough(clock))
    press(qtbot, page, "Looked at me")
    with qtbot.waitSignal(page.moments_changed) as told:
        press(qtbot, page, "Just sat")
    assert told.args == [("Looked at me", "Just sat")]


def test_eight_moments_are_in_sight_and_more_when_asked(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(enough(clock))
    page.begin([f"Moment {at}" for at in range(1, 23)])
    QApplication.processEvents()
    clock.pass_by(1.0)
    shown = [b.text() for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert "Moment 8" in shown and "Moment 9" not in shown
    press(qtbot, page, "Moment 2")
    press(qtbot, page, "More")
    QApplication.processEvents()
    with qtbot.waitSignal(page.moments_changed) as told:
        press(qtbot, page, "Moment 22")
    assert told.args == [("Moment 2", "Moment 22")]
    assert "More" not in [b.text() for b in page.findChildren(QAbstractButton) if b.isVisible()]


def test_nothing_lies_under_the_edge_on_a_laptop(
    show: Callable[..., Enough], clock: FakeClock
) -> None:
    moments = tomllib.loads((SHIPPED / "cards" / "moments.toml").read_text("utf-8"))
    page = show(enough(clock))
    page.begin(moments["section"][0]["lines"], Ending.BABY_SAID_NO)
    for size in (QSize(1280, 720), QSize(1366, 768)):
        wear(page, sized(Theme(), size))
        page.resize(size)
        for rating in (None, Settledness.CRYING):
            page.show_rating(rating, None)
            QApplication.processEvents()
            assert page.scroller.verticalScrollBar().maximum() == 0, (size, rating)


def test_every_ending_is_one_press_and_can_be_taken_back(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(enough(clock))
    for ending in Ending:
        with qtbot.waitSignal(page.ending_chosen) as told:
            press(qtbot, page, ending.label)
        assert told.args == [ending]
    with qtbot.waitSignal(page.ending_chosen) as told:
        press(qtbot, page, Ending.OTHER.label)
    assert told.args == [None]


def test_own_words_are_kept_even_without_enter(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(enough(clock))
    note = page.findChildren(QLineEdit)[0]
    note.setFocus()
    QTest.keyClicks(note, "She laughed  2 times")
    with qtbot.waitSignal(page.note_changed) as told:
        press(qtbot, page, "Go on")
    assert told.args == ["She laughed  2 times"]


def test_typing_neither_rates_nor_goes_on(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(enough(clock))
    note = page.findChildren(QLineEdit)[0]
    note.setFocus()
    with qtbot.assertNotEmitted(page.rated), qtbot.assertNotEmitted(page.go_on_requested):
        QTest.keyClicks(note, "4 5 e")
    assert note.text() == "4 5 e"


def test_a_number_rates_until_the_sentence_is_told(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(enough(clock))
    with qtbot.waitSignal(page.rated) as told:
        QTest.keyClick(page, Qt.Key.Key_5)
    assert told.args == [Settledness.AT_EASE, None]
    page.show_sentence("Sunday evening: Legs and feet, 8 minutes.")
    clock.pass_by(1.0)
    with qtbot.assertNotEmitted(page.rated):
        QTest.keyClick(page, Qt.Key.Key_1)


def test_the_next_massage_begins_blank(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(enough(clock))
    press(qtbot, page, "Looked at me")
    press(qtbot, page, "Heavy")
    page.show_sentence("Sunday evening: Legs and feet, 8 minutes.", "Would you like to talk?")
    page.begin(MOMENTS)
    clock.pass_by(1.0)
    assert not page.is_told
    QApplication.processEvents()
    parts = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert "Looked at me" in [b.text() for b in parts]
    assert not [b.text() for b in parts if b.isChecked()]


def test_someone_to_talk_to_is_always_there(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(enough(clock))
    with qtbot.waitSignal(page.talk_requested):
        press(qtbot, page, "Someone to talk to")


def test_awake_is_asked_only_of_a_baby_who_was_rated_and_moves_nothing(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(enough(clock))

    def seen() -> dict[str, int]:
        QApplication.processEvents()
        shown = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
        return {b.text(): b.mapTo(page, QPoint()).y() for b in shown}

    before = seen()
    assert "Drowsy" not in before
    press(qtbot, page, "Calm")
    after = seen()
    assert "Drowsy" in after and {word: after[word] for word in before} == before
