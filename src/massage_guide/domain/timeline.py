"""A timeline: a routine laid out in seconds, which knows what happens at any of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.cues import (
    NEARLY_BEFORE_END,
    NEARLY_FROM,
    Cue,
    CueKind,
    StandingWords,
    speech_seconds,
)
from massage_guide.domain.figure import Side
from massage_guide.domain.routine import Block, Routine, SidePlan, Step
from massage_guide.domain.stroke import Stroke

PAUSE = 5.0
"""Seconds between consecutive played steps [rules 2]."""
ASK_SECONDS = 20.0
"""Nominal length of asking first [domain.md 1.2, H1]."""


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


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a massage is at one instant; frozen, and enough to draw and caption it."""

    seconds: float
    """Timeline seconds."""
    row: Row
    into: float
    """Seconds into the row, or into the loop of a held stroke."""
    cycle: float
    """Repeats of the step done so far, with the fraction of the present one."""
    previous: PlayedStep | None
    following: PlayedStep | None
    looping: bool = False
    """Whether hold keeps the last repeat going [rules 6]."""
    over: bool = False
    """Whether the last step has ended."""

    @property
    def step(self) -> PlayedStep | None:
        """The step played, or about to be."""
        return self.row.step

    @property
    def repeat(self) -> int | None:
        """The present repeat, from 1; None outside a stroke."""
        if self.row.kind is not RowKind.STROKE or self.step is None:
            return None
        return min(int(self.cycle) + 1, self.step.repeats)


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


