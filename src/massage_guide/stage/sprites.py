"""Sprites: part drawings turned once into pictures that can be placed and turned cheaply."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgRenderer

from massage_guide.domain.figure import Point

_ROUND_BELOW = 0.3
"""The share of its length under which a bone is seen end on."""
_SURVEY_SCALE = 2.0
"""Pixels a unit when looking for a drawing's edges."""
_CELL = 8
"""Pixels of which one is looked at to find the rim of a picture."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_HAZE_TO_NOTHING = bytes(3) + bytes(range(3, 256))
_ALL_AROUND = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class Sprite:
    """A picture, and where its top left corner lies."""

    image: QImage
    """Premultiplied pixels, cropped to what is drawn."""
    left: int
    """Pixels from the figure's origin (or the bone's first joint) to the left edge."""
    top: int
    """The same to the top edge."""

    @property
    def rect(self) -> QRectF:
        """The place it covers, in pixels."""
        return QRectF(self.left, self.top, self.image.width(), self.image.height())


class Drawing:
    """One SVG part, of which sprites are made at any scale.

    It keeps the text and parses it for each sprite: parsed, a figure takes ten times the memory.
    """

    def __init__(self, svg: str, width: float, height: float, mirrored: bool = False) -> None:
        """Remember the text; width and height are the canvas, in figure units."""
        self._svg = svg
        self._canvas = QRectF(0, 0, width, height)
        self._mirrored = mirrored

    def upright(self, scale: float) -> Sprite:
        """The drawing in place, `scale` pixels a unit."""
        return self._sprite(QTransform.fromScale(scale, scale))

    def along(self, start: Point, end: Point, scale: float) -> Sprite:
        """The drawing turned so that `start` is the origin and `end` lies straight below."""
        turned = QTransform.fromScale(scale, scale)
        turned.rotate(90 - math.degrees(math.atan2(end.y - start.y, end.x - start.x)))
        turned.translate(-start.x, -start.y)
        return self._sprite(turned)

    def _sprite(self, transform: QTransform) -> Sprite:
        # A pixel of room on every side keeps the soft rim when the sprite is turned.
        area = transform.mapRect(self.edges).toAlignedRect().adjusted(-1, -1, 1, 1)
        image = blank(area.width(), area.height())
        painter = QPainter(image)
        painter.setRenderHints(_ALL_AROUND)
        painter.translate(-area.left(), -area.top())
        mirror = _mirror(self._mirrored, self._canvas.width())
        painter.setTransform(mirror * transform, combine=True)
        _render(self._svg, self._canvas, painter)
        painter.end()
        left, top, width, height = drawn_on(image)
        return Sprite(image.copy(left, top, width, height), area.left() + left, area.top() + top)

    @cached_property
    def edges(self) -> QRectF:
        """What is drawn on, in figure units; empty for an empty drawing."""
        return QRectF(*_edges(self._svg, self._canvas.size().toTuple(), self._mirrored))


def _render(svg: str, canvas: QRectF, painter: QPainter) -> None:
    _parsed(svg).render(painter, canvas)


@lru_cache(maxsize=4)
def _parsed(svg: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=256)
def _edges(
    svg: str, size: tuple[float, float], mirrored: bool
) -> tuple[float, float, float, float]:
    """Left, top, width and height; found by drawing it, so that soft rims count."""
    width, height = size
    scale = _SURVEY_SCALE
    image = blank(math.ceil(width * scale), math.ceil(height * scale))
    painter = QPainter(image)
    painter.setTransform(_mirror(mirrored, width) * QTransform.fromScale(scale, scale))
    _render(svg, QRectF(0, 0, width, height), painter)
    painter.end()
    left, top, across, down = drawn_on(image)
    return (left - 1) / scale, (top - 1) / scale, (across + 2) / scale, (down + 2) / scale


def _mirror(mirrored: bool, width: float) -> QTransform:
    return QTransform(-1, 0, 0, 1, width, 0) if mirrored else QTransform()


def drawn_on(image: QImage) -> tuple[int, int, int, int]:
    """Give left, top, width and height of what can be seen; the faintest haze is left out."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    pixels, step = bytes(alpha.constBits()).translate(_HAZE_TO_NOTHING), alpha.bytesPerLine()
    lines = [pixels[y * step : y * step + image.width()] for y in range(image.height())]
    rows = [y for y, line in enumerate(lines) if any(line)]
    if not rows:
        return 0, 0, 1, 1
    left = min(image.width() - len(lines[y].lstrip(b"\0")) for y in rows)
    right = max(len(lines[y].rstrip(b"\0")) for y in rows)
    return left, rows[0], right - left, rows[-1] + 1 - rows[0]


