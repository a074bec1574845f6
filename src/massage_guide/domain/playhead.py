"""The playhead: where in a timeline we are, moved on by measured seconds; it owns no clock."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.played import PlayedStep, Row, RowKind
from massage_guide.domain.timeline import Leap, Moment, Timeline

PACES = (0.5, 0.75, 1.0, 1.25)
"""Paces from slowest to quickest [rules 5]."""


@dataclass(frozen=True, slots=True)
class StepBegan:
    """The hands have begun this step."""

    step: PlayedStep


@dataclass(frozen=True, slots=True)
class StepEnded:
    """This step was played to its end."""

    step: PlayedStep


@dataclass(frozen=True, slots=True)
class Over:
    """The last step has ended."""


SOFTLY = 1.4
"""Seconds in which hands come over when a stroke begins anew."""
AFRESH = 3.2
"""Seconds in which they leave and come again, when it is on another figure or seen from closer."""

Happening = Cue | StepBegan | StepEnded | Over


class Playhead:
    """A position that walks along a timeline at a pace, and stays when told to hold."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._pace = 1.0
        self.hold = False
        """Whether the present step goes on until told otherwise."""
        self._leap: Leap | None = None
        self._cues = timeline.cues
        self.stand(timeline.begin)

    @property
    def pace(self) -> float:
        """1 is the routine's own."""
        return self._pace

    @pace.setter
    def pace(self, pace: float) -> None:
        self._pace = pace
        cues = self.timeline.cues_at(pace)
        if cues is not self._cues:
            self._cues = cues
            self._next_cue = bisect_right(cues, self.position, key=_start_of)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue of the timeline, as the present pace lays them."""
        return self._cues

    @property
    def row(self) -> Row:
        """The row in which the playhead stands."""
        return self._row

    @property
    def moment(self) -> Moment:
        """Where the massage is."""
        if self._loop is not None:
            return self.timeline.looped(self._row, self._loop, self.position)
        moment = self.timeline.at(self.position, self._row)
        leap = self._leap
        if leap is None or self.timeline.row_at(leap.at) is not self._row:
            return moment
        paused = self._row.kind is RowKind.PAUSE
        return replace(moment, leap=leap) if paused or moment.seconds < leap.at + AFRESH else moment

    def praise(self, turn: int) -> Cue:
        """What is said to a parent who rests for the baby, now; in turn, from 0."""
        narration, step = self.timeline.narration, self._row.step
        text = narration.words.praise[turn % len(narration.words.praise)]
        return Cue(
            start=self.position,
            length=narration.lengths(text),
            kind=CueKind.PRAISE,
            text=text,
            row=self._row.kind.value,
            step=step.number if step else None,
        )

    def leap(self, position: float) -> None:
        """Go there from here; the hands follow without a jump."""
        here = self.moment
        if here.leap is not None:
            # hands still on their way set out anew from where they set out last
            here = replace(here, leap=replace(here.leap, came_from=_alone(here.leap.came_from)))
        self.stand(position)
        self._leap = Leap(here, position)

    def stand(self, position: float) -> None:
        """Stand at this many timeline seconds; cues from there on are due anew."""
        self._leap = None
        self.position = position
        """Timeline seconds."""
        self.over = position >= self.timeline.length
        """Whether the end of the timeline is reached."""
        self._row = self.timeline.row_at(position)
        self._entered = False
        self._loop: float | None = None
        self._speech_left = 0.0
        self._cues = self.timeline.cues_at(self._pace)
        self._next_cue = bisect_left(self._cues, position, key=_start_of)

    def lay(self, timeline: Timeline, position: float) -> None:
        """Go on along another timeline, from this many of its seconds."""
        here = _alone(self.moment)
        self.timeline = timeline
        self.stand(position)
        self._leap = Leap(here, position)

    def seconds_to_next(self) -> float | None:
        """Real seconds until the next cue or row; None where nothing is to come."""
        if self.over or self._loop is not None:
            return None
        if self._speech_waits():
            return self._speech_left
        return max(self._target() - self.position, 0.0) / self._rate

    def advance(self, seconds: float) -> list[Happening]:
        """Move on by real seconds, and tell what came due on the way, in order."""
        return [happening for happening, _ in self._advance(max(seconds, 0.0))]

    def coming(self, seconds: float) -> list[tuple[Cue, float]]:
        """What comes due within so many real seconds, and in how many; the playhead stays."""
        seconds = max(seconds, 0.0)
        ahead = copy(self)._advance(seconds)
        return [(one, seconds - left) for one, left in ahead if isinstance(one, Cue)]

    def _advance(self, left: float) -> Iterator[tuple[Happening, float]]:
        """Move on; each happening comes with the seconds that are left after it."""
        while not self.over:
            for happening in self._arrive():
                yield happening, left
            if self._loop is not None:
                left = self._spin(self._loop, left)
                if self._loop is not None:
                    return
            elif self._loops_now():
                self._loop = self.position - self._last_repeat()
                continue
            left = self._walk(left)
            if self._speech_waits():
                return
            if self.position >= self._row.end and not self._is_cue_left():
                for happening in self._leave():
                    yield happening, left
            elif self.position < self._target():
                return

    def _walk(self, left: float) -> float:
        """Go towards the next cue, loop or row as far as the seconds reach."""
        target, rate = self._target(), self._rate
        needed = max(target - self.position, 0.0) / rate
        if left < needed:
            self.position += left * rate
            self._speech_left = max(self._speech_left - left, 0.0)
            return 0.0
        self.position = target
        self._speech_left = max(self._speech_left - needed, 0.0)
        left -= needed
        if target == self._row.end and not self._row.keeps_length:
            waited = min(left, self._speech_left)
            self._speech_left -= waited
            left -= waited
        return left

    def _spin(self, loop: float, left: float) -> float:
        """Keep the last repeat going; once let go, until it meets the standing time."""
        rate = self._rate
        self._speech_left = max(self._speech_left - left, 0.0)
        if self.hold or self._row.step is None:
            self._loop = loop + left * rate
            return 0.0
        each = self._row.step.seconds_each
        standing = self.position - self._last_repeat()
        phase = loop % each
        needed = max(standing - phase, 0.0) / rate
        if left < needed:
            self._loop = loop + left * rate
            return 0.0
        self._loop = None
        self.position = self._last_repeat() + max(phase, standing)
        return left - needed

    def _arrive(self) -> Iterator[Happening]:
        yield from self._enter()
        yield from self._due()

    def _due(self) -> Iterator[Cue]:
        cues = self._cues
        while self._next_cue < len(cues) and cues[self._next_cue].start <= self.position:
            cue = cues[self._next_cue]
            if cue.start >= self._row.end or self._waits(cue):
                return
            self._next_cue += 1
            if self._loop is not None or (self.hold and cue.kind in _LAST_WORDS):
                continue
            if self._is_said(cue):
                self._speech_left = cue.length
            yield cue

    def _enter(self) -> Iterator[StepBegan]:
        if not self._entered:
            self._entered = True
            if self._row.step and self._row.kind is not RowKind.PAUSE:
                yield StepBegan(self._row.step)

    def _leave(self) -> Iterator[Happening]:
        if self._row.step and self._row.kind is not RowKind.PAUSE:
            yield StepEnded(self._row.step)
        if self.position >= self.timeline.length:
            self.over = True
            yield Over()
        else:
            self._row = self.timeline.row_at(self.position)
            self._entered = False

    def _target(self) -> float:
        target = self._row.end
        if self._next_cue < len(self._cues):
            cue = self._cues[self._next_cue]
            waiting = self._speech_left * self._rate if self._waits(cue) else 0.0
            target = min(target, max(cue.start, self.position + waiting))
        if self._may_loop():
            target = min(target, max(self._last_repeat(), self.position))
        return max(target, self.position)

    def _waits(self, cue: Cue) -> bool:
        """Whether a quicker pace brings the cue before the words in front of it are said."""
        speaks = self._is_said(cue) and self._speech_left > _INSTANT
        return speaks and not self._row.keeps_length

    def _is_said(self, cue: Cue) -> bool:
        return self.timeline.narration.talk.speaks(cue.kind)

    def _is_cue_left(self) -> bool:
        cues = self._cues
        return self._next_cue < len(cues) and cues[self._next_cue].start < self._row.end

    def _may_loop(self) -> bool:
        return self.hold and self._row.step is not None and self._row.kind is not RowKind.PAUSE

    def _loops_now(self) -> bool:
        return self._may_loop() and self.position >= self._last_repeat()

    def _last_repeat(self) -> float:
        step = self._row.step
        return self._row.end - (step.seconds_each if step else 0.0)

    def _speech_waits(self) -> bool:
        at_end = self.position >= self._row.end
        return at_end and self._speech_left > 0.0 and not self._row.keeps_length

    @property
    def _rate(self) -> float:
        return 1.0 if self._row.keeps_length else self.pace


_INSTANT = 1e-6
"""Seconds of speech that are none."""
_LAST_WORDS = (CueKind.NEARLY, CueKind.CLOSING)


def _alone(moment: Moment) -> Moment:
    return replace(moment, leap=None)


def _start_of(cue: Cue) -> float:
    return cue.start
