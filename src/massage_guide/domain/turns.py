"""Turns: short arrows that say how two hands work on their way: they roll, wring, or pass by."""

from __future__ import annotations

import math
from collections.abc import Mapping

from massage_guide.domain.figure import Point
from massage_guide.domain.path import Walk, between, lined, walk
from massage_guide.domain.stroke import Hand, Motion, Region, Role, Stroke

EARLY = 0.15
"""Where along the way they are drawn while hands move, share of it."""
ACROSS_LEG, ACROSS_ARM = 10.0, 8.0
"""Half the width of an arrow round a leg and round an arm, figure units of FRONT."""
BULGE = 0.34
"""How high an arrow round a limb arches, half its widths."""
FINGERS = 7.0
"""How far before the palms that roll a limb their arrow lies, figure units of FRONT."""
SPREAD = 13.0
"""How far apart the arrows of two hands round a limb are, figure units of FRONT."""
BEYOND = 7.0
"""How far beyond them the arrow of the way begins, figure units of FRONT."""
_STEPS = 24

Line = tuple[Point, ...]


def has_turns(stroke: Stroke) -> bool:
    """Whether two hands do more on their way than the line of it can say."""
    hands = [hand for hand in (stroke.left, stroke.right) if hand]
    both = len(hands) == 2 and all(hand.role is Role.STROKES for hand in hands)
    return both and stroke.motion in (Motion.TWIST_GLIDE, Motion.ROLL, Motion.PAIRED_OPPOSED)


def turns(
    stroke: Stroke,
    first: Hand,
    other: Hand,
    marks: Mapping[str, Point],
    share: float,
    *,
    back: bool = False,
) -> tuple[Line, ...]:
    """The short arrows at that share of the way, and before them one for the way itself.

    They are written for the baby's left limb; `back` is the way back on the skin.
    """
    one, two = walk(first.path, marks), walk(other.path, marks)
    along = _between(one, two)
    if stroke.motion is Motion.ROLL:
        return along.points, *_to_and_fro(one, two, share)
    if stroke.motion is Motion.PAIRED_OPPOSED:
        arrows = _past_each_other(one.at(share), two.at(share), stroke.amplitude)
    else:
        arrows = _opposite_ways_round(stroke, one, share)
    line = along.points[::-1] if back else along.points
    return _beyond(line, arrows), *arrows


def _between(one: Walk, two: Walk) -> Walk:
    """The line half way between two."""
    shares = [i / _STEPS for i in range(_STEPS + 1)]
    return lined(tuple(between(one.at(share), two.at(share), 0.5) for share in shares))


def _beyond(line: Line, arrows: tuple[Line, ...]) -> Line:
    """The part of the way that lies beyond the arrows across it."""
    ends = [(arrow[0], arrow[-1]) for arrow in arrows]
    middles = [between(a, b, 0.5) for a, b in ends]
    last = line[-1]
    nearest = min(math.dist(at, last) for at in middles) - BEYOND
    rest = tuple(point for point in line if math.dist(point, last) < max(nearest, BEYOND))
    return rest if len(rest) > 1 else line[-2:]


def _opposite_ways_round(stroke: Stroke, line: Walk, share: float) -> tuple[Line, ...]:
    """Hands round a limb: the outside one is the upper one, its fingers go inward over it."""
    across = ACROSS_ARM if stroke.region is Region.ARMS else ACROSS_LEG
    room = SPREAD / max(line.length, SPREAD)
    upper = share * (1.0 - room)
    inward, outward = _round(line, upper, across), _round(line, upper + room, across)
    return inward[::-1], outward


def _past_each_other(one: Point, two: Point, far: float) -> tuple[Line, ...]:
    """Hands across the back that slide opposite ways; the first one sets out to the right."""
    return (
        (Point(one.x - far, one.y), Point(one.x + far, one.y)),
        (Point(two.x + far, two.y), Point(two.x - far, two.y)),
    )


def _to_and_fro(one: Walk, two: Walk, share: float) -> tuple[Line, ...]:
    """One arrow over the limb with a head at either end, before the palms that roll it."""
    line = _between(one, two)
    ahead = FINGERS / max(line.length, FINGERS)
    apart = math.dist(one.at(share), two.at(share)) / 2
    over = _round(line, share, apart, -ahead * line.length)
    half = len(over) // 2
    return over[half::-1], over[half:]


def _round(line: Walk, share: float, across: float, along: float = 0.0) -> Line:
    """Over the limb from the baby's right to its left, arched away from its end."""
    a, b = line.at(share - 0.02), line.at(share + 0.02)
    way = math.atan2(b.y - a.y, b.x - a.x)
    c, s = math.cos(way), math.sin(way)
    at = line.at(share)
    x, y = at.x + along * c, at.y + along * s
    points = []
    for i in range(_STEPS + 1):
        t = 2.0 * i / _STEPS - 1.0
        up = BULGE * across * (0.6 - t * t)
        points.append(Point(x + across * t * s - up * c, y - across * t * c - up * s))
    return tuple(points)
