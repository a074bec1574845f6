"""The time of a class: its minutes, and how they are against the plan."""

from __future__ import annotations

from massage_guide.domain.class_plan import Lesson


class ClassTime:
    """Counts from when the class begins, in seconds of whichever clock is read to it."""

    def __init__(self, first: int = 1, speed: float = 1.0) -> None:
        self._first, self._speed = first, speed
        self._began: float | None = None
        self._left: float | None = None
        """Minutes after which the first item was left."""

    def begin(self, now: float) -> None:
        """The class begins."""
        self._began = now

    def reach(self, number: int, now: float) -> None:
        """It is at this item."""
        if self._began is not None and self._left is None and number != self._first:
            self._left = self.minutes(now)

    def minutes(self, now: float) -> float:
        """Minutes since it began."""
        return 0.0 if self._began is None else (now - self._began) * self._speed / 60

    def behind(self, lesson: Lesson, number: int, now: float) -> int | None:
        """Whole minutes behind the plan; None before it begins, and where it goes on midway.

        What the plan has before the first item needs no picture, and may have been done before
        the class was begun here: moving on from that item is as it should be.
        """
        if self._began is None or self._first > 1:
            return None
        return lesson.behind(number, self.minutes(now), self._left)
