"""Slants: the place of something that lies aslant, told in a few boxes instead of a wide one."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

_MORE = 3
"""How many boxes more than one tell of what lies halfway between upright and level."""


def slanted(way: QTransform, room: QRectF) -> list[QRectF]:
    """What a room fills when it is laid that way, from the top down."""
    a, b, c, d = way.m11(), way.m12(), way.m21(), way.m22()
    count = 1 + round(_MORE * abs(math.sin(2 * math.atan2(b, a))))
    if count == 1:
        return [way.mapRect(room)]
    x, y = way.dx() + a * room.x() + c * room.y(), way.dy() + b * room.x() + d * room.y()
    across, down = (a * room.width(), b * room.width()), (c * room.height(), d * room.height())
    corners = (
        (x, y),
        (x + across[0], y + across[1]),
        (x + across[0] + down[0], y + across[1] + down[1]),
        (x + down[0], y + down[1]),
    )
    top, bottom = min(at[1] for at in corners), max(at[1] for at in corners)
    high = (bottom - top) / count
    return [_band(corners, top + i * high, top + (i + 1) * high) for i in range(count)]


def _band(corners: tuple[tuple[float, float], ...], top: float, bottom: float) -> QRectF:
    """What of a four-cornered place lies between two heights."""
    found: list[float] = []
    x, y = corners[-1]
    for end_x, end_y in corners:
        if (low := max(min(y, end_y), top)) <= (high := min(max(y, end_y), bottom)):
            slope = (end_x - x) / (end_y - y) if end_y != y else 0.0
            found += (x + (low - y) * slope, x + (high - y) * slope)
            found += (end_x,) if top <= end_y <= bottom else ()
        x, y = end_x, end_y
    left = min(found)
    return QRectF(left, top, max(found) - left, bottom - top)
