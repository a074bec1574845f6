"""A timeline: a routine laid out in seconds, which knows what happens at any of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from massage_guide.domain.cueing import announce_of, in_order, lay_cues
from massage_guide.domain.cues import Cue
from massage_guide.domain.fillers import lay_fillers
from massage_guide.domain.played import PlayedStep, Row, RowKind
from massage_guide.domain.routine import Routine
from massage_guide.domain.talk import Narration

PAUSE = 5.0
"""Seconds between consecutive played steps [rules 2]."""
ASK_SECONDS = 20.0
"""Nominal length of asking first [domain.md 1.2, H1]."""
_PLAIN = Narration()


@dataclass(frozen=True, slots=True)
class Leap:
    """Where the massage was when it was told to go elsewhere, so that no hand jumps."""

    came_from: Moment
    at: float
    """Timeline seconds at which it landed."""


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
    stroked: PlayedStep | None = None
    """The last step before this one that is not a rest: where the hands were left."""
    looping: bool = False
    """Whether hold keeps the last repeat going [rules 6]."""
    over: bool = False
    """Whether the last step has ended."""
    leap: Leap | None = None
    """The leap it is still coming from; None once it has arrived."""

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


class Timeline:
    """A routine's played steps laid out in seconds."""

    def __init__(
        self,
        routine: Routine,
        steps: Sequence[PlayedStep],
        narration: Narration = _PLAIN,
    ) -> None:
        self.routine = routine
        self.steps = tuple(steps)
        self.narration = narration
        self.rows = tuple(self._lay_rows())
        self._starts = [row.start for row in self.rows]
        self._words = lay_cues(self.rows, self.steps, narration)
        self.cues = self._filled(1.0)
        """Every cue, as it comes at pace 1."""

    def cues_at(self, pace: float) -> tuple[Cue, ...]:
        """Every cue, as it comes at this pace; only where silences are filled is it another."""
        return self._filled(pace) if self.narration.longest_silence else self.cues

    def _filled(self, pace: float) -> tuple[Cue, ...]:
        fillers = lay_fillers(self.rows, self._words, self.narration, pace)
        return in_order((*self._words, *fillers))

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
            stroked=next((s for s in reversed(self.steps[: max(number - 1, 0)]) if s.stroke), None),
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
            spoken = self.narration.lengths(announce_of(step, self.narration.words))
            # the hands wait for the end of the words
            lead = max(PAUSE, spoken) if step.number > 1 else spoken
            yield Row(RowKind.PAUSE, start, lead, step)
            start += lead
            kind = RowKind.STROKE if step.stroke else RowKind.REST
            yield Row(kind, start, step.seconds, step)
            start += step.seconds
