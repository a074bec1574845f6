"""Learning: the strokes of a course at home, and practising one of them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from massage_guide.domain.course import Course
from massage_guide.domain.finding import plain
from massage_guide.domain.played import played_steps
from massage_guide.domain.routine import Oil, Prelude, Routine, SidePlan, Step
from massage_guide.domain.stroke import Need, Stroke
from massage_guide.domain.suitability import Suited

COURSE = "five-week"
"""The course that is learnt at home, whose weeks routines name."""
EVERY_STROKE = 0
"""In place of a week's number: all strokes there are."""
PRACTICE_PACES = (0.5, 0.75, 1.0)
"""How quickly a stroke may be practised; the slowest comes first."""
_PRACTICE = "practice-"
_LEAST_LETTERS = 3
_MOST_FOUND = 4


@dataclass(frozen=True, slots=True)
class Practice:
    """One stroke, alone, for as long as is wished."""

    routine: Routine
    pace: float
    with_baby: bool
    """With a baby it is a little massage, which gets ready, asks, and is written down."""

    @property
    def plan(self) -> Suited:
        """All of it, as it is played on a doll."""
        return Suited(self.routine, played_steps(self.routine, {}))


def practice_of(stroke: Stroke) -> Routine:
    """A massage of this stroke and nothing else, on both sides where it has sides."""
    bare = stroke.motion.is_still or Need.NO_OIL in stroke.needs
    return Routine(
        id=f"{_PRACTICE}{stroke.id}",
        version="1.0.0",
        title=stroke.name,
        purpose="",
        language="en",
        licence="CC-BY-4.0",
        authors=("Massage Guide",),
        from_weeks=stroke.from_weeks,
        positions=stroke.positions[:1],
        oil=Oil.NONE if bare else Oil.OPTIONAL,
        entries=(Step(stroke.id, side=SidePlan.EACH if stroke.takes_sides else None),),
        prelude=Prelude(),
        strokes={stroke.id: stroke},
    )


def practised(routine: str, strokes: Mapping[str, Stroke]) -> Routine | None:
    """The practice with this id; None for any other id, or where the stroke is gone."""
    stroke = strokes.get(routine.removeprefix(_PRACTICE)) if is_practice(routine) else None
    return practice_of(stroke) if stroke else None


def is_practice(routine: str) -> bool:
    """Whether this is the id of one stroke alone."""
    return routine.startswith(_PRACTICE)


def strokes_of(course: Course | None, week: int, strokes: Mapping[str, Stroke]) -> Iterator[Stroke]:
    """The strokes that are new in a week, in teaching order; without such a week, every one."""
    found = course.week(week) if course else None
    names = found.new if found else strokes
    yield from (strokes[name] for name in names if name in strokes)


def can_wait(stroke: Stroke, weeks: int | None) -> bool:
    """Whether the baby is too young for it; an age that nobody told decides nothing yet."""
    return weeks is not None and stroke.from_weeks > weeks


def for_later(stroke: Stroke, weeks: int | None) -> str:
    """Say kindly that it can wait; empty where it need not."""
    if not can_wait(stroke, weeks):
        return ""
    return (
        f"This one can wait until your baby is about {stroke.from_weeks} weeks. "
        "A doll or a cushion is lovely for now."
    )


def named_like(words: str, strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """The strokes whose names hold all that was typed, once that is more than a letter or two."""
    wanted = plain(words)
    if len(wanted) < _LEAST_LETTERS:
        return ()
    found = [stroke for stroke in strokes if all(w in _names(stroke) for w in wanted.split())]
    return tuple(found[:_MOST_FOUND])


def _names(stroke: Stroke) -> str:
    return plain(" ".join((stroke.name, *stroke.class_names)))
