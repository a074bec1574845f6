"""The soft light and shade on a part of a hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from massage_guide.stage.hand_shapes import Stem, open_line, point
from massage_guide.stage.hand_sheet import Sheet, Skin, blurred, with_alpha

_Mode = QPainter.CompositionMode
_COARSE = 4.0
"""Pixels in a unit for what is soft: it is drawn small and laid on large."""


def model(
    part: Sheet, path: QPainterPath, skin: Skin, light: complex, depth: float, ridge: Stem | None
) -> None:
    """Fill a part and round it: lit from `light`, its edges turning away within `depth`."""
    painter = part.painter()
    painter.fillPath(path, skin.base)
    painter.end()
    soft = part.coarser(_COARSE)
    _edge(soft, path, skin.shade, light * depth * 0.6, 0.95)
    _edge(soft, path, skin.light, -light * depth * 0.5, 0.5)
    if ridge is not None:
        _ridge(soft, ridge, skin.light, light)
    part.lay_soft(soft)


def _edge(soft: Sheet, path: QPainterPath, colour: QColor, shift: complex, strength: float) -> None:
    """Colour what a blurred copy of the part, moved a little, leaves free."""
    copy = soft.another()
    painter = copy.painter()
    painter.translate(point(shift))
    painter.fillPath(path, QColor("black"))
    painter.end()
    rest = soft.another()
    rest.image.fill(colour)
    painter = QPainter(rest.image)
    painter.setCompositionMode(_Mode.CompositionMode_DestinationOut)
    painter.drawImage(0, 0, blurred(copy.image, 2))
    painter.end()
    soft.lay(rest, strength)


def _ridge(soft: Sheet, line: Stem, colour: QColor, light: complex) -> None:
    """The light along the back of a finger."""
    path = open_line([m + light * 0.3 for m in line.middle[1:-1:2]])
    painter = soft.painter()
    for layer in range(1, 5):
        pen = QPen(with_alpha(colour, 0.14), line.radius[2] * 0.4 * layer)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
    painter.end()
