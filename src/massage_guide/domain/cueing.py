"""Cueing: which words and chimes belong to which stretch of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from massage_guide.domain.cues import (
    NEARLY_BEFORE_END,
    NEARLY_FROM,
    Cue,
    CueKind,
    StandingWords,
)
from massage_guide.domain.figure import Side
from massage_guide.domain.played import PlayedStep, Row, RowKind
from massage_guide.domain.talk import Narration

CHIME_LEAD = 0.8
"""Seconds by which a chime comes before the words that it leads to."""


def spoken(text: str, side: Side | None) -> str:
    """The words with the baby's side filled in."""
    return text.replace("{side}", side.value) if side else text


def announce_of(step: PlayedStep, words: StandingWords) -> str:
    """What is said in the pause before the step."""
    if step.written.say:
        return spoken(step.written.say, step.side)
    return spoken(step.stroke.say.announce, step.side) if step.stroke else words.rest


def lay_cues(
    rows: Sequence[Row], steps: Sequence[PlayedStep], narration: Narration
) -> tuple[Cue, ...]:
    """Every cue of the rows, in the order of time."""
    cueing = _Cueing(steps, narration)
    return in_order(cue for row in rows for cue in cueing.of(row))


def in_order(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues as they come in time."""
    return tuple(sorted(cues, key=_start_of))


class _Cueing:
    """The steps and the narration that every row's cues are made from."""

    def __init__(self, steps: Sequence[PlayedStep], narration: Narration) -> None:
        self._steps = steps
        self._words = narration.words
        self._lengths = narration.lengths

    def of(self, row: Row) -> Iterator[Cue]:
        if row.kind is RowKind.BREATHING:
            yield self._cue(row, CueKind.BREATHE, self._words.breathe)
        elif row.kind is RowKind.ASK:
            yield self._cue(row, CueKind.ASK, self._words.ask)
        elif row.step and row.kind is RowKind.PAUSE:
            yield from self._leading(row, row.step)
        elif row.step:
            yield from self._playing(row, row.step)

    def _leading(self, row: Row, step: PlayedStep) -> Iterator[Cue]:
        before = self._steps[step.number - 2] if step.number > 1 else None
        text, at = announce_of(step, self._words), row.start
        if before and step.side and before.side and step.side is not before.side:
            other = self._words.other_side.format(side=step.side.value)
            yield self._cue(row, CueKind.CHANGE_SIDE, other)
            # the chime is heard first, wherever the pause has room for both
            at += min(CHIME_LEAD, max(row.length - self._lengths(text), 0.0))
        yield self._cue(row, CueKind.ANNOUNCE if step.stroke else CueKind.REST, text, at)

    def _playing(self, row: Row, step: PlayedStep) -> Iterator[Cue]:
        free_from = row.start
        if step.stroke:
            how = self._cue(row, CueKind.HOW, spoken(step.stroke.say.how, step.side))
            free_from += how.length
            yield how
            for done in range(1, step.repeats):
                at = row.start + done * step.seconds_each
                yield self._cue(row, CueKind.REPEAT, step.stroke.name, at, done + 1)
        kind, text = self._last_words(step)
        if text and step.seconds >= NEARLY_FROM:
            # the quiet before the end gives way before one sentence speaks over another
            at = max(row.end - NEARLY_BEFORE_END - self._lengths(text), free_from)
            done = int((at - row.start) / step.seconds_each)
            yield self._cue(row, kind, text, at, min(done + 1, step.repeats))

    def _last_words(self, step: PlayedStep) -> tuple[CueKind, str]:
        if step.number == len(self._steps):
            return CueKind.CLOSING, self._words.closing
        after = self._steps[step.number]
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
        return Cue(
            start=row.start if at is None else at,
            length=self._lengths(text) if kind.is_spoken else 0.0,
            kind=kind,
            text=text,
            row=row.kind.value,
            step=step.number if step else None,
            stroke=step.stroke.id if step and step.stroke else None,
            side=step.side if step else None,
            repeat=(repeat or 1) if row.kind is RowKind.STROKE else None,
        )


def _start_of(cue: Cue) -> float:
    return cue.start
