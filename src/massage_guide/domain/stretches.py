"""Stretches: the parts of a way that a pad presses along, and how each is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from massage_guide.domain.figure import Point
from massage_guide.domain.path import between, lined

LEAST = 8.0
"""Length at which a short press can be seen to go somewhere, figure units."""

Line = tuple[Point, ...]


def pressed(points: list[Point], times: Sequence[float], seconds: float) -> Line:
    """The stretch that is pressed so many seconds in, or the one to which the hand is going."""
    found = stretches(points)
    if times and seconds < times[-1]:
        for first, last in found:
            if seconds < times[last]:
                return _drawn(points[first : last + 1])
    first, last = found[-1]
    return _drawn(points[first : last + 1])


def _drawn(points: list[Point]) -> Line:
    """A soft line through points that are pressed; a tiny way is drawn longer."""
    line = lined(tuple(points))
    far = LEAST / max(line.length, 0.1)
    if far <= 1.0 or len(points) > 2:
        return line.points
    return between(points[1], points[0], far), points[1]


def stretches(points: list[Point]) -> list[tuple[int, int]]:
    """First and last number of each stretch between sharp corners; ways between are left out."""
    corners = [
        i
        for i in range(1, len(points) - 1)
        if (points[i].x - points[i - 1].x) * (points[i + 1].x - points[i].x)
        + (points[i].y - points[i - 1].y) * (points[i + 1].y - points[i].y)
        < 0.5 * math.dist(points[i - 1], points[i]) * math.dist(points[i], points[i + 1])
    ]
    ends = [0, *corners, len(points) - 1]
    found = list(pairwise(ends))
    return [found[0], found[-1]] if len(found) == 3 else found
