"""The trail: where a hand has just been, and the quiet arrow to where it will go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from massage_guide.domain.figure import Point
from massage_guide.domain.trails import TRAIL_POINTS
from massage_guide.stage.palette import Palette

_WIDTH = 5.5
"""Width of the trail where the hand is now, figure units of FRONT."""
_LINE = 1.15
"""Width of the line ahead, figure units of FRONT."""
_EDGE = 0.55
"""Width of the pale edge on either side of it, figure units of FRONT."""
_DASH, _GAP = 2.6, 2.5
"""Lengths of its dashes and of the gaps between them, widths of the line."""
_SOLID = 26.0
"""Length up to which a way is too short for dashes, figure units of FRONT."""
_MUCH_SHORTER = 0.6
"""Share of that at which a way beside a long one is still dashed."""
_ROUND, _AND_NEAR = 300.0, 195.0
"""Turn from which a way is a circle, and from which it is one if it ends near where it began,
degrees: dashes would make it hard to read."""
_NEAR = 0.45
"""How near that is, lengths of the way."""
_HEAD, _LEAST_HEAD = 6.2, 4.2
"""Length of the arrow's head, on a long way and on a short one, figure units of FRONT."""
_ROUNDED = 0.5
"""How much its corners are rounded, figure units of FRONT."""
_MARGIN = 3.8
"""Room round the points of a line: half of what is widest, with its edge; figure units of FRONT."""

Line = Sequence[Point]


def paint_trail(painter: QPainter, lines: Sequence[Line], palette: Palette, size: float) -> None:
    """A band that fades with age; the painter is in figure units."""
    for line in lines:
        count = len(line) - 1
        for i, (a, b) in enumerate(pairwise(line), start=1):
            # a short line is one that has just begun, or that is all past: both are faint
            painter.setPen(_trail_pen(palette.trail, size, i, i == count))
            painter.drawLine(QPointF(*a), QPointF(*b))


@lru_cache(maxsize=64)
def _trail_pen(name: str, size: float, number: int, is_last: bool) -> QPen:
    share = number / TRAIL_POINTS
    colour = QColor(name)
    colour.setAlphaF(0.38 * share)
    pen = QPen(colour, _WIDTH * size * (0.35 + 0.65 * share))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_last else Qt.PenCapStyle.FlatCap)
    return pen


def paint_ahead(painter: QPainter, lines: Sequence[Line], palette: Palette, size: float) -> None:
    """A dashed line with an arrow's head for each hand; the painter is in figure units."""
    # one long way makes others dashed: two hands that do the same look the same
    long = _SOLID * size
    if max(map(_length, lines), default=0.0) > long:
        long *= _MUCH_SHORTER
    dots = [line[0] for line in lines if len(line) == 1]
    for at in dots:
        _paint_dot(painter, at, palette, size)
    arrows = [line for line in lines if len(line) > 1]
    # an edge of the other kind beneath keeps the dashes readable on skin of every tone;
    # beneath all of them, so that two that begin in one place are one arrow with two heads
    for name, more in ((_edge(palette), 2 * _EDGE * size), (palette.accent_deep, 0.0)):
        for line in arrows:
            dashed = _length(line) > long and not _goes_round(line)
            _paint_arrow(painter, line, QColor(name), size, more, dashed=dashed)


def _paint_arrow(
    painter: QPainter, line: Line, colour: QColor, size: float, more: float, *, dashed: bool
) -> None:
    """One arrow, `more` figure units wider than its line."""
    head = _head(line, size)
    path = _body(line, head[2])
    arrow = QPainterPath(head[0])
    for corner in (*head[1:], head[0]):
        arrow.lineTo(corner)
    pen = QPen(colour, _LINE * size + more)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    rim = QPen(colour, more + _ROUNDED * size)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        dash, gap = _dashes(size, pen.widthF())
        pen.setDashPattern([dash, gap])
        # the last dash goes into the head, so that the two are one arrow
        pen.setDashOffset((dash - path.length() / pen.widthF()) % (dash + gap))
    painter.strokePath(path, pen)
    painter.strokePath(arrow, rim)
    painter.fillPath(arrow, colour)


def _edge(palette: Palette) -> str:
    return palette.paper_deep if palette.dark else palette.card


def _paint_dot(painter: QPainter, at: Point, palette: Palette, size: float) -> None:
    """A place to press."""
    painter.setPen(QPen(QColor(_edge(palette)), _EDGE * size))
    painter.setBrush(QColor(palette.accent_deep))
    painter.drawEllipse(QPointF(*at), 1.25 * size, 1.25 * size)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _dashes(size: float, width: float) -> list[float]:
    """The same dashes at every width of the pen, which counts them in its own widths."""
    return [_DASH * _LINE * size / width, (_GAP + 1.0) * _LINE * size / width]


def _body(line: Line, end: QPointF) -> QPainterPath:
    """The line up to the foot of its arrow's head."""
    path = QPainterPath(QPointF(*line[0]))
    last = line[-1]
    reach = math.dist((end.x(), end.y()), last)
    for point in line[1:]:
        if math.dist(point, last) > reach:
            path.lineTo(QPointF(*point))
    path.lineTo(end)
    return path


def _head(line: Line, size: float) -> tuple[QPointF, QPointF, QPointF, QPointF]:
    """Tip, one corner, the notch where the line ends, and the other corner."""
    whole = _length(line)
    length = min(_HEAD * size, max(0.24 * whole, _LEAST_HEAD * size), 0.62 * whole)
    end = line[-1]
    before = next((point for point in reversed(line) if math.dist(point, end) > length), line[0])
    angle = math.atan2(end.y - before.y, end.x - before.x)

    def behind(far: float, turn: float) -> QPointF:
        way = angle + math.pi + turn
        return QPointF(end.x + far * math.cos(way), end.y + far * math.sin(way))

    return QPointF(*end), behind(length, 0.44), behind(length * 0.8, 0.0), behind(length, -0.44)


def _goes_round(line: Line) -> bool:
    """Whether the way goes round at least once, or nearly."""
    ways = [math.atan2(b.y - a.y, b.x - a.x) for a, b in pairwise(line) if a != b]
    turned = abs(math.degrees(sum(math.remainder(b - a, math.tau) for a, b in pairwise(ways))))
    near = math.dist(line[0], line[-1]) < _NEAR * _length(line)
    return turned > _ROUND or (near and turned > _AND_NEAR)


def _length(line: Line) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))


def bounds(lines: Sequence[Line], size: float) -> QRectF:
    """What either kind of line may touch, figure units."""
    area = QRectF()
    margin = _MARGIN * size
    for line in lines:
        xs, ys = [point.x for point in line], [point.y for point in line]
        left, top = min(xs) - margin, min(ys) - margin
        area |= QRectF(left, top, max(xs) + margin - left, max(ys) + margin - top)
    return area
