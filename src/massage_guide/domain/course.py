"""A course: the weeks of a class, each with its strokes, its plan and what is talked about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.tone import Tone

FORMAT = 1
"""The newest course format this program reads."""


class Part(StrEnum):
    """What a part of the class is filled with, in the order in which a class meets them."""

    REVIEW = "review"
    NEW = "new"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One `[[week.plan]]`: a part of the class."""

    part: str
    """In words, such as `Talk and tea`."""
    minutes: int
    kind: Part | None = None
    """None for what needs no picture, such as arriving."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One `[[week.talk]]`: something to talk about together."""

    title: str
    lines: tuple[str, ...]
    tone: Tone = Tone.NOTE


@dataclass(frozen=True, slots=True)
class Week:
    """One `[[week]]`: a meeting of the class."""

    number: int
    """From 1, one more than the week before."""
    title: str
    routines: tuple[str, ...] = ()
    """Ids of the routines that are played."""
    new: tuple[str, ...] = ()
    """Ids of the strokes that are new, in teaching order."""
    review: tuple[int, ...] = ()
    """Numbers of the earlier weeks whose strokes come again."""
    review_how: str = ""
    """In words, how the review goes."""
    note: str = ""
    """For the instructor."""
    plan: tuple[PlanPart, ...] = ()
    talk: tuple[Talk, ...] = ()

    @property
    def minutes(self) -> int:
        """The whole meeting: its plan added up."""
        return sum(part.minutes for part in self.plan)


@dataclass(frozen=True, slots=True)
class Course:
    """One course file [domain.md 2.2]. Weeks are templates: an instructor may change them."""

    id: str
    version: str
    title: str
    purpose: str
    language: str
    licence: str
    authors: tuple[str, ...]
    weeks: tuple[Week, ...]
    """In order."""
    sources: tuple[str, ...] = ()

    def week(self, number: int) -> Week | None:
        """The week with this number."""
        return next((week for week in self.weeks if week.number == number), None)
