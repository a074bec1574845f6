"""Ghosts: what a still adds, hands that are painted faintly and as one, and small numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from massage_guide.domain.picture import Picture
from massage_guide.stage.palette import Palette
from massage_guide.stage.sprites import blank

GHOST = 0.52
"""Opacity of a ghost: it must be seen, and must not be taken for a hand."""
_ROUND = 4.3
"""Radius of a number's disc, figure units of FRONT."""


def paint_marks(
    painter: QPainter, picture: Picture, palette: Palette, size: float, scale: float
) -> None:
    """The numbers of a still; the painter's origin is the figure's, `scale` pixels a unit."""
    for number, at in enumerate(picture.marks, start=1):
        painter.setOpacity(picture.opacity)
        round_it = _ROUND * size
        disc = QRectF(-round_it, -round_it, 2 * round_it, 2 * round_it)
        disc.translate(at.x * scale, at.y * scale)
        painter.setPen(QPen(QColor(palette.accent_deep), round_it * 0.14))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(disc)
        font = QFont(painter.font())
        font.setPixelSize(max(round(round_it * 1.3), 1))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))


def together(
    painter: QPainter, rect: QRect, opacity: float, paint: Callable[[QPainter], None]
) -> None:
    """Paint something apart, then lay it down faintly; the painter has only been moved."""
    ratio = painter.device().devicePixelRatioF()
    image = blank(round(rect.width() * ratio), round(rect.height() * ratio))
    image.setDevicePixelRatio(ratio)
    inside = QPainter(image)
    inside.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside.translate(-rect.x(), -rect.y())
    paint(inside)
    inside.end()
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.resetTransform()
    painter.drawImage(QPointF(rect.topLeft()), image)
    painter.restore()


def veil(painter: QPainter, picture: Picture, rect: QRect, figure: QImage, room: QImage) -> None:
    """Lay the figure at rest, and then the empty room, over a still that gives way."""
    painter.setOpacity(picture.veil)
    painter.drawImage(rect.topLeft(), figure)
    painter.setOpacity(1.0 - picture.opacity)
    painter.drawImage(rect.topLeft(), room)
