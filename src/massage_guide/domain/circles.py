"""Circles: hands that go round, clockwise unless the stroke says otherwise."""

from __future__ import annotations

import math
from dataclasses import replace

from massage_guide.domain.figure import Point
from massage_guide.domain.path import Walk, between, eased, on_clock, walk
from massage_guide.domain.stroke import Hand
from massage_guide.domain.touch import Instant, Touch, in_air, weighed

MOON_BEGINS = 0.75
"""Share of the sun's turn (7 o'clock on) at which it passes 4 and the moon lands [T5]."""
MOON_LASTS = 0.5
"""Share of a turn that the moon spends on the skin."""
ASIDE = 10.0
"""How far outside its circle the moon waits, figure units."""
SHOWN = 2.6
"""Lift of the hands that are rubbed and shown, high above the mat [H1]."""
RUBBED = 62.0
"""How much nearer to the parent they are rubbed than shown, figure units: over the feet [H1]."""
TAKEN_BACK = 0.4
"""Share of the time between rubbing and showing in which they are taken back [H1]."""
LITTLE_CIRCLE = 2.0
"""Seconds of one circle of a row of little circles."""
LEAST_LOOP = 3.4
"""Radius at which a row of them can be read, figure units."""
LANDING = 0.5
"""Seconds in which a hand that makes a row of circles gives its weight, or takes it away."""


def circle(now: Instant) -> Touch:
    """Round one centre, or along a row over all repeats; half of them the other way if so said."""
    if len(now.hand.path) > 1:
        since = now.cycle % now.repeats * now.seconds_each
        return _row(now, since, now.repeats * now.seconds_each, now.seconds_each)
    centre = walk(now.hand.path, now.landmarks).at(0.0)
    turns = now.cycle
    half = now.repeats / 2.0
    if now.stroke.both_ways:
        turns = half - abs(half - turns % now.repeats)
    hour = now.hand.from_hour + now.hand.turn * 12.0 * turns
    return Touch(on_clock(centre, now.hand.radius, hour))


def circle_walk(now: Instant) -> Touch:
    """Little circles in a row, from one end to the other in each repeat."""
    return _row(now, now.seconds, now.seconds_each, LITTLE_CIRCLE)


def _row(now: Instant, since: float, lasts: float, each: float) -> Touch:
    """Circles on the way from one end to the other, then back through the air or on the spot."""
    line = walk(now.hand.path, now.landmarks)
    on_way = lasts - row_rest(lasts, each)
    returns = now.goes_on and since >= lasts - now.seconds_each
    if returns and since > on_way:
        end = in_row(now.hand, line, on_way, on_way, each)
        start = in_row(now.hand, line, 0.0, on_way, each)
        return in_air(end, start, (since - on_way) / (lasts - on_way))
    press = eased(since / LANDING)
    if returns:
        press *= eased((on_way - since) / LANDING)
    return Touch(in_row(now.hand, line, since, on_way, each), press=press)


def row_rest(lasts: float, each: float) -> float:
    """Seconds at the end of a row in which the hand goes back, or circles where it came to."""
    return min(LITTLE_CIRCLE, each, lasts / 4)


def in_row(hand: Hand, line: Walk, since: float, on_way: float, each: float) -> Point:
    """Where a row of circles has come to after that many of its `on_way` seconds."""
    hour = hand.from_hour + hand.turn * 12.0 * since / each
    return on_clock(line.at(since / on_way), hand.radius, hour)


def little_circles(hand: Hand, line: Walk, lasts: float, each: float) -> tuple[Point, ...]:
    """A row of circles for the eye, large enough to be read, with a way on from the last one."""
    larger = replace(hand, radius=max(hand.radius, LEAST_LOOP))
    on_way = lasts - row_rest(lasts, each)
    circles = max(int(on_way / each + 0.1) - 1, 1)
    times = [each * i / 20 for i in range(20 * circles + 1)]
    return *(in_row(larger, line, since, on_way, each) for since in times), line.points[-1]


def sun_moon(now: Instant) -> Touch:
    """The sun goes round and round; the moon crosses the top while the sun is below."""
    if now.first:
        return circle(now)
    hand = now.hand
    centre = walk(hand.path, now.landmarks).at(0.0)
    arc = (hand.to_hour - hand.from_hour) % 12.0
    begin = on_clock(centre, hand.radius, hand.from_hour)
    # the moon waits beside the tummy, out of the sun's way
    aside = on_clock(centre, hand.radius + ASIDE, 3.0 if hand.to_hour < hand.from_hour else 9.0)
    if now.cycle < MOON_BEGINS:
        part = now.cycle / MOON_BEGINS
        return _rising(aside, begin, part, 2.0 * part - 1.0)
    moon, since = divmod(now.cycle - MOON_BEGINS, 1.0)
    # no moon sets out that could not arrive before the step ends
    left = now.repeats - MOON_BEGINS - moon
    last = not now.goes_on and left < 1.0 + MOON_LASTS
    if not now.goes_on and left < MOON_LASTS:
        return Touch(aside, lift=1.0, active=False, press=0.0)
    if since < MOON_LASTS:
        hour = hand.from_hour + arc * since / MOON_LASTS
        return Touch(on_clock(centre, hand.radius, hour), press=weighed(since / MOON_LASTS))
    end = on_clock(centre, hand.radius, hand.from_hour + arc)
    part = (since - MOON_LASTS) / (1.0 - MOON_LASTS)
    if part < 0.5 or last:
        at = between(end, aside, eased(2.0 * part))
        return Touch(at, lift=eased(2.0 * part), active=False, press=0.0)
    return _rising(aside, begin, 1.0, 2.0 * part - 1.0)


def _rising(aside: Point, begin: Point, up: float, part: float) -> Touch:
    """The moon on its way from where it waits to where it lands, `part` 0 to 1."""
    lift = eased(4.0 * up) * eased(2.0 * (1.0 - part))
    return Touch(between(aside, begin, eased(part)), lift=lift, active=False, press=0.0)


def rub_show_wait(now: Instant) -> Touch:
    """Palms rubbed together, taken back, and shown open beside the baby and kept still [H1]."""
    shown = walk(now.hand.path, now.landmarks).at(0.0)
    seconds = now.seconds
    rubbing, opening = 0.4 * now.seconds_each, 0.15 * now.seconds_each
    # a hand that is turned over before the eye is a muddle: they go, and come open
    part = (seconds - rubbing) / opening
    if part >= TAKEN_BACK:
        here = eased((part - TAKEN_BACK) / (1.0 - TAKEN_BACK))
        return Touch(shown, lift=SHOWN, active=False, press=0.0, opened=1.0, presence=here)
    centre_x = now.landmarks["sternum.mid"].x
    side = 1.0 if shown.x > centre_x else -1.0
    # the rubbing calms down before they go
    swing = 3.0 * math.sin(2 * math.pi * seconds) * side * eased(rubbing + opening / 4 - seconds)
    together = shown._replace(x=centre_x + 3.0 * side, y=shown.y + RUBBED + swing)
    here = 1.0 - eased(part / TAKEN_BACK)
    return Touch(together, lift=SHOWN, active=False, press=0.0, presence=here)
