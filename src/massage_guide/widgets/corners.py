"""Corners: rounds a picture by laying the page's colour over its four corners."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.theme import themed

_RADIUS = 28
"""Pixels of the design window."""


class Corners(QWidget):
    """Lies over a picture; only its corners exist, so that a moving picture never repaints it."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.installEventFilter(self)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        whole, round_one = QPainterPath(), QPainterPath()
        box = QRectF(self.rect())
        whole.addRect(box)
        round_one.addRoundedRect(box, theme.px(_RADIUS), theme.px(_RADIUS))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(whole - round_one, QColor(theme.palette.paper))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the picture."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        picture = self.parentWidget()
        if picture is None:
            return
        self.setGeometry(picture.rect())
        side = themed(self).px(_RADIUS) + 1
        right, low = self.width() - side, self.height() - side
        places = ((0, 0), (right, 0), (0, low), (right, low))
        corners = QRegion()
        for x, y in places:
            corners += QRegion(QRect(x, y, side, side))
        self.setMask(corners)
        self.raise_()
