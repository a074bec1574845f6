"""The trail: where a hand has just been, and the quiet arrow to where it will go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from massage_guide.domain.figure import Point
from massage_guide.stage.palette import Palette

_WIDTH = 5.0
"""Width of the trail where the hand is now, figure units of FRONT."""
_DOT = 1.1
"""Width of the line ahead, figure units of FRONT."""
_HEAD = 4.2
"""Length of the arrow's head, figure units of FRONT."""

Line = Sequence[Point]


def paint_trail(painter: QPainter, lines: Sequence[Line], palette: Palette, size: float) -> None:
    """A fading band; the painter is in figure units."""
    colour = QColor(palette.trail)
    for line in lines:
        count = len(line) - 1
        for i, (a, b) in enumerate(pairwise(line), start=1):
            share = i / count
            colour.setAlphaF(0.34 * share * share)
            pen = QPen(colour, _WIDTH * size * (0.35 + 0.65 * share))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if i < count else Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*a), QPointF(*b))


def paint_ahead(painter: QPainter, lines: Sequence[Line], palette: Palette, size: float) -> None:
    """A dotted line with an arrow's head for each hand; the painter is in figure units."""
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for line in lines:
        path = QPainterPath(QPointF(*line[0]))
        for point in line[1:]:
            path.lineTo(QPointF(*point))
        head = _head(line, size)
        # a pale line beneath keeps the dots readable on skin of every tone
        for name, width, opacity in ((palette.card, 2.0, 0.6), (palette.ahead, 1.0, 0.9)):
            colour = QColor(name)
            colour.setAlphaF(opacity)
            pen.setColor(colour)
            pen.setWidthF(_DOT * size * width)
            pen.setDashPattern([0.1, 5.2 / width])
            painter.strokePath(path, pen)
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.strokePath(head, pen)


def _head(line: Line, size: float) -> QPainterPath:
    """Two short lines at the end, along the last few units of the way."""
    end = line[-1]
    before = next(
        (point for point in reversed(line) if math.dist(point, end) > _HEAD * size), line[0]
    )
    angle = math.atan2(end.y - before.y, end.x - before.x)
    path = QPainterPath()
    for spread in (2.55, -2.55):
        path.moveTo(QPointF(*end))
        path.lineTo(
            end.x + _HEAD * size * math.cos(angle + spread),
            end.y + _HEAD * size * math.sin(angle + spread),
        )
    return path


def bounds(lines: Sequence[Line], size: float) -> QRectF:
    """What either kind of line may touch, figure units."""
    area = QRectF()
    margin = (_WIDTH + _HEAD) * size
    for line in lines:
        xs, ys = [point.x for point in line], [point.y for point in line]
        area = area.united(
            QRectF(
                min(xs) - margin,
                min(ys) - margin,
                max(xs) - min(xs) + 2 * margin,
                max(ys) - min(ys) + 2 * margin,
            )
        )
    return area
