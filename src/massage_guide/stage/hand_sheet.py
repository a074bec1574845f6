"""Sheets on which the parts of a hand are drawn, and the sprites they become."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_OUTLINE = 0.31
"""Width of the line round a hand of size 1, units."""


@dataclass(frozen=True, slots=True)
class Skin:
    """The colours of the parent's skin."""

    light: QColor
    base: QColor
    shade: QColor
    line: QColor
    """Folds and the rims of nails."""
    nail: QColor
    edge: QColor
    """The outline."""


def mixed(one: QColor, other: QColor, amount: float) -> QColor:
    """The colour `amount` (0 to 1) of the way from one to the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * amount,
        one.greenF() + (other.greenF() - one.greenF()) * amount,
        one.blueF() + (other.blueF() - one.blueF()) * amount,
    )


class Sprite(NamedTuple):
    """A drawing and the place it fills."""

    image: QImage
    room: QRectF
    """In hand units: wrist at the origin, fingers up."""


def line_width(size: float) -> float:
    """Width of the line round a hand or arm, units: finer on one drawn larger."""
    return _OUTLINE / math.sqrt(size)


def with_alpha(colour: QColor, alpha: float) -> QColor:
    """The same colour, seen through."""
    faded = QColor(colour)
    faded.setAlphaF(max(0.0, min(1.0, alpha)))
    return faded


def snapped(room: QRectF, zoom: float) -> QRectF:
    """The room widened to whole pixels, so that sheets lie on each other without blur."""
    left, top = math.floor(room.left() * zoom), math.floor(room.top() * zoom)
    right, bottom = math.ceil(room.right() * zoom), math.ceil(room.bottom() * zoom)
    return QRectF(left / zoom, top / zoom, (right - left) / zoom, (bottom - top) / zoom)


def blank(room: QRectF, zoom: float) -> QImage:
    """A clear image for a snapped room."""
    width, height = round(room.width() * zoom), round(room.height() * zoom)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


class Sheet:
    """A transparent image in hand units on which one part is drawn."""

    def __init__(self, frame: QRectF, pixels_per_unit: float, mirrored: bool) -> None:
        # `frame` is told in the right hand's units; a left hand fills its mirror image.
        self.everything = snapped(frame, pixels_per_unit)
        self._zoom, self._mirrored = pixels_per_unit, mirrored
        self._frame = QRectF(self.everything)
        if mirrored:
            self._frame.moveLeft(-self.everything.right())
        self.image = blank(self._frame, pixels_per_unit)

    def another(self) -> Sheet:
        """An empty sheet of the same kind."""
        return Sheet(self.everything, self._zoom, self._mirrored)

    def painter(self) -> QPainter:
        """A painter in hand units."""
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self._frame.topLeft())
        if self._mirrored:
            painter.scale(-1, 1)
        return painter

    def sprite(self) -> Sprite:
        """What was drawn, with its place."""
        return Sprite(self.image, self._frame)

    def coarser(self, zoom: float) -> Sheet:
        """An empty sheet of the same place with fewer pixels."""
        return Sheet(self.everything, min(zoom, self._zoom), self._mirrored)

    def part(self, room: QRectF) -> Sheet:
        """An empty sheet for a smaller room."""
        return Sheet(room, self._zoom, self._mirrored)

    def lay(self, other: Sheet, opacity: float = 1.0) -> None:
        """Put another sheet of the same zoom on top of this one."""
        corner = (other._frame.topLeft() - self._frame.topLeft()) * self._zoom
        painter = QPainter(self.image)
        painter.setOpacity(opacity)
        painter.drawImage(corner.toPoint(), other.image)
        painter.end()

    def lay_soft(self, coarse: Sheet) -> None:
        """Tint what is drawn here with a coarser sheet, enlarged."""
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self._frame.topLeft())
        painter.drawImage(coarse._frame, coarse.image)
        painter.end()


def blurred(image: QImage, halvings: int) -> QImage:
    """A soft blur: made smaller by halves, then larger again."""
    smooth = Qt.TransformationMode.SmoothTransformation
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    sizes = [image.size() / 2**n for n in range(halvings + 1)]
    for size in [*sizes[1:], *reversed(sizes[:-1])]:
        image = image.scaled(size, ignore, smooth)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
