"""Badges: quiet words about what is different just now, one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.lettering import Line, fitting, paint_lines
from massage_guide.widgets.pressable import line_width
from massage_guide.widgets.theme import Theme, themed


@dataclass(frozen=True, slots=True)
class Badge:
    """One of them."""

    text: str
    warm: bool = False
    """Whether it answers a press, and so should be seen at once."""

    def line(self) -> Line:
        """Its words as a line."""
        return Line(self.text, 22, strong=True, tint="warm_ink" if self.warm else "accent_deep")


class Badges(QWidget):
    """Badges in a box that somebody else sets.

    Signals: none. It takes no mouse events.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges: tuple[Badge, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def texts(self) -> tuple[str, ...]:
        """What they say, from the top."""
        return tuple(badge.text for badge in self._badges)

    def set_badges(self, badges: tuple[Badge, ...]) -> bool:
        """Show exactly these; tells whether anything changed."""
        if badges == self._badges:
            return False
        self._badges = badges
        self.setAccessibleName(". ".join(badge.text for badge in badges))
        self.update()
        return True

    def height_for(self, width: int) -> int:
        """How high they are within a width, pixels."""
        boxes = self._boxes(themed(self), width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        width = themed(self).px(360)
        return QSize(width, self.height_for(width))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._boxes(theme, self.width())
        for badge, box in zip(self._badges, boxes, strict=True):
            own = theme.palette
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(own.warm_soft if badge.warm else own.accent_soft))
            radius = min(theme.px(22), box.height() // 2)
            painter.drawRoundedRect(box, radius, radius)
            inner = QRectF(box).adjusted(theme.px(18), theme.px(9), -theme.px(18), -theme.px(9))
            lines = (badge.line(),)
            factor = fitting(lines, theme, inner.width(), inner.height() + 1)
            paint_lines(painter, lines, inner, theme, factor)

    def _boxes(self, theme: Theme, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        top = 0
        for badge in self._badges:
            line = badge.line()
            pad = theme.px(18)
            wide = min(line_width(badge.text, line.font(theme, 1.0)) + 2 * pad, width)
            factor = fitting((line,), theme, wide - 2 * pad, 10_000)
            high = line.height(theme, factor, wide - 2 * pad) + 2 * theme.px(9)
            boxes.append(QRect(0, top, wide, high))
            top += high + theme.px(10)
        return boxes