def blank(width: int, height: int) -> QImage:
    """A transparent picture of at least one pixel."""
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def cropped(image: QImage, left: int, top: int) -> Sprite:
    """What is drawn on a picture whose corner lies there, without most of the empty rim."""
    # looked for on a coarse copy, and a cell further: as exactly as it is worth
    cells = image.size() / _CELL + QSize(1, 1)
    smooth = Qt.TransformationMode.SmoothTransformation
    coarse = image.scaled(cells, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    across, down = image.width() / cells.width(), image.height() / cells.height()
    x, y, width, height = drawn_on(coarse)
    room = QRectF((x - 1) * across, (y - 1) * down, (width + 2) * across, (height + 2) * down)
    kept = room.toAlignedRect() & image.rect()
    return Sprite(image.copy(kept), left + kept.left(), top + kept.top())


@dataclass(frozen=True, slots=True)
class Brush:
    """A painter in device pixels, whose origin is the figure's origin."""

    painter: QPainter
    scale: float
    """Device pixels a figure unit."""
    opacity: float
    """That of the painter."""

    @classmethod
    @contextmanager
    def of(cls, painter: QPainter, scale: float) -> Iterator[Brush]:
        """Take up a painter on which a unit is `scale` of its own; it is left as it was."""
        ratio = painter.device().devicePixelRatioF()
        painter.save()
        if ratio != 1.0:
            painter.scale(1 / ratio, 1 / ratio)
        yield cls(painter, scale * ratio, painter.opacity())
        painter.restore()

    def blit(self, sprite: Sprite, at: tuple[int, int] = (0, 0), opacity: float = 1.0) -> None:
        """Paint a sprite as it is, so many pixels from its own place."""
        if opacity < 1.0:
            self.painter.setOpacity(self.opacity * opacity)
        self.painter.drawImage(sprite.left + at[0], sprite.top + at[1], sprite.image)
        if opacity < 1.0:
            self.painter.setOpacity(self.opacity)


def reach(edges: QRectF, rest: tuple[Point, Point], now: tuple[Point, Point]) -> QRectF:
    """What a drawing with these edges covers once its bone goes from rest to now; any unit."""
    (rest_start, rest_end), (start, end) = rest, now
    length, share = math.dist(rest_start, rest_end), math.dist(start, end)
    away = QTransform()
    away.rotate(90 - math.degrees(math.atan2(rest_end.y - rest_start.y, rest_end.x - rest_start.x)))
    away.translate(-rest_start.x, -rest_start.y)
    lying = away.mapRect(edges)
    before, beyond = max(0.0, -lying.top()), max(0.0, lying.bottom() - length)
    if share < _ROUND_BELOW * length:
        before, beyond = max(before, beyond - share), max(beyond, before - share)
    lying = QRectF(lying.left(), -before, lying.width(), before + share + beyond)
    back = QTransform.fromTranslate(start.x, start.y)
    if share:
        back.rotate(math.degrees(math.atan2(end.y - start.y, end.x - start.x)) - 90)
    return back.mapRect(lying)


def paint_along(painter: QPainter, sprite: Sprite, length: float, start: Point, end: Point) -> None:
    """Paint a bone's sprite between two joints, in pixels.

    Only the stretch between the joints grows or shrinks, so the rounded ends keep their shape.
    """
    now = math.hypot(end.x - start.x, end.y - start.y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(start.x, start.y)
    if now > 0.01:
        painter.rotate(math.degrees(math.atan2(end.y - start.y, end.x - start.x)) - 90)
    for source, target, flipped in _slices(sprite, length, now):
        if flipped:
            painter.save()
            painter.scale(1, -1)
        painter.drawImage(target, sprite.image, source)
        if flipped:
            painter.restore()
    painter.restore()


def _slices(sprite: Sprite, length: float, now: float) -> list[tuple[QRectF, QRectF, bool]]:
    """What to take from the sprite, where to put it, and whether upside down."""
    height = float(sprite.image.height())
    top = float(sprite.top)
    # The cuts fall on whole pixels, so the joints may lie a fraction beside them.
    first = float(min(max(round(-top), 0), height))
    second = float(min(max(round(length - top), first), height))
    after = top + second + now - length
    pieces = []
    if now < _ROUND_BELOW * length:
        # A bone that points toward us shows both its ends as full rounds.
        pieces.append((0.0, first, top, top + first, True))
        pieces.append((second, height, -after - 1, -after - 1 + height - second, True))
    pieces.append((0.0, first, top, top + first, False))
    pieces.append((first, second, top + first, after, False))
    pieces.append((second, height, after, after + height - second, False))
    width = float(sprite.image.width())
    return [
        (QRectF(0, y0, width, y1 - y0), QRectF(sprite.left, t0, width, t1 - t0), flipped)
        for y0, y1, t0, t1, flipped in pieces
        if y1 > y0 and t1 > t0
    ]


def recoloured(svg: str, swaps: Mapping[str, str]) -> str:
    """The SVG text with some of its hex colours replaced, all at once."""
    if not swaps:
        return svg
    wanted = {old.lower(): new for old, new in swaps.items()}
    return _HEX.sub(lambda found: wanted.get(found[0].lower(), found[0]), svg)
