"""Settings, a baby, help and welcome: the pages around a massage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.settings import Settings, TextSize, Theme
from massage_guide.files.cards_file import read_words
from massage_guide.files.paths import assets_dir
from massage_guide.widgets.words import Words
from massage_guide.windows.baby_form import BabyForm
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.talk_card import TalkCard
from tests.doubles import FakeClock
from tests.windows.scenes import (
    HELP,
    MIA,
    TODAY,
    UK,
    baby,
    help_card,
    settings,
    welcome,
)

Show = Callable[[Any], Any]
KEY_PRESS = QEvent.Type.KeyPress
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
    assert found, f"nothing says {words}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def words_on(page: QWidget) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def test_settings_hold_as_soon_as_they_are_pressed(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(settings(clock))
    for words, expected in (
        ("Evening", Settings(theme=Theme.EVENING)),
        ("Largest", Settings(theme=Theme.EVENING, text_size=TextSize.LARGEST)),
    ):
        with qtbot.waitSignal(page.settings_changed) as told:
            press(qtbot, page, words)
        assert told.args == [expected]
    press(qtbot, page, "I am left-handed")
    press(qtbot, page, "Show words for every cue")
    with qtbot.waitSignal(page.settings_changed) as told:
        press(qtbot, page, "New Zealand")
    kept = Settings(Theme.EVENING, TextSize.LARGEST, left_handed=True, captions=False, country="NZ")
    assert told.args == [kept]


def test_what_settings_do_not_show_stays_as_it_was(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(settings(clock))
    page.show_settings(Settings(baby="x", welcome_seen=True))
    with qtbot.waitSignal(page.settings_changed) as told:
        press(qtbot, page, "Evening")
    assert told.args == [Settings(theme=Theme.EVENING, baby="x", welcome_seen=True)]


def test_a_choice_of_one_cannot_be_emptied(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(settings(clock))
    with qtbot.waitSignal(page.settings_changed) as told:
        press(qtbot, page, "Light")
    assert told.args == [Settings()]


def test_settings_say_where_notes_live_and_open_a_baby(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(settings(clock))
    assert "massage-guide" in words_on(page)
    assert "It is not medical advice." in words_on(page)
    with qtbot.waitSignal(page.baby_requested) as told:
        press(qtbot, page, "Mia")
    assert told.args == [MIA.id]
    with qtbot.waitSignal(page.baby_requested) as told:
        press(qtbot, page, "Add a baby")
    assert told.args == [None]


def test_a_baby_needs_only_a_name(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(BabyForm(clock))
    page.show_baby(None, TODAY)
    name = page.findChildren(QLineEdit)[0]
    with qtbot.assertNotEmitted(page.saved):
        press(qtbot, page, "Keep")
    QTest.keyClicks(name, "  Ida   May ")
    with qtbot.waitSignal(page.saved) as told:
        QTest.keyClick(name, Qt.Key.Key_Return)
    assert told.args == ["Ida May", None, None]


def test_a_birth_date_begins_today_and_steps(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(BabyForm(clock))
    page.show_baby(None, TODAY)
    page.findChildren(QLineEdit)[0].setText("Ida")
    press(qtbot, page, "Birth date")
    press(qtbot, page, "Less")
    with qtbot.waitSignal(page.saved) as told:
        press(qtbot, page, "Keep")
    assert told.args == ["Ida", date(2026, 11, 21), None]


def test_a_due_date_begins_at_the_birth(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(BabyForm(clock))
    page.show_baby(None, TODAY)
    page.findChildren(QLineEdit)[0].setText("Ida")
    press(qtbot, page, "Birth date")
    press(qtbot, page, "Less")
    press(qtbot, page, "Due date (only if your baby came early)")
    with qtbot.waitSignal(page.saved) as told:
        press(qtbot, page, "Keep")
    assert told.args == ["Ida", date(2026, 11, 21), date(2026, 11, 21)]


def test_a_held_step_goes_on_by_mouse_and_by_key(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    page = show(BabyForm(clock))
    page.show_baby(MIA, TODAY)
    less = next(b for b in page.findChildren(QAbstractButton) if b.text() == "Less")
    less.setFocus()
    for repeat in (False, True, True):
        held = QKeyEvent(KEY_PRESS, Qt.Key.Key_Space, NO_MODIFIER, " ", repeat)
        QApplication.sendEvent(less, held)
    with qtbot.waitSignal(page.saved) as told:
        press(qtbot, page, "Keep")
    assert MIA.born and told.args == ["Mia", MIA.born - timedelta(days=3), MIA.due]
    assert less.autoRepeat()


def test_no_step_slides_when_a_month_has_a_longer_name(show: Show, clock: FakeClock) -> None:
    page = show(BabyForm(clock))
    seen = set()
    for month in range(1, 13):
        page.show_baby(replace(MIA, born=date(2026, month, 9)), TODAY)
        QApplication.processEvents()
        steps = [b for b in page.findChildren(QAbstractButton) if b.text() in ("Less", "More")]
        seen.add(tuple(b.mapTo(page, QPoint()).toTuple() for b in steps))
    assert len(seen) == 1


def test_telling_one_date_moves_no_other(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(BabyForm(clock))
    page.show_baby(None, TODAY)
    QApplication.processEvents()
    words = "Due date (only if your baby came early)"
    due = next(b for b in page.findChildren(QAbstractButton) if b.text() == words)
    before = due.mapTo(page, QPoint())
    press(qtbot, page, "Birth date")
    QApplication.processEvents()
    assert due.mapTo(page, QPoint()) == before


def test_a_known_baby_keeps_its_dates(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(baby(clock))
    with qtbot.waitSignal(page.saved) as told:
        press(qtbot, page, "Keep")
    assert told.args == ["Mia", MIA.born, MIA.due]


def test_leaving_the_form_changes_nothing(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    page = show(baby(clock))
    with qtbot.waitSignal(page.cancelled), qtbot.assertNotEmitted(page.saved):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_help_marks_numbers_that_nobody_has_checked_and_they_come_last(
    show: Show, clock: FakeClock
) -> None:
    told = words_on(show(help_card(clock)))
    assert told.index("999") < told.index("0808 800 5000") < told.index("Not yet checked")
    assert told.index("Not yet checked") < told.index("0800 000 000")


def test_who_feels_low_reads_of_people_who_listen_and_of_no_signs_of_illness(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    card = show(TalkCard(clock))
    words = read_words(assets_dir())
    for country in ("UK", "IE", "US", "AU", "NZ", "CA"):
        lines = words.help_lines[country]
        card.show_card(words.cards["talk"], lines)
        QApplication.processEvents()
        told = words_on(card)
        assert told.index("Feeling low, tearful, or far from your baby") < told.index("who listen")
        sure = [line for line in lines.listening if line.certainty.is_sure]
        for line in sure:
            assert line.notes, f"{line.name} does not say what it is for"
            assert told.index(line.number) < told.index("harming yourself")
        assert sure and lines.certain[0].number in told
        assert "midwife" in told and "health visitor" in told and "GP" in told
        assert "Not breathing" not in told and "NSPCC" not in told
    with qtbot.waitSignal(card.help_requested):
        press(qtbot, card, "If your baby seems ill")


def test_help_where_no_country_is_known_has_every_emergency_number(
    show: Show, clock: FakeClock
) -> None:
    card = show(help_card(clock))
    card.show_card(HELP, None, (("999", "United Kingdom"), ("911", "Canada, United States")))
    QApplication.processEvents()
    told = words_on(card)
    assert "999 United Kingdom" in told and "911 Canada, United States" in told
    assert "Choose your country in Settings for more numbers." in told


def test_help_opens_with_whom_to_ring_and_the_signs_beside(show: Show, clock: FakeClock) -> None:
    card = show(HelpCard(clock))
    card.resize(1366, 768)
    words = read_words(assets_dir())
    for country in ("UK", "IE", "US", "AU", "NZ", "CA", ""):
        everywhere = () if country else words.emergency_numbers()
        card.show_card(words.cards["help"], words.lines_for(country), everywhere)
        QApplication.processEvents()
        where = {part.text(): part for part in card.findChildren(Words) if part.isVisible()}
        emergency, crying, harm, *_ = words.cards["help"].sections
        seen = ("Whom to ring", *emergency.lines, *crying.lines, *harm.lines)
        for line in seen:
            bottom = where[line].mapTo(card._scroller, where[line].rect().bottomLeft()).y()
            assert bottom < card._scroller.height(), f"{country}: {line} is below the fold"


def test_help_is_there_before_any_file_has_been_read(show: Show, clock: FakeClock) -> None:
    told = words_on(show(HelpCard(clock)))
    assert "emergency number" in told
    assert "Never shake a baby." in told


def test_help_in_another_country_takes_the_place_of_the_first(show: Show, clock: FakeClock) -> None:
    card = show(help_card(clock))
    card.show_card(None, None)
    QApplication.processEvents()
    assert "999" not in words_on(card)
    card.show_card(None, UK)
    QApplication.processEvents()
    assert "999" in words_on(card)


def test_cards_close_at_almost_any_press(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    for make in (help_card, welcome):
        card = show(make(clock))
        for key in (Qt.Key.Key_F1, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return):
            with qtbot.waitSignal(card.closed):
                QTest.keyClick(card, key)
        with qtbot.waitSignal(card.closed):
            QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        with qtbot.assertNotEmitted(card.closed):
            QTest.keyClick(card, Qt.Key.Key_Down)


def test_the_press_that_opened_a_card_does_not_close_it(
    show: Show, clock: FakeClock, qtbot: QtBot
) -> None:
    card = show(help_card(clock))
    card.hide()
    card.open_card()
    with qtbot.assertNotEmitted(card.closed):
        QTest.keyClick(card, Qt.Key.Key_F1)


def test_arrows_move_a_long_card(show: Show, clock: FakeClock, qtbot: QtBot) -> None:
    card = show(help_card(clock))
    card.resize(1024, 400)
    QApplication.processEvents()
    bar = card._scroller.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(card, Qt.Key.Key_Down)
    assert bar.value() > 0
