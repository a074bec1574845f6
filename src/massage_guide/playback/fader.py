"""A fader: a gain that is moved at known frames, each time along a raised cosine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from massage_guide.playback.samples import RATE, Samples, raised_cosine

_KEPT = 10 * RATE
"""Frames for which a move is remembered; nothing is rendered anew after so long."""


@dataclass(frozen=True, slots=True)
class _Move:
    at: int
    length: int
    start: float
    end: float

    def gains(self, first: int, count: int) -> Samples:
        share = (np.arange(first, first + count) - self.at) / max(self.length, 1)
        return self.start + (self.end - self.start) * raised_cosine(share.astype(np.float32))


class Fader:
    """A gain over all frames. One thread moves it; another may read it meanwhile."""

    def __init__(self, gain: float = 1.0) -> None:
        self._base = gain
        self._moves: tuple[_Move, ...] = ()

    @property
    def goal(self) -> float:
        """Where it is, or is on its way to."""
        return self._moves[-1].end if self._moves else self._base

    def move(self, gain: float, at: int, length: int) -> None:
        """Go to this gain from frame `at` on, in so many frames; later moves are dropped."""
        start = float(self.gains(at, 1)[0])
        kept = tuple(move for move in self._moves if move.at < at)
        recent = tuple(move for move in kept if move.at + move.length > at - _KEPT)
        # what is dropped has long become the level from which all begins
        base = kept[: len(kept) - len(recent)]
        if base:
            self._base = base[-1].end
        self._moves = (*recent, _Move(at, length, start, gain))

    def gains(self, first: int, count: int) -> Samples:
        """The gain at each of these frames."""
        gains = np.full(count, self._base, np.float32)
        for move in self._moves:
            begin = max(move.at - first, 0)
            if begin < count:
                gains[begin:] = move.gains(first + begin, count - begin)
        return gains
