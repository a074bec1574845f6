"""Presses: touches that stay a moment, or walk in small steps."""

from __future__ import annotations

import math
from dataclasses import replace

from massage_guide.domain.figure import Point
from massage_guide.domain.path import between, eased, keyed, resolve
from massage_guide.domain.touch import Instant, Touch, in_air

LETTING_GO = 0.5
"""Seconds in which a press comes on, or eases off."""
HOP_LIFT = 0.35
"""How high a small step is; low enough that the fingers stay round the limb."""
HOP = 0.35
"""Share of one small step spent in the air."""

FAR = 10.0
"""Way to the next row, figure units, from which a hand goes back high through the air."""
LEAVING, BACK = 0.75, 0.7
"""Share of the last step at which it leaves then, and of the first one at which it is back."""


def press(now: Instant) -> Touch:
    """Along points with times; after the last time the pad lets go.

    A hand with another shape takes it on its way to the last two points: a finger, then the thumb.
    """
    hand = now.hand
    at = keyed(hand.path, hand.times, now.written, now.landmarks)
    last = hand.times[-1] if hand.times else now.stroke.seconds
    after = max(now.written - last, 0.0) / max(now.stroke.seconds - last, 0.01)
    if after > 0.0:
        begin = resolve(hand.path[0], now.landmarks) if now.goes_on else at
        opened = 1.0 - eased(after) if now.goes_on else 1.0
        return replace(in_air(at, begin, after), opened=opened)
    weight = eased(min(now.written, last - now.written) / LETTING_GO)
    if hand.opens_to is None:
        return Touch(at, press=weight)
    leaves, lands = hand.times[-3], hand.times[-2]
    if leaves < now.written < lands:
        part = (now.written - leaves) / (lands - leaves)
        return replace(in_air(at, at, part), opened=eased(part))
    weight *= eased(max(leaves - now.written, now.written - lands) / LETTING_GO)
    return Touch(at, press=weight, opened=float(now.written >= lands))


def press_walk(now: Instant) -> Touch:
    """Small presses in a row; two hands share the points in turn."""
    # whoever presses and steps on strokes all the time
    return replace(_walking(now), vivid=1.0)


def _walking(now: Instant) -> Touch:
    turn = int(now.cycle)
    points = _row(now, turn)
    count = len(points)
    step = min(int(now.phase * count), count - 1)
    part = now.phase * count - step
    begun = now.cycle >= 1.0
    if not now.shared:
        return _alone(now, points, step, part)
    mine = 0 if now.first else 1
    if step % 2 == mine:
        return _pressing(points[step], part)
    home = _row(now, turn + 1 if step else turn)[min(mine, count - 1)]
    before = (
        points[step - 1] if step else (_row(now, turn - 1)[_last(mine, count)] if begun else home)
    )
    after = points[step + 1] if step + 1 < count else (home if now.goes_on else before)
    return _hop(before, after, part)


def _alone(now: Instant, points: list[Point], step: int, part: float) -> Touch:
    """One hand that presses a row; from its end back to a far beginning it goes high."""
    turn, place = int(now.cycle), points[step]
    came = points[step - 1] if step else (_row(now, turn - 1)[-1] if turn else place)
    goes = _row(now, turn + 1)[0] if now.goes_on and step + 1 == len(points) else place
    lasts = 1.0 - LEAVING + BACK
    begin, end = HOP, 1.0
    if not step and math.dist(came, place) > FAR:
        begin = BACK
        if part < begin:
            return in_air(came, place, (1.0 - LEAVING + part) / lasts)
    if math.dist(place, goes) > FAR:
        end = LEAVING
        if part >= end:
            return in_air(place, goes, (part - end) / lasts)
    if part < begin:
        return _hop(came, place, part / HOP)
    return _pressing(place, (part - begin) / (end - begin))


def _row(now: Instant, turn: int) -> list[Point]:
    return [resolve(point, now.landmarks) for point in now.hand.row(turn)]


def _last(mine: int, count: int) -> int:
    """The last point that the hand with these turns (0 even, 1 odd) presses."""
    return count - 1 if (count - 1) % 2 == mine else max(count - 2, 0)


def _pressing(place: Point, part: float) -> Touch:
    return Touch(place, press=math.sin(math.pi * min(max(part, 0.0), 1.0)))


def _hop(start: Point, end: Point, part: float) -> Touch:
    along = between(start, end, eased(part))
    return Touch(along, lift=HOP_LIFT * math.sin(math.pi * min(part, 1.0)), active=False, press=0.0)
