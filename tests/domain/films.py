"""Films: every shipped stroke as hands do it, on both sides of the older baby and the newborn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from massage_guide.domain.figure import Figure, Point, Side
from massage_guide.domain.motion import Doing, Movement, movement, prepare
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.touch import Touch
from tests.shipped import NEWBORN, OLDER

LOOKS = 60
"""Instants looked at in each repeat."""
HANDS = (Side.LEFT, Side.RIGHT)


@cache
def ways(stroke: Stroke, *, left_handed: bool = False) -> tuple[Doing, ...]:
    """The stroke on each side of each baby."""
    builds: list[Figure] = [OLDER[stroke.figure]]
    if NEWBORN[stroke.figure] is not builds[0]:
        builds.append(NEWBORN[stroke.figure])
    return tuple(
        prepare(stroke, figure, side, stroke.repeats, left_handed=left_handed)
        for figure in builds
        for side in (list(Side) if stroke.takes_sides else [None])
    )


@cache
def film(doing: Doing) -> tuple[Movement, ...]:
    """The whole stroke, look by look, its last instant included."""
    return tuple(movement(doing, i / LOOKS) for i in range(LOOKS * doing.repeats + 1))


def touches(doing: Doing, hand: Side) -> list[Touch | None]:
    """One hand through the film; None where it is off the skin, or not used."""
    seen = (moved.of(hand) for moved in film(doing))
    return [touch if touch and touch.lift < 0.05 else None for touch in seen]


def stretches(doing: Doing, hand: Side) -> Iterator[list[Point]]:
    """Each unbroken line that a hand draws on the skin while it strokes."""
    line: list[Point] = []
    for touch in [*touches(doing, hand), None]:
        if touch is not None and touch.active:
            line.append(touch.at)
        elif line:
            yield line
            line = []


def stroked(doing: Doing) -> Iterator[list[Point]]:
    """The same of both hands."""
    for hand in HANDS:
        yield from stretches(doing, hand)


def named(doing: Doing) -> str:
    """Which film it is, for whoever reads a failure."""
    build = "newborn " if doing.figure.drawn else ""
    return f"{build}{doing.stroke.id} {doing.side or ''}".strip()
