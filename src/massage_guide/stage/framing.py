"""Framing: where a figure lies in a rectangle, all of it or a part seen from closer."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF

from massage_guide.domain.figure import Figure, FigureName, Zone
from massage_guide.domain.picture import Picture

_MARGINS = {
    FigureName.FRONT: (5.0, 7.0),
    FigureName.FOOT: (6.0, -8.0),
    FigureName.HAND: (7.0, -10.0),
}
"""Room above and below each figure, figure units."""
_BESIDE = 6.0
"""Room beside each figure, figure units."""

_SIZES = {FigureName.FOOT: 2.1, FigureName.HAND: 1.75, FigureName.FACE: 1.2}
"""How much larger hands are drawn than on FRONT; close-ups show less of them."""
_CLOSE_UPS = (FigureName.FOOT, FigureName.HAND)
"""Figures on which lines are drawn wider too."""


class Frame(NamedTuple):
    """Where a figure lies in the rectangle."""

    left: float
    """Device-independent pixels."""
    top: float
    scale: float
    """Pixels a unit."""

    def area(self, units: QRectF) -> QRect:
        """The pixels that these units touch, with a pixel to spare."""
        # in plain numbers: it is asked ten times a frame
        x, y = self.left + units.x() * self.scale, self.top + units.y() * self.scale
        left, top = floor(x) - 2, floor(y) - 2
        right, bottom = x + units.width() * self.scale, y + units.height() * self.scale
        return QRect(left, top, ceil(right) + 2 - left, ceil(bottom) + 2 - top)


def framed(figure: Figure, rect: QRect, framing: Zone | None = None) -> Frame:
    """As large as fits, in the middle.

    Where a framing leaves room, more of the baby is shown, never more room above or below it.
    """
    above, below = _MARGINS.get(figure.name, (6.0, 6.0))
    whole = Zone(-_BESIDE, -above, figure.width + _BESIDE, figure.height + below)
    seen = framing or whole
    scale = min(rect.height() / (seen.bottom - seen.top), rect.width() / (seen.right - seen.left))
    scale = max(round(scale * 8) / 8, 0.125)
    left = (seen.left + seen.right) / 2 * scale - rect.width() / 2
    top = (seen.top + seen.bottom) / 2 * scale - rect.height() / 2
    if framing is not None:
        spare = max(rect.height() - (whole.bottom - whole.top) * scale, 0.0) / 2
        top = min(top, whole.bottom * scale - rect.height() + spare)
        top = max(top, whole.top * scale - spare)
    return Frame(round(rect.x() - left), round(rect.y() - top), scale)


def hand_size(name: FigureName) -> float:
    """How much larger hands are drawn on that figure than on FRONT."""
    return _SIZES.get(name, 1.0)


def line_size(picture: Picture) -> float:
    """How much wider lines are drawn than on FRONT."""
    return hand_size(picture.figure) ** 0.5 if picture.figure in _CLOSE_UPS else 1.0
