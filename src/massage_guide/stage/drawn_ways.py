"""Drawn ways: trails and the arrows ahead of the hands, drawn once and then only laid down."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from massage_guide.stage.palette import Palette
from massage_guide.stage.sprites import blank
from massage_guide.stage.trail import Line, bounds, paint_ahead, paint_trail

_KEPT = 10
"""Drawings kept: a way and two trails and the next, on two screens."""

_Draw = Callable[[QPainter, Sequence[Line], Palette, float], None]


class DrawnWays:
    """Keeps the last few ways as pictures; stroking dashes anew costs more than a hand."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._kept: OrderedDict[tuple[object, ...], tuple[QImage, QPoint]] = OrderedDict()

    def paint_ahead(
        self, painter: QPainter, lines: Sequence[Line], scale: float, size: float
    ) -> None:
        """Lay arrows down; the painter's origin is the figure's, `scale` pixels a unit."""
        self._paint(painter, lines, scale, size, paint_ahead)

    def paint_trail(
        self, painter: QPainter, lines: Sequence[Line], scale: float, size: float
    ) -> None:
        """Lay trails down in the same way, each by itself."""
        for line in lines:
            self._paint(painter, (line,), scale, size, paint_trail)

    def _paint(
        self, painter: QPainter, lines: Sequence[Line], scale: float, size: float, draw: _Draw
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (draw, lines, scale, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._drawn(lines, scale * ratio, size, ratio, draw)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        image, corner = self._kept[key]
        painter.drawImage(corner / ratio, image)

    def _drawn(
        self, lines: Sequence[Line], scale: float, size: float, ratio: float, draw: _Draw
    ) -> tuple[QImage, QPoint]:
        """The picture, and its corner in device pixels from the figure's origin."""
        area = bounds(lines, size)
        corner = QPoint(int(area.left() * scale) - 1, int(area.top() * scale) - 1)
        image = blank(int(area.width() * scale) + 3, int(area.height() * scale) + 3)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        painter.scale(scale, scale)
        draw(painter, lines, self._palette, size)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image, corner
