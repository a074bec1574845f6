"""Exchange: two hands that change their jobs half way through a glide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from massage_guide.domain.glides import ON_SKIN
from massage_guide.domain.path import eased
from massage_guide.domain.stroke import Hand, Role
from massage_guide.domain.touch import Instant, Touch, in_air

LOW = 0.4
"""How high the hand lifts that has only a little way to the place where it will hold."""


def exchanging(now: Instant, other: Hand, touch: Callable[[Instant], Touch]) -> Touch:
    """What a hand does whose job, half of the time, is the one of the `other`."""
    half = (now.repeats + 1) // 2
    repeat = int(now.cycle)
    jobs = now.hand, other
    before, after = (jobs[number // half % 2] for number in (repeat, repeat + 1))
    twist = (other.heading or 0.0) - (now.hand.heading or 0.0)
    turned = twist if before is other else 0.0
    ours = replace(now, hand=before)
    if before is after or now.phase < ON_SKIN or not now.goes_on:
        done = touch(ours)
        return replace(done, turn=done.turn + turned)
    part = (now.phase - ON_SKIN) / (1.0 - ON_SKIN)
    left = touch(replace(ours, cycle=repeat + ON_SKIN - 1e-6)).at
    begun = touch(replace(now, hand=after, cycle=repeat + 1.0)).at
    going = in_air(left, begun, part)
    low = LOW if after.role is Role.HOLDS else 1.0
    towards = twist if after is other else 0.0
    turn = turned + (towards - turned) * eased(part)
    return replace(going, lift=going.lift * low, turn=turn)
