"""Backdrops: the room with the figure in it, kept as one picture while only hands move."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from massage_guide.stage.palette import Palette


class Backdrops:
    """The last few backdrops, each as large as the window."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[object, ...], QImage] = OrderedDict()

    def get(
        self,
        key: tuple[object, ...],
        size: QSize,
        ratio: float,
        paint: Callable[[QPainter], None],
    ) -> QImage:
        """The picture that `paint` makes, made once for each key."""
        key = (*key, size.toTuple(), ratio)
        if key not in self._kept:
            while len(self._kept) >= self._most:
                self._kept.popitem(last=False)
            image = QImage(size * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            painter = QPainter(image)
            paint(painter)
            painter.end()
            self._kept[key] = image
        self._kept.move_to_end(key)
        return self._kept[key]


def paint_room(painter: QPainter, size: QSize, palette: Palette) -> None:
    """An empty room: paper, and a pool of light."""
    whole = QRectF(0, 0, size.width(), size.height())
    middle = QPointF(whole.width() * 0.46, whole.height() * 0.4)
    light = QRadialGradient(middle, whole.width() * 0.62)
    light.setColorAt(0.0, QColor(palette.card))
    light.setColorAt(0.55, QColor(palette.paper))
    light.setColorAt(1.0, QColor(palette.paper_deep))
    painter.fillRect(whole, QBrush(light))
