"""A pill: a few strong words on a colour of their own, seen from the corner of an eye."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.widgets.pressable import line_width
from massage_guide.widgets.theme import Role, themed


class Pill(QWidget):
    """Words on a ground; takes no press.

    Signals: none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._ground, self._ink = "", "accent_soft", "ink"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, ground: str, ink: str) -> None:
        """Say this in colours of the palette, or in colours as #rrggbb."""
        if (text, ground, ink) != (self._text, self._ground, self._ink):
            self._text, self._ground, self._ink = text, ground, ink
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        font = theme.font(Role.HEADING)
        return QSize(line_width(self._text, font) + theme.px(44), theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme.palette, self._ground, self._ground)))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font(Role.HEADING))
        painter.setPen(QColor(getattr(theme.palette, self._ink, self._ink)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
