"""Laying sprites down, turned: afresh when small or turning, from a turned copy when large."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from massage_guide.stage.hand_sheet import Sprite

_LARGE = 90_000
"""Pixels on the screen from which a turned copy is worth its memory."""

Turn = tuple[float, float, float, float, int]


@dataclass(slots=True)
class _Copy:
    """The last way in which a sprite was laid down at one place."""

    turn: Turn
    image: QImage | None = None
    """The sprite turned, once it has lain the same way twice."""
    corner: QPointF = field(default_factory=QPointF)
    """From the sprite's origin to the copy's corner, pixels."""


class Laying:
    """Lays sprites down and remembers large ones that keep their angle.

    Turning a sprite smoothly costs time by the pixel. A hand on a foot or a face fills much
    of the picture, but keeps its angle: there a copy, turned once, is moved about instead.
    """

    def __init__(self) -> None:
        self._copies: dict[object, _Copy] = {}

    def lay(
        self, painter: QPainter, way: QTransform, sprite: Sprite, share: float, place: object
    ) -> None:
        """Put down the upper `share` of a sprite; `place` says whose last copy this replaces."""
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
            self._lay_large(painter, whole, Sprite(sprite.image, room), source, place)
        painter.setTransform(before)

    def _lay_large(
        self, painter: QPainter, whole: QTransform, sprite: Sprite, source: QRectF, place: object
    ) -> None:
        turn = _turn(whole, sprite)
        last = self._copies.get(place)
        if last is None or last.turn != turn:
            self._copies[place] = _Copy(turn)
            painter.setTransform(whole)
            painter.drawImage(sprite.room, sprite.image, source)
            return
        if last.image is None:
            ratio = painter.device().devicePixelRatioF()
            last.image, last.corner = _turned(whole, sprite, source, ratio)
        painter.resetTransform()
        at = QPointF(whole.dx(), whole.dy()) + last.corner
        painter.drawImage(at.toPoint(), last.image)


def _turn(whole: QTransform, sprite: Sprite) -> Turn:
    """What makes two layings look alike but for their place."""
    return (
        round(whole.m11(), 3),
        round(whole.m12(), 3),
        round(sprite.room.height(), 2),
        round(whole.m22(), 3),
        sprite.image.cacheKey(),
    )


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
