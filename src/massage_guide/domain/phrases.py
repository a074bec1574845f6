"""Phrases: every text that the program says by itself, each of which has its shipped sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from massage_guide.domain.cueing import spoken
from massage_guide.domain.cues import StandingWords
from massage_guide.domain.figure import Side
from massage_guide.domain.played import played_steps
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Stroke


def every_shipped_phrase(
    strokes: Mapping[str, Stroke], routines: Iterable[Routine], words: StandingWords
) -> frozenset[str]:
    """What strokes, routines and the program itself say, with sides filled in."""
    said = {text for stroke in strokes.values() for text in _said_of(stroke)}
    for routine in routines:
        said.update(own_phrases(routine, strokes))
    return frozenset(said | set(words.all()))


def own_phrases(routine: Routine, strokes: Mapping[str, Stroke]) -> Iterator[str]:
    """What the routine says in words of its own, and in those of strokes it brings along."""
    for step in played_steps(routine, strokes):
        if step.written.say:
            yield spoken(step.written.say, step.side)
    for stroke in routine.strokes.values():
        yield from _said_of(stroke)


def _said_of(stroke: Stroke) -> Iterator[str]:
    say = stroke.say
    for side in (Side.LEFT, Side.RIGHT) if stroke.takes_sides else (None,):
        for text in (say.announce, say.how, say.nearly, say.other):
            if text:
                yield spoken(text, side)
