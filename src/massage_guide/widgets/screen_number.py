"""A screen's number, large, so that one can see which screen is which."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.stage.palette import PROJECTOR

_SIZE = 420
"""Pixels."""


class ScreenNumber(QWidget):
    """A number on a card, above everything; it takes no key and no press."""

    def __init__(self, number: int) -> None:
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.ToolTip
            | Qt.WindowType.WindowTransparentForInput,
        )
        self.number = number
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Screen {0}").format(number))
        self.resize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(PROJECTOR.accent_deep))
        font = QFont(QApplication.font())
        font.setPixelSize(round(_SIZE * 0.72))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(PROJECTOR.card))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self.number))
