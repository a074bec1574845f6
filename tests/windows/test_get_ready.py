"""Get ready: nothing has to be answered, and everything pressed changes the plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.domain.stroke import Region
from massage_guide.domain.today import Chip as True_
from massage_guide.domain.today import Today
from massage_guide.widgets.words import Words
from massage_guide.windows.get_ready import GetReady
from tests.doubles import FakeClock

Show = Callable[[GetReady], GetReady]


def fresh(clock: FakeClock, words: tuple[str, ...] = ()) -> GetReady:
    page = GetReady(clock)
    page.show_routine("Legs and feet", oil=True, today=Today.from_words(words))
    return page


def press(qtbot: QtBot, page: GetReady, words: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    assert found, f"nothing says {words}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def words_on(page: GetReady) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def test_space_goes_on_with_nothing_answered(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    with qtbot.waitSignal(page.go_on_requested):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_enter_and_a_clicker_act_as_space(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_MediaTogglePlayPause):
        # QTest knows no text for the keys of a clicker, so the press is made by hand.
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        with qtbot.waitSignal(page.go_on_requested):
            QApplication.sendEvent(page, pressed)


def test_a_chip_tells_what_is_true_today(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    with qtbot.waitSignal(page.today_changed) as told:
        press(qtbot, page, "Cord not healed")
    assert told.args == [Today(frozenset({True_.CORD}))]
    with qtbot.waitSignal(page.today_changed) as told:
        press(qtbot, page, "Cord not healed")
    assert told.args == [Today()]


def test_after_a_chip_space_still_goes_on(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    press(qtbot, page, "Hungry")
    with qtbot.waitSignal(page.go_on_requested):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Space)


def test_a_feed_was_either_just_now_or_a_while_ago(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(fresh(clock))
    press(qtbot, page, "Fed in the last half hour")
    assert page.today() == Today.from_words(("fed",))
    press(qtbot, page, "Fed 30–45 minutes ago")
    assert page.today() == Today.from_words(("fed:30",))
    press(qtbot, page, "Fed in the last half hour")
    assert page.today() == Today.from_words(("fed",))


def test_sore_skin_asks_where(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    assert "Where is the skin sore?" not in words_on(page)
    press(qtbot, page, "Sore skin")
    assert "Where is the skin sore?" in words_on(page)
    press(qtbot, page, "Legs")
    assert page.today().sore == frozenset({Region.LEGS})


def test_hips_ask_whether_the_clinic_agrees(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    press(qtbot, page, "Hip harness or hip check")
    assert not page.today().clinic_agrees
    press(qtbot, page, "The clinic agrees to gentle leg strokes")
    assert page.today().clinic_agrees


def test_what_was_true_before_is_shown_again(show: Show, clock: FakeClock) -> None:
    words = ("fed:30", "sore-skin:legs", "hips:agreed")
    page = show(fresh(clock, words))
    assert page.today() == Today.from_words(words)


def test_what_changes_is_told_in_words(show: Show, clock: FakeClock) -> None:
    page = show(fresh(clock))
    page.show_fit(("We’ll leave the tummy out while the milk settles.",), "")
    assert "leave the tummy out" in words_on(page)
    page.show_fit((), "")
    assert "leave the tummy out" not in words_on(page)


def test_holding_takes_the_place_of_the_massage(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    page.show_fit((), "It sounds like milk comes first. A cuddle is lovely any time.")
    assert "milk comes first" in words_on(page)
    with qtbot.waitSignal(page.go_on_requested):
        press(qtbot, page, "Go on with holding")


def test_holding_can_be_asked_for_any_day(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    with qtbot.waitSignal(page.holding_requested):
        press(qtbot, page, "Just hold today")


def test_a_number_rates_and_a_second_press_adds_awake(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(fresh(clock))
    with qtbot.waitSignal(page.rated) as told:
        QTest.keyClick(page, Qt.Key.Key_3)
    assert told.args == [Settledness.WRIGGLY, None]
    with qtbot.waitSignal(page.rated) as told:
        press(qtbot, page, "Drowsy")
    assert told.args == [Settledness.WRIGGLY, BabyState.DROWSY]


def test_the_age_is_asked_once_and_can_be_skipped(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(fresh(clock))
    assert "How old is your baby?" not in words_on(page)
    page.ask_age(True, 6)
    press(qtbot, page, "More")
    press(qtbot, page, "More")
    with qtbot.waitSignal(page.age_told) as told:
        press(qtbot, page, "Yes")
    assert told.args == [8]
    assert "How old is your baby?" not in words_on(page)
    page.ask_age(True, 6)
    with qtbot.waitSignal(page.age_told) as told:
        press(qtbot, page, "Skip")
    assert told.args == [None]


def test_a_breath_says_in_and_out_and_may_be_left_at_any_time(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(fresh(clock))
    page.show_breath(True)
    clock.pass_by(1.0)
    page.set_breath_seconds(1.0, 40.0)
    assert "In through your nose" in words_on(page)
    page.set_breath_seconds(5.0, 40.0)
    assert "Out slowly" in words_on(page)
    page.set_breath_seconds(40.0, 40.0)
    assert "When you’re ready" in words_on(page)
    with qtbot.waitSignal(page.breath_done), qtbot.assertNotEmitted(page.go_on_requested):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_a_double_press_does_not_skip_the_breath(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(fresh(clock))
    page.show_breath(True)
    clock.pass_by(0.2)
    with qtbot.assertNotEmitted(page.breath_done):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_it_can_be_left(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(fresh(clock))
    with qtbot.waitSignal(page.home_requested):
        press(qtbot, page, "Not today")
