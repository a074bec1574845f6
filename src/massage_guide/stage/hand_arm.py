"""The parent's forearm with its rolled sleeve."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from massage_guide.stage.hand_sheet import (
    Skin,
    Sprite,
    blank,
    line_width,
    mixed,
    snapped,
    with_alpha,
)

CUFF = 42.0
"""How far below the wrist the rolled sleeve begins, units."""
_ABOVE = 6.4
"""Room above the wrist for its round end, units."""
_BARE_HALF, ARM_HALF = 8.4, 11.4
"""Half the width of the sprites of a bare and of a dressed arm, units."""


def arm_room(length: float) -> QRectF:
    """What an arm fills: wrist at the origin, elbow below; units."""
    half = ARM_HALF if length > CUFF - 4 else _BARE_HALF
    return QRectF(-half, -_ABOVE, 2 * half, length + _ABOVE)


def draw_arm(look: ArmLook, length: float, zoom: float, mirrored: bool) -> Sprite:
    """A forearm from the wrist (the origin) down to `length` units below it."""
    skin, width = look.skin, line_width(look.size)
    room = snapped(arm_room(length), zoom)
    image = blank(room, zoom)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(-room.topLeft())
    if mirrored:
        painter.scale(-1, 1)
    _tube(
        painter,
        _skin_path(length),
        Cloth(skin.light, skin.base, skin.shade, skin.edge, width),
        mirrored,
    )
    if length > CUFF - 4:
        _sleeve(painter, look.sleeve, length, width, mirrored)
    painter.end()
    return Sprite(image, room)


class ArmLook(NamedTuple):
    """What an arm looks like."""

    skin: Skin
    sleeve: QColor
    size: float
    """How much larger than on FRONT it is drawn: its line stays fine."""


class Cloth(NamedTuple):
    """The colours of a round limb, lit from the side."""

    light: QColor
    base: QColor
    shade: QColor
    line: QColor
    width: float
    """Of the line, units."""


def _cloth(colour: QColor, width: float) -> Cloth:
    return Cloth(colour.lighter(110), colour, colour.darker(116), colour.darker(160), width)


def _skin_path(length: float) -> QPainterPath:
    """The outline of the bare forearm, thumb's side on the left."""
    end = max(length, 30.0) + 4
    path = QPainterPath(QPointF(-4.9, 0.2))
    path.arcTo(QRectF(-4.9, -4.7, 9.7, 9.8), 180, -180)
    path.cubicTo(4.9, 8, 5.7, 16, 6.3, 28)
    path.lineTo(6.6, end)
    path.lineTo(-7.0, end)
    path.lineTo(-6.8, 28)
    path.cubicTo(-6.2, 16, -5.0, 8, -4.9, 0.2)
    return path


def _tube(painter: QPainter, path: QPainterPath, cloth: Cloth, mirrored: bool) -> None:
    """A round limb: outline, then a cross light from the upper left."""
    pen = QPen(cloth.line, 2 * cloth.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    bounds = path.boundingRect()
    left, right = bounds.left(), bounds.right()
    if mirrored:
        left, right = right, left
    across = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
    across.setColorAt(0.0, cloth.base)
    across.setColorAt(0.3, mixed(cloth.base, cloth.light, 0.45))
    across.setColorAt(0.6, cloth.base)
    across.setColorAt(1.0, mixed(cloth.base, cloth.shade, 0.6))
    painter.fillPath(path, across)


def _sleeve(painter: QPainter, colour: QColor, length: float, width: float, mirrored: bool) -> None:
    """The sleeve from its two turns of cloth to the elbow and beyond."""
    cloth = _cloth(colour, width)
    end = max(length, CUFF + 8) + 4
    tube = QPainterPath(QPointF(-7.6, CUFF + 3))
    # a long sleeve goes on to the upper arm, and widens
    wider = min(max((end - CUFF) / 60 - 1.0, 0.0), 2.4)
    tube.cubicTo(-7.9, CUFF + 12, -8.2, CUFF + 20, -8.4 - wider, end)
    tube.lineTo(8.2 + wider, end)
    tube.cubicTo(8.0, CUFF + 20, 7.6, CUFF + 12, 7.2, CUFF + 3)
    tube.closeSubpath()
    _tube(painter, tube, cloth, mirrored)
    for number in range(2):
        top = CUFF + 2.4 - number * 2.4
        roll = QPainterPath()
        half = 7.9 - number * 0.3
        roll.addRoundedRect(QRectF(-half - 0.2, top, 2 * half, 3.9), 1.9, 1.9)
        _tube(painter, roll, cloth, mirrored)
    places = ((-4.0, CUFF + 9, 3.0), (1.5, CUFF + 10.5, 4.0), (-1.0, CUFF + 17, 3.5))
    _folds(painter, cloth, places)


def _folds(painter: QPainter, cloth: Cloth, places: tuple[tuple[float, float, float], ...]) -> None:
    """Small folds of cloth: where each begins, and how far it goes to the right."""
    pen = QPen(with_alpha(cloth.line, 0.3), 0.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    for x, y, far in places:
        fold = QPainterPath(QPointF(x, y))
        fold.quadTo(x + far / 2, y + 1.3, x + far, y + 1.0)
        painter.strokePath(fold, pen)
