"""The sprites of a puppet at one scale, and the pictures put together from them."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from massage_guide.domain.figure import Point
from massage_guide.stage.keepsakes import Keepsakes, Shelf
from massage_guide.stage.sprites import Drawing, Sprite, blank, cropped, paint_along, reach

Run = tuple[int, ...]
"""Parts by their place in the figure's list, first beneath."""

Vector = tuple[int, int]
"""Pixels to the right and down."""

_RUNS_KEPT = 8
"""Pictures of still parts; one is as large as the baby."""


class SpriteCache:
    """Sprites made when first wanted, and kept."""

    def __init__(
        self,
        drawings: Sequence[Drawing],
        bones: Sequence[tuple[Point, Point] | None],
        scale: float,
        keepsakes: Keepsakes,
    ) -> None:
        """Begin empty; scale is device pixels a figure unit."""
        self._drawings = drawings
        self._bones = bones
        self._scale = scale
        self._upright: dict[int, Sprite] = {}
        self._along: dict[Run, Sprite] = {}
        self._runs: OrderedDict[Run, Sprite] = OrderedDict()
        self._turned: Shelf[Sprite] = Shelf(keepsakes, object())

    def upright(self, index: int) -> Sprite:
        """A part in its rest place."""
        if index not in self._upright:
            self._upright[index] = self._drawings[index].upright(self._scale)
        return self._upright[index]

    def along(self, run: Run) -> Sprite:
        """Parts of one bone, turned so that it points straight down."""
        if run not in self._along:
            if len(run) > 1:
                self._along[run] = composed([self.along((index,)) for index in run])
            else:
                start, end = self._bones[run[0]] or (Point(0, 0), Point(0, 1))
                self._along[run] = self._drawings[run[0]].along(start, end, self._scale)
        return self._along[run]

    def run(self, run: Run) -> Sprite:
        """Several parts in their rest places, as one picture."""
        if run not in self._runs:
            self._runs[run] = composed([self.upright(index) for index in run])
        self._runs.move_to_end(run)
        while len(self._runs) > _RUNS_KEPT:
            self._runs.popitem(last=False)
        return self._runs[run]

    def turned(self, run: Run, way: Vector) -> Sprite:
        """Parts of one bone, turned and stretched so that it goes from the origin all that way."""
        return self._turned.get((run, way), lambda: self._turn(run, way))

    def _turn(self, run: Run, way: Vector) -> Sprite:
        bone, sprite = self._bones[run[0]], self.along(run)
        length = math.dist(*bone) * self._scale if bone else 1.0
        here, end = Point(0.0, 0.0), Point(*way)
        area = reach(sprite.rect, (here, Point(0.0, length)), (here, end)).toAlignedRect()
        area.adjust(-1, -1, 1, 1)
        image = blank(area.width(), area.height())
        painter = QPainter(image)
        painter.translate(-area.left(), -area.top())
        paint_along(painter, sprite, length, here, end)
        painter.end()
        return cropped(image, area.left(), area.top())


def composed(sprites: Sequence[Sprite]) -> Sprite:
    """Several sprites in place, the first beneath, as one."""
    area = QRectF()
    for sprite in sprites:
        area = area.united(sprite.rect)
    image = blank(int(area.width()), int(area.height()))
    painter = QPainter(image)
    for sprite in sprites:
        painter.drawImage(QPointF(sprite.left - area.left(), sprite.top - area.top()), sprite.image)
    painter.end()
    return Sprite(image, int(area.left()), int(area.top()))
