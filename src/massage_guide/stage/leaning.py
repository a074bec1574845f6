"""Leaning: a picture of something long is laid at another angle in bands, by half pixels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple


class Lie(NamedTuple):
    """How something lies that begins at the origin and reaches straight down at angle 0."""

    angle: float
    """Radians clockwise."""
    scale: float
    """Device pixels a unit."""

    @property
    def is_steep(self) -> bool:
        """Whether it reaches further down, or up, than to a side."""
        return abs(math.cos(self.angle)) >= abs(math.sin(self.angle))


class Band(NamedTuple):
    """Rows of a steep picture (columns of a flat one) that are moved alike."""

    begin: int
    """The first row it comes to fill; pixels from the origin."""
    end: int
    along: int
    """Pixels by which it is moved along the rows' numbers."""
    aside: int
    """Half pixels by which it is moved to the side."""


def bands(kept: Lie, wanted: Lie, begin: int, end: int) -> Iterator[Band]:
    """How to lay rows `begin` to `end` of what was turned to `kept` so that it lies as `wanted`.

    A row more or less is not seen in what is plain along its length, nor is a step of half a pixel.
    """
    x, y = -math.sin(kept.angle), math.cos(kept.angle)
    grown = wanted.scale / kept.scale
    new_x, new_y = -math.sin(wanted.angle) * grown, math.cos(wanted.angle) * grown
    if not kept.is_steep:
        x, y, new_x, new_y = y, x, new_y, new_x
    # of a row it comes to lie in: how much further on, and further to the side, it is than it was
    along, aside = (new_y - y) / new_y, 2 * (new_x - x) / new_y
    # the outermost rows are empty, and rounding may leave none to take them from
    first, last = round(begin * new_y / y) + 1, round(end * new_y / y) - 1
    cuts = sorted({first, last, *_steps(along, first, last), *_steps(aside, first, last)})
    for top, bottom in pairwise(cuts):
        middle = (top + bottom) / 2
        yield Band(top, bottom, round(along * middle), round(aside * middle))


def _steps(slope: float, first: int, last: int) -> Iterator[int]:
    """The rows at which a slope comes to the next whole number."""
    one, other = sorted((slope * first, slope * last))
    for number in range(math.ceil(one - 0.5), math.floor(other - 0.5) + 1):
        row = math.ceil((number + 0.5) / slope) if slope else first
        if first < row < last:
            yield row
