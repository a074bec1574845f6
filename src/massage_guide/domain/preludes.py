"""Preludes: the breath and the asking, as little timelines of their own."""

from __future__ import annotations

from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Oil, Prelude, Routine, Step
from massage_guide.domain.stroke import Position, Stroke
from massage_guide.domain.timeline import Timeline


def breathing(seconds: float) -> Timeline:
    """A breath of so many seconds and nothing else [domain.md 5.4]."""
    return Timeline(_little_routine("breathing", Prelude(seconds, ask=False)), ())


def asking(stroke: Stroke) -> Timeline:
    """The asking step alone; held, it goes on for as long as the answer takes."""
    step = PlayedStep(1, stroke, None, 1, stroke.seconds, Step(stroke=stroke.id))
    return Timeline(_little_routine("asking", Prelude(0.0, ask=False)), (step,))


def _little_routine(name: str, prelude: Prelude) -> Routine:
    return Routine(
        id=name,
        version="1.0.0",
        title=name.capitalize(),
        purpose="",
        language="en",
        licence="CC-BY-4.0",
        authors=("Massage Guide",),
        from_weeks=0,
        positions=(Position.ON_BACK,),
        oil=Oil.NONE,
        entries=(),
        prelude=prelude,
    )
