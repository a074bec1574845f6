"""Every page: readable, large enough, in every size and light, and never a word cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.stage.palette import EVENING, PALETTES
from massage_guide.widgets.pressable import Pressable
from massage_guide.widgets.scroller import Scroller
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import SMALLEST_TARGET, Theme, sized, wear
from massage_guide.widgets.words import Words
from tests.doubles import FakeClock
from tests.windows.scenes import SCENES

SIZES = [(1024, 640, 100), (1024, 640, 150), (1280, 720, 100), (1366, 768, 150), (1920, 1080, 125)]
"""Width, height and text size in percent."""
every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
ShowPage = Callable[..., QWidget]


def shown(page: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (part for part in page.findChildren(kind) if part.isVisible())


def box_in(page: QWidget, part: QWidget) -> tuple[int, int]:
    left = part.mapTo(page, QPoint(0, 0)).x()
    return left, left + part.width()


@every_scene
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_no_word_is_cut_off_nothing_is_too_small_or_lies_on_anything_else(
    scene: Callable[[Clock], QWidget],
    width: int,
    height: int,
    percent: int,
    show: ShowPage,
    clock: FakeClock,
) -> None:
    page = show(scene(clock), Theme(text_percent=percent), QSize(width, height))
    assert_readable(page)
    assert_apart(page)


@every_scene
def test_a_page_that_is_shown_can_change_its_light_its_words_and_its_size(
    scene: Callable[[Clock], QWidget], show: ShowPage, clock: FakeClock
) -> None:
    page = show(scene(clock), Theme(), QSize(1920, 1080))
    small = QSize(1024, 640)
    page.resize(small)
    wear(page, sized(Theme(EVENING, 150), small))
    for _ in range(3):
        QApplication.processEvents()
    assert_readable(page)


def assert_readable(page: QWidget) -> None:
    """Every word is whole, and everything to press is large and within the page."""
    for words in shown(page, Words):
        assert isinstance(words, Words)
        assert words.height() >= words.heightForWidth(words.width()), words.text()
        metrics = QFontMetrics(words.font())
        longest = max((metrics.horizontalAdvance(w) for w in words.text().split()), default=0)
        assert words.width() >= longest or "\u200b" in words.text(), words.text()
    for part in shown(page, Pressable):
        assert isinstance(part, Pressable)
        assert part.height() >= SMALLEST_TARGET, part.text()
        assert part.width() >= SMALLEST_TARGET, part.text()
        assert part.height() >= part.heightForWidth(part.width()), part.text()
        assert part.width() >= part.minimumSizeHint().width(), part.text()
        left, right = box_in(page, part)
        assert left >= 0, part.text()
        assert right <= page.width(), part.text()


def assert_apart(page: QWidget) -> None:
    """No part lies on another."""
    parts = [*shown(page, Pressable), *shown(page, Words)]
    boxes = [(part, part.rect().translated(part.mapTo(page, QPoint(0, 0)))) for part in parts]
    scrollers = page.findChildren(Scroller)
    for at, (one, box) in enumerate(boxes):
        for other, beside in boxes[at + 1 :]:
            inside = [any(s.isAncestorOf(part) for s in scrollers) for part in (one, other)]
            # What is scrolled away may lie below the foot; it is not seen there.
            if inside[0] == inside[1]:
                assert not box.intersects(beside), (one, other)


@every_scene
def test_a_page_can_be_painted_in_every_light(
    scene: Callable[[Clock], QWidget], show: ShowPage, clock: FakeClock
) -> None:
    page = show(scene(clock))
    for palette in PALETTES.values():
        wear(page, sized(Theme(palette), page.size()))
        QApplication.processEvents()
        image = page.grab().toImage()
        grounds = {image.pixelColor(x, y).name() for x in (1, 1278) for y in (1, 718)}
        assert grounds != {"#000000"}


@every_scene
def test_everything_can_be_reached_and_named_without_seeing(
    scene: Callable[[Clock], QWidget], show: ShowPage, clock: FakeClock
) -> None:
    page = show(scene(clock))
    for part in shown(page, Pressable):
        assert isinstance(part, Pressable)
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert part.accessibleName().strip(), part


@every_scene
def test_a_held_key_does_nothing(
    scene: Callable[[Clock], QWidget], show: ShowPage, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(scene(clock))
    heard: list[str] = []
    for name in ("go_on_requested", "home_requested", "answered", "breath_done", "closed", "saved"):
        signal = getattr(page, name, None)
        if signal is not None:
            signal.connect(heard_by(heard, name))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_E):
        held = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ", autorep=True
        )
        QApplication.sendEvent(page, held)
    assert heard == []


def heard_by(heard: list[str], name: str) -> Callable[..., None]:
    def hear(*_: object) -> None:
        heard.append(name)

    return hear


@every_scene
def test_tab_goes_everywhere_and_what_it_reaches_is_seen(
    scene: Callable[[Clock], QWidget], show: ShowPage, clock: FakeClock
) -> None:
    page = show(scene(clock), Theme(text_percent=150), QSize(1024, 640))
    page.activateWindow()
    QApplication.processEvents()
    page.setFocus()
    wanted = {part for part in shown(page, Pressable) if part.isEnabled()}
    reached = set()
    for _ in range(2 * len(wanted) + 6):
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if isinstance(now, Pressable):
            reached.add(now)
            middle = now.mapTo(page, now.rect().center())
            assert page.rect().contains(middle), now.text()
            assert page.childAt(middle) is now, now.text()
    assert wanted <= reached
