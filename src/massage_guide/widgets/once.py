"""Once: tells a press that is meant from one that an elbow made twice."""

from __future__ import annotations

from collections.abc import Callable

TOO_SOON = 0.4
"""Seconds within which a second press is a slip [rule 9]."""


class Once:
    """Remembers when something was last pressed, by an injected monotonic clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: float | None = None

    def allows(self) -> bool:
        """Whether a press now is meant; if so, it is remembered."""
        if self.is_fresh():
            return False
        self.mark()
        return True

    def is_fresh(self) -> bool:
        """Whether a press came a moment ago, so that others may be of the same elbow."""
        return self._last is not None and self._clock() - self._last < TOO_SOON

    def mark(self) -> None:
        """Let whatever comes at once after this be a slip."""
        self._last = self._clock()
