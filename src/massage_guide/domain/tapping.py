"""Tapping: how late a sound is heard, told by somebody who taps along with chimes."""

from __future__ import annotations

from statistics import median

from massage_guide.domain.settings import SOUND_OFFSETS

EVERY = 1.5
"""Seconds from one chime to the next."""
TAPS = 8
"""So many taps tell."""
_EARLY = 0.4
"""Seconds before a chime from which on a tap belongs to it."""
_STEP = 10
"""Milliseconds to which the answer is rounded; no hand is steadier."""


class Tapping:
    """Chimes and taps, in seconds of one clock; a tap without a chime of its own tells nothing."""

    def __init__(self) -> None:
        self._chimes: list[float] = []
        self._late: list[float] = []

    def chime(self, at: float) -> None:
        """A chime sounds at this second, as far as the program can tell."""
        self._chimes.append(at)

    def tap(self, at: float) -> None:
        """Somebody taps."""
        late = next((at - c for c in self._chimes if -_EARLY <= at - c < EVERY - _EARLY), None)
        if late is not None and not self.is_done:
            self._late.append(late)

    @property
    def count(self) -> int:
        """How many taps have told something."""
        return len(self._late)

    @property
    def is_done(self) -> bool:
        """Whether there are enough of them."""
        return self.count >= TAPS

    @property
    def offset_ms(self) -> int:
        """By how much to send sound ahead; the middle tap tells, so that a slip does no harm."""
        found = round(median(self._late) * 1000 / _STEP) * _STEP if self._late else 0
        return min(max(found, SOUND_OFFSETS[0]), SOUND_OFFSETS[-1])
