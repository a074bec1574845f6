"""The main window: screens, cards above them, keys that always arrive, and no dialog ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.session import Baby
from massage_guide.files.cards_file import read_words
from massage_guide.files.paths import assets_dir
from massage_guide.stage.palette import EVENING, PALETTES, Palette
from massage_guide.stage.view import StageView
from massage_guide.widgets.dim import Dim
from massage_guide.widgets.theme import Theme, themed
from massage_guide.windows.cue_card import CueCard
from massage_guide.windows.guide import Guide
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.home import Home
from massage_guide.windows.keys_card import KeysCard
from massage_guide.windows.main_window import MainWindow
from tests.doubles import FakeClock
from tests.stage.light import contrast

Key = Qt.Key
KEY_DOWN, KEY_UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


@pytest.fixture
def guide(clock: FakeClock) -> Guide:
    return Guide(StageView(), clock)


@pytest.fixture
def window(qtbot: QtBot, clock: FakeClock, guide: Guide) -> Iterator[MainWindow]:
    window = MainWindow(Theme())
    window.add_screen("home", Home())
    window.add_screen("guide", guide)
    window.add_card("help", HelpCard(clock))
    cue_card = CueCard(clock)
    cue_card.show_card(read_words(assets_dir()).cards["cue-card"])
    window.add_card("cue", cue_card)
    window.add_card("keys", KeysCard(clock))
    qtbot.addWidget(window)
    window.show_screen("guide")
    window.show()
    QApplication.processEvents()
    guide.show_state("playing")
    yield window
    window.close()


def press(key: Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None, "keys go nowhere"
    event = QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(focused, event)


def lightness(window: MainWindow) -> int:
    return window.grab().toImage().pixelColor(5, 5).lightness()


def seen(colour: str) -> str:
    """A colour as it is under the thin veil."""
    ground = QPixmap(4, 4)
    ground.fill(QColor(colour))
    page = QWidget()
    veil = Dim(page)
    veil.resize(4, 4)
    veil.render(ground, renderFlags=QWidget.RenderFlag.DrawChildren)
    return ground.toImage().pixelColor(1, 1).name()


def press_at(window: MainWindow, x: int, y: int) -> None:
    """Press where a pointer would: on whatever takes presses there."""
    under = window.childAt(QPoint(x, y))
    assert under is not None
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)


def test_one_screen_at_a_time_by_name(window: MainWindow) -> None:
    shown: list[str] = []
    window.screen_changed.connect(shown.append)
    window.show_screen("home")
    window.show_screen("home")
    assert window.screen_name == "home"
    assert shown == ["home"]


@pytest.mark.parametrize("card", ["help", "cue", "keys"])
def test_a_card_lies_above_and_space_goes_back_to_the_same_moment(
    window: MainWindow, guide: Guide, clock: FakeClock, card: str
) -> None:
    closed: list[str] = []
    window.card_closed.connect(closed.append)
    window.open_card(card)
    assert window.card_name == card
    assert guide.isVisible()
    clock.pass_by(1.0)
    press(Key.Key_Space)
    assert window.card_name == ""
    assert closed == [card]
    assert QApplication.focusWidget() is guide


@pytest.mark.parametrize("card", ["help", "cue", "keys"])
def test_the_press_that_opened_a_card_does_not_close_it(window: MainWindow, card: str) -> None:
    window.open_card(card)
    press(Key.Key_Space)
    assert window.card_name == card


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_Escape, Key.Key_Return])
def test_the_cue_card_closes_with_its_own_keys(
    window: MainWindow, clock: FakeClock, key: Key
) -> None:
    window.open_card("cue")
    clock.pass_by(1.0)
    press(Key.Key_Right)
    assert window.card_name == "cue"
    press(key)
    assert window.card_name == ""


def test_the_cue_card_closes_with_a_press_anywhere(window: MainWindow, clock: FakeClock) -> None:
    window.open_card("cue")
    clock.pass_by(1.0)
    press_at(window, 400, 300)
    assert window.card_name == ""


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Question, Key.Key_Right, Key.Key_Escape])
def test_the_keys_card_closes_with_any_key(window: MainWindow, clock: FakeClock, key: Key) -> None:
    window.open_card("keys")
    clock.pass_by(1.0)
    press(key)
    assert window.card_name == ""


def test_one_card_takes_the_place_of_another(window: MainWindow, guide: Guide) -> None:
    window.open_card("cue")
    window.open_card("help")
    assert window.card_name == "help"
    window.close_card()
    assert window.card_name == ""
    assert QApplication.focusWidget() is guide


def test_tab_stays_in_the_card(window: MainWindow, guide: Guide) -> None:
    for card in ("help", "cue", "keys"):
        window.open_card(card)
        for _ in range(5):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert not guide.isAncestorOf(focused)
            assert focused is not guide
            if window.card_name == "":
                break
        window.close_card()


def test_a_card_over_the_rest_screen_gives_the_keyboard_back(
    window: MainWindow, guide: Guide
) -> None:
    guide.show_state("resting", "baby")
    assert QApplication.focusWidget() is guide.rest.choices[0]
    window.open_card("cue")
    window.close_card()
    assert QApplication.focusWidget() is guide.rest.choices[0]


def test_keys_that_no_screen_took_reach_the_window(window: MainWindow) -> None:
    window.show_screen("home")
    asked: list[str] = []
    window.keys_requested.connect(lambda: asked.append("keys"))
    press(Key.Key_Question)
    press(Key.Key_N)
    assert asked == ["keys"]
    assert window.is_dim
    press(Key.Key_N)
    assert not window.is_dim


def test_escape_leaves_full_screen_and_then_rests(window: MainWindow, guide: Guide) -> None:
    guide.full_screen_requested.connect(window.toggle_full_screen)
    asked: list[str] = []
    guide.rest_toggled.connect(lambda: asked.append("rest"))
    press(Key.Key_F)
    assert window.isFullScreen()
    press(Key.Key_Escape)
    assert not window.isFullScreen()
    assert asked == []
    press(Key.Key_Escape)
    assert asked == ["rest"]
    assert window.isVisible()


def test_dimmed_light_lets_every_press_through(window: MainWindow, guide: Guide) -> None:
    window.toggle_dim()
    asked: list[str] = []
    guide.rest_toggled.connect(lambda: asked.append("rest"))
    press_at(window, 640, 360)
    assert asked == ["rest"]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_dimmed_light_is_dark_and_its_words_stay_readable(
    window: MainWindow, palette: Palette
) -> None:
    window.show_screen("home")
    window.set_theme(Theme(palette))
    window.toggle_dim()
    assert themed(window).palette is EVENING
    assert lightness(window) < QColor(EVENING.paper).lightness() + 1
    assert contrast(seen(EVENING.ink), seen(EVENING.paper)) > 7
    assert contrast(seen(EVENING.soft_ink), seen(EVENING.paper)) > 4.5
    window.toggle_dim()
    assert themed(window).palette is palette


def test_dimmed_light_stays_when_the_theme_is_changed(window: MainWindow) -> None:
    window.toggle_dim()
    window.set_theme(Theme(text_percent=150))
    assert themed(window).palette is EVENING
    assert themed(window).text_percent == 150


def test_f1_on_the_keys_card_opens_help(window: MainWindow, clock: FakeClock) -> None:
    window.help_requested.connect(lambda: window.open_card("help"))
    window.open_card("keys")
    clock.pass_by(1.0)
    press(Key.Key_F1)
    assert window.card_name == "help"


def test_a_question_mark_closes_the_keys_card_though_shift_comes_before_it(
    window: MainWindow, clock: FakeClock
) -> None:
    window.open_card("keys")
    clock.pass_by(1.0)
    press(Key.Key_Shift)
    assert window.card_name == "keys"
    press(Key.Key_Question)
    assert window.card_name == ""


def test_every_real_key_comes_past_the_filter_for_held_keys(
    window: MainWindow, guide: Guide, clock: FakeClock
) -> None:
    asked: list[str] = []
    guide.hold_requested.connect(lambda: asked.append("hold"))
    for at, kind in ((1, KEY_DOWN), (700, KEY_UP), (700, KEY_DOWN), (740, KEY_UP), (740, KEY_DOWN)):
        event = QKeyEvent(kind, Key.Key_H.value, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(window.windowHandle(), event)
    assert asked == ["hold"]


def test_a_notice_goes_by_itself_unless_it_is_kept(window: MainWindow) -> None:
    window.show_notice("The journal is on a full disk, so this massage is not recorded.")
    assert window.notice.startswith("The journal")
    assert window._notice_over.isActive()
    window.show_notice("Something to keep.", keep=True)
    assert not window._notice_over.isActive()
    assert window.notice == "Something to keep."
    window.hide_notice()
    assert window.notice == ""


def test_a_notice_takes_no_press(window: MainWindow, guide: Guide) -> None:
    window.show_notice("The display may switch off.", keep=True)
    asked: list[str] = []
    guide.rest_toggled.connect(lambda: asked.append("rest"))
    press_at(window, 640, 30)
    assert asked == ["rest"]


def test_closing_during_a_massage_closes_at_once(window: MainWindow) -> None:
    told: list[bool] = []
    window.closing.connect(lambda: told.append(window.isVisible()))
    window.show_notice("A sentence that would still be there.")
    assert window.close()
    assert told == [True]
    assert not window.isVisible()
    assert not any(isinstance(w, QDialog) for w in QApplication.topLevelWidgets())


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_everything_follows_the_size_and_the_theme(
    window: MainWindow, guide: Guide, size: tuple[int, int]
) -> None:
    window.set_theme(Theme(EVENING, text_percent=150))
    window.resize(QSize(*size))
    window.open_card("cue")
    QApplication.processEvents()
    assert guide.size() == window.size() == QSize(*size)
    assert guide.picture.size() == guide.size()
    assert themed(guide).palette is EVENING
    assert themed(guide).text_percent == 150
    window.show_screen("home")
    QApplication.processEvents()
    assert window.grab().toImage().pixelColor(3, 3) == QColor(EVENING.paper)


def test_it_is_a_plain_window_with_a_title(window: MainWindow) -> None:
    assert isinstance(window, QMainWindow)
    assert window.windowTitle() == "Massage Guide"
    assert not any(isinstance(value, Baby) for value in vars(window).values())
