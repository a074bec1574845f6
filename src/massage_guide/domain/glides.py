"""Glides: hands that travel along a path and come back."""

from __future__ import annotations

import math
from dataclasses import replace

from massage_guide.domain.figure import Point
from massage_guide.domain.path import Walk, eased, flowing, keyed, walk
from massage_guide.domain.stroke import Hand, Idle, Motion, Stroke
from massage_guide.domain.touch import Instant, Touch, in_air, weighed

ON_SKIN = 0.75
"""Share of a repeat that a single glide spends on the skin; the rest is the way back."""
OVERLAP = 1 / 3
"""Share of a pass by which the next hand of an alternate glide lands early."""
HOMEWARD = 0.9
"""Share of its waiting that a hand takes to go back to where it waits."""
GLIDING = 0.7
"""Share of its weight with which a hand glides that also squeezes."""
MOST_SQUEEZED = 0.25
"""The most of a pass that a squeeze may take."""
APART = 11.0
"""Distance of the two stacked hands of a hug and glide, figure units [domain.md L2]."""
WRING = 20.0
"""Turn of a hug and glide, degrees each way, three turns a pass [domain.md L2]."""


def glide(now: Instant) -> Touch:
    """One hand or a mirrored pair: along the path, back through the air."""
    line = walk(now.hand.path, now.landmarks, now.repeat)
    if now.stroke.returns_on_skin:
        return Touch(line.at(flowing(now.phase)), press=weighed(now.phase))
    if now.phase < ON_SKIN:
        return _along(now, line, now.phase / ON_SKIN)
    return _way_back(now, line, (now.phase - ON_SKIN) / (1.0 - ON_SKIN))


def _way_back(now: Instant, line: Walk, part: float) -> Touch:
    end = _along(now, line, 1.0).at
    if not now.goes_on:
        return Touch(end, lift=eased(part), active=False, press=0.0)
    start = _along(now, line, 0.0).at
    if "{n}" in now.hand.path[0].landmark:
        start = walk(now.hand.path, now.landmarks, now.repeat + 1).points[0]
    return in_air(end, start, part, *now.way_back)


def _along(now: Instant, line: Walk, part: float) -> Touch:
    """The part of the way on the skin, with the twist or roll of the kind."""
    share = flowing(part)
    if now.stroke.motion is Motion.TWIST_GLIDE and line.length:
        # the outside hand is the upper one, away from the groin and the armpit
        offset = APART / 2 / line.length * (1 if now.first else -1)
        room = APART / line.length
        # fingers first, both of them: from either side of a limb these are opposite ways round it
        swing = math.sin(2 * math.pi * 3 * part)
        at = line.at(room / 2 + share * (1 - room) + offset)
        return Touch(at, turn=WRING * swing, press=weighed(part))
    if now.stroke.motion is Motion.ROLL:
        seconds = part * ON_SKIN * now.seconds_each
        swing = math.sin(2 * math.pi * seconds) * (1 if now.first else -1)
        return replace(_rolled(now, line, share, swing * weighed(part)), press=weighed(part))
    return Touch(line.at(share), press=weighed(part))


def _rolled(now: Instant, line: Walk, share: float, swing: float) -> Touch:
    at = line.at(share)
    if not now.shared:
        return Touch(at, turn=14.0 * swing)
    a, b = line.points[0], line.points[-1]
    length = max(math.dist(a, b), 1.0)
    by = now.stroke.amplitude * swing / length
    return Touch(Point(at.x + (b.x - a.x) * by, at.y + (b.y - a.y) * by))


def opposed(now: Instant) -> Touch:
    """Hands across the back sliding opposite ways while both travel down and up."""
    line = walk(now.hand.path, now.landmarks)
    swing = now.stroke.amplitude * (1 if now.first else -1)
    return Touch(slid(line, swing, now.phase, now.seconds_each))


def slid(line: Walk, swing: float, phase: float, lasts: float) -> Point:
    """Down the line and up again, swinging to its sides, `phase` 0 to 1 of `lasts` seconds."""
    along = line.at(1.0 - abs(1.0 - 2.0 * phase))
    return Point(along.x + swing * math.sin(2 * math.pi * phase * lasts / 2.0), along.y)


