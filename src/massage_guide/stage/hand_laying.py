"""Laying sprites down, turned: each is turned once for an angle, and then only moved about."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from massage_guide.stage.hand_sheet import Sprite
from massage_guide.stage.keepsakes import Keepsakes, Shelf
from massage_guide.stage.leaning import Lie, bands

_NEAR = 1 / 1080
"""How far apart a farthest corner lies from one angle to the next, heights of the screen."""
_LEANING = 20 / 1080
"""The same where a copy is then leant to the very angle, band by band."""
_GROWING = 64
"""Steps in which such a copy would grow to twice its size."""
_ROOMS = 200
"""Rooms remembered; they are small."""


class _Turned(NamedTuple):
    """A sprite as it lies on the screen."""

    image: QImage
    left: int
    """From the sprite's origin, device pixels."""
    top: int


_Looks = tuple[int, float]
"""A sprite's picture, and how much of it is laid down."""


class Laying:
    """Lays sprites down, at whole pixels and at angles that are kept.

    Turning a sprite smoothly costs ten times as much as laying it down. Strokes come again
    and again to the same few angles: so a copy is turned for each, and moved about.
    """

    def __init__(self, keepsakes: Keepsakes) -> None:
        self._copies: Shelf[_Turned] = Shelf(keepsakes, "turned")
        self._rooms: dict[_Looks, tuple[_Looks, QRectF, float]] = {}

    def lay(
        self, painter: QPainter, way: QTransform, sprite: Sprite, zoom: float, blur: float = 1.0
    ) -> None:
        """Put a sprite down.

        `way` goes from its units to the painter's, which stays untransformed; `zoom` is how many
        device pixels a unit has while the hand lies on the skin. Of what is soft or shown
        large, a copy may lie `blur` times as far beside its place.
        """
        ratio = painter.device().devicePixelRatioF()
        near = blur * max(_NEAR * painter.viewport().height() * ratio, 1.0)
        looks, room, radius = self._measured(sprite, 1.0)
        kept = _near(way, zoom, ratio, radius * zoom / near)
        copy = self._copies.get((looks, kept, ratio), lambda: _turned(sprite, room, kept, ratio))
        x, y = round(way.dx() * ratio) + copy.left, round(way.dy() * ratio) + copy.top
        painter.drawImage(QPointF(x / ratio, y / ratio), copy.image)

    def lean(
        self, painter: QPainter, way: QTransform, sprite: Sprite, zoom: float, share: float
    ) -> None:
        """Put down the upper `share` of something long and plain, such as an arm.

        Few copies are turned. One is laid in bands, each moved aside half a pixel further than
        the one before, until all of it lies at the very angle that is wanted.
        """
        ratio = painter.device().devicePixelRatioF()
        looks, room, radius = self._measured(sprite, share)
        near = _LEANING * painter.viewport().height() * ratio / (radius * zoom)
        wanted = Lie(math.atan2(way.m12(), way.m11()), math.hypot(way.m11(), way.m12()) * ratio)
        grown = round((wanted.scale / zoom - 1) * _GROWING) / _GROWING
        kept = Lie(round(wanted.angle / near) * near, zoom * (1 + grown))

        def half(number: int) -> _Turned:
            moved = (number / 2, 0.0) if kept.is_steep else (0.0, number / 2)
            return self._copies.get(
                (looks, kept, ratio, number), lambda: _turned(sprite, room, kept, ratio, moved)
            )

        image, left, top = half(0)
        width, height = image.width(), image.height()
        x, y = round(way.dx() * ratio), round(way.dy() * ratio)
        begin, length = (top, height) if kept.is_steep else (left, width)
        laid = list(bands(kept, wanted, begin, begin + length))
        images = (image, half(1).image if any(band.aside % 2 for band in laid) else image)
        for first, last, along, aside in laid:
            if kept.is_steep:
                source = QRectF(0, first - along - top, width, last - first)
                at = QPointF((x + left + aside // 2) / ratio, (y + first) / ratio)
            else:
                source = QRectF(first - along - left, 0, last - first, height)
                at = QPointF((x + first) / ratio, (y + top + aside // 2) / ratio)
            painter.drawImage(at, images[aside % 2], source)

    def _measured(self, sprite: Sprite, share: float) -> tuple[_Looks, QRectF, float]:
        """What the upper `share` fills, and how far from the origin its farthest corner is."""
        looks = (sprite.image.cacheKey(), share)
        found = self._rooms.get(looks)
        if found is None:
            room = QRectF(sprite.room)
            room.setHeight(room.height() * share)
            x, y = max(-room.left(), room.right()), max(-room.top(), room.bottom())
            if len(self._rooms) > _ROOMS:
                self._rooms.clear()
            found = self._rooms[looks] = looks, room, math.hypot(x, y)
        return found


def _turned(
    sprite: Sprite, room: QRectF, way: Lie, ratio: float, moved: tuple[float, float] = (0.0, 0.0)
) -> _Turned:
    """A copy of as much of the sprite as the room holds, as it lies on the screen.

    It is `moved` by less than a pixel.
    """
    turn = QTransform.fromScale(way.scale, way.scale)
    turn.rotateRadians(way.angle)
    box = turn.mapRect(room)
    left, top = math.floor(box.left()), math.floor(box.top())
    width, height = math.ceil(box.right()) - left + 1, math.ceil(box.bottom()) - top + 1
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    # Sprites carry their own soft edge: antialiasing them costs a fifth more and shows nothing.
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(turn * QTransform.fromTranslate(moved[0] - left, moved[1] - top))
    pixels = QRectF(sprite.image.rect())
    pixels.setHeight(pixels.height() * room.height() / sprite.room.height())
    painter.drawImage(room, sprite.image, pixels)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return _Turned(image, left, top)


def _near(way: QTransform, zoom: float, ratio: float, radius: float) -> Lie:
    """An angle and a scale that are kept: they take a corner `radius` away less than a step off.

    The radius is counted in steps; the angle and the scale are taken to the next ones.
    """
    m11, m12 = way.m11(), way.m12()
    grown = math.hypot(m11, m12) * ratio / zoom - 1
    angle = round(math.atan2(m12, m11) * radius) / radius
    return Lie(angle, zoom * (1 + round(grown * radius) / radius))
