"""A session: one massage as it is remembered, in frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from massage_guide.domain.figure import Side
from massage_guide.domain.settledness import BabyState, Settledness

RESUMABLE_FOR = timedelta(hours=2)
"""An unfinished massage younger than this may go on [rule 17]."""


class Ending(StrEnum):
    """Why a massage ended; all are equal."""

    FINISHED = "finished"
    BABY_SAID_NO = "baby_said_no"
    FEED = "feed"
    SLEEP = "sleep"
    NAPPY = "nappy"
    CUDDLE = "cuddle"
    INTERRUPTED = "interrupted"
    PARENT_NEEDED_A_BREAK = "parent_needed_a_break"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The words on the button."""
        return _ENDING_LABELS[self]


_ENDING_LABELS = {
    Ending.FINISHED: "That was all of it",
    Ending.BABY_SAID_NO: "Baby said no",
    Ending.FEED: "A feed",
    Ending.SLEEP: "Sleep",
    Ending.NAPPY: "Nappy",
    Ending.CUDDLE: "A cry and a cuddle",
    Ending.INTERRUPTED: "Something came up",
    Ending.PARENT_NEEDED_A_BREAK: "I need a break",
    Ending.OTHER: "Simply enough",
}


class Answer(StrEnum):
    """What baby seemed to say when asked."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NOT_NOW = "not_now"


class HowDone(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    LEFT = "left"


class Place(StrEnum):
    """The screen on which a rating was given."""

    GET_READY = "get_ready"
    GUIDE = "guide"
    ENOUGH = "enough"


class When(StrEnum):
    """Whether a parent's own word came before or after the massage."""

    BEFORE = "before"
    AFTER = "after"


class EventKind(StrEnum):
    """What happened besides steps, ratings and words."""

    CHIP = "chip"
    CHIP_OFF = "chip_off"
    ANSWER = "answer"
    AGAIN = "again"
    BACK = "back"
    NEXT = "next"
    JUMP = "jump"
    HOLD = "hold"
    HOLD_OFF = "hold_off"
    REST = "rest"
    GO_ON = "go_on"
    PACE = "pace"
    GAP = "gap"
    SWAP = "swap"
    LEAVE_OUT = "leave_out"
    OFFERED = "offered"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Baby:
    """A baby, by name; the dates are optional."""

    id: UUID
    name: str
    born: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What is known when Get ready opens."""

    routine: str
    """The routine's id."""
    version: str
    digest: str
    """Of the routine's text, so that a record stays readable after an edit."""
    title: str
    baby: UUID | None = None
    corrected_weeks: int | None = None
    """Corrected age at that time, whole weeks."""
    chips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step as it was played."""

    number: int
    """1-based, in the plan as it was played."""
    stroke: str | None
    """The stroke's id; None is a rest."""
    side: Side | None
    began: datetime
    ended: datetime | None
    how: HowDone | None
    id: UUID | None = None
    """In the journal; None where it has not been written down."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One rating."""

    id: UUID
    when: datetime
    value: Settledness
    state: BabyState | None
    place: Place


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, in the order in which it did."""

    when: datetime
    kind: str
    detail: str
    at: float | None
    """Seconds of the timeline, where the event has a place in it."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A massage as the journal tells it; times carry the local offset of their day."""

    id: UUID
    start: SessionStart
    started: datetime
    answer: Answer | None
    ended: datetime | None
    ending: Ending | None
    steps: tuple[StepRecord, ...]
    observations: tuple[Observation, ...]
    moments: tuple[str, ...]
    note: str
    parent_words: Mapping[When, str]
    events: tuple[Event, ...]

    @property
    def before(self) -> Observation | None:
        """The last rating up to Ask's answer."""
        return self._last_on(Place.GET_READY)

    @property
    def after(self) -> Observation | None:
        """The last rating on Enough."""
        return self._last_on(Place.ENOUGH)

    @property
    def lasted(self) -> timedelta:
        """Time with baby: the steps and short pauses between them, no closed lid."""
        total = timedelta()
        previous: datetime | None = None
        for step in self.steps:
            if step.ended is None:
                continue
            if previous is not None and timedelta() < step.began - previous < _PAUSE:
                total += step.began - previous
            total += max(step.ended - step.began, timedelta())
            previous = step.ended
        return total

    def _last_on(self, place: Place) -> Observation | None:
        there = [seen for seen in self.observations if seen.place is place]
        return there[-1] if there else None


_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A massage that was cut off, and where it was."""

    id: UUID
    start: SessionStart
    started: datetime
    answer: Answer
    age: timedelta
    """Since the last thing that was recorded."""
    step: int | None
    """1-based number of the step it was in; None before the first."""
    stroke: str | None
    side: Side | None
    at: float | None
    """Seconds of the timeline, as last recorded."""
    left_out: tuple[str, ...] = ()
    """Regions that were left out on the way."""
    holding: str = ""
    """What took the place of the rest: a hold's id, or that of the holding routine."""

    @property
    def resumable(self) -> bool:
        """Whether it may go on; an older one is only enough, or left."""
        return self.age < RESUMABLE_FOR
