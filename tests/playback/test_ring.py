"""The ring: what is rendered anew takes the place of what was there, without a click."""

from __future__ import annotations

import numpy as np

from massage_guide.playback.ring import AHEAD, Ring
from massage_guide.playback.samples import Samples, frames

PIECE = frames(0.05)


def flat(level: float, count: int) -> bytes:
    return np.full((count, 2), level, np.float32).tobytes()


def take(ring: Ring, count: int) -> Samples:
    return np.frombuffer(ring.take(count), np.float32).reshape(-1, 2)


def test_frames_come_out_as_they_were_put_in_however_long_it_goes_on() -> None:
    ring = Ring()
    ring.begin(7)
    sound = np.random.default_rng(1).standard_normal((20 * AHEAD, 2)).astype(np.float32)
    for first in range(0, len(sound), AHEAD):
        ring.write(7 + first, sound[first : first + AHEAD].tobytes())
        for at in range(first, first + AHEAD, PIECE):
            assert np.array_equal(take(ring, PIECE), sound[at : at + PIECE])
    assert not take(ring, PIECE).any()


def test_a_change_that_comes_in_time_or_too_late_is_heard_without_a_click() -> None:
    for late in (-frames(0.02), 0, frames(0.03), frames(0.2)):
        ring = Ring()
        ring.begin(0)
        ring.write(0, flat(1.0, AHEAD))
        before = take(ring, 5 * PIECE)
        ring.write(5 * PIECE - late, flat(0.0, AHEAD))
        heard = np.concatenate((before, take(ring, 5 * PIECE)))
        assert np.abs(np.diff(heard[:, 0])).max() < 0.01
        changed = int(np.flatnonzero(heard[:, 0] < 1.0)[0])
        assert changed == 5 * PIECE + max(-late, 0)
        assert not heard[changed + frames(0.005) :].any()


def test_what_stays_the_same_stays_exactly_so() -> None:
    ring = Ring()
    ring.begin(0)
    sound = np.random.default_rng(2).standard_normal((AHEAD, 2)).astype(np.float32)
    ring.write(0, sound.tobytes())
    ring.write(PIECE, sound[PIECE:].tobytes())
    assert np.array_equal(take(ring, AHEAD), sound)


def test_frames_that_were_left_out_are_silent() -> None:
    ring = Ring()
    ring.begin(0)
    ring.write(0, flat(1.0, AHEAD))
    take(ring, AHEAD)
    ring.write(AHEAD + PIECE, flat(1.0, PIECE))
    assert not take(ring, PIECE).any()
    assert take(ring, PIECE).all()
