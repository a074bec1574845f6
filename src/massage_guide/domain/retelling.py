"""The retelling: one massage from its first stroke to its last, with what happened on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from massage_guide.domain.session import (
    Answer,
    Ending,
    Event,
    EventKind,
    HowDone,
    Observation,
    Place,
    SessionSummary,
    StepRecord,
)


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step, how often it was asked for again, and whether a parent stayed with it."""

    step: StepRecord
    again: int = 0
    held: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """From here on a region was left out."""

    when: datetime
    region: str


Told = StepTold | Observation | LeftOut


def retold(session: SessionSummary) -> tuple[Told, ...]:
    """Tell it in the order in which it happened; ratings before and after stand elsewhere."""
    lines = [*_steps(session), *_seen(session), *_left_out(session)]
    # sorting keeps what began together in this order: the step, then what was seen in it
    return tuple(sorted(lines, key=_when))


def passed_over(session: SessionSummary) -> bool:
    """Whether it was gone through to its end without any of its strokes.

    A step that was passed over in the pause before it was never begun, and left no line.
    """
    begun = session.ending is Ending.FINISHED and session.answer is not Answer.NOT_NOW
    return begun and all(step.how is HowDone.SKIPPED for step in session.steps)


def _steps(session: SessionSummary) -> Iterator[Told]:
    events: dict[int, list[Event]] = {}
    for event in session.events:
        begun = [n for n, step in enumerate(session.steps) if step.began <= event.when]
        if begun:
            events.setdefault(begun[-1], []).append(event)
    for number, step in enumerate(session.steps):
        kinds = [event.kind for event in events.get(number, ())]
        yield StepTold(step, kinds.count(EventKind.AGAIN), EventKind.HOLD in kinds)


def _seen(session: SessionSummary) -> Iterator[Told]:
    return (seen for seen in session.observations if seen.place is Place.GUIDE)


def _left_out(session: SessionSummary) -> Iterator[Told]:
    for event in session.events:
        if event.kind == EventKind.LEAVE_OUT:
            yield LeftOut(event.when, event.detail)


def _when(line: Told) -> datetime:
    return line.step.began if isinstance(line, StepTold) else line.when
