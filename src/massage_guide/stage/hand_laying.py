"""Laying sprites down, turned: afresh when small or turning, from a turned copy when large."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from massage_guide.stage.hand_sheet import Sprite

_LARGE = 20_000
"""Pixels on the screen from which a turned copy is worth its memory."""

_NEAR = 1 / 1080
"""How far a copy's farthest corner may lie beside its place, heights of the screen."""
_LIKELY = 2
"""Uses of a copy after which the next turn gets one at once."""


@dataclass(slots=True)
class _Copy:
    """The last way in which a sprite was laid down at one place."""

    way: QTransform
    key: tuple[int, float]
    image: QImage | None = None
    """The sprite turned, once it has lain nearly the same way twice."""
    corner: QPointF = field(default_factory=QPointF)
    """From the sprite's origin to the copy's corner, pixels."""
    uses: int = 0
    """How often it has been laid down."""


class Laying:
    """Lays sprites down and remembers large ones that keep their angle.

    Turning a sprite smoothly costs time by the pixel. A hand on a foot or a face fills much
    of the picture, but keeps its angle: there a copy, turned once, is moved about instead.
    """

    def __init__(self) -> None:
        self._copies: dict[object, _Copy] = {}

    def lay(
        self,
        painter: QPainter,
        way: QTransform,
        sprite: Sprite,
        share: float,
        place: object,
        blur: float = 1.0,
    ) -> None:
        """Put down the upper `share` of a sprite; `place` says whose last copy this replaces.

        Of what is soft or shown large, a copy may lie `blur` times as far beside its place.
        """
        room, source = QRectF(sprite.room), QRectF(sprite.image.rect())
        room.setHeight(room.height() * share)
        source.setHeight(source.height() * share)
        before = painter.transform()
        whole = way * before
        ratio = painter.device().devicePixelRatioF()
        if room.width() * room.height() * abs(whole.determinant()) * ratio**2 < _LARGE:
            self._copies.pop(place, None)
            painter.setTransform(whole)
            painter.drawImage(room, sprite.image, source)
        else:
            near = blur * _NEAR * painter.viewport().height()
            self._lay_large(painter, whole, Sprite(sprite.image, room), source, place, near)
        painter.setTransform(before)

    def _lay_large(
        self,
        painter: QPainter,
        whole: QTransform,
        sprite: Sprite,
        source: QRectF,
        place: object,
        near: float,
    ) -> None:
        key, last = _key(sprite), self._copies.get(place)
        if last is None or last.key != key or _apart(last.way, whole, sprite.room) > near:
            steady = last is not None and last.key == key and last.uses >= _LIKELY
            last = self._copies[place] = _Copy(whole, key)
            if not steady:
                painter.setTransform(_on_pixels(whole))
                painter.drawImage(sprite.room, sprite.image, source)
                return
        if last.image is None:
            ratio = painter.device().devicePixelRatioF()
            last.way = whole
            last.image, last.corner = _turned(whole, sprite, source, ratio)
        last.uses += 1
        painter.resetTransform()
        at = QPointF(round(whole.dx()), round(whole.dy())) + last.corner
        painter.drawImage(at, last.image)


def _on_pixels(way: QTransform) -> QTransform:
    """The same, moved to whole pixels as its copy will be, so that both look alike."""
    x, y = round(way.dx()), round(way.dy())
    return QTransform(way.m11(), way.m12(), way.m21(), way.m22(), x, y)


def _key(sprite: Sprite) -> tuple[int, float]:
    """What is laid down, whichever way."""
    return sprite.image.cacheKey(), round(sprite.room.height(), 2)


def _apart(one: QTransform, other: QTransform, room: QRectF) -> float:
    """How far apart a corner of a sprite lies, at most, in two ways of laying it; pixels."""
    x = max(-room.left(), room.right())
    y = max(-room.top(), room.bottom())
    across = abs(one.m11() - other.m11()) * x + abs(one.m21() - other.m21()) * y
    along = abs(one.m12() - other.m12()) * x + abs(one.m22() - other.m22()) * y
    return across + along


def _turned(
    whole: QTransform, sprite: Sprite, source: QRectF, ratio: float
) -> tuple[QImage, QPointF]:
    """A copy of a sprite as it lies on the screen, and where its corner is from its origin."""
    turn = QTransform(whole.m11(), whole.m12(), whole.m21(), whole.m22(), 0, 0)
    turn *= QTransform.fromScale(ratio, ratio)
    box = turn.mapRect(sprite.room)
    left, top = math.floor(box.left()), math.floor(box.top())
    width, height = math.ceil(box.right()) - left, math.ceil(box.bottom()) - top
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(turn * QTransform.fromTranslate(-left, -top))
    painter.drawImage(sprite.room, sprite.image, source)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image, QPointF(left, top) / ratio
