"""A massage to measure: the shipped strokes, and moments of them as they come on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.played import RowKind, played_steps
from massage_guide.domain.routine import Prelude, SidePlan, Step
from massage_guide.domain.timeline import Moment, Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from massage_guide.stage.view import StageView

FRAME = 1 / 60
"""Seconds from one frame to the next."""
HURRY = 2.5
"""How much faster than in a massage the pauses pass."""
ROUTINES = ("legs-and-feet", "wind-and-tummy")
"""Between them they use every kind of motion, and FRONT, FOOT and HELD."""


def timeline(routine: str, library: Library) -> Timeline:
    """A shipped routine, complete."""
    found = library.routine(routine)
    if found is None:
        raise LookupError(f"no routine {routine}")
    return Timeline(found, played_steps(found, library.strokes))


def alone(library: Library, stroke: str) -> Timeline:
    """One stroke with the pause before it, as often as it is done, on the baby's left."""
    found = timeline(ROUTINES[0], library).routine
    side = SidePlan.LEFT if library.strokes[stroke].takes_sides else None
    routine = replace(found, entries=(Step(stroke=stroke, side=side),), prelude=Prelude(0.0, False))
    return Timeline(routine, played_steps(routine, library.strokes))


def stage(library: Library, view: StageView | None = None) -> StageView:
    """A stage that is ready to be told moments."""
    view = view or StageView()
    view.dress_up(Scene(read_drawings(assets_dir()), LIGHT), Choreography(library.figures))
    return view


def excerpt(library: Library, seconds: float) -> Iterator[Moment]:
    """So many seconds of each stroke, in the order of its routine, 60 moments a second.

    The pause before it is gone through in a hurry, so that hands leave, travel and arrive
    more often, and faster, than in a real massage; then come its first seconds and its middle.
    """
    seen: set[str] = set()
    for name in ROUTINES:
        line = timeline(name, library)
        for lead, row in zip(line.rows, line.rows[1:], strict=False):
            stroke = row.step.stroke if row.step else None
            if row.kind is RowKind.PAUSE or stroke is None or stroke.id in seen:
                continue
            seen.add(stroke.id)
            middle = row.start + max(row.length - seconds / 2, 0.0) / 2
            yield from _span(line, lead.start, lead.length, HURRY)
            yield from _span(line, row.start, seconds / 2)
            yield from _span(line, middle, seconds / 2)


def _span(line: Timeline, start: float, seconds: float, speed: float = 1.0) -> Iterator[Moment]:
    for i in range(round(seconds / FRAME / speed)):
        yield line.at(start + i * FRAME * speed)
