"""The sprites of a puppet at one scale, and the pictures put together from them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from massage_guide.domain.figure import Point
from massage_guide.stage.keepsakes import Keepsakes, Shelf
from massage_guide.stage.sprites import Brush, Drawing, Sprite, blank

Run = tuple[int, ...]
"""Parts by their place in the figure's list, first beneath."""

Joints = tuple[Point, ...]
"""Where the joints of a limb are."""

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
        self._along: dict[int, Sprite] = {}
        self._runs: OrderedDict[Run, Sprite] = OrderedDict()
        self._limbs: Shelf[Sprite] = Shelf(keepsakes, object())

    def upright(self, index: int) -> Sprite:
        """A part in its rest place."""
        if index not in self._upright:
            self._upright[index] = self._drawings[index].upright(self._scale)
        return self._upright[index]

    def along(self, index: int) -> Sprite:
        """A part turned so that its bone points straight down."""
        if index not in self._along:
            start, end = self._bones[index] or (Point(0, 0), Point(0, 1))
            self._along[index] = self._drawings[index].along(start, end, self._scale)
        return self._along[index]

    def run(self, run: Run) -> Sprite:
        """Several parts in their rest places, as one picture."""
        if run not in self._runs:
            self._runs[run] = composed([self.upright(index) for index in run])
        self._runs.move_to_end(run)
        while len(self._runs) > _RUNS_KEPT:
            self._runs.popitem(last=False)
        return self._runs[run]

    def limb(self, run: Run, joints: Joints, make: Callable[[], Sprite]) -> Sprite:
        """A whole limb in one pose, as one picture."""
        return self._limbs.get((run, joints), make)


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


def gathered(area: QRectF, scale: float, paint: Callable[[Brush], None]) -> Sprite:
    """What `paint` puts inside the area (figure units), as one sprite."""
    pixels = QRectF(area.topLeft() * scale, area.size() * scale).toAlignedRect()
    pixels.adjust(-1, -1, 1, 1)
    image = blank(pixels.width(), pixels.height())
    painter = QPainter(image)
    painter.translate(-pixels.left(), -pixels.top())
    paint(Brush(painter, scale, 1.0))
    painter.end()
    return Sprite(image, pixels.left(), pixels.top())