class Timeline:
    """A routine's played steps laid out in seconds."""

    def __init__(
        self,
        routine: Routine,
        steps: Sequence[PlayedStep],
        words: StandingWords | None = None,
    ) -> None:
        self.routine = routine
        self.steps = tuple(steps)
        self._words = words or StandingWords()
        self.rows = tuple(self._lay_rows())
        self._starts = [row.start for row in self.rows]
        self.cues = tuple(sorted(self._lay_cues(), key=lambda cue: cue.start))

    @property
    def length(self) -> float:
        """The whole massage at pace 1, breathing and Ask included, seconds."""
        return self.rows[-1].end if self.rows else 0.0

    @property
    def begin(self) -> float:
        """Where the player starts: after breathing and Ask, timeline seconds."""
        for row in self.rows:
            if row.step is not None:
                return row.start
        return self.length

    def row_at(self, seconds: float) -> Row:
        """The row at that many timeline seconds; the last row at and after the end."""
        return self.rows[max(bisect_right(self._starts, seconds) - 1, 0)]

    def at(self, seconds: float, row: Row | None = None) -> Moment:
        """What happens at that many timeline seconds; `row` decides on a border."""
        row = row or self.row_at(seconds)
        into = min(max(seconds - row.start, 0.0), row.length)
        return self._moment(row, seconds, into, looping=False)

    def looped(self, row: Row, loop_seconds: float, standing: float) -> Moment:
        """A held step: timeline time stands, the last repeat goes on [rules 6].

        `loop_seconds` count from the beginning of the last repeat.
        """
        if row.step is None:
            return self.at(standing, row)
        into = row.length - row.step.seconds_each + loop_seconds
        return self._moment(row, standing, into, looping=True)

    def _moment(self, row: Row, seconds: float, into: float, *, looping: bool) -> Moment:
        step = row.step
        number = step.number if step else 0
        cycle = into / step.seconds_each if step and row.kind is not RowKind.PAUSE else 0.0
        return Moment(
            seconds=seconds,
            row=row,
            into=into,
            cycle=cycle,
            previous=self.steps[number - 2] if number > 1 else None,
            following=self.steps[number] if step and number < len(self.steps) else None,
            looping=looping,
            over=not looping and seconds >= self.length,
        )

    def row_of(self, number: int) -> Row:
        """The row in which step `number` (from 1) is played."""
        return next(
            row
            for row in self.rows
            if row.step and row.step.number == number and row.kind is not RowKind.PAUSE
        )

    def lead_of(self, number: int) -> Row:
        """The pause that leads to step `number`."""
        return next(row for row in self.rows if row.step and row.step.number == number)

    def _lay_rows(self) -> Iterator[Row]:
        start = 0.0
        prelude = self.routine.prelude
        for kind, length in (
            (RowKind.BREATHING, prelude.breathing_seconds),
            (RowKind.ASK, ASK_SECONDS if prelude.ask else 0.0),
        ):
            if length:
                yield Row(kind, start, length, None)
                start += length
        for step in self.steps:
            lead = PAUSE if step.number > 1 else speech_seconds(announce_of(step, self._words))
            yield Row(RowKind.PAUSE, start, lead, step)
            start += lead
            kind = RowKind.STROKE if step.stroke else RowKind.REST
            yield Row(kind, start, step.seconds, step)
            start += step.seconds

    def _lay_cues(self) -> Iterator[Cue]:
        for row in self.rows:
            if row.kind is RowKind.BREATHING:
                yield self._cue(row, CueKind.BREATHE, self._words.breathe)
            elif row.kind is RowKind.ASK:
                yield self._cue(row, CueKind.ASK, self._words.ask)
            elif row.kind is RowKind.PAUSE:
                yield from self._lead_cues(row)
            elif row.step:
                yield from self._step_cues(row, row.step)

    def _lead_cues(self, row: Row) -> Iterator[Cue]:
        step = row.step
        if step is None:
            return
        before = self.steps[step.number - 2] if step.number > 1 else None
        if before and step.side and before.side and step.side is not before.side:
            text = self._words.other_side.format(side=step.side.value)
            yield self._cue(row, CueKind.CHANGE_SIDE, text)
        kind = CueKind.ANNOUNCE if step.stroke else CueKind.REST
        yield self._cue(row, kind, announce_of(step, self._words))

    def _step_cues(self, row: Row, step: PlayedStep) -> Iterator[Cue]:
        if step.stroke:
            yield self._cue(row, CueKind.HOW, spoken(step.stroke.say.how, step.side))
            for done in range(1, step.repeats):
                at = row.start + done * step.seconds_each
                yield self._cue(row, CueKind.REPEAT, step.stroke.name, at, done + 1)
        kind, text = self._ending_words(step)
        if text and step.seconds >= NEARLY_FROM:
            at = max(row.end - NEARLY_BEFORE_END - speech_seconds(text), row.start)
            done = int((at - row.start) / step.seconds_each)
            yield self._cue(row, kind, text, at, min(done + 1, step.repeats))

    def _ending_words(self, step: PlayedStep) -> tuple[CueKind, str]:
        if step.number == len(self.steps):
            return CueKind.CLOSING, self._words.closing
        after = self.steps[step.number]
        if after.stroke is None:
            return CueKind.NEARLY, self._words.soon_rest
        if after.stroke is step.stroke and after.side is not step.side and after.stroke.say.other:
            return CueKind.NEARLY, spoken(after.stroke.say.other, after.side)
        return CueKind.NEARLY, spoken(after.stroke.say.nearly, after.side)

    def _cue(
        self,
        row: Row,
        kind: CueKind,
        text: str,
        at: float | None = None,
        repeat: int | None = None,
    ) -> Cue:
        step = row.step
        in_stroke = row.kind is RowKind.STROKE
        return Cue(
            start=row.start if at is None else at,
            length=speech_seconds(text) if kind.is_spoken else 0.0,
            kind=kind,
            text=text,
            row=row.kind.value,
            step=step.number if step else None,
            stroke=step.stroke.id if step and step.stroke else None,
            side=step.side if step else None,
            repeat=(repeat or 1) if in_stroke else None,
        )


def spoken(text: str, side: Side | None) -> str:
    """The words with the baby's side filled in."""
    return text.replace("{side}", side.value) if side else text


def announce_of(step: PlayedStep, words: StandingWords) -> str:
    """What is said in the pause before the step."""
    if step.written.say:
        return spoken(step.written.say, step.side)
    return spoken(step.stroke.say.announce, step.side) if step.stroke else words.rest