def alternate(now: Instant) -> Touch:
    """Hands taking turns; each lands before the other lets go."""
    line = walk(now.hand.path, now.landmarks)
    turn, mine = int(now.cycle), 0 if now.first else 1
    if turn % 2 == mine:
        early = OVERLAP if turn else 0.0
        return _passing(now, line, now.phase + early, 1.0 + early)
    landing = 1.0 - OVERLAP
    if now.phase >= landing and now.goes_on:
        return _passing(now, line, now.phase - landing, 1.0 + OVERLAP)
    return _waiting(now, line, now.phase / landing, before_first=turn == 0)


def _passing(now: Instant, line: Walk, since: float, lasts: float) -> Touch:
    """A pass, `since` of the `lasts` repeats it takes; with a squeeze where it turns."""
    part = since / lasts
    if not now.stroke.squeeze:
        return Touch(line.at(flowing(part)), press=weighed(part))
    stays = min(now.stroke.squeeze / (lasts * now.seconds_each), MOST_SQUEEZED)
    there = (1.0 - stays) / 2
    turn = turning_at(line)
    if part < there:
        return Touch(
            line.at(turn * flowing(part / there)),
            press=GLIDING * weighed(part),
            vivid=weighed(part),
        )
    if part < there + stays:
        firm = math.sin(math.pi * (part - there) / stays)
        return Touch(line.at(turn), press=GLIDING + (1.0 - GLIDING) * firm, vivid=1.0)
    back = flowing((part - there - stays) / there)
    return Touch(
        line.at(turn + (1.0 - turn) * back), press=GLIDING * weighed(part), vivid=weighed(part)
    )


def turning_at(line: Walk) -> float:
    """The share of the way at which it is furthest from where it began."""
    far = max(range(len(line.points)), key=lambda i: math.dist(line.points[0], line.points[i]))
    return line.walked[far] / max(line.length, 0.01)


def _waiting(now: Instant, line: Walk, part: float, *, before_first: bool) -> Touch:
    start, end = line.points[0], line.points[-1]
    idle = now.stroke.idle
    if idle is Idle.END:
        if part < 0.5 or not now.goes_on:
            return Touch(end, active=False, press=0.0)
        return in_air(end, start, (part - 0.5) * 2.0)
    if before_first:
        lift = 0.0 if idle is Idle.START else 0.7 * eased((1.0 - part) * 4.0)
        return Touch(start, lift=lift, active=False, press=0.0)
    if idle is Idle.START:
        if part < HOMEWARD:
            return in_air(end, start, part / HOMEWARD)
        return Touch(start, active=False, press=0.0)
    if not now.goes_on:
        return Touch(end, lift=eased(part * 2.0), active=False, press=0.0)
    return in_air(end, start, part, *now.way_back)


def letters(now: Instant) -> Touch:
    """Shapes drawn one after the other, with a lift of a second between them."""
    shapes = now.hand.letters
    lift, scale = letter_pace(now.stroke, now.hand)
    left = now.written
    for i, shape in enumerate(shapes):
        line = walk(shape.path, now.landmarks)
        drawn = shape.seconds * scale
        if left < drawn:
            return Touch(line.at(flowing(left / drawn)), press=weighed(left / drawn))
        left -= drawn
        if left < lift:
            return _to_next_letter(now, i, line, left / lift)
        left -= lift
    return Touch(walk(shapes[0].path, now.landmarks).points[0], lift=1.0, active=False, press=0.0)


def letter_pace(stroke: Stroke, hand: Hand) -> tuple[float, float]:
    """Seconds of each lift, and how much the written seconds of the shapes are scaled."""
    count = len(hand.letters)
    lift = min(1.0, stroke.seconds / (2 * count))
    return lift, (stroke.seconds - lift * count) / sum(shape.seconds for shape in hand.letters)


def _to_next_letter(now: Instant, i: int, line: Walk, part: float) -> Touch:
    shapes = now.hand.letters
    end = line.points[-1]
    if i == len(shapes) - 1 and not now.goes_on:
        return Touch(end, lift=eased(part), active=False, press=0.0)
    return in_air(end, walk(shapes[(i + 1) % len(shapes)].path, now.landmarks).points[0], part)


def held(now: Instant) -> Touch:
    """A hand that stays at its place, or arrives there along its path."""
    hand = now.hand
    if hand.times:
        at = keyed(hand.path, hand.times, now.written, now.landmarks)
    else:
        at = walk(hand.path[-1:], now.landmarks, now.repeat).points[0]
    return Touch(at, active=False, press=0.0)
