"""Circles: hands that go round, clockwise unless the stroke says otherwise."""

from __future__ import annotations

import math

from massage_guide.domain.path import on_clock, walk
from massage_guide.domain.touch import Instant, Touch, in_air, weighed

MOON_BEGINS = 0.75
"""Share of the sun's turn (7 o'clock on) at which it passes 4 and the moon lands [T5]."""
MOON_LASTS = 0.5
"""Share of a turn that the moon spends on the skin."""
LITTLE_CIRCLE = 2.0
"""Seconds of one circle of a row of little circles."""


def circle(now: Instant) -> Touch:
    """Round one centre; half the repeats the other way where the stroke says so."""
    centre = walk(now.hand.path, now.landmarks).at(0.0)
    turns = now.cycle
    half = now.repeats / 2.0
    if now.stroke.both_ways:
        turns = half - abs(half - turns % now.repeats)
    hour = now.hand.from_hour + now.hand.turn * 12.0 * turns
    return Touch(on_clock(centre, now.hand.radius, hour))


def circle_walk(now: Instant) -> Touch:
    """Little circles in a row."""
    centre = walk(now.hand.path, now.landmarks).at(now.phase)
    hour = now.hand.from_hour + now.hand.turn * 12.0 * now.seconds / LITTLE_CIRCLE
    return Touch(on_clock(centre, now.hand.radius, hour))


def sun_moon(now: Instant) -> Touch:
    """The sun goes round and round; the moon crosses the top while the sun is below."""
    if now.first:
        return circle(now)
    hand = now.hand
    centre = walk(hand.path, now.landmarks).at(0.0)
    arc = (hand.to_hour - hand.from_hour) % 12.0
    begin = on_clock(centre, hand.radius, hand.from_hour)
    if now.cycle < MOON_BEGINS:
        landing = 1.0 - now.cycle / MOON_BEGINS
        return Touch(begin, lift=min(1.0, 4.0 * landing), active=False, press=0.0)
    since = (now.cycle - MOON_BEGINS) % 1.0
    if since < MOON_LASTS:
        hour = hand.from_hour + arc * since / MOON_LASTS
        return Touch(on_clock(centre, hand.radius, hour), press=weighed(since / MOON_LASTS))
    end = on_clock(centre, hand.radius, hand.from_hour + arc)
    return in_air(end, begin, (since - MOON_LASTS) / (1.0 - MOON_LASTS))


def rub_show_wait(now: Instant) -> Touch:
    """Palms rubbed together, then opened above the chest and kept still [H1]."""
    shown = walk(now.hand.path, now.landmarks).at(0.0)
    seconds = now.seconds
    rubbing, opening = 0.4 * now.seconds_each, 0.1 * now.seconds_each
    centre_x = now.landmarks["sternum.mid"].x
    side = 1.0 if shown.x > centre_x else -1.0
    swing = 3.0 * math.sin(2 * math.pi * seconds) * side
    together = shown._replace(x=centre_x + 3.0 * side, y=shown.y + swing)
    if seconds < rubbing:
        return Touch(together, lift=1.0, press=0.0)
    apart = in_air(together, shown, (seconds - rubbing) / opening)
    return Touch(apart.at if seconds < rubbing + opening else shown, lift=1.0, press=0.0)
