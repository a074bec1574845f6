"""The beat of a device: late takes, a clock of its own, and gaps."""

from __future__ import annotations

import random

from massage_guide.playback.beat import Beat
from massage_guide.playback.samples import RATE, frames

PERIOD = frames(0.1)


def follow(beat: Beat, begin: float, seconds: float, *, held: int = 0, drift: float = 0.0) -> float:
    """Takes that come up to 5 ms late; the second at which they end."""
    random.seed(3)
    for take in range(round(seconds * RATE / PERIOD)):
        played = take * PERIOD
        at = begin + played / RATE * (1 - drift) + random.uniform(0, 0.005)
        beat.taken(frames(begin) + played - held, at)
    return begin + seconds


def error(beat: Beat, seconds: float, held: int = 0) -> float:
    """How far from the truth it is, milliseconds."""
    return abs(beat.frame_at(seconds) + held - seconds * RATE) / RATE * 1000


def begun() -> Beat:
    beat = Beat()
    beat.begin(0, 0.0)
    return beat


def test_takes_that_come_late_hardly_move_it() -> None:
    beat = begun()
    end = follow(beat, 0.0, 3.0)
    before = beat.frame_at(end)
    follow(beat, end, 1.0)
    assert abs(beat.frame_at(end) - before) < 0.001 * RATE
    assert error(beat, 4.0) < 4.0


def test_a_device_whose_clock_is_off_is_followed() -> None:
    beat = begun()
    end = follow(beat, 0.0, 120.0, drift=0.0001)
    assert abs(beat.frame_at(end * (1 - 0.0001)) - end * RATE) < 0.006 * RATE


def test_a_gap_is_followed_within_a_second_and_a_half_and_late_takes_are_not() -> None:
    beat = begun()
    end = follow(beat, 0.0, 2.0)
    for late in (0.2, 0.15, 0.1, 0.05, 0.0, 0.19, 0.14):
        # the window paints something large, and lets the device's thread in only now and then
        end += PERIOD / RATE
        beat.taken(frames(end), end + late)
    assert error(beat, end) < 4.0
    end = follow(beat, end, 1.5, held=frames(0.07))
    assert error(beat, end, frames(0.07)) < 5.0


def test_without_a_device_time_goes_on() -> None:
    beat = begun()
    end = follow(beat, 0.0, 2.0)
    assert error(beat, end + 600.0) < 4.0
