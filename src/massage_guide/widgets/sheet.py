"""A sheet: a painted card over the whole window that any press or a few keys close."""

from __future__ import annotations

from collections.abc import Callable, Collection
from time import monotonic

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.once import Once
from massage_guide.widgets.theme import themed


class Sheet(QWidget):
    """Paints the veil and the card; a subclass fills the card.

    Signals: closed, a request to be put away.
    """

    closed = Signal()

    def __init__(
        self,
        closing: Collection[Qt.Key] | None = None,
        clock: Callable[[], float] = monotonic,
        parent: QWidget | None = None,
    ) -> None:
        """Close with these keys; with every key if none are given."""
        super().__init__(parent)
        self._closing = closing
        self._once = Once(clock)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def card_box(self) -> QRect:
        """Where the card lies."""
        theme = themed(self)
        edge = theme.px(34)
        wide = min(self.width() - 2 * edge, theme.px(1380))
        high = min(self.height() - 2 * edge, theme.px(860))
        box = QRect(0, 0, wide, high)
        box.moveCenter(self.rect().center())
        return box

    def open_card(self) -> None:
        """Come to the front and take the keyboard."""
        self.show()
        self.raise_()
        self.setFocus()

    def fit(self) -> None:
        """Set everything at its place for the present size and theme."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or leave the key to the window."""
        if event.isAutoRepeat():
            return
        if self._closing is not None and Qt.Key(event.key()) not in self._closing:
            event.ignore()
        elif self._once.allows():
            self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        event.accept()
        if self._once.allows():
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the press that opened it not close it again."""
        self._once.mark()
        self.fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil and the card."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.palette.veil)
        veil.setAlphaF(theme.palette.veil_opacity)
        painter.fillRect(self.rect(), veil)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.paper))
        radius = theme.px(34)
        painter.drawRoundedRect(QRectF(self.card_box()), radius, radius)
