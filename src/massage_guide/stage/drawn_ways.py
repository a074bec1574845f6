"""Drawn ways: the arrows ahead of the hands, drawn once and then only laid down."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from massage_guide.stage.palette import Palette
from massage_guide.stage.sprites import blank
from massage_guide.stage.trail import Line, bounds, paint_ahead

_KEPT = 4
"""Drawings kept: a way and the next, on two screens."""


class DrawnWays:
    """Keeps the last few ways as pictures; stroking dashes anew costs more than a hand."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._kept: OrderedDict[tuple[object, ...], tuple[QImage, QPoint]] = OrderedDict()

    def paint(self, painter: QPainter, lines: Sequence[Line], scale: float, size: float) -> None:
        """Lay them down; the painter's origin is the figure's, `scale` pixels a unit."""
        ratio = painter.device().devicePixelRatioF()
        key = (lines, scale, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._drawn(lines, scale * ratio, size, ratio)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        image, corner = self._kept[key]
        painter.drawImage(corner / ratio, image)

    def _drawn(
        self, lines: Sequence[Line], scale: float, size: float, ratio: float
    ) -> tuple[QImage, QPoint]:
        """The picture, and its corner in device pixels from the figure's origin."""
        area = bounds(lines, size)
        corner = QPoint(int(area.left() * scale) - 1, int(area.top() * scale) - 1)
        image = blank(int(area.width() * scale) + 3, int(area.height() * scale) + 3)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-corner)
        painter.scale(scale, scale)
        paint_ahead(painter, lines, self._palette, size)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image, corner
