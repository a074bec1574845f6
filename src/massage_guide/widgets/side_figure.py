"""The side figure: a tiny baby as the parent sees it, with the part that is stroked in colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from massage_guide.domain.figure import Side
from massage_guide.domain.stroke import Region
from massage_guide.stage.palette import Palette
from massage_guide.widgets.lettering import between

_LIMBS = {
    # Baby's left is on the right, as a parent at baby's feet sees it.
    ("arm", Side.RIGHT): (QPointF(36, 43), QPointF(19, 57)),
    ("arm", Side.LEFT): (QPointF(64, 43), QPointF(81, 57)),
    ("leg", Side.RIGHT): (QPointF(42, 68), QPointF(36, 92)),
    ("leg", Side.LEFT): (QPointF(58, 68), QPointF(64, 92)),
}
_OF_LEG = {Region.LEGS: 0.0, Region.HIPS: 0.0, Region.FEET: 0.72}
_OF_ARM = {Region.ARMS: 0.0, Region.HANDS: 0.72}
_SPOTS = {
    Region.TUMMY: (QPointF(50, 61), 9.0),
    Region.CHEST: (QPointF(50, 45), 9.0),
    Region.FACE: (QPointF(50, 18), 11.0),
    Region.HEAD: (QPointF(50, 18), 11.0),
    Region.BACK: (QPointF(50, 53), 12.0),
}


def paint_side_figure(
    painter: QPainter, box: QRectF, region: Region | None, side: Side | None, palette: Palette
) -> None:
    """Paint the tiny baby into a square box."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)
    body = between(palette.ring, palette.card, 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(body)
    painter.drawEllipse(QPointF(50, 18), 15, 15)
    painter.drawRoundedRect(QRectF(34, 34, 32, 40), 14, 14)
    for limb in _LIMBS.values():
        _paint_limb(painter, limb, 0.0, body)
    _paint_part(painter, region, side, QColor(palette.warm))
    painter.restore()


def _paint_part(
    painter: QPainter, region: Region | None, side: Side | None, colour: QColor
) -> None:
    for name, parts in (("leg", _OF_LEG), ("arm", _OF_ARM)):
        for (limb, own), ends in _LIMBS.items():
            if limb == name and region in parts and side in (own, None):
                _paint_limb(painter, ends, parts[region], colour)
    if region in _SPOTS:
        centre, radius = _SPOTS[region]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)


def _paint_limb(
    painter: QPainter, ends: tuple[QPointF, QPointF], begin: float, colour: QColor
) -> None:
    pen = QPen(colour, 13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    start, end = ends
    painter.drawLine(start + (end - start) * begin, end)
