"""The main window: screens by name, cards above them, a notice, and dimmed light."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from massage_guide.widgets.dim import Dim, dimmed
from massage_guide.widgets.held_keys import HeldKeys
from massage_guide.widgets.notice import Notice
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.pressable import is_chord
from massage_guide.widgets.sheet import Sheet
from massage_guide.widgets.theme import DESIGN, Theme, sized, wear

NOTICE_STAYS = 8.0
"""Seconds that a notice stays, unless it is to be kept."""
_SMALLEST = (800, 500)


class _Layer(QWidget):
    """Lies above the screens, holds the cards and keeps the keyboard in them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Never leave for the screen below."""
        return True


Card = Overlay | Sheet
"""What may lie above a screen."""


class MainWindow(QMainWindow):
    """One window with one screen at a time; it remembers no data.

    Signals: closing (before it closes, which nothing hinders), help_requested, mute_requested
    and keys_requested (keys that no screen took), screen_changed(name), card_closed(name),
    full_screen_changed(bool), dim_changed(bool).
    """

    closing = Signal()
    help_requested = Signal()
    mute_requested = Signal()
    keys_requested = Signal()
    screen_changed = Signal(str)
    card_closed = Signal(str)
    full_screen_changed = Signal(bool)
    dim_changed = Signal(bool)

    def __init__(self, theme: Theme, icon: QIcon | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._worn: Theme | None = None
        self._was_maximized = False
        self._screens: dict[str, QWidget] = {}
        self._cards: dict[str, Card] = {}
        self._open = ""
        self._focus_before: QWidget | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._layer = _Layer(self)
        self._notice = Notice(self)
        self._dim = Dim(self)
        self._held_keys = HeldKeys(self)
        self._notice_over = QTimer(self)
        self._notice_over.setSingleShot(True)
        self._notice_over.timeout.connect(self.hide_notice)
        self.setWindowTitle(self.tr("Massage Guide"))
        if icon is not None:
            self.setWindowIcon(icon)
        self.setMinimumSize(*_SMALLEST)
        self.resize(DESIGN)
        self._dress()

    @property
    def screen_name(self) -> str:
        """Name of the screen that is shown; empty before the first."""
        shown = self._stack.currentWidget()
        return next((name for name, screen in self._screens.items() if screen is shown), "")

    @property
    def card_name(self) -> str:
        """Name of the card that lies above it; empty for none."""
        return self._open

    @property
    def theme(self) -> Theme:
        """The theme as it is worn at this size."""
        return self._worn or self._theme

    @property
    def is_dim(self) -> bool:
        """Whether the light is dimmed."""
        return not self._dim.isHidden()

    @property
    def notice(self) -> str:
        """The sentence at the top; empty for none."""
        return "" if self._notice.isHidden() else self._notice.text()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme; everything inside follows."""
        self._theme = theme
        self._dress()

    def add_screen(self, name: str, screen: QWidget) -> None:
        """Put a screen under a name."""
        self._screens[name] = screen
        self._stack.addWidget(screen)

    def show_screen(self, name: str) -> None:
        """Show that screen, without any card above it."""
        self.close_card()
        changed = self.screen_name != name
        self._stack.setCurrentWidget(self._screens[name])
        self.focus_screen()
        if changed:
            self.screen_changed.emit(name)

    def add_card(self, name: str, card: Card) -> None:
        """Put a card under a name; it may lie above any screen, and closes itself."""
        self._cards[name] = card
        card.setParent(self._layer)
        card.hide()
        card.closed.connect(self.close_card)

    def open_card(self, name: str) -> None:
        """Lay that card above the screen, in place of any other."""
        if self._open:
            self._cards[self._open].hide()
        else:
            self._focus_before = QApplication.focusWidget()
        self._open = name
        self._layer.show()
        self._stack_up()
        self._cards[name].setGeometry(self._layer.rect())
        self._cards[name].open_card()

    @Slot()
    def close_card(self) -> None:
        """Put the card away; the screen below is where it was."""
        name, self._open = self._open, ""
        if not name:
            return
        self._cards[name].hide()
        self._layer.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and before.isVisible() and self._stack.isAncestorOf(before):
            before.setFocus()
        else:
            self.focus_screen()
        self.card_closed.emit(name)

    def focus_screen(self) -> None:
        """Let keys reach the present screen."""
        screen = self._stack.currentWidget()
        if screen is None or self._open:
            return
        inside = screen.focusWidget()
        if inside is not None and inside.isVisible():
            inside.setFocus()
        else:
            screen.setFocus()

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the whole display, or go back."""
        if self.isFullScreen():
            self.leave_full_screen()
            return
        self._was_maximized = self.isMaximized()
        self.showFullScreen()
        self.full_screen_changed.emit(True)

    @Slot()
    def leave_full_screen(self) -> None:
        """Go back to a window."""
        if self.isFullScreen():
            if self._was_maximized:
                self.showMaximized()
            else:
                self.showNormal()
            self.full_screen_changed.emit(False)

    @Slot()
    def toggle_dim(self) -> None:
        """Dim the light for the night, or bring it back."""
        self._dim.setVisible(self._dim.isHidden())
        self._dress()
        self._stack_up()
        self.dim_changed.emit(self.is_dim)

    def show_notice(self, text: str, keep: bool = False) -> None:
        """Say one sentence at the top, for a while or until something else is said."""
        self._notice.say(text)
        self._notice.place(self.rect())
        self._notice.show()
        self._stack_up()
        if keep:
            self._notice_over.stop()
        else:
            self._notice_over.start(round(NOTICE_STAYS * 1000))

    @Slot()
    def hide_notice(self) -> None:
        """Take the sentence away."""
        self._notice_over.stop()
        self._notice.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that no screen took."""
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if is_chord(event):
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.leave_full_screen()
        elif key in (Qt.Key.Key_F11, Qt.Key.Key_F):
            self.toggle_full_screen()
        elif key == Qt.Key.Key_N:
            self.toggle_dim()
        elif key == Qt.Key.Key_M:
            self.mute_requested.emit()
        elif key == Qt.Key.Key_F1:
            self.help_requested.emit()
        elif key == Qt.Key.Key_Question:
            self.keys_requested.emit()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to the keys where they come in."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self._held_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._dress()
        for sheet in (self._layer, self._dim):
            sheet.setGeometry(self.rect())
        for card in self._cards.values():
            card.setGeometry(self.rect())
        self._notice.place(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Let keys reach the screen when the window comes to the front without a focus."""
        came = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came and QApplication.focusWidget() is None:
            self.focus_screen()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so, and close at once."""
        self._notice_over.stop()
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self._held_keys)
        self.closing.emit()
        event.accept()

    def _dress(self) -> None:
        chosen = dimmed(self._theme) if self.is_dim else self._theme
        theme = sized(chosen, self.size())
        if theme != self._worn:
            # Under a style sheet Qt would bring the palette before it back.
            self.setStyleSheet("")
            self._worn = theme
            wear(self, theme)
            # for the windows of Qt's own, where a file or a printer is chosen
            QApplication.setPalette(theme.colours())

    def _stack_up(self) -> None:
        self._layer.raise_()
        self._notice.raise_()
        self._dim.raise_()
