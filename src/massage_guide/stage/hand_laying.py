"""Laying sprites down, turned: each is turned once for an angle, and then only moved about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from massage_guide.stage.hand_sheet import Sprite
from massage_guide.stage.keepsakes import Keepsakes, Shelf

_NEAR = 1 / 1080
"""How far apart a farthest corner lies from one angle to the next, heights of the screen."""
_ROOMS = 200
"""Rooms remembered; they are small."""


class Layer(NamedTuple):
    """A sprite, and how it lies among those that are turned together with it."""

    sprite: Sprite
    opacity: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    """Sideways and down, units of the sprite."""


class _Turned(NamedTuple):
    """Layers as they lie on the screen."""

    image: QImage
    corner: QPointF
    """From the sprites' origin, painter units."""


class _Way(NamedTuple):
    """An angle and a scale that are kept: the nearest ones to those that are wanted."""

    angle: float
    """Radians."""
    scale: float
    """Device pixels a unit."""

    @classmethod
    def near(cls, way: QTransform, zoom: float, ratio: float, radius: float) -> _Way:
        """One kept for `way` that takes a corner `radius` away less than a step elsewhere.

        The radius is counted in steps; the angle and the scale are taken to the next ones.
        """
        m11, m12 = way.m11(), way.m12()
        grown = math.hypot(m11, m12) * ratio / zoom - 1
        angle = round(math.atan2(m12, m11) * radius) / radius
        return cls(angle, zoom * (1 + round(grown * radius) / radius))


class Laying:
    """Lays sprites down, at whole pixels and at angles that are kept.

    Turning a sprite smoothly costs ten times as much as laying it down. Strokes come again
    and again to the same few angles: so a copy is turned for each, and moved about.
    """

    def __init__(self, keepsakes: Keepsakes) -> None:
        self._copies: Shelf[_Turned] = Shelf(keepsakes, "turned")
        self._rooms: dict[object, tuple[QRectF, float]] = {}

    def lay(
        self,
        painter: QPainter,
        way: QTransform,
        layers: Sequence[Layer],
        zoom: float,
        share: float = 1.0,
        blur: float = 1.0,
    ) -> None:
        """Put down the upper `share` of some layers, the first beneath.

        `way` goes from their units to the painter's, which stays untransformed; `zoom` is how many
        device pixels a unit has while the hand lies on the skin. Of what is soft or shown
        large, a copy may lie `blur` times as far beside its place.
        """
        ratio = painter.device().devicePixelRatioF()
        near = blur * max(_NEAR * painter.viewport().height() * ratio, 1.0)
        looks = (*[(layer.sprite.image.cacheKey(), *layer[1:]) for layer in layers], share)
        room, radius = self._rooms.get(looks) or self._measured(looks, layers, share)
        kept = _Way.near(way, zoom, ratio, radius * zoom / near)
        copy = self._copies.get((looks, kept, ratio), lambda: _turned(layers, room, kept, ratio))
        x, y = round(way.dx() * ratio) / ratio, round(way.dy() * ratio) / ratio
        painter.drawImage(QPointF(x, y) + copy.corner, copy.image)

    def _measured(
        self, looks: object, layers: Sequence[Layer], share: float
    ) -> tuple[QRectF, float]:
        """What the layers fill, and how far from their origin its farthest corner is; units."""
        room = _room(layers, share)
        x, y = max(-room.left(), room.right()), max(-room.top(), room.bottom())
        if len(self._rooms) > _ROOMS:
            self._rooms.clear()
        self._rooms[looks] = room, math.hypot(x, y)
        return self._rooms[looks]


def _room(layers: Sequence[Layer], share: float) -> QRectF:
    """What the layers fill, cut off below."""
    room = QRectF()
    for layer in layers:
        room = room.united(layer.sprite.room.translated(*layer.shift))
    room.setHeight(room.height() * share)
    return room


def _turned(layers: Sequence[Layer], room: QRectF, way: _Way, ratio: float) -> _Turned:
    """A copy of the layers as they lie on the screen."""
    turn = QTransform.fromScale(way.scale, way.scale)
    turn.rotateRadians(way.angle)
    box = turn.mapRect(room)
    left, top = math.floor(box.left()), math.floor(box.top())
    width, height = math.ceil(box.right()) - left, math.ceil(box.bottom()) - top
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    # Sprites carry their own soft edge: antialiasing them costs a fifth more and shows nothing.
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(turn * QTransform.fromTranslate(-left, -top))
    for sprite, opacity, shift in layers:
        target = sprite.room.translated(*shift)
        pixels = QRectF(sprite.image.rect())
        seen = target & room
        pixels.setHeight(pixels.height() * seen.height() / target.height())
        painter.setOpacity(opacity)
        painter.drawImage(seen, sprite.image, pixels)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return _Turned(image, QPointF(left, top) / ratio)
