"""A rehearsal: a class gone through alone, quicker than it will be, moved on by its plan."""

from __future__ import annotations

SPEED = 4.0
"""Seconds of the class in each second of the clock."""
SHORTEST = 4.0
"""Seconds of the class for which an item is seen, however little the plan gives it."""


class Rehearsal:
    """Counts how long the class has stayed with an item; a rest does not count."""

    def __init__(self) -> None:
        self._number = 0
        self._stayed = 0.0
        self._at: float | None = None

    def is_over(self, number: int, stay: float, now: float) -> bool:
        """Whether the class has stayed with this item so many of its seconds; told once.

        `now` is a second of the clock.
        """
        if number != self._number:
            self._number, self._stayed = number, 0.0
        elif self._at is not None:
            self._stayed += (now - self._at) * SPEED
        self._at = now
        if self._stayed < max(stay, SHORTEST):
            return False
        self._stayed = 0.0
        return True

    def rest(self) -> None:
        """What passes until it is asked again does not count."""
        self._at = None
