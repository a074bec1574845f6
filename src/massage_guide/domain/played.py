"""Played steps and rows: a routine with its sides and blocks opened, ready to be timed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.figure import Side
from massage_guide.domain.routine import Block, Routine, SidePlan, Step
from massage_guide.domain.stroke import Stroke


class RowKind(StrEnum):
    """What the timeline is doing."""

    BREATHING = "breathing"
    ASK = "ask"
    PAUSE = "pause"
    STROKE = "stroke"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class PlayedStep:
    """A step as it is played: one stroke on one side, or one rest."""

    number: int
    """From 1, after sides and blocks are opened."""
    stroke: Stroke | None
    """None for a rest."""
    side: Side | None
    repeats: int
    seconds_each: float
    """Length of a repeat at pace 1, seconds."""
    written: Step

    @property
    def seconds(self) -> float:
        """Length of the whole step at pace 1."""
        return self.repeats * self.seconds_each

    @property
    def is_still(self) -> bool:
        """Whether the pace leaves its length alone [rules 5]."""
        return self.stroke is None or self.stroke.motion.is_still


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of the timeline."""

    kind: RowKind
    start: float
    """Timeline seconds."""
    length: float
    """Seconds at pace 1."""
    step: PlayedStep | None
    """The step played, or the one a pause leads to."""

    @property
    def end(self) -> float:
        """Timeline seconds at which the next row begins."""
        return self.start + self.length

    @property
    def keeps_length(self) -> bool:
        """Whether the pace leaves it alone."""
        return self.kind is not RowKind.STROKE or self.step is None or self.step.is_still


def played_steps(routine: Routine, strokes: Mapping[str, Stroke]) -> tuple[PlayedStep, ...]:
    """The routine's steps with sides and blocks opened, in playing order.

    Raises KeyError for a stroke id that is in neither mapping; the checks say so first.
    """
    library = {**strokes, **routine.strokes}
    played: list[PlayedStep] = []
    for step, side in _opened(routine):
        stroke = library[step.stroke] if step.stroke else None
        played.append(
            PlayedStep(
                number=len(played) + 1,
                stroke=stroke,
                side=side,
                repeats=1 if stroke is None else step.repeats or stroke.repeats,
                seconds_each=step.rest if stroke is None else step.seconds or stroke.seconds,
                written=step,
            )
        )
    return tuple(played)


def _sides(plan: SidePlan | None) -> tuple[Side | None, ...]:
    if plan is None:
        return (None,)
    return (Side.LEFT, Side.RIGHT) if plan is SidePlan.EACH else (Side(plan.value),)


def _opened(routine: Routine) -> Iterator[tuple[Step, Side | None]]:
    for entry in routine.entries:
        block = entry if isinstance(entry, Block) else Block((entry,))
        for _ in range(block.repeats):
            for block_side in _sides(block.side):
                for step in block.steps:
                    for side in _sides(step.side):
                        yield step, side or (block_side if step.stroke else None)
