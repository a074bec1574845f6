"""Fillers: gentle words laid into silences that a parent finds too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise

from massage_guide.domain.cueing import CHIME_LEAD, spoken
from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.played import PlayedStep, Row, RowKind
from massage_guide.domain.talk import Narration, Talk

LEAST = 10.0
"""The shortest silence that can be asked for, seconds; less would be chatter."""


def lay_fillers(
    rows: Sequence[Row], cues: Sequence[Cue], narration: Narration, pace: float = 1.0
) -> Iterator[Cue]:
    """What is said where nothing else is, so that no silence is longer than asked for.

    The pace stretches silences and never words, so other paces need other fillers.
    """
    if not narration.longest_silence or narration.talk is Talk.CHIMES:
        return
    kind_lines = cycle(narration.words.kind)
    for row in rows:
        if row.step is None or row.kind is RowKind.PAUSE:
            continue
        rate = 1.0 if row.keeps_length else pace
        said = [c for c in cues if c.step == row.step.number and narration.talk.speaks(c.kind)]
        for start, end in _silences(row, said, rate):
            texts = _texts(end - start, row.step, narration, kind_lines)
            lengths = [narration.lengths(text) for text in texts]
            between = (end - start - sum(lengths)) / (len(texts) + 1)
            at = start
            for text, length in zip(texts, lengths, strict=True):
                # the pause before belongs to the announcement
                at = max(at + between, 0.0)
                yield _filler(row, row.start + at * rate, length, text)
                at += length


def _silences(row: Row, said: Sequence[Cue], rate: float) -> Iterator[tuple[float, float]]:
    """Real seconds into the row between one word's end and the next one's beginning.

    The first may lie before the row, where the announcement ends in the pause.
    """
    words = [(0.0, 0.0)] if not said or said[0].start >= row.start else []
    for cue in said:
        # in the pause before, time runs as it is
        into = cue.start - row.start
        begin = into / rate if into > 0 else into
        words.append((begin, begin + cue.length))
    words.append((row.length / rate, 0.0))
    for (_, end), (begin, _) in pairwise(words):
        yield end, begin


def _texts(
    silence: float, step: PlayedStep, narration: Narration, kind_lines: Iterator[str]
) -> list[str]:
    """As few texts as keep the silences between them short enough."""
    # what comes after may begin with a chime
    longest = max(narration.longest_silence, LEAST) - CHIME_LEAD
    how = step.stroke.say.how if step.stroke and narration.talk is Talk.FULL else ""
    texts: list[str] = []
    left = silence
    while left / (len(texts) + 1) > longest:
        # a kind line first, and then the movement once more, in turn
        text = spoken(how, step.side) if how and len(texts) % 2 else next(kind_lines)
        left -= narration.lengths(text)
        texts.append(text)
    return texts


def _filler(row: Row, start: float, length: float, text: str) -> Cue:
    step = row.step
    into = (start - row.start) / step.seconds_each if step else 0.0
    return Cue(
        start=start,
        length=length,
        kind=CueKind.FILLER,
        text=text,
        row=row.kind.value,
        step=step.number if step else None,
        stroke=step.stroke.id if step and step.stroke else None,
        side=step.side if step else None,
        repeat=int(into) + 1 if row.kind is RowKind.STROKE else None,
    )
