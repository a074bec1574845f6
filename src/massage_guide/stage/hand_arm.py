"""The parent's forearm with its rolled sleeve."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from massage_guide.stage.hand_drawing import Skin, with_alpha

ARM_HALF = 13.0
"""Half the width of an arm's sprite, units."""
ARM_ABOVE = 7.0
"""Room above the wrist for its round end, units."""
CUFF = 31.0
"""How far below the wrist the rolled sleeve begins, units."""
_LINE = 0.36


def draw_arm(skin: Skin, sleeve: QColor, length: float, zoom: float, mirrored: bool) -> QImage:
    """A forearm from the wrist (the origin) down to `length` units below it."""
    image = QImage(
        math.ceil(2 * ARM_HALF * zoom),
        math.ceil((length + ARM_ABOVE) * zoom),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(ARM_HALF, ARM_ABOVE)
    if mirrored:
        painter.scale(-1, 1)
    _tube(painter, _skin_path(length), skin.light, skin.base, skin.shade, skin.line, mirrored)
    if length > CUFF:
        _sleeve(painter, sleeve, length, mirrored)
    painter.end()
    return image


def _skin_path(length: float) -> QPainterPath:
    """The outline of the bare forearm, thumb's side on the left."""
    path = QPainterPath(QPointF(-4.9, 0.4))
    path.arcTo(QRectF(-4.95, -4.6, 9.8, 10), 180, -180)
    path.cubicTo(5.0, 8, 6.2, 16, 7.0, 28)
    path.lineTo(7.2, max(length, 30) + 4)
    path.lineTo(-7.6, max(length, 30) + 4)
    path.lineTo(-7.4, 28)
    path.cubicTo(-6.6, 16, -5.2, 8, -4.9, 0.4)
    return path


def _tube(
    painter: QPainter,
    path: QPainterPath,
    light: QColor,
    base: QColor,
    shade: QColor,
    line: QColor,
    mirrored: bool,
) -> None:
    """A round limb: outline, then a cross light from the upper left."""
    pen = QPen(line, 2 * _LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    bounds = path.boundingRect()
    left, right = bounds.left(), bounds.right()
    if mirrored:
        left, right = right, left
    across = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
    across.setColorAt(0.0, base)
    across.setColorAt(0.3, _mix(base, light, 0.5))
    across.setColorAt(0.6, base)
    across.setColorAt(1.0, _mix(base, shade, 0.75))
    painter.fillPath(path, across)


def _sleeve(painter: QPainter, cloth: QColor, length: float, mirrored: bool) -> None:
    end = max(length, CUFF + 8) + 4
    light, shade, line = cloth.lighter(112), cloth.darker(118), cloth.darker(165)
    tube = QPainterPath(QPointF(-9.0, CUFF + 3))
    tube.cubicTo(-9.6, CUFF + 20, -10.6, CUFF + 40, -11.0, CUFF + 60)
    tube.lineTo(-11.0, max(end, CUFF + 61))
    tube.lineTo(10.8, max(end, CUFF + 61))
    tube.lineTo(10.8, CUFF + 60)
    tube.cubicTo(10.4, CUFF + 40, 9.2, CUFF + 20, 8.6, CUFF + 3)
    tube.closeSubpath()
    _tube(painter, tube, light, cloth, shade, line, mirrored)
    for number in range(2):
        top = CUFF + 2.6 - number * 2.6
        roll = QPainterPath()
        roll.addRoundedRect(QRectF(-9.1 + number * 0.25, top, 17.9 - number * 0.5, 4.2), 2.0, 2.0)
        _tube(painter, roll, light, cloth, shade, line, mirrored)
    painter.setPen(QPen(with_alpha(line, 0.35), 0.3, c=Qt.PenCapStyle.RoundCap))
    for x, y, far in ((-4.0, CUFF + 9, 3.0), (2.5, CUFF + 10.5, 4.0), (-1.0, CUFF + 17, 3.5)):
        painter.drawLine(QPointF(x, y), QPointF(x + far, y + 1.2))


def _mix(one: QColor, other: QColor, amount: float) -> QColor:
    a, b = one.getRgbF(), other.getRgbF()
    return QColor.fromRgbF(*(x + (y - x) * amount for x, y in zip(a, b, strict=True)))
