"""The remembered: massages as the timeline tells them, lightly enough for thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from massage_guide.domain.days import day_in_words, month_and_year
from massage_guide.domain.session import Ending
from massage_guide.domain.settledness import Settledness

FEW = 2
"""Massages that are still a beginning."""
_WEEK = 7
_SEVERAL = 3
"""Hard ones in a week before a word is said about it."""
_HARD = (Settledness.CRYING, Settledness.FRETFUL)
_NO = (Ending.BABY_SAID_NO, Ending.CUDDLE)


@dataclass(frozen=True, slots=True)
class Remembered:
    """One massage: when, what, and how settled before and after; blank stays blank."""

    id: UUID
    baby: UUID | None
    title: str
    started: datetime
    """With the local offset of its day."""
    ending: Ending | None
    before: Settledness | None
    after: Settledness | None

    @property
    def was_hard(self) -> bool:
        """Whether it ended with crying or fretting, or baby said no and nothing else was told."""
        return self.ending in _NO if self.after is None else self.after in _HARD


@dataclass(frozen=True, slots=True)
class Month:
    """A heading: every massage up to the next one was in it."""

    words: str


class Lately(Enum):
    """What a kind word may be about."""

    NOTHING = "nothing"
    BEGINNING = "beginning"
    HARD = "hard"
    USUAL = "usual"


def by_month(massages: Iterable[Remembered]) -> Iterator[Month | Remembered]:
    """Put a heading above the massages of each month; they come newest first."""
    month = ""
    for massage in massages:
        words = month_and_year(massage.started)
        if words != month:
            month = words
            yield Month(words)
        yield massage


def lately(massages: Sequence[Remembered], today: date) -> Lately:
    """Tell a beginning and a hard week from any other time; `massages` are newest first."""
    if not massages:
        return Lately.NOTHING
    week = [one for one in massages if 0 <= (today - one.started.date()).days < _WEEK]
    hard = sum(one.was_hard for one in week)
    if hard >= _SEVERAL and 2 * hard > len(week):
        return Lately.HARD
    return Lately.BEGINNING if len(massages) <= FEW else Lately.USUAL


def told(massage: Remembered, whose: str = "", clock: str = "") -> str:
    """Tell it in a sentence, for whoever does not see the dots; `clock` is the time of day."""
    when = ", ".join(part for part in (day_in_words(massage.started), clock) if part)
    parts = [f"{when}: {f'{whose}, ' if whose else ''}{massage.title}."]
    if massage.before is not None:
        parts.append(f"Before: {massage.before.word}.")
    if massage.after in _HARD:
        parts.append(f"It ended {massage.after.word}, and you were there.")
    elif massage.after is not None:
        parts.append(f"After: {massage.after.word}.")
    return " ".join(parts)
