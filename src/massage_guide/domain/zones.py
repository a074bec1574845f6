"""Zones: where on a baby a hand may be, and where it may never be [rules 26]."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from massage_guide.domain.directions import CIRCLES, STILL, Line, lines_of, resolve
from massage_guide.domain.figure import Figure, Point, Zone
from massage_guide.domain.findings import Finding
from massage_guide.domain.picture import HandShape
from massage_guide.domain.stroke import Motion, PathPoint, Region, Role, Stroke

_PRESSES = (Motion.PRESS, Motion.PRESS_WALK)
_PADS = (
    HandShape.FINGERTIP_PADS,
    HandShape.THUMB_PAD,
    HandShape.THUMB_REACHING,
    HandShape.TWO_FINGERS,
    HandShape.POINTING,
)
_NEVER = {
    "eye": "an eye",
    "nose": "the nostrils",
    "mouth": "the inside of the mouth",
    "throat": "the front of the neck",
}
"""What no hand touches, by what the names of its zones begin with."""
_NEVER_PRESSED = {"spine": "the spine", "soft": "the soft spot"}
"""What a hand may glide over or cup, and never presses on."""


def presses(stroke: Stroke) -> bool:
    """Whether pads stay in one place and work there, instead of gliding on or cupping."""
    hands = [hand for hand in (stroke.left, stroke.right) if hand and hand.role is Role.STROKES]
    circles = stroke.motion in CIRCLES and any(hand.shape in _PADS for hand in hands)
    return circles or stroke.motion in _PRESSES


def no_go(stroke: Stroke, figure: Figure) -> Iterator[tuple[Zone, str]]:
    """Where the hands of this stroke may not touch the figure, and what lies there."""
    words = {**_NEVER, **_NEVER_PRESSED} if presses(stroke) else _NEVER
    for name, zone in figure.zones.items():
        there = words.get(name.partition(".")[0])
        if there:
            yield zone, there


def check_zones(stroke: Stroke, figure: Figure) -> Iterator[Finding]:
    """Whether every hand stays on the figure, off what is forbidden, and on the tummy."""
    canvas = Zone(0.0, 0.0, figure.width, figure.height)
    stroked = list(_stroked(stroke, figure))
    touched = stroked + list(_held(stroke, figure))
    for where, points in touched:
        out = next((point for point in points if not canvas.holds(point)), None)
        if out is not None:
            reason = f"the path leaves the figure at ({out.x:g}, {out.y:g})"
            yield Finding(where, reason, f"stay within {_edges(canvas)}")
    tummy = figure.zones.get("tummy")
    if tummy and stroke.region is Region.TUMMY and stroke.motion not in STILL:
        for where, points in stroked:
            out = next((point for point in points if not tummy.holds(point)), None)
            if out is not None:
                reason = f"the hand leaves the tummy's safe zone at ({out.x:g}, {out.y:g})"
                yield Finding(where, reason, f"stay within {_edges(tummy)}")
    verb = "presses on" if presses(stroke) else "touches"
    rooms = [_room(points) for _, points in touched]
    for zone, there in no_go(stroke, figure):
        for (where, points), room in zip(touched, rooms, strict=True):
            # most lines lie nowhere near, and need not be followed
            if _overlap(room, zone) and _meets(points, zone):
                yield Finding(where, f"the hand {verb} {there}", "lead it round")


def _edges(zone: Zone) -> str:
    return f"x {zone.left:g} to {zone.right:g} and y {zone.top:g} to {zone.bottom:g}"


def _stroked(stroke: Stroke, figure: Figure) -> Iterator[Line]:
    """Every line on the skin, and every place where a stroking hand stays."""
    if stroke.motion is not Motion.JOINT_MOVE:
        yield from lines_of(stroke, figure)
    for key, hand in (("left", stroke.left), ("right", stroke.right)):
        if hand is None or hand.role is not Role.STROKES or hand.letters:
            continue
        if len(hand.path) == 1 and stroke.motion not in CIRCLES:
            yield (key, "path"), (resolve(hand.path[0], figure),)


def _held(stroke: Stroke, figure: Figure) -> Iterator[Line]:
    """Every place where a holding hand lies."""
    for key, hand in (("left", stroke.left), ("right", stroke.right)):
        if hand is not None and hand.role is Role.HOLDS and hand.path:
            yield (key, "path"), _points(hand.path, figure)
    for name, pair in stroke.places.items():
        for index, point in enumerate(pair):
            yield ("places", name, index), _points((point,), figure)


def _points(path: tuple[PathPoint, ...], figure: Figure) -> tuple[Point, ...]:
    return tuple(resolve(point, figure) for point in path)


def _room(points: tuple[Point, ...]) -> Zone:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Zone(min(xs), min(ys), max(xs), max(ys))


def _overlap(one: Zone, other: Zone) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.top <= other.bottom
        and other.top <= one.bottom
    )


def _meets(points: tuple[Point, ...], zone: Zone) -> bool:
    """Whether the line through the points enters the zone anywhere."""
    return any(map(zone.holds, points)) or any(_crosses(a, b, zone) for a, b in pairwise(points))


def _crosses(a: Point, b: Point, zone: Zone) -> bool:
    first, last = 0.0, 1.0
    sides = ((a.x, b.x, zone.left, zone.right), (a.y, b.y, zone.top, zone.bottom))
    for start, end, low, high in sides:
        if start == end:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / (end - start), (high - start) / (end - start)))
        first, last = max(first, near), min(last, far)
    return first <= last
