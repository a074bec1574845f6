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
        now = self._clock()
        if self._last is not None and now - self._last < TOO_SOON:
            return False
        self._last = now
        return True

    def mark(self) -> None:
        """Let whatever comes at once after this be a slip."""
        self._last = self._clock()
