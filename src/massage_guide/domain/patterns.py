"""Patterns: what came together in the record of a baby, counted and told, never explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from massage_guide.domain.settledness import Settledness

MINIMUM = 5
"""Massages with both ratings that a pattern needs [rule 20]."""


class Given(NamedTuple):
    """A massage, as far as patterns look at it; thousands are counted at once."""

    day: date
    """In the local time of that day."""
    hour: int
    """0 to 23, local, in which it began."""
    routine: str
    title: str
    before: Settledness | None
    """The last rating up to Ask's answer [rule 16]."""
    after: Settledness | None
    """The last rating on Enough [rule 16]."""
    done: frozenset[str] = frozenset()
    """Strokes of which at least one step was done to its end, on either side."""
    left: frozenset[str] = frozenset()
    """Strokes that were begun and left on the way; some were done as well."""
    again: frozenset[str] = frozenset()
    """Strokes that were begun anew by Left; not where a second Left went back a step."""
    enough: frozenset[str] = frozenset()
    """Strokes that baby's no ended: the massage ended `baby_said_no` in one of their steps,
    or holding took their place. A stroke that a parent skipped is not one; who wanted that
    is not known."""
    left_out: frozenset[str] = frozenset()
    """Regions that were left out from then on, from the rest screen."""
    moments: frozenset[str] = frozenset()


class About(StrEnum):
    """What a pattern can be about."""

    NOTICED = "noticed"
    AGAIN = "again"
    REGIONS = "regions"
    STROKES = "strokes"
    ROUTINES = "routines"
    TIMES = "times"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """How settled before and after, in the massages that had this in them.

    A massage counts once, and only with both ratings. A region or a stroke is
    in it where one of its steps was done to its end, a routine where it was
    the one, a time of day where it began then.
    """

    name: str
    lead: str
    """How its sentence begins: "After legs"."""
    before: tuple[int, int, int, int, int]
    """Massages for each of the five points, from crying to at ease."""
    after: tuple[int, int, int, int, int]

    @property
    def times(self) -> int:
        """How many massages those are."""
        return sum(self.after)

    @property
    def sentence(self) -> str:
        """What there is to say; where it was mostly hard, nothing is compared [domain.md 5.3]."""
        after, times = _settled(self.after), self.times
        if 2 * sum(self.after[:2]) > times:
            return f"{self.name}: {times} times, and you were there."
        if 2 * after >= times:
            before = _settled(self.before)
            told = f"calm or at ease {after} of {times} times. Before: {before} of {times}."
            return f"{self.lead}: {told}"
        if 2 * self.after[2] >= times:
            calm = f", calm or at ease {after}" if after else ""
            return f"{self.lead}: wriggly {self.after[2]} of {times} times{calm}."
        return f"{self.lead}: a bit of everything, {times} times."

    @property
    def counts(self) -> str:
        """Every count, for whoever hears the chart."""
        return f"{self.name}. Before: {_each(self.before)}. After: {_each(self.after)}."


@dataclass(frozen=True, slots=True)
class Often:
    """In how many massages something happened."""

    about: About
    name: str
    times: int
    of: int | None = None
    """Massages in which it could have; None where a blank does not mean that it did not."""

    @property
    def count(self) -> str:
        """The count alone."""
        return f"{self.times} of {self.of}" if self.of else f"{self.times} times"

    @property
    def counts(self) -> str:
        """What a chart of it tells."""
        return self.sentence

    @property
    def sentence(self) -> str:
        """What there is to say."""
        if self.about is About.AGAIN:
            return f"{self.name}: again in {self.count} massages."
        if self.about is About.ENOUGH:
            return f"{self.name}: enough for that day in {self.count} massages."
        return f"{self.name}: {self.count}."


@dataclass(frozen=True, slots=True)
class Patterns:
    """What can be seen in a record; lines are in the order of the body, of the day or of counts.

    They are never put in the order of how settled a baby was: nothing here is best.
    """

    lines: Mapping[About, Sequence[BeforeAfter | Often]]
    """What there is too little of is not there."""
    both: int
    """Massages with both ratings."""
    hard: bool
    """Whether there has been much crying lately: then nothing here is opened unasked."""

    @property
    def too_early(self) -> bool:
        """Whether there is too little of everything."""
        return self.both < MINIMUM


NO_PATTERNS = Patterns({}, 0, False)


def _each(counts: Sequence[int]) -> str:
    points = zip(counts, Settledness, strict=True)
    return ", ".join(f"{count} {point.word}" for count, point in points if count)


def _settled(counts: Sequence[int]) -> int:
    return counts[Settledness.CALM - 1] + counts[Settledness.AT_EASE - 1]
