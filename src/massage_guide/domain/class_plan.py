"""The plan of a class: what it shows, item by item, and how its minutes are going."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from massage_guide.domain.course import Course, Part, PlanPart, Talk, Week
from massage_guide.domain.figure import Side
from massage_guide.domain.played import PlayedStep, played_steps
from massage_guide.domain.routine import Oil, Prelude, Routine, Step
from massage_guide.domain.stroke import Position, Stroke
from massage_guide.domain.talk import Narration
from massage_guide.domain.timeline import PAUSE, Timeline

LOOSELY = 2
"""Minutes by which a class may differ from its plan before anything is said."""
_FEWEST = 2
"""Strokes that at least come again from an earlier week, however short the time."""
_TALK_SECONDS = 60.0
"""Length of a talk where a class goes on by itself."""
_UNPLANNED = 15
"""Minutes of a part for which the plan has none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a class is shown: a stroke on one side, or something to talk about."""

    part: Part
    step: PlayedStep
    """As it is played; its number is the item's. A talk is played as a rest."""
    week: int = 0
    """The week in which its stroke was new; 0 where no course says."""
    talk: Talk | None = None

    @property
    def number(self) -> int:
        """From 1, in the order of the class."""
        return self.step.number

    @property
    def name(self) -> str:
        """What it is called; empty for a rest."""
        if self.talk is not None:
            return self.talk.title
        return self.step.stroke.name if self.step.stroke else ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One class: its items in order, and the minutes it is planned to take."""

    title: str
    routine: Routine
    """What the player takes it for."""
    items: tuple[Item, ...]
    plan: tuple[PlanPart, ...] = ()
    course: str = ""
    """Id of the course; empty for a routine that is taught by itself."""
    week: int = 0
    """Number of the week; 0 for a routine."""
    talk: tuple[Talk, ...] = ()
    note: str = ""
    """For the instructor, about the whole class."""
    review_how: str = ""

    @property
    def minutes(self) -> int:
        """The whole class."""
        planned = sum(part.minutes for part in self.plan)
        return planned or max(round(self.timeline().length / 60), 1)

    def timeline(self) -> Timeline:
        """What is played: nothing is spoken, so hands wait for no words."""
        steps = tuple(item.step for item in self.items)
        return Timeline(self.routine, steps, Narration(lengths=_no_words))

    def item(self, number: int) -> Item | None:
        """The item with this number."""
        return self.items[number - 1] if 1 <= number <= len(self.items) else None

    def swapped(self, number: int, stroke: Stroke) -> Lesson:
        """The same class, with another stroke in the place of that item."""
        items = list(self.items)
        before = items[number - 1].step
        side = (before.side or Side.LEFT) if stroke.takes_sides else None
        written = Step(stroke=stroke.id, note=before.written.note)
        step = PlayedStep(number, stroke, side, stroke.repeats, stroke.seconds, written)
        items[number - 1] = replace(items[number - 1], step=step)
        return replace(self, items=tuple(items))

    def behind(self, number: int, minutes: float, moved: float | None = None) -> int | None:
        """Whole minutes by which a class that is at this item is behind; negative is ahead.

        `moved` is when it left its first item: if that was before the plan has that item at all,
        what comes before it was over when the class began, and the plan counts from there.
        None where the plan does not say when that item should come.
        """
        item = self.item(number)
        window = self._window(item) if item else None
        if window is None:
            return None
        start, end = window
        first = self._window(self.items[0])
        if moved is not None and first is not None:
            minutes += max(first[0] - moved, 0.0)
        if number == 1 and minutes < start:
            # people arrive, and there is tea to be made
            return 0
        late = minutes - end if minutes > end else min(minutes - start, 0.0)
        return 0 if abs(late) < LOOSELY else round(late)

    def stay(self, number: int) -> float:
        """Seconds that a class stays with this item by its plan, with what comes before it there.

        Where the plan does not say, as long as its repeats take.
        """
        item = self.item(number)
        if item is None:
            return 0.0
        window, before = self._window(item), self.item(number - 1)
        if window is None:
            return item.step.seconds_each * item.step.repeats + PAUSE
        ended = self._window(before) if before else (0.0, 0.0)
        return (window[1] - (ended[1] if ended else window[0])) * 60

    def _window(self, item: Item) -> tuple[float, float] | None:
        """The minutes between which that item should be shown."""
        start = 0.0
        for part in self.plan:
            if part.kind is item.part:
                alike = [other.number for other in self.items if other.part is item.part]
                each = part.minutes / len(alike)
                at = start + each * alike.index(item.number)
                return at, at + each
            start += part.minutes
        return None


def lesson_of_week(
    course: Course, number: int, strokes: Mapping[str, Stroke], routines: Sequence[Routine] = ()
) -> Lesson | None:
    """The class of that week: what comes again, then what is new, then the talk."""
    week = course.week(number)
    if week is None:
        return None
    known = dict(strokes)
    for routine in routines:
        if any(routine.id in one.routines for one in course.weeks):
            known.update(routine.strokes)
    review = _review(course, week, known)
    new = [(known[name], week.number) for name in week.new if name in known]
    items = _numbered(
        [
            *_items(Part.REVIEW, review),
            *_items(Part.NEW, new),
            *(Item(Part.TALK, _talking(), talk=talk) for talk in week.talk),
        ]
    )
    return Lesson(
        title=week.title,
        routine=_routine(f"{course.id}-{number}", week.title, items),
        items=items,
        plan=week.plan,
        course=course.id,
        week=number,
        talk=week.talk,
        note=week.note,
        review_how=week.review_how,
    )


def lesson_of_routine(routine: Routine, strokes: Mapping[str, Stroke]) -> Lesson:
    """A routine, taught by itself."""
    items = tuple(Item(Part.NEW, step) for step in played_steps(routine, strokes))
    return Lesson(routine.title, _routine(routine.id, routine.title, items, routine), items)


def _review(course: Course, week: Week, strokes: Mapping[str, Stroke]) -> list[tuple[Stroke, int]]:
    """Of each earlier week as many strokes as the planned minutes hold, spread over it."""
    earlier = [found for number in week.review if (found := course.week(number)) is not None]
    taught = [[(strokes[i], one.number) for i in one.new if i in strokes] for one in earlier]
    minutes = sum(part.minutes for part in week.plan if part.kind is Part.REVIEW) or _UNPLANNED
    count = max(map(len, taught), default=0)
    while count > _FEWEST:
        if sum(_seconds(s) for one in taught for s, _ in _spread(one, count)) <= minutes * 60:
            break
        count -= 1
    return [found for one in taught for found in _spread(one, count)]


def _spread(taught: list[tuple[Stroke, int]], count: int) -> list[tuple[Stroke, int]]:
    """So many of them, from the first to the last."""
    if len(taught) <= count:
        return taught
    return [taught[round(at * (len(taught) - 1) / max(count - 1, 1))] for at in range(count)]


def _seconds(stroke: Stroke) -> float:
    return (stroke.seconds * stroke.repeats + PAUSE) * (2 if stroke.takes_sides else 1)


def _items(part: Part, strokes: Sequence[tuple[Stroke, int]]) -> Iterator[Item]:
    for stroke, week in strokes:
        for side in (Side.LEFT, Side.RIGHT) if stroke.takes_sides else (None,):
            written = Step(stroke=stroke.id)
            yield Item(
                part,
                PlayedStep(0, stroke, side, stroke.repeats, stroke.seconds, written),
                week,
            )


def _talking() -> PlayedStep:
    return PlayedStep(0, None, None, 1, _TALK_SECONDS, Step(rest=_TALK_SECONDS))


def _numbered(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(
        replace(item, step=replace(item.step, number=number))
        for number, item in enumerate(items, start=1)
    )


def _routine(name: str, title: str, items: Sequence[Item], like: Routine | None = None) -> Routine:
    """What the player takes the class for: no breath, no Ask, no words."""
    return Routine(
        id=name,
        version=like.version if like else "",
        title=title,
        purpose="",
        language=like.language if like else "en",
        licence="",
        authors=(),
        from_weeks=0,
        positions=(Position.ON_BACK,),
        oil=like.oil if like else Oil.OPTIONAL,
        entries=tuple(item.step.written for item in items),
        prelude=Prelude(ask=False),
    )


def _no_words(_text: str) -> float:
    return 0.0
