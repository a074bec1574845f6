"""The finder on Home: there for whoever looks for something, and in nobody's way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from massage_guide.widgets.buttons import Button
from massage_guide.widgets.cards import PeaceCard, RoutineCard
from massage_guide.widgets.chips import Chip
from massage_guide.widgets.finder import Finder
from massage_guide.widgets.words import Words
from massage_guide.windows.home import Home
from tests.doubles import FakeClock
from tests.windows.scenes import FACTS, OFFERS, home

Show = Callable[[Home], Home]
NOTHING = "Nothing fits that just now."
ALL = ["first-touch", "legs-and-feet", "wind-and-tummy"]


@pytest.fixture
def page(show: Show, clock: FakeClock) -> Home:
    page = show(home(clock))
    page.activateWindow()
    page.setFocus()
    return page


def field(page: Home) -> QLineEdit:
    return page.findChildren(QLineEdit)[0]


def cards(page: Home) -> list[str]:
    return [card.routine for card in page.findChildren(RoutineCard) if card.isVisible()]


def chips(page: Home) -> dict[str, Chip]:
    return {chip.text(): chip for chip in page.findChildren(Chip) if chip.isVisible()}


def press(part: Chip | Button) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def everything(page: Home) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == "Show everything")


def says_nothing_fits(page: Home) -> bool:
    return any(words.text() == NOTHING for words in page.findChildren(Words) if words.isVisible())


def test_nothing_asked_for_is_home_as_ever(page: Home) -> None:
    assert cards(page) == ALL
    assert not says_nothing_fits(page)
    assert everything(page).isHidden()
    assert {"Time", "Where", "How baby lies", "Five-week class"} <= set(chips(page))
    assert "Held" not in chips(page)


def test_what_is_typed_is_found_at_once(page: Home) -> None:
    field(page).setFocus()
    QTest.keyClicks(field(page), "glide")
    assert cards(page) == ["legs-and-feet"]
    QTest.keyClicks(field(page), " moon")
    assert cards(page) == []
    assert says_nothing_fits(page)
    assert page.findChildren(PeaceCard)[0].isVisible()
    press(everything(page))
    assert cards(page) == ALL
    assert field(page).text() == ""
    assert not says_nothing_fits(page)


def test_chips_unfold_a_group_at_a_time_and_tell_what_is_chosen(page: Home) -> None:
    where = chips(page)["Where"]
    press(where)
    press(chips(page)["Tummy"])
    assert cards(page) == ["wind-and-tummy"]
    press(chips(page)["How baby lies"])
    assert chips(page)["Tummy"] is where, "the folded group says what is chosen in it"
    assert where.isChecked()
    assert where.accessibleDescription() == "Tummy"
    press(chips(page)["Held"])
    assert says_nothing_fits(page)
    press(chips(page)["Held"])
    assert cards(page) == ["wind-and-tummy"]
    press(everything(page))
    assert cards(page) == ALL
    assert not any(chip.isChecked() for chip in page.findChildren(Finder)[0].findChildren(Chip))


@pytest.mark.parametrize(
    ("group", "choice", "left"),
    [
        ("Time", "Up to 5 minutes", ["first-touch"]),
        ("Where", "Holding only", ["first-touch"]),
        ("How baby lies", "Held", ["first-touch"]),
        ("Five-week class", "Week 2: Tummy and wind", ["wind-and-tummy"]),
    ],
)
def test_each_group_asks_for_its_own(page: Home, group: str, choice: str, left: list[str]) -> None:
    press(chips(page)[group])
    press(chips(page)[choice])
    assert cards(page) == left


@pytest.mark.parametrize("from_field", [True, False])
def test_escape_shows_everything_again(page: Home, from_field: bool) -> None:
    field(page).setText("moon")
    at = field(page) if from_field else page
    at.setFocus()
    QTest.keyClick(at, Qt.Key.Key_Escape)
    assert cards(page) == ALL
    QTest.keyClick(at, Qt.Key.Key_Escape)
    assert page.hasFocus()


def test_keys_belong_to_home_until_the_field_is_entered(page: Home, qtbot: QtBot) -> None:
    assert page.hasFocus()
    with qtbot.assertNotEmitted(page.routine_chosen):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_M, Qt.Key.Key_Return):
            QTest.keyClick(page, key)
    assert field(page).text() == ""
    with qtbot.waitSignal(page.help_requested):
        QTest.keyClick(page, Qt.Key.Key_F1)


def test_space_and_return_in_the_field_start_nothing(page: Home, qtbot: QtBot) -> None:
    field(page).setFocus()
    with qtbot.assertNotEmitted(page.routine_chosen):
        QTest.keyClicks(field(page), "first touch")
        QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert cards(page) == ["first-touch"]


def test_nothing_above_the_cards_moves_when_it_comes_or_is_used(
    show: Show, clock: FakeClock
) -> None:
    page = show(Home(clock))
    kept = page.findChildren(RoutineCard)[0].mapTo(page, QPoint(0, 0))
    finder = Finder()
    page.add_finder(finder)
    page.show_routines(OFFERS, ())
    finder.show_weeks(("Legs and feet", "Tummy and wind", "Arms", "Face", "Everything"))
    finder.show_facts(FACTS)
    for words in ("", "touch"):
        field(page).setText(words)
        QApplication.processEvents()
        [first, *_] = [card for card in page.findChildren(RoutineCard) if card.isVisible()]
        assert first.mapTo(page, QPoint(0, 0)) == kept


def test_what_was_asked_for_is_kept_when_the_routines_are_read_again(page: Home) -> None:
    field(page).setText("moon")
    page.show_routines(OFFERS, ())
    page.findChildren(Finder)[0].show_facts(FACTS)
    assert cards(page) == ["wind-and-tummy"]


def test_the_finder_is_named_for_whoever_does_not_see_it(page: Home) -> None:
    assert field(page).accessibleName() == "Find a massage by its name or a stroke"
    assert chips(page)["Where"].accessibleName() == "Part of the body"
    assert chips(page)["Five-week class"].accessibleName() == "Week of the five-week class"


def test_no_chip_slides_and_each_says_what_is_chosen(page: Home) -> None:
    def places() -> list[tuple[int, int]]:
        for _ in range(5):  # a scroll bar that comes or goes takes a few turns
            QApplication.processEvents()
        heads = page.findChildren(Finder)[0]._groups
        return [(head.mapTo(page, QPoint()).x(), head.width()) for head in heads]

    before = places()
    press(chips(page)["Time"])
    press(chips(page)["Up to 5 minutes"])
    press(chips(page)["Five-week class"])
    press(chips(page)["Week 2: Tummy and wind"])
    assert not everything(page).isHidden()
    assert places() == before
    press(chips(page)["Where"])
    assert {"Up to 5 minutes", "Week 2"} <= set(chips(page))
    press(everything(page))
    assert {"Time", "Five-week class"} <= set(chips(page)) and places() == before
