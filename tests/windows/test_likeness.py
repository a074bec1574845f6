"""Whom the pictures show: skin and hair, chosen on a picture in Settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from massage_guide.domain.settings import TONES, Settings
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones
from massage_guide.widgets.chips import Chip
from massage_guide.widgets.likeness import Likeness
from massage_guide.widgets.swatches import Swatch
from massage_guide.windows.settings_screen import SettingsScreen
from tests.doubles import FakeClock
from tests.windows.scenes import settings

ASSETS = Path(__file__).parents[2] / "assets"
Show = Callable[..., SettingsScreen]


def swatches(page: SettingsScreen) -> tuple[list[Swatch], list[Swatch]]:
    """The baby's ten and the hands' ten."""
    every = page.findChildren(Swatch)
    return every[: len(TONES)], every[len(TONES) :]


def chosen(row: list[Swatch]) -> list[int]:
    return [swatch.number for swatch in row if swatch.isChecked()]


def test_a_tone_holds_as_soon_as_it_is_pressed(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(settings(clock))
    baby, hands = swatches(page)
    with qtbot.waitSignal(page.settings_changed) as told:
        baby[8].click()
    assert told.args == [Settings(baby_tone=9)]
    with qtbot.waitSignal(page.settings_changed) as told:
        hands[1].click()
    assert told.args == [Settings(baby_tone=9, hand_tone=2)]
    assert (chosen(baby), chosen(hands)) == ([9], [2])
    with qtbot.waitSignal(page.settings_changed) as told:
        page.findChildren(Likeness)[0].findChildren(Chip)[0].click()
    assert told.args == [Settings(baby_tone=9, hand_tone=2, hair=False)]


def test_a_tone_cannot_be_unchosen(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(settings(clock))
    baby, _ = swatches(page)
    baby[Settings().baby_tone - 1].click()
    assert chosen(baby) == [Settings().baby_tone]


def test_tones_can_be_chosen_by_keys_and_told_without_seeing(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(settings(clock))
    baby, hands = swatches(page)
    assert [swatch.accessibleName() for swatch in baby] == [f"Tone {n} of 10" for n in TONES]
    assert {swatch.accessibleDescription() for swatch in hands} == {"The hands in the pictures"}
    with qtbot.waitSignal(page.settings_changed) as told:
        QTest.keyClick(hands[9], Qt.Key.Key_Space)
    assert told.args == [Settings(hand_tone=10)]


def test_the_picture_shows_what_is_chosen(show: Show, clock: FakeClock) -> None:
    page, drawings = show(settings(clock)), read_drawings(ASSETS)
    likeness = page.findChildren(Likeness)[0]

    def picture(baby: int, hands: int, *, hair: bool) -> QImage:
        page.show_scene(Scene(drawings, LIGHT, tones(baby, hands, hair=hair)))
        return likeness.grab().toImage()

    seen = [picture(2, 5, hair=True), picture(9, 5, hair=True), picture(2, 6, hair=True)]
    seen.append(picture(2, 5, hair=False))
    assert all(one != other for at, one in enumerate(seen) for other in seen[at + 1 :])
