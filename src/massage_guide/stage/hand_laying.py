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
_LEANS = 40
"""Steps from one such copy to the next to which it is leant."""
_BANDS = 600
"""Leant copies of which it is remembered how they are cut."""
_ROOMS = 200
"""Rooms remembered; they are small."""


class _Turned(NamedTuple):
    """A sprite as it lies on the screen."""

    image: QImage
    left: int
    """From the sprite's origin, device pixels."""
    top: int


class _Cut(NamedTuple):
    """A band of a copy, and where it is laid."""

    left: int
    """From the sprite's origin, device pixels."""
    top: int
    odd: bool
    """Whether it is taken from the copy that is moved by half a pixel."""
    source: QRectF
    """Pixels of the copy."""


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
        self._bands: dict[tuple[_Looks, int, float, float], list[_Cut]] = {}

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
        self,
        painter: QPainter,
        way: QTransform,
        sprite: Sprite,
        zoom: float,
        share: float,
        coarse: bool = False,
    ) -> None:
        """Put down the upper `share` of something long and plain, such as an arm.

        Few copies are turned. One is laid in bands, each moved aside half a pixel further than
        the one before, until all of it lies at the very angle that is wanted. For what is
        shown large, without its cuff, a `coarse` choice of copies is enough.
        """
        ratio = painter.device().devicePixelRatioF()
        looks, room, radius = self._measured(sprite, share)
        far = 2 * _LEANING if coarse else _LEANING
        near = far * painter.viewport().height() * ratio / (radius * zoom)
        step = round(math.atan2(way.m12(), way.m11()) / near * _LEANS)
        scale = round(math.hypot(way.m11(), way.m12()) * ratio, 3)
        kept = Lie(round(step / _LEANS) * near, scale)

        def half(number: int) -> _Turned:
            moved = (number / 2, 0.0) if kept.is_steep else (0.0, number / 2)
            return self._copies.get(
                (looks, kept, ratio, number), lambda: _turned(sprite, room, kept, ratio, moved)
            )

        copy = half(0)
        asked = (looks, step, near, scale)
        if asked not in self._bands:
            if len(self._bands) >= _BANDS:
                self._bands.clear()
            self._bands[asked] = _banded(copy, kept, Lie(step / _LEANS * near, scale))
        cuts = self._bands[asked]
        images = (copy.image, half(1).image if any(cut.odd for cut in cuts) else copy.image)
        x, y = round(way.dx() * ratio), round(way.dy() * ratio)
        for left, top, odd, source in cuts:
            painter.drawImage(QPointF((x + left) / ratio, (y + top) / ratio), images[odd], source)

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


def _banded(copy: _Turned, kept: Lie, wanted: Lie) -> list[_Cut]:
    """How a copy is cut so that it comes to lie as wanted."""
    image, left, top = copy
    begin, length = (top, image.height()) if kept.is_steep else (left, image.width())
    cuts = []
    for first, last, along, aside in bands(kept, wanted, begin, begin + length):
        odd, whole = bool(aside % 2), aside // 2
        if kept.is_steep:
            source = QRectF(0, first - along - top, image.width(), last - first)
            cuts.append(_Cut(left + whole, first, odd, source))
        else:
            source = QRectF(first - along - left, 0, last - first, image.height())
            cuts.append(_Cut(first, top + whole, odd, source))
    return cuts


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
