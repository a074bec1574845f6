"""A figure: the named canvas on which strokes are drawn, and its landmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Point(NamedTuple):
    """A place on a figure, in figure units; x grows rightward, y downward."""

    x: float
    y: float


class FigureName(StrEnum):
    """The six canvases of the catalogue [domain.md 1.1]."""

    FRONT = "front"
    BACK = "back"
    FACE = "face"
    FOOT = "foot"
    HAND = "hand"
    HELD = "held"


class Side(StrEnum):
    """The baby's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Zone(NamedTuple):
    """A rectangle of a figure, in figure units, edges included."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom


WHOLE = "whole"
"""The view in which all of a figure is seen."""


def mirrored_landmark(name: str) -> str:
    """The same landmark on the baby's other side; midline names stay."""
    swaps = {".R": ".L", ".L": ".R", "lowR": "lowL", "lowL": "lowR"}
    for old, new in swaps.items():
        if name.endswith(old):
            return name.removesuffix(old) + new
    return name


@dataclass(frozen=True, slots=True)
class Figure:
    """One canvas: its size, its scale and its landmarks in the rest pose."""

    name: FigureName
    width: float
    """Width in figure units."""
    height: float
    """Height in figure units."""
    unit_cm: float
    """Length of one unit on a three-month-old, in centimetres."""
    landmarks: Mapping[str, Point]
    """Named points in the rest pose, figure units."""
    zones: Mapping[str, Zone]
    """Named rectangles used by the checks, figure units."""
    drawn: Mapping[str, Point] | None = None
    """Landmarks of the baby that strokes are written for, when this is one of another build."""
    views: Mapping[str, Zone] = field(default_factory=dict)
    """Closer views: what has to be seen in each, figure units."""

    def mirror(self, point: Point) -> Point:
        """The point reflected in the figure's vertical midline."""
        return Point(self.width - point.x, point.y)
