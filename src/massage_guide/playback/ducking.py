"""Ducking: the bed steps back before a voice speaks, and comes again after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from massage_guide.playback.samples import Samples, decibels, frames, raised_cosine

DEPTH = 12.0
"""Decibels by which the bed is softer under the voice."""
AHEAD = frames(0.35)
"""Frames before the voice at which the bed begins to step back."""
RELEASE = frames(0.9)
"""Frames after the voice in which the bed comes again."""
_HASTE = frames(0.15)
"""Frames that stepping back takes at least, when a voice comes at once."""


@dataclass(frozen=True, slots=True)
class Duck:
    """One stepping back."""

    begin: int
    """The frame at which the bed begins to step back."""
    full: int
    """The frame at which it has stepped back."""
    end: int
    """The frame at which the voice is silent."""

    @classmethod
    def under(cls, start: int, end: int, known: int) -> Duck:
        """Under a voice from `start` to `end`, of which nobody knew before frame `known`."""
        begin = max(start - AHEAD, known)
        return cls(begin, max(start, begin + _HASTE), end)

    def depths(self, first: int, count: int) -> Samples:
        """How far it has stepped back at each of these frames, 0 to 1."""
        at = np.arange(first, first + count)
        back = self._back(np.minimum(at, self.end))
        come = raised_cosine(((at - self.end) / RELEASE).astype(np.float32))
        return (back * (1.0 - come)).astype(np.float32)

    def touches(self, first: int, count: int) -> bool:
        """Whether it changes anything in these frames."""
        return first < self.end + RELEASE and first + count > self.begin < self.end

    def _back(self, at: np.ndarray) -> Samples:
        return raised_cosine(((at - self.begin) / (self.full - self.begin)).astype(np.float32))


def ducked(ducks: Iterable[Duck], first: int, count: int) -> Samples | None:
    """The bed's gain at each of these frames; None where nothing is ducked."""
    touching = [duck for duck in ducks if duck.touches(first, count)]
    if not touching:
        return None
    depth = touching[0].depths(first, count)
    for duck in touching[1:]:
        depth = np.maximum(depth, duck.depths(first, count))
    return (decibels(-DEPTH) ** depth).astype(np.float32)
