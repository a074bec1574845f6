"""The journal's timeline: seen, read out, scrolled through years, and opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.remembered import Remembered
from massage_guide.domain.settledness import Settledness
from massage_guide.stage.palette import LIGHT
from massage_guide.widgets.theme import Theme
from massage_guide.widgets.timeline_list import TimelineList
from massage_guide.widgets.words import Words
from massage_guide.windows.journal_screen import JournalScreen
from massage_guide.windows.story import Story
from tests.domain.test_session import massage, step
from tests.doubles import FakeClock
from tests.windows.scenes import MIA, TODAY, TOM, remembered
from tests.windows.test_every_page import assert_readable

Show = Callable[..., Any]
Key = Qt.Key
CRYING, FRETFUL, WRIGGLY, CALM, AT_EASE = Settledness


def words_on(page: QWidget) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def buttons_on(page: QWidget) -> dict[str, QAbstractButton]:
    return {b.text(): b for b in page.findChildren(QAbstractButton) if b.isVisible()}


def filled(clock: FakeClock, massages: list[Remembered]) -> JournalScreen:
    page = JournalScreen(clock)
    page.show_babies((MIA, TOM), None)
    page.show_massages(massages, TODAY)
    return page


def press(page: QWidget, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page, key)
    QApplication.processEvents()


def test_an_empty_journal_is_kind_and_offers_nothing_to_look_at(
    show: Show, clock: FakeClock
) -> None:
    page = show(filled(clock, []))
    assert "Nothing here yet, and no hurry." in words_on(page)
    assert "Patterns" not in buttons_on(page)
    assert "Home" in buttons_on(page)


def test_a_journal_that_cannot_be_read_says_so(show: Show, clock: FakeClock) -> None:
    page = show(JournalScreen(clock))
    page.show_massages((), TODAY, "The journal is from a newer version.")
    assert "The journal is from a newer version." in words_on(page)
    assert "no hurry" not in words_on(page)


def test_the_caveat_about_crying_stands_beside_every_timeline(show: Show, clock: FakeClock) -> None:
    page = show(filled(clock, [remembered(0), remembered(1)]))
    assert "Crying tends to rise until about six weeks of age" in words_on(page)
    assert "This is a beginning." in words_on(page)


def test_a_hard_week_is_met_with_a_kind_word_and_somebody_to_talk_to(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(filled(clock, [remembered(n, None, (CALM, CRYING)) for n in range(4)]))
    assert "These have been hard days." in words_on(page)
    with qtbot.waitSignal(page.talk_requested):
        buttons_on(page)["Someone to talk to"].click()
    page.show_massages([remembered(n) for n in range(4)], TODAY)
    assert "hard days" not in words_on(page)
    assert "Someone to talk to" not in buttons_on(page)


def test_the_keys_read_out_each_massage_and_enter_opens_it(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    massages = [remembered(n, MIA.id, (WRIGGLY, None)) for n in range(5)]
    page = show(filled(clock, massages))
    page.activateWindow()
    page.setFocus()
    press(page, Key.Key_Down, Key.Key_Down)
    told = "Saturday 21 November 2026, evening, 18:00: Mia, Legs and feet. Before: wriggly."
    assert page.timeline.accessibleName() == told
    assert page.timeline.accessibleDescription() == "2 of 5; Enter opens it"
    with qtbot.waitSignal(page.massage_requested) as opened:
        press(page, Key.Key_Return)
    assert opened.args == [massages[1].id]
    with qtbot.waitSignal(page.home_requested):
        press(page, Key.Key_Space)


def test_a_press_opens_the_massage_under_it(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    massages = [remembered(n, MIA.id) for n in range(3)]
    page = show(filled(clock, massages))
    timeline = page.timeline
    with qtbot.waitSignal(page.massage_requested) as opened:
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(200, 160))
    assert opened.args == [massages[1].id]
    with qtbot.assertNotEmitted(page.massage_requested):
        # the heading of the month opens nothing
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))


def test_years_are_scrolled_through_and_only_what_is_in_sight_is_painted(
    show: Show, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = remembered(0, MIA.id)
    massages = [
        replace(one, id=UUID(int=n + 1), started=one.started - timedelta(hours=14 * n))
        for n in range(6000)
    ]
    painted: list[Remembered] = []
    paint = TimelineList._paint_row

    def count(
        timeline: TimelineList, painter: QPainter, one: Remembered, face: QRectF, theme: Theme
    ) -> None:
        painted.append(one)
        paint(timeline, painter, one, face, theme)

    monkeypatch.setattr(TimelineList, "_paint_row", count)
    page = show(filled(clock, massages))
    page.activateWindow()
    page.setFocus()
    bar = page.scroller.verticalScrollBar()
    press(page, Key.Key_End)
    assert page.timeline.accessibleDescription().startswith("6000 of 6000")
    assert bar.value() == bar.maximum() > 400_000
    press(page, Key.Key_PageUp)
    here = int(page.timeline.accessibleDescription().partition(" ")[0])
    assert 5990 < here < 6000
    press(page, Key.Key_Home)
    assert bar.value() == 0
    for key, began in (
        (Key.Key_Right, "31 October 2026"),
        (Key.Key_Right, "30 September 2026"),
        (Key.Key_Left, "31 October 2026"),
        (Key.Key_Down, "31 October 2026"),
        (Key.Key_Left, "31 October 2026"),
        (Key.Key_Left, "22 November 2026"),
        (Key.Key_Left, "22 November 2026"),
    ):
        press(page, key)
        assert began in page.timeline.accessibleName(), key
    assert len(painted) < 200


def test_before_and_after_are_told_apart_by_shape_and_blank_stays_open(
    show: Show, clock: FakeClock
) -> None:
    def inks(before: Settledness | None, after: Settledness | None) -> dict[int, str]:
        """What is painted in the middle of each lane."""
        page = show(filled(clock, [remembered(0, None, (before, after))]))
        timeline = page.timeline
        image, lanes = timeline.grab().toImage(), timeline.lanes
        scale = image.width() / timeline.width()
        right = timeline.width() - 4 - lanes.edge / 2
        y = timeline.height() - 8 - lanes.row_height / 2
        found = {}
        for value in Settledness:
            x = right - lanes.pitch * (len(Settledness) - value + 0.5)
            found[int(value)] = image.pixelColor(int(x * scale), int(y * scale)).name()
        return found

    blank = inks(None, None)
    assert set(blank.values()) == {LIGHT.line}
    both = inks(FRETFUL, AT_EASE)
    assert (both[2], both[5]) == (LIGHT.card, LIGHT.accent_deep)
    alone = inks(CRYING, None)
    assert alone[1] == LIGHT.card
    assert {ink for lane, ink in alone.items() if lane != 1} == {LIGHT.line}
    assert inks(CALM, CALM)[4] == LIGHT.accent_deep


def test_the_lanes_go_below_the_words_where_both_do_not_fit(show: Show, clock: FakeClock) -> None:
    massages = [remembered(n, MIA.id) for n in range(3)]
    for size, percent, below in (((1280, 720), 100, False), ((800, 500), 150, True)):
        page = show(filled(clock, massages), Theme(text_percent=percent), QSize(*size))
        assert page.timeline.lanes.below is below
        page.show_babies((MIA, TOM, replace(TOM, id=UUID(int=7), name="Theodora Elisabeth")), None)
        page.show_undo("Tuesday 17 November, evening: this massage has been deleted.")
        QApplication.processEvents()
        assert_readable(page)


def test_the_other_pages_are_asked_for_the_baby_in_sight(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(filled(clock, [remembered(n, MIA.id) for n in range(3)]))
    with qtbot.waitSignal(page.baby_chosen) as chosen:
        buttons_on(page)["Mia"].click()
    assert chosen.args == [MIA.id]
    page.show_babies((MIA, TOM), MIA.id)
    for words, signal in (
        ("Patterns", page.patterns_requested),
        ("Things you noticed", page.noticed_requested),
        ("Print a page", page.print_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            buttons_on(page)[words].click()
        assert asked.args == [MIA.id]


def test_u_undoes_only_while_something_can_be_undone(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(filled(clock, [remembered()]))
    with qtbot.assertNotEmitted(page.undo_requested):
        press(page, Key.Key_U)
    page.show_undo("Tuesday evening: this massage has been deleted.")
    with qtbot.waitSignal(page.undo_requested):
        QTest.keyClick(page, Key.Key_U)


def test_two_massages_of_one_morning_do_not_look_the_same(show: Show, clock: FakeClock) -> None:
    first = remembered(0, MIA.id, (None, None))
    later = replace(first, id=UUID(int=77), started=first.started + timedelta(minutes=4))
    rows = show(filled(clock, [later, first])).timeline
    picture = rows.grab().toImage()
    ratio = round(picture.devicePixelRatio())
    high = (rows.height() - rows._tops[1]) // 2
    one, two = (
        picture.copy(0, ratio * (rows._tops[1] + n * high), picture.width(), ratio * high)
        for n in range(2)
    )
    assert one != two, "the time of day tells them apart"


def test_a_massage_that_was_passed_over_does_not_say_that_it_was_all_of_it(qtbot: QtBot) -> None:
    story = Story()
    qtbot.addWidget(story)
    story.open({})
    story.show_massage(massage())
    story.show()
    assert "All of it was passed over, and that is fine." in words_on(story)
    assert "that was all of it" not in words_on(story)
    story.show_massage(massage(step(0, 60)))
    assert "How it ended: that was all of it." in words_on(story)
