"""Patterns: sentences, chart and table tell the same; in a hard week nothing is drawn unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QTableWidget,
    QWidget,
)

from massage_guide.domain.patterns import NO_PATTERNS, About
from massage_guide.stage.palette import EVENING
from massage_guide.widgets.theme import Theme, wear
from massage_guide.widgets.words import Words
from massage_guide.windows.patterns_screen import PatternsScreen
from tests.doubles import FakeClock
from tests.windows.scenes import MIA, PATTERNS, TOM, patterns

Show = Callable[[Any], Any]


def press(page: PatternsScreen, words: str) -> None:
    shown = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    [button] = [b for b in shown if b.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def words_on(page: PatternsScreen) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def view(page: PatternsScreen) -> QGraphicsView:
    [view] = page.findChildren(QGraphicsView)
    return view


def counts_drawn(page: PatternsScreen) -> list[str]:
    """The counts written in the chart, row by row and from left to right."""
    items = [i for i in view(page).scene().items() if isinstance(i, QGraphicsSimpleTextItem)]
    return [item.text() for item in sorted(items, key=lambda i: (i.y(), i.x()))]


def table_of(page: PatternsScreen) -> list[list[str]]:
    [table] = page.findChildren(QTableWidget)
    assert table.isVisible()
    cells = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        cells.append([item.text() if item else "" for item in items])
    return cells


def test_chart_table_and_sentences_tell_the_same_counts(show: Show, clock: FakeClock) -> None:
    page = show(patterns(clock))
    legs = PATTERNS.lines[About.REGIONS][0]

    assert legs.sentence in words_on(page)
    assert counts_drawn(page) == ["1", "2", "3", "2", "1", "1", "1", "4", "3", "5", "1", "6"]
    chart = view(page).parentWidget()
    assert chart and chart.accessibleName()
    assert chart.accessibleDescription() == (
        "Legs. Before: 1 crying, 2 fretful, 3 wriggly, 2 calm, 1 at ease."
        " After: 1 fretful, 1 wriggly, 4 calm, 3 at ease."
        " Gentle movements. Before: 5 wriggly, 1 calm. After: 6 crying."
    )

    press(page, "As a table")
    assert not view(page).isVisible()
    assert table_of(page)[:2] == [
        ["Legs", "9", "before", "1", "2", "3", "2", "1"],
        ["Legs", "9", "after", "0", "1", "1", "4", "3"],
    ]
    press(page, "Enough")
    assert table_of(page) == [["Tummy", "2", "6"]]
    press(page, "You noticed")
    assert table_of(page) == [["Said no clearly, and I heard it", "4"]]


def test_long_lists_are_told_in_part_and_the_table_has_all(show: Show, clock: FakeClock) -> None:
    page = show(patterns(clock))
    press(page, "Strokes")
    assert "After stroke 6:" in words_on(page)
    assert "stroke 7" not in words_on(page)
    assert "The table has them all." in words_on(page)
    press(page, "As a table")
    assert len(table_of(page)) == 20


def test_the_chart_stands_still_and_lets_the_page_scroll(show: Show, clock: FakeClock) -> None:
    page = show(patterns(clock))
    press(page, "Strokes")
    seen = view(page)
    before = seen.viewport().grab().toImage()
    at = QPointF(seen.viewport().mapTo(page, QPoint(60, 60)))
    wheel = QWheelEvent(
        at,
        page.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    under: QWidget | None = page.childAt(at.toPoint())
    assert under not in (seen, seen.viewport())
    # as Qt hands on what nobody takes
    wheel.ignore()
    while under is not None and not wheel.isAccepted():
        QApplication.sendEvent(under, wheel)
        under = under.parentWidget()
    assert page.scroller.verticalScrollBar().value() > 0
    assert seen.viewport().grab().toImage() == before
    assert seen.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_chart_changes_its_light_with_the_page(show: Show, clock: FakeClock) -> None:
    page = show(patterns(clock))
    wear(page, Theme(EVENING))
    QApplication.processEvents()
    ground = view(page).viewport().grab().toImage().pixelColor(1, 1).name()
    assert ground == EVENING.card
    assert len(counts_drawn(page)) == 12


def test_too_early_is_told_kindly_without_a_target(show: Show, clock: FakeClock) -> None:
    page = PatternsScreen(clock)
    page.show_babies((MIA,), MIA.id)
    show(page)
    assert "too early" in words_on(page)
    assert "no hurry" in words_on(page)
    assert not any(letter.isdigit() for letter in words_on(page))
    assert "Crying tends to rise until about six weeks" in words_on(page)
    assert not page.findChildren(QGraphicsView)
    shown = {b.text() for b in page.findChildren(QAbstractButton) if b.isVisible()}
    assert shown == {"Help", "Back"}


def test_in_a_hard_time_nothing_is_drawn_unasked(show: Show, clock: FakeClock) -> None:
    page = PatternsScreen(clock)
    page.show_patterns(replace(PATTERNS, hard=True))
    show(page)
    assert "It says nothing about how you did." in words_on(page)
    assert "Moments you noticed most" in words_on(page)
    press(page, "Parts of the body")
    assert "After legs: calm or at ease 7 of 9 times. Before: 3 of 9." in words_on(page)
    assert "Gentle movements: 6 times, and you were there." in words_on(page)


def test_space_goes_back_and_a_baby_can_be_chosen(show: Show, clock: FakeClock) -> None:
    page = show(patterns(clock))
    heard: list[UUID | str | None] = []
    page.baby_chosen.connect(heard.append)
    page.back_requested.connect(lambda: heard.append("back"))
    press(page, "Tom")
    press(page, "Everyone")
    clock.pass_by(1.0)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert heard == [TOM.id, None, "back"]
    page.show_patterns(NO_PATTERNS, "The journal can’t be read just now.")
    assert "The journal can’t be read just now." in words_on(page)
