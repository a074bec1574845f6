"""A notice: one sentence from the program, at the top of the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.lettering import Line, fitting, paint_lines
from massage_guide.widgets.pressable import line_width
from massage_guide.widgets.theme import themed


class Notice(QWidget):
    """Lies in the middle of the top edge and takes no mouse events.

    Signals: none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line("", 21)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._line.text

    def say(self, text: str) -> None:
        """Say something else."""
        self._line = Line(text, 21)
        self.setAccessibleName(text)
        self.update()

    def place(self, window: QRect) -> None:
        """Lie at the top of a window."""
        theme = themed(self)
        pad = theme.px(24)
        one_line = line_width(self._line.text, self._line.font(theme, 1.0))
        # No wider than the middle of Guide, so that its words on both sides stay in sight.
        wide = min(one_line, max(window.width() * 35 // 100, theme.px(400)) - 2 * pad)
        high = self._line.height(theme, 1.0, wide)
        box = QRect(0, theme.px(14), wide + 2 * pad, high + theme.px(24))
        box.moveLeft((window.width() - box.width()) // 2)
        self.setGeometry(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.palette.line), 1))
        painter.setBrush(QColor(theme.palette.card))
        radius = theme.px(22)
        face = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(face, radius, radius)
        inner = face.adjusted(theme.px(24), theme.px(12), -theme.px(24), -theme.px(12))
        factor = fitting((self._line,), theme, inner.width() + 2, inner.height() + 2)
        align = Qt.AlignmentFlag.AlignHCenter
        paint_lines(painter, (self._line,), inner, theme, factor, align)
