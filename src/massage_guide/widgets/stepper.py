"""A stepper: a number with a large less and a large more."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.widgets.pressable import PRESS_KEYS, Pressable, is_chord
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words

_HELD_FOR = 450
"""Milliseconds until a sign that is held begins to repeat."""
_EVERY = 130
"""Milliseconds from one repetition to the next."""


class _Sign(Pressable):
    """A drawn minus or plus."""

    rapid = True

    def __init__(self, name: str, more: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._more = more
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_HELD_FOR)
        self.setAutoRepeatInterval(_EVERY)

    def corner(self, theme: Theme) -> float:
        """Round the corners."""
        return (self.height() - 2 * self.room()) / 2

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        side = themed(self).target(60) + 2 * self.room()
        return QSize(side, side)

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on stepping while a key is held; a long way to a date is no slip of the hand."""
        if event.isAutoRepeat() and event.key() in PRESS_KEYS and not is_chord(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        ground = own.card_hover if self.underMouse() else own.card
        painter.setBrush(QColor(own.card_pressed if self.isDown() else ground))
        painter.setPen(QPen(QColor(own.line), 2))
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
        pen = QPen(QColor(own.ink), max(2.5, theme.px(3)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, arm = face.center(), face.height() * 0.16
        painter.drawLine(QLineF(middle.x() - arm, middle.y(), middle.x() + arm, middle.y()))
        if self._more:
            painter.drawLine(QLineF(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm))


class Stepper(QWidget):
    """A whole number within bounds, changed by one.

    Signals: changed(int).
    """

    changed = Signal(int)

    def __init__(
        self, lowest: int, highest: int, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """`name` says what it counts, for those who do not see what stands beside it."""
        super().__init__(parent)
        self._bounds = (lowest, highest)
        self._value = lowest
        self._kept: tuple[str, ...] = ()
        self._less = _Sign(self.tr("Less"), more=False)
        self._more = _Sign(self.tr("More"), more=True)
        self._words = Words(role=Role.HEADING).centred()
        for sign in (self._less, self._more):
            sign.setAccessibleDescription(name)
        self._less.clicked.connect(self._on_less)
        self._more.clicked.connect(self._on_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._less)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def show_value(self, value: int, words: str) -> None:
        """Show a number, said in words."""
        self._value = value
        self._words.setText(words)
        self._less.setEnabled(value > self._bounds[0])
        self._more.setEnabled(value < self._bounds[1])

    def keep_room_for(self, words: Iterable[str]) -> None:
        """Stay as wide as the widest of these, so that the signs never slide."""
        self._kept = tuple(words)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready to be seen."""
        self._keep_room()
        super().showEvent(event)

    def _keep_room(self) -> None:
        if self._kept:
            metrics = QFontMetrics(themed(self).font(Role.HEADING))
            widest = max(metrics.horizontalAdvance(words) for words in self._kept)
            self._words.setFixedWidth(widest + themed(self).px(8))

    @Slot()
    def _on_less(self) -> None:
        self.changed.emit(max(self._value - 1, self._bounds[0]))

    @Slot()
    def _on_more(self) -> None:
        self.changed.emit(min(self._value + 1, self._bounds[1]))
