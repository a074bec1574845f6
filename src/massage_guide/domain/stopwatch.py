"""The stopwatch: how much time has passed since the last look, by two clocks that must agree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

GAP = 3.0
"""Seconds of silence, or of disagreement of the clocks, that count as a gap [rules 7]."""


class Stopwatch:
    """Measures with a monotonic clock; a wall clock only tells when the lid was closed."""

    def __init__(self, clock: Callable[[], float], wall_clock: Callable[[], datetime]) -> None:
        self._clock, self._wall_clock = clock, wall_clock
        self.mark()

    def mark(self) -> None:
        """Measure from now on."""
        self._at, self._wall_at = self._clock(), self._wall_clock().timestamp()

    @property
    def marked(self) -> float:
        """The second of the clock at which the mark was made."""
        return self._at

    def passed(self) -> float:
        """Seconds since the mark; the mark stays."""
        return self._clock() - self._at

    def lap(self) -> tuple[float, float | None]:
        """Seconds since the mark, which moves here, and the gap, if there was one.

        Both clocks are read once: what passes between two readings would be lost.
        """
        now, wall = self._clock(), self._wall_clock().timestamp()
        seconds = now - self._at
        gap = max(seconds, abs(wall - self._wall_at - seconds))
        self._at, self._wall_at = now, wall
        return seconds, gap if gap > GAP else None
