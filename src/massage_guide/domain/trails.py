"""Trails: where the active hands have just been."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from massage_guide.domain.figure import Point, Side
from massage_guide.domain.motion import Doing, Movement, movement
from massage_guide.domain.path import between
from massage_guide.domain.stroke import Motion
from massage_guide.domain.touch import Touch

TRAIL_SECONDS = 1.2
"""How far back the trail reaches, seconds."""
TRAIL_POINTS = 8
"""Points of a trail."""

_SAMPLE = 0.05
"""Seconds between two samples of a stroke, for its trail."""

Line = tuple[Point, ...]


def trail(doing: Doing, cycle: float, *, looping: bool) -> tuple[Line, ...]:
    """Where the active hands have just been, oldest first.

    It grows by samples, under the hand that draws it: between two it need not be painted anew.
    """
    if doing.stroke.motion.is_still or doing.stroke.motion is Motion.BOUNCE:
        return ()
    return _grown(doing, int(cycle * doing.stroke.seconds / _SAMPLE + 1e-9), looping)


@lru_cache(maxsize=8)
def _grown(doing: Doing, number: int, looping: bool) -> tuple[Line, ...]:
    """The trail at a sample: the frames up to the next one share it."""
    cycle = number * _SAMPLE / doing.stroke.seconds
    step = TRAIL_SECONDS / TRAIL_POINTS / doing.stroke.seconds
    past = [at for i in range(TRAIL_POINTS, -1, -1) if (at := cycle - i * step) >= 0.0]
    lines = []
    for side in (Side.LEFT, Side.RIGHT):
        line = _unbroken(doing, side, past, looping=looping)
        if len(line) > 1:
            lines.append(line)
    return tuple(lines)


def _unbroken(
    doing: Doing, side: Side, past: Sequence[float], *, looping: bool
) -> tuple[Point, ...]:
    """The latest stretch on which the hand kept stroking; it stays a while when the hand lifts."""
    line: list[Point] = []
    broken = False
    for cycle in past:
        at = _stroked(doing, side, cycle, looping=looping)
        if at is None:
            broken = True
            continue
        if broken:
            line, broken = [], False
        line.append(at)
    return tuple(line)


def _stroked(doing: Doing, side: Side, cycle: float, *, looping: bool) -> Point | None:
    """Where the hand stroked at that time, on the straight between two samples; None in the air."""
    number = cycle * doing.stroke.seconds / _SAMPLE
    before = _sampled(doing, int(number), looping).of(side)
    after = _sampled(doing, int(number) + 1, looping).of(side)
    if before is None or after is None or not _on_skin(before) or not _on_skin(after):
        return None
    return between(before.at, after.at, number - int(number))


def _on_skin(touch: Touch) -> bool:
    return touch.active and touch.lift <= 0.2


@lru_cache(maxsize=256)
def _sampled(doing: Doing, number: int, looping: bool) -> Movement:
    """Both hands at a sample: frames follow each other closely and can share them."""
    return movement(doing, number * _SAMPLE / doing.stroke.seconds, looping=looping)
