"""Builds: a stroke that is written for one baby, fitted to a smaller and rounder one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from massage_guide.domain.figure import Figure, Point
from massage_guide.domain.stroke import Hand, PathPoint, Stroke

NEWBORN_WEEKS = 6
"""Corrected age under which the drawn baby is a newborn."""
_NEAR = 3.0
"""How much more a near landmark says about a place than a far one."""


_LENGTHS = (("shoulder.R", "hip.R"), ("ear.R", "ear.L"), ("heel", "ball"), ("heel", "palm.mid"))
"""Landmarks whose distance tells the size; of face, foot and hand all becomes smaller alike."""


def is_newborn(weeks: int | None, from_weeks: int) -> bool:
    """Whether the picture shows a newborn: by corrected age, or by whom a massage begins with."""
    return from_weeks == 0 if weeks is None else weeks < NEWBORN_WEEKS


def fitted(stroke: Stroke, figure: Figure) -> Stroke:
    """The stroke for this build; its seconds and its jobs stay [rules 5]."""
    if not figure.drawn:
        return stroke
    names = next(names for names in _LENGTHS if figure.drawn.keys() >= set(names))
    size = math.dist(*(figure.landmarks[name] for name in names)) / math.dist(
        *(figure.drawn[name] for name in names)
    )

    def path(points: tuple[PathPoint, ...]) -> tuple[PathPoint, ...]:
        return tuple(_point(point, figure, size) for point in points)

    def hand(written: Hand | None) -> Hand | None:
        if written is None:
            return None
        letters = tuple(replace(shape, path=path(shape.path)) for shape in written.letters)
        return replace(
            written,
            path=path(written.path),
            radius=written.radius * size,
            letters=letters,
            then_path=path(written.then_path),
            back=path(written.back),
        )

    return replace(
        stroke,
        left=hand(stroke.left),
        right=hand(stroke.right),
        joints=tuple(replace(joint, path=path(joint.path)) for joint in stroke.joints),
        places={
            name: (_point(left, figure, size), _point(right, figure, size))
            for name, (left, right) in stroke.places.items()
        },
        amplitude=stroke.amplitude * size,
    )


def _point(point: PathPoint, figure: Figure, size: float) -> PathPoint:
    if point.landmark:
        return PathPoint(point.landmark, Point(point.by.x * size, point.by.y * size))
    return PathPoint("", moved(point.by, figure.drawn or {}, figure.landmarks))


def moved(point: Point, before: Mapping[str, Point], now: Mapping[str, Point]) -> Point:
    """Where a place goes when landmarks move: as those do that are near it."""
    x = y = whole = 0.0
    for name, at in before.items():
        far = math.dist(point, at)
        if far < 0.01:
            return now[name]
        share = far**-_NEAR
        x += (now[name].x - at.x) * share
        y += (now[name].y - at.y) * share
        whole += share
    return Point(point.x + x / whole, point.y + y / whole)
