"""Ways: the whole way that each hand goes in this repeat."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from massage_guide.domain.circles import (
    LITTLE_CIRCLE,
    MOON_BEGINS,
    MOON_LASTS,
    in_row,
    little_circles,
    row_rest,
)
from massage_guide.domain.figure import FigureName, Point, Side
from massage_guide.domain.glides import letter_pace, turning_at
from massage_guide.domain.motion import Doing
from massage_guide.domain.path import between, eased, keyed, on_clock, resolve, walk
from massage_guide.domain.stretches import pressed, stretches
from massage_guide.domain.stroke import Hand, Motion, PathPoint, Role
from massage_guide.domain.turns import EARLY, has_turns, turns

BOUNCING = 11.0
"""Length of the two arrows of a bounce, figure units of FRONT."""
SEEN = 7.0
"""How far behind fingertips that are slid under the baby a hand is seen, figure units of FRONT."""
TINY, LEAST_ROUND = 4.0, 6.0
"""Radius under which a circle is tiny, and with which it can be read, figure units of FRONT."""
MOON_OUTSIDE = 5.5
"""How far outside the sun's circle the moon's arc is drawn, figure units."""
WALKED_ON = 2.0
"""Where the arrow of a row of dots ends, steps after the last dot but one."""
CHANGING = 0.4
"""Seconds in which a way fades before another takes its place, and that one comes."""

_SAMPLES = 24
"""Places at which the way of a led limb is looked at."""

Line = tuple[Point, ...]

_GLIDING = (
    Motion.GLIDE,
    Motion.ALTERNATE_GLIDE,
    Motion.PAIRED_GLIDE,
    Motion.TWIST_GLIDE,
    Motion.ROLL,
)


def ahead(doing: Doing, cycle: float, *, looping: bool = False) -> tuple[Line, ...]:
    """The way of each stroking hand in this repeat, for a quiet line with an arrow."""
    if doing.stroke.motion is Motion.SUN_MOON:
        return tuple(doing.line(line) for line in _sun_and_moon(doing, cycle, looping=looping))
    if doing.stroke.motion is Motion.PRESS_WALK:
        return tuple(doing.line(dot) for dot in _dots(doing, int(cycle)))
    if doing.stroke.motion is Motion.BOUNCE and doing.stroke.joints:
        return tuple(doing.line(line) for line in _up_and_down(doing))
    if has_turns(doing.stroke):
        return turned(doing, cycle)
    if doing.stroke.squeeze:
        return tuple(doing.line(line) for line in _there_and_back(doing))
    lines = [
        line
        for hand in (doing.written_left, doing.written_right)
        if hand and hand.role is Role.STROKES and len(line := _way(doing, hand, cycle)) > 1
    ]
    return tuple(doing.line(line) for line in dict.fromkeys(lines))


def _there_and_back(doing: Doing) -> Iterator[Line]:
    """One way with a head at either end for each hand that comes back along it."""
    for hand in (doing.written_left, doing.written_right):
        if hand:
            line = walk(hand.path, doing.figure.landmarks)
            far = turning_at(line)
            middle = line.at(far / 2)
            yield middle, line.at(0.0)
            yield middle, line.at(far)


def turned(doing: Doing, cycle: float, share: float = EARLY) -> tuple[Line, ...]:
    """The arrows of hands that roll, wring or pass each other, drawn at that share of the way."""
    left, right = doing.written_left, doing.written_right
    assert left and right
    first, other = (left, right) if doing.written_first is Side.LEFT else (right, left)
    back = doing.stroke.motion is Motion.PAIRED_OPPOSED and cycle % 1.0 >= 0.5
    share = 1.0 - share if back else share
    lines = turns(doing.stroke, first, other, doing.figure.landmarks, share, back=back)
    return tuple(map(doing.line, lines))


def _way(doing: Doing, hand: Hand, cycle: float) -> Line:
    motion, landmarks = doing.stroke.motion, doing.figure.landmarks
    if motion in _GLIDING:
        repeat = int(cycle) % max(doing.repeats, 1) + 1
        return walk(hand.path, landmarks, repeat).points if len(hand.path) > 1 else ()
    if motion in (Motion.CIRCLE, Motion.CIRCLE_WALK) and len(hand.path) > 1:
        return _row(doing, hand, cycle)
    if motion is Motion.CIRCLE:
        return _round(doing, hand, -hand.turn if _turned_round(doing, cycle) else hand.turn)
    if motion is Motion.LETTER_PATH:
        return walk(_letter(doing, hand, cycle), landmarks).points
    if motion is Motion.PRESS:
        points = [resolve(point, landmarks) for point in hand.path]
        return pressed(points, hand.times, cycle % 1.0 * doing.stroke.seconds)
    if motion is Motion.JOINT_MOVE:
        return _led(doing, hand, cycle)
    return ()


def all_circles(doing: Doing) -> tuple[Line, ...]:
    """The rows of circles of all repeats, each with one arrow."""
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    lasts, marks = doing.repeats * doing.seconds_each, doing.figure.landmarks
    rows = (
        little_circles(hand, walk(hand.path, marks), lasts, doing.seconds_each) for hand in hands
    )
    return tuple(map(doing.line, rows))


def clearness(doing: Doing, cycle: float, *, looping: bool) -> float:
    """How clearly the way ahead shows, 0 to 1: it fades while it changes to the next one."""
    nearest = math.inf
    for share in _changes(doing):
        for repeat in (int(cycle) - 1, int(cycle), int(cycle) + 1):
            at = repeat + share
            if at > 0.0 and (looping or at < doing.repeats):
                nearest = min(nearest, abs(cycle - at) * doing.seconds_each)
    if doing.stroke.both_ways:
        half = doing.repeats / 2
        at = round(cycle / half) * half
        if at > 0.0 and (looping or at < doing.repeats):
            nearest = min(nearest, abs(cycle - at) * doing.seconds_each)
    return eased(nearest / CHANGING)


def _changes(doing: Doing) -> tuple[float, ...]:
    """When within a repeat one way gives place to another, shares of the repeat."""
    stroke = doing.stroke
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    if any("{n}" in point.landmark for hand in hands for point in hand.path):
        return (0.0,)
    if any(hand.then_path for hand in hands):
        return (0.0,)
    if stroke.motion is Motion.CIRCLE and any(len(hand.path) > 1 for hand in hands):
        return (0.0,)
    if stroke.motion is Motion.PAIRED_OPPOSED:
        return (0.0, 0.5)
    if stroke.motion is Motion.SUN_MOON:
        return (MOON_BEGINS, (MOON_BEGINS + MOON_LASTS) % 1.0)
    if stroke.motion is Motion.JOINT_MOVE and len(stroke.joints[0].times) >= 4:
        return (0.0, stroke.joints[0].times[2] / stroke.seconds)
    if stroke.motion is Motion.PRESS:
        pressing = next(hand for hand in hands if hand.role is Role.STROKES)
        points = [resolve(point, doing.figure.landmarks) for point in pressing.path]
        ends = [pressing.times[last] for _, last in stretches(points)[:-1] if pressing.times]
        return (0.0, *(end / stroke.seconds for end in ends))
    if stroke.motion is not Motion.LETTER_PATH:
        return ()
    writing = next(hand for hand in hands if hand.letters)
    lift, scale = letter_pace(stroke, writing)
    lengths = [letter.seconds * scale + lift for letter in writing.letters[:-1]]
    return (0.0, *(total / stroke.seconds for total in accumulate(lengths)))


def _dots(doing: Doing, turn: int) -> tuple[Line, ...]:
    """Each point that a hand presses, or two hands in turn, as a line of its own."""
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    hands = [hand for hand in hands if hand.role is Role.STROKES]
    if doing.written_first is Side.RIGHT:
        hands.reverse()
    landmarks = doing.figure.landmarks
    rows = [hand.row(turn) for hand in hands]
    dots = tuple(resolve(rows[i % len(rows)][i], landmarks) for i in range(len(rows[0])))
    if max(dot.y for dot in dots) - min(dot.y for dot in dots) > 0.5:
        return tuple((dot,) for dot in dots)
    # a straight row could be walked either way: it ends in an arrow
    before, last = dots[-2:]
    return *((dot,) for dot in dots[:-1]), (before, between(before, last, WALKED_ON))


def _up_and_down(doing: Doing) -> tuple[Line, ...]:
    """Two short ways side by side, up and down, on the joint that bounces."""
    at = doing.figure.landmarks[doing.stroke.joints[0].landmark]
    up, down = at.y - BOUNCING / 2, at.y + BOUNCING / 2
    return (
        (Point(at.x - 2.6, down), Point(at.x - 2.6, up)),
        (Point(at.x + 2.6, up), Point(at.x + 2.6, down)),
    )


def _led(doing: Doing, hand: Hand, cycle: float) -> Line:
    """The way of a hand that leads a joint: there until it arrives, back once it has stayed."""
    times = doing.stroke.joints[0].times
    if len(times) < 4:
        return ()
    share = cycle - int(cycle)
    there = share * doing.stroke.seconds < times[2]
    return _led_way(doing, hand is doing.written_left, there)


@lru_cache(maxsize=8)
def _led_way(doing: Doing, is_left: bool, there: bool) -> Line:
    """It stays the same for seconds, and every frame asks for it."""
    hand = doing.written_left if is_left else doing.written_right
    times = doing.stroke.joints[0].times
    begin, end = (times[0], times[1]) if there else (times[2], times[3])
    line = []
    for i in range(_SAMPLES + 1):
        seconds = begin + (end - begin) * i / _SAMPLES
        pose = {
            joint.landmark: keyed(joint.path, joint.times, seconds, doing.figure.landmarks)
            for joint in doing.stroke.joints
        }
        if hand is not None:
            line.append(resolve(hand.path[-1], {**doing.figure.landmarks, **pose}))
    return tuple(line)


def _round(doing: Doing, hand: Hand, turn: int) -> Line:
    """A circle, nearly closed so that its arrow shows which way; a tiny one is drawn larger."""
    centre = walk(hand.path, doing.figure.landmarks).at(0.0)
    if hand.cups and hand.heading is not None:
        # the baby lies on its fingertips: the circle is shown before it, where the hand is seen
        out = math.radians(hand.heading)
        centre = Point(centre.x - SEEN * math.sin(out), centre.y + SEEN * math.cos(out))
    tiny = doing.figure.name is FigureName.FRONT and hand.radius < TINY
    return _arc(centre, LEAST_ROUND if tiny else hand.radius, hand.from_hour, turn * 11.3)


def _row(doing: Doing, hand: Hand, cycle: float) -> Line:
    """The circle of this repeat as it travels; of little circles, the row they are made in."""
    line, lasts = walk(hand.path, doing.figure.landmarks), doing.seconds_each
    if doing.stroke.motion is Motion.CIRCLE_WALK:
        return little_circles(hand, line, lasts, LITTLE_CIRCLE)
    begin = int(cycle) % doing.repeats * lasts
    on_way = doing.repeats * lasts - row_rest(doing.repeats * lasts, lasts)
    times = [begin + lasts * 11.3 / 12.0 * i / 24 for i in range(25)]
    return tuple(in_row(hand, line, since, on_way, lasts) for since in times)


def _arc(centre: Point, radius: float, hour: float, hours: float) -> Line:
    return tuple(on_clock(centre, radius, hour + hours * i / 24) for i in range(25))


def _turned_round(doing: Doing, cycle: float) -> bool:
    """Whether circles that go both ways now go the other way."""
    return doing.stroke.both_ways and cycle % doing.repeats >= doing.repeats / 2


def _sun_and_moon(doing: Doing, cycle: float, *, looping: bool) -> Iterator[Line]:
    """The sun's circle; outside it the moon's arc, while the moon is on the skin."""
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    moon_shines = (cycle - MOON_BEGINS) % 1.0 < MOON_LASTS and cycle >= MOON_BEGINS
    if not looping and cycle >= doing.repeats - 1.0 + MOON_BEGINS:
        moon_shines = False
    for hand in hands:
        if hand.from_hour == hand.to_hour:
            yield _round(doing, hand, hand.turn)
        elif moon_shines:
            centre = walk(hand.path, doing.figure.landmarks).at(0.0)
            hours = (hand.to_hour - hand.from_hour) % 12.0
            yield _arc(centre, hand.radius + MOON_OUTSIDE, hand.from_hour, hours)


def _letter(doing: Doing, hand: Hand, cycle: float) -> tuple[PathPoint, ...]:
    """The shape being drawn, or the next one while the hand is in the air."""
    written = (cycle - int(cycle)) * doing.stroke.seconds
    lift, scale = letter_pace(doing.stroke, hand)
    for letter in hand.letters:
        written -= letter.seconds * scale + lift
        if written < 0.0:
            return letter.path
    return hand.letters[-1].path
