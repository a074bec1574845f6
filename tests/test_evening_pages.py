"""The evening's promise kept by the whole program: page by page, through a rest and the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from massage_guide.domain.settings import Settings, Theme
from massage_guide.stage.palette import EVENING_MEAN, EVENING_PEAK
from tests.stage.light import light_of

if TYPE_CHECKING:
    from tests.parent import Parent, Starting

Key = Qt.Key


def evening(parent: Parent) -> None:
    """Put on the evening, with skin as light as it gets."""
    parent.program.looks.change(Settings(Theme.EVENING, baby_tone=1, hand_tone=1))
    parent.breathe()


def assert_gentle(parent: Parent) -> None:
    """Little light comes from the window as it is now."""
    light = light_of(parent.window.grab().toImage())
    where = f"{parent.screen} {parent.card}"
    assert light.mean <= EVENING_MEAN, where
    assert light.peak <= EVENING_PEAK, where


def test_from_home_to_enough_no_page_is_bright(at_home: Starting) -> None:
    parent = at_home()
    evening(parent)
    assert_gentle(parent)
    parent.program.ready.begin("first-touch")
    for _ in range(3):
        parent.breathe()
        assert_gentle(parent)
        parent.press(Key.Key_Space)
    assert parent.screen == "guide"
    for _ in range(6):
        parent.wait(3.0)
        parent.breathe()
        assert_gentle(parent)
    parent.press(Key.Key_Space)
    assert parent.rests()
    parent.wait(2.0)
    parent.breathe()
    assert_gentle(parent)
    parent.press(Key.Key_Space)
    parent.play_to_the_end()
    assert parent.screen == "enough"
    assert_gentle(parent)


def test_cards_and_the_quiet_pages_are_no_brighter(at_home: Starting) -> None:
    parent = at_home()
    evening(parent)
    for page in ("settings", "journal", "baby"):
        parent.window.show_screen(page)
        parent.breathe()
        assert_gentle(parent)
    for opened, name in (
        (parent.program.cards.open_help, "help"),
        (parent.program.cards.open_keys, "keys"),
    ):
        opened()
        parent.breathe()
        assert parent.card == name
        assert_gentle(parent)
        parent.press(Key.Key_Escape)
