"""The direction rule of a stroke, proved on its written paths [rules 26]."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from massage_guide.domain.figure import Figure, FigureName, Point
from massage_guide.domain.findings import Finding, Where
from massage_guide.domain.stroke import (
    DirectionRule,
    Hand,
    Motion,
    PathPoint,
    Region,
    Role,
    Sides,
    Stroke,
)

Line = tuple[Where, tuple[Point, ...]]
"""Where a path is written, and its points on the figure."""

_SLACK = 0.01
"""Units by which a step of a path may go the other way."""
_HOUR = math.tau / 12
CIRCLES = (Motion.CIRCLE, Motion.CIRCLE_WALK, Motion.SUN_MOON)
STILL = (Motion.HOLD, Motion.RUB_SHOW_WAIT, Motion.BOUNCE, Motion.JOINT_MOVE)


def resolve(point: PathPoint, figure: Figure, repeat: int = 1) -> Point:
    """Where a written point lies on the figure in its rest pose."""
    if not point.landmark:
        return point.by
    at = figure.landmarks[point.landmark.replace("{n}", str(repeat))]
    return Point(at.x + point.by.x, at.y + point.by.y)


def _stroking(stroke: Stroke) -> Iterator[tuple[str, Hand]]:
    for key, hand in (("left", stroke.left), ("right", stroke.right)):
        if hand is not None and hand.role is Role.STROKES:
            yield key, hand


def _arc(hand: Hand, centre: Point, is_part: bool) -> tuple[Point, ...]:
    begin = hand.from_hour * _HOUR - math.pi / 2
    hours = (hand.to_hour - hand.from_hour) * hand.turn % 12 if is_part else 0.0
    sweep = (hours or 12.0) * _HOUR * (hand.turn or 1)
    return tuple(
        Point(
            centre.x + hand.radius * math.cos(begin + sweep * part / 24),
            centre.y + hand.radius * math.sin(begin + sweep * part / 24),
        )
        for part in range(25)
    )


def lines_of(stroke: Stroke, figure: Figure) -> Iterator[Line]:
    """Every line that a stroking hand draws on the skin; of joint moves, the joints' lines."""
    for key, hand in _stroking(stroke):
        path = tuple(resolve(point, figure) for point in hand.path)
        if hand.letters:
            for index, letter in enumerate(hand.letters):
                where: Where = (key, "letters", index)
                yield where, tuple(resolve(point, figure) for point in letter.path)
        elif stroke.motion in CIRCLES:
            is_part = stroke.motion is Motion.SUN_MOON and hand.from_hour != hand.to_hour
            for centre in path:
                yield (key, "turn"), _arc(hand, centre, is_part)
        else:
            then = tuple(resolve(point, figure) for point in hand.then_path)
            rows: tuple[Line, ...] = ((key, "path"), path), ((key, "then_path"), then)
            yield from (row for row in rows if len(row[1]) > 1)
    if stroke.motion is Motion.JOINT_MOVE:
        for index, joint in enumerate(stroke.joints):
            if len(joint.path) > 1:
                points = tuple(resolve(point, figure) for point in joint.path)
                yield ("joints", index, "path"), points


def check_direction(stroke: Stroke, figure: Figure) -> Iterator[Finding]:
    """Whether every line goes the way that the stroke's rule says."""
    rule = stroke.direction_rule
    if rule is DirectionRule.NONE:
        if stroke.region is Region.TUMMY and stroke.motion not in STILL:
            fix = "use clockwise_parent_view, down, outward or across_to_baby_left"
            yield Finding(("direction_rule",), "a tummy stroke needs a direction", fix)
        return
    if stroke.sides is Sides.EACH and rule in (DirectionRule.CLOCKWISE, DirectionRule.ACROSS):
        reason = f"{rule} would turn round when it is mirrored for the other side"
        yield Finding(("sides",), reason, 'write sides = "once"')
    if stroke.returns_on_skin:
        reason = f"the way back on the skin goes against {rule}"
        yield Finding(("returns_on_skin",), reason, "come back through the air")
    if rule is DirectionRule.CLOCKWISE and stroke.both_ways:
        yield Finding(("both_ways",), "half the circles run anticlockwise", "leave it out")
    for where, points in lines_of(stroke, figure):
        reason = _against(rule, points, stroke, figure)
        if reason:
            yield Finding(where, reason, f"turn the path round, so that it goes {_WAYS[rule]}")


_WAYS = {
    DirectionRule.CLOCKWISE: "clockwise as the parent sees it",
    DirectionRule.DOWN: "down, away from the head",
    DirectionRule.OUTWARD: "outward from the middle",
    DirectionRule.ACROSS: "across to the baby's left",
}


def _against(rule: DirectionRule, points: tuple[Point, ...], stroke: Stroke, figure: Figure) -> str:
    if rule is DirectionRule.CLOCKWISE:
        centre = _centre(points, stroke, figure)
        turns = [_turn(centre, a, b) for a, b in pairwise(points)]
        is_wrong = any(turn < -_SLACK for turn in turns) or sum(turns) <= _SLACK
        return "the path runs anticlockwise as the parent sees it" if is_wrong else ""
    along = _ALONG[rule](points, figure)
    if all(step >= -_SLACK for step in along) and sum(along) > _SLACK:
        return ""
    return f"the path does not go {_WAYS[rule]}"


def _turn(centre: Point, a: Point, b: Point) -> float:
    """Twice the area swept about the centre; above 0 clockwise, as y grows downward."""
    return (a.x - centre.x) * (b.y - centre.y) - (a.y - centre.y) * (b.x - centre.x)


def _centre(points: tuple[Point, ...], stroke: Stroke, figure: Figure) -> Point:
    is_closed = math.dist(points[0], points[-1]) < _SLACK
    if stroke.region is Region.TUMMY and stroke.motion not in CIRCLES and not is_closed:
        navel = figure.landmarks.get("navel")
        if navel is not None:
            return navel
    xs, ys = [p.x for p in points], [p.y for p in points]
    return Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)


def _down(points: tuple[Point, ...], figure: Figure) -> list[float]:
    # toes and fingertips are at the top of these two canvases, furthest from the head
    sign = -1 if figure.name in (FigureName.FOOT, FigureName.HAND) else 1
    return [sign * (b.y - a.y) for a, b in pairwise(points)]


def _outward(points: tuple[Point, ...], figure: Figure) -> list[float]:
    middle = figure.width / 2
    first, last = points[0], points[-1]
    if math.dist(first, last) < _SLACK:
        # a circle goes outward where it passes its top
        top = min(range(1, len(points) - 1), key=lambda index: points[index].y)
        points = (points[top - 1], points[top + 1])
    side = 1 if sum(point.x for point in points) / len(points) >= middle else -1
    return [side * (b.x - a.x) for a, b in pairwise(points)]


def _across(points: tuple[Point, ...], figure: Figure) -> list[float]:
    # lying on the tummy, the baby's left is at the left of the picture
    sign = -1 if figure.name is FigureName.BACK else 1
    return [sign * (b.x - a.x) for a, b in pairwise(points)]


_ALONG = {
    DirectionRule.DOWN: _down,
    DirectionRule.OUTWARD: _outward,
    DirectionRule.ACROSS: _across,
}
