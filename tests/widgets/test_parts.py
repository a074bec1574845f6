"""Parts: what a press, a key and a width do to the things that pages are made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.settings import Settings, TextSize
from massage_guide.domain.settings import Theme as ThemeName
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.stage.palette import EVENING, LIGHT, PALETTES
from massage_guide.widgets.breath import IN, OUT, Breath, breathing_in, fullness
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import Chip, ChipRow, Choose
from massage_guide.widgets.day_field import DayField
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.pressable import ONCE
from massage_guide.widgets.settledness_row import SettlednessRow
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.theme import Role, Theme, chosen, sized, themed, wear
from massage_guide.widgets.words import Words

LEFT = Qt.MouseButton.LeftButton


def mouse(part: QWidget, kind: QEvent.Type, at: int) -> None:
    middle = part.rect().center().toPointF()
    buttons = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, middle, part.mapToGlobal(middle), LEFT, buttons, Qt.KeyboardModifier.NoModifier
    )
    event.setTimestamp(at)
    QApplication.sendEvent(part, event)


def press_at(part: QWidget, at: int) -> None:
    mouse(part, QEvent.Type.MouseButtonPress, at)
    mouse(part, QEvent.Type.MouseButtonRelease, at + 50)


def heard_from(button: Button) -> list[bool]:
    heard: list[bool] = []

    def hear(on: bool) -> None:
        heard.append(on)

    button.clicked.connect(hear)
    return heard


def chip_of(row: QWidget, text: str) -> Chip:
    return next(
        chip for chip in row.findChildren(Chip) if chip.text() == text and not chip.isHidden()
    )


def test_a_second_press_at_once_is_a_slip(qtbot: QtBot) -> None:
    button = Button("Go on", Kind.GO)
    qtbot.addWidget(button)
    heard = heard_from(button)
    press_at(button, 5_000)
    press_at(button, 5_000 + ONCE - 1)
    assert len(heard) == 1
    press_at(button, 5_000 + ONCE)
    assert len(heard) == 2


def test_a_stepper_means_its_quick_presses(qtbot: QtBot) -> None:
    stepper = Stepper(0, 10)
    qtbot.addWidget(stepper)
    stepper.changed.connect(shown_in(stepper))
    more = next(b for b in stepper.findChildren(QWidget) if b.accessibleName() == "More")
    for at in range(0, 1_000, 100):
        press_at(more, at)
    assert stepper.value == 10


def shown_in(stepper: Stepper) -> Callable[[int], None]:
    def show(value: int) -> None:
        stepper.show_value(value, str(value))

    return show


def test_a_click_leaves_the_keyboard_where_it_was(qtbot: QtBot) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    button = Button("Hungry", parent=page)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.setFocus()
    QTest.mouseClick(button, LEFT)
    assert QApplication.focusWidget() is page


def test_tab_reaches_a_button_and_space_presses_it_once(qtbot: QtBot) -> None:
    page = QWidget()
    button = Button("Hungry", parent=page)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert button.hasFocus()
    heard = heard_from(button)
    QTest.keyClick(button, Qt.Key.Key_Space)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QApplication.sendEvent(button, held)
    assert len(heard) == 1


def test_a_key_in_a_chord_presses_nothing(qtbot: QtBot) -> None:
    button = Button("Hungry")
    qtbot.addWidget(button)
    heard = heard_from(button)
    QTest.keyClick(button, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


@pytest.mark.parametrize(
    ("choose", "after_two", "after_again"),
    [
        (Choose.ANY, ("one", "two"), ("one",)),
        (Choose.AT_MOST_ONE, ("two",), ()),
        (Choose.ONE, ("two",), ("two",)),
    ],
)
def test_a_row_keeps_its_promise_about_how_many(
    choose: Choose, after_two: tuple[str, ...], after_again: tuple[str, ...], qtbot: QtBot
) -> None:
    row = ChipRow(choose)
    qtbot.addWidget(row)
    row.offer((("one", "One"), ("two", "Two")))
    chip_of(row, "One").click()
    chip_of(row, "Two").click()
    assert row.chosen() == after_two
    chip_of(row, "Two").click()
    assert row.chosen() == after_again
    assert row.last_pressed == "two"


def test_settledness_offers_no_sleep_to_a_crying_baby(qtbot: QtBot) -> None:
    row = SettlednessRow()
    qtbot.addWidget(row)
    row.rate(Settledness.CRYING)
    assert {c.word for c in row.findChildren(Chip) if not c.isHidden()} == {"awake", "drowsy"}
    row.rate(Settledness.CALM)
    assert "asleep" in {c.word for c in row.findChildren(Chip) if not c.isHidden()}


def test_a_rating_can_be_taken_back(qtbot: QtBot) -> None:
    row = SettlednessRow()
    qtbot.addWidget(row)
    calm = next(
        part
        for part in row.findChildren(QWidget)
        if part.accessibleName() == "Calm" and hasattr(part, "click")
    )
    with qtbot.waitSignal(row.rated) as told:
        QTest.mouseClick(calm, LEFT)
    assert told.args == [Settledness.CALM, None]
    with qtbot.waitSignal(row.rated) as told:
        QTest.mouseClick(calm, LEFT)
    assert told.args == [None, None]


def test_a_second_press_says_awake_drowsy_or_asleep(qtbot: QtBot) -> None:
    row = SettlednessRow()
    qtbot.addWidget(row)
    row.rate(Settledness.CALM)
    with qtbot.waitSignal(row.rated) as told:
        chip_of(row, "Asleep").click()
    assert told.args == [Settledness.CALM, BabyState.ASLEEP]


def test_a_breath_fills_for_four_seconds_and_empties_for_six() -> None:
    assert fullness(0) == pytest.approx(0)
    assert fullness(IN) == pytest.approx(1)
    assert fullness(IN + OUT) == pytest.approx(0)
    rising = [fullness(s / 10) for s in range(41)]
    falling = [fullness(IN + s / 10) for s in range(60)]
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert breathing_in(3.9)
    assert not breathing_in(4.1)
    assert breathing_in(10.1)


def test_a_breath_grows_unless_motion_is_reduced(qtbot: QtBot) -> None:
    def reach(theme: Theme, seconds: float) -> int:
        breath = Breath()
        qtbot.addWidget(breath)
        wear(breath, theme)
        breath.resize(200, 200)
        breath.set_seconds(seconds)
        image = breath.grab().toImage()
        paper = image.pixelColor(0, 0)
        # Where the first petal begins, going inwards from the right: a step in lightness.
        row = [image.pixelColor(x, 100).lightness() for x in range(199, 100, -1)]
        steps = [x for x in range(1, len(row)) if row[x - 1] - row[x] > 6]
        assert paper.isValid()
        return steps[0] if steps else len(row)

    assert reach(Theme(), 4.0) < reach(Theme(), 0.0)
    still = Theme(reduced_motion=True)
    assert abs(reach(still, 4.0) - reach(still, 0.0)) <= 2


def test_a_flow_sets_as_many_lines_as_the_width_asks_for(qtbot: QtBot) -> None:
    flow = Flow(gap=10)
    qtbot.addWidget(flow)
    for text in ("Looked at me", "Held my gaze", "Smiled", "Just sat"):
        flow.add(Chip(text, text))
    assert flow.heightForWidth(2_000) < flow.heightForWidth(400) < flow.heightForWidth(180)
    flow.resize(400, flow.heightForWidth(400))
    flow.show()
    QApplication.processEvents()
    for part in flow.findChildren(Chip):
        assert flow.rect().contains(part.geometry())


def test_a_day_can_be_left_blank_and_never_leaves_its_month(qtbot: QtBot) -> None:
    field = DayField("Birth date")
    qtbot.addWidget(field)
    field.show_day(date(2026, 3, 31), date(2026, 11, 22))
    month = field.findChildren(Stepper)[1]
    with qtbot.waitSignal(field.changed) as told:
        month.changed.emit(2)
    assert told.args == [date(2026, 2, 28)]
    with qtbot.waitSignal(field.changed) as told:
        field.findChildren(Chip)[0].click()
    assert told.args == [None]
    assert field.day is None


def test_a_theme_comes_from_settings_and_the_window() -> None:
    settings = Settings(ThemeName.EVENING, TextSize.LARGEST, left_handed=True, reduced_motion=True)
    theme = chosen(settings)
    assert theme.palette is EVENING
    assert (theme.text_percent, theme.left_handed, theme.reduced_motion) == (150, True, True)
    wide = sized(theme, QSize(1920, 1080))
    assert wide.text_px(Role.BODY) > theme.text_px(Role.BODY)
    assert sized(theme, QSize(300, 200)).target() >= 64


def test_dragging_an_edge_by_a_little_changes_nothing() -> None:
    assert sized(Theme(), QSize(1280, 720)) == sized(Theme(), QSize(1290, 726))


def test_parts_wear_what_their_window_wears(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inside = QVBoxLayout(window)
    words = Words("Calm", Role.TITLE)
    inside.addWidget(words)
    assert themed(words) == Theme()
    evening = Theme(EVENING, 150)
    wear(window, evening)
    assert themed(words) is evening
    assert themed(window).palette is not LIGHT
    window.show()
    QApplication.processEvents()
    assert words.fontMetrics().height() >= evening.text_px(Role.TITLE)


def test_a_name_is_never_read_as_markup(qtbot: QtBot) -> None:
    words = Words("<b>Mia</b> & <img src=x>")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_an_offer_keeps_its_shape_on_the_page_under_the_pointer(qtbot: QtBot) -> None:
    for palette in PALETTES.values():
        page = QWidget()
        qtbot.addWidget(page)
        wear(page, Theme(palette))
        offer = Button("Save as PDF", Kind.OFFER, parent=page)
        offer.resize(220, 70)
        offer.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        picture = offer.grab().toImage()
        inside = picture.pixelColor(40, 16).name()
        assert inside == palette.accent_soft, palette.name
        column = {picture.pixelColor(110, y).name() for y in range(12)}
        assert palette.accent in column, "and an edge shows that it can be pressed"
