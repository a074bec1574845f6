"""An overlay: one large card over a screen, closed by almost anything, back to the same moment."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.pressable import PRESS_KEYS
from massage_guide.widgets.scroller import Scroller
from massage_guide.widgets.settling import Clock, Settling
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words


class Overlay(Settling):
    """A veil and a card; what is below stays as it was.

    Signals: closed, a request to be put away.
    """

    closed = Signal()
    widest = 1340
    """Width of the card, at most; pixels of the design window."""

    def __init__(
        self, title: str, close: str, clock: Clock = monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(clock, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = Words(title, Role.TITLE)
        self.setAccessibleName(title)
        self._close = Button(close, Kind.GO, role=Role.HEADING)
        self._close.set_width(200)
        self._close.set_height(68)
        self._close.clicked.connect(self.closed)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self.body)
        self._scroller = Scroller(inside)
        self._scroller.fade_to_card()
        self._card = QFrame()
        self._card.setProperty("panel", "card")
        self._column = QVBoxLayout(self._card)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroller, 1)
        self._around = QVBoxLayout(self)
        self._around.addWidget(self._card)

    def open_card(self) -> None:
        """Come to the front and take the keyboard."""
        self.show()
        self.raise_()
        self.setFocus()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme; an overlay adds its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on F1, Space, Enter or Escape; move with the arrows; keep every other key."""
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if key in PRESS_KEYS or key in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
            self._ask_to_close()
        else:
            self._scroller.move_by(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through to what is below."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close on a click anywhere."""
        self._ask_to_close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        palette = themed(self).palette
        veil = QColor(palette.veil)
        veil.setAlphaF(palette.veil_opacity)
        QPainter(self).fillRect(self.rect(), veil)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit(themed(self))
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top of the card."""
        self._fit(themed(self))
        self._scroller.verticalScrollBar().setValue(0)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._fit(themed(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it lies in."""
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None and watched is parent:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def _ask_to_close(self) -> None:
        if self.is_settled():
            self.closed.emit()

    def _fit(self, theme: Theme) -> None:
        around, inside = theme.px(34), theme.px(28)
        beside = max(around, (self.width() - theme.px(self.widest)) // 2)
        self._around.setContentsMargins(beside, around, beside, around)
        self._column.setContentsMargins(inside, inside, inside, inside)
        self._column.setSpacing(theme.px(16))
        self.body.setSpacing(theme.px(16))
        self.fit(theme)
