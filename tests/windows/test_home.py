"""Home: there at once, filled without jumping, and one press from a massage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_guide.widgets.buttons import Button
from massage_guide.widgets.cards import PeaceCard, RoutineCard
from massage_guide.widgets.chips import Chip
from massage_guide.widgets.words import Words
from massage_guide.windows.home import PEACE, Home
from massage_guide.windows.offers import BrokenRoutine
from tests.doubles import FakeClock
from tests.windows.scenes import MIA, OFFERS, TOM, home, unfinished

QUESTION = "What do you have time for?"
Show = Callable[[Home], Home]


def words_on(page: Home) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def buttons_on(page: Home) -> dict[str, Button]:
    return {b.text(): b for b in page.findChildren(Button) if b.isVisible()}


def press(qtbot: QtBot, part: RoutineCard | PeaceCard | Button | Chip) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def test_it_offers_two_minutes_before_anything_has_been_read(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(Home(clock))
    with qtbot.waitSignal(page.routine_chosen) as chosen:
        press(qtbot, page.findChildren(PeaceCard)[0])
    assert chosen.args == [PEACE]


def test_cards_take_the_place_that_was_kept_for_them(show: Show, clock: FakeClock) -> None:
    page = show(Home(clock))
    kept = [card.geometry() for card in page.findChildren(RoutineCard)]
    title = next(w for w in page.findChildren(Words) if w.text() == QUESTION)
    where = title.geometry()
    peace = page.findChildren(PeaceCard)[0].geometry()
    two_lines = replace(OFFERS[0], purpose="Clothed, no oil, and short. " * 3)
    page.show_routines((two_lines, *OFFERS[1:]), ())
    page.show_babies((MIA, TOM), MIA.id)
    page.show_last("Tuesday evening: Legs and feet, 8 minutes.")
    QApplication.processEvents()
    cards = [card for card in page.findChildren(RoutineCard) if card.isVisible()]
    assert [card.geometry() for card in cards] == kept
    assert title.geometry() == where
    assert page.findChildren(PeaceCard)[0].geometry() == peace
    assert [card.routine for card in cards] == ["first-touch", "legs-and-feet", "wind-and-tummy"]


def test_a_cuddle_is_fine_before_the_first_massage_and_after_it(
    show: Show, clock: FakeClock
) -> None:
    page = show(Home(clock))
    for told in ("", "Tuesday evening: Legs and feet, 8 minutes."):
        page.show_last(told)
        assert told in words_on(page)
        assert "It’s fine if today is just a cuddle." in words_on(page)


def test_an_unfinished_massage_is_offered_without_moving_anything(
    show: Show, clock: FakeClock
) -> None:
    page = show(home(clock))
    peace = page.findChildren(PeaceCard)[0].geometry()
    page.show_unfinished(unfinished(), "Hip to ankle glide")
    QApplication.processEvents()
    assert page.findChildren(PeaceCard)[0].geometry() == peace
    assert "in the middle of Legs and feet, at Hip to ankle glide" in words_on(page)
    assert {"Go on", "This stroke again", "That was enough"} <= set(buttons_on(page))
    assert "Leave it" not in buttons_on(page)


def test_an_old_one_may_only_have_been_enough_or_be_left(show: Show, clock: FakeClock) -> None:
    page = show(home(clock))
    page.show_unfinished(unfinished(timedelta(days=1)))
    assert {"That was enough", "Leave it"} <= set(buttons_on(page))
    assert not {"Go on", "This stroke again"} & set(buttons_on(page))


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Go on", "go_on_requested"),
        ("This stroke again", "again_requested"),
        ("That was enough", "enough_requested"),
        ("Learn", "learning_requested"),
        ("Times", "times_requested"),
        ("Journal", "journal_requested"),
        ("Settings", "settings_requested"),
        ("Help", "help_requested"),
        ("Add another baby", "add_baby_requested"),
    ],
)
def test_each_button_asks_for_what_it_says(
    words: str, signal: str, show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(home(clock))
    page.show_unfinished(unfinished())
    with qtbot.waitSignal(getattr(page, signal)):
        press(qtbot, buttons_on(page)[words])


def test_one_of_several_babies_is_chosen_by_name(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(home(clock))
    tom = next(chip for chip in page.findChildren(Chip) if chip.text() == "Tom")
    with qtbot.waitSignal(page.baby_chosen) as chosen:
        press(qtbot, tom)
    assert chosen.args == [TOM.id]


def test_a_single_baby_needs_no_choosing(show: Show, clock: FakeClock) -> None:
    page = show(Home(clock))
    page.show_babies((MIA,), MIA.id)
    assert not [chip for chip in page.findChildren(Chip) if chip.isVisible()]


def test_a_known_baby_is_told_quietly_and_later_routines_are_muted(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(Home(clock))
    page.show_babies((MIA,), MIA.id, 3)
    page.show_routines(OFFERS, ())
    QApplication.processEvents()
    assert "Mia, 3 weeks" in words_on(page)
    cards = {card.routine: card for card in page.findChildren(RoutineCard) if card.isVisible()}
    assert {name for name, card in cards.items() if card.is_waiting} == {
        "legs-and-feet",
        "wind-and-tummy",
    }
    with qtbot.waitSignal(page.routine_chosen):
        press(qtbot, cards["legs-and-feet"])
    page.show_babies((MIA,), MIA.id, 4)
    assert not any(card.is_waiting for card in cards.values())
    page.show_babies((MIA,), MIA.id)
    assert "Mia" in words_on(page) and not any(card.is_waiting for card in cards.values())


def test_a_broken_file_is_told_last_with_its_reason(show: Show, clock: FakeClock) -> None:
    page = show(Home(clock))
    page.show_routines(OFFERS, (BrokenRoutine("mine.toml", "Line 3: a name is missing."),))
    QApplication.processEvents()
    assert "mine.toml could not be read. Line 3: a name is missing." in words_on(page)


def test_ages_and_minutes_are_said_in_words(show: Show, clock: FakeClock) -> None:
    page = show(home(clock))
    cards = {card.text(): card.accessibleDescription() for card in page.findChildren(RoutineCard)}
    assert cards["First touch"].startswith("about 5 minutes · from birth")
    assert cards["Legs and feet"].startswith("about 10 minutes · from 4 weeks")


def test_space_starts_nothing_by_itself(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(home(clock))
    with qtbot.assertNotEmitted(page.routine_chosen):
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_of_several_babies_the_chosen_one_is_told_with_the_age(
    show: Show, clock: FakeClock
) -> None:
    page = show(home(clock))
    for weeks, told in ((9, "Tom, 9 weeks"), (None, "Tom")):
        page.show_babies((MIA, TOM), TOM.id, weeks)
        names = [
            chip.text() for chip in page.head_line.who.findChildren(Chip) if not chip.isHidden()
        ]
        assert names == ["Mia", told]
