"""The tallying: patterns, counted from the massages that were given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter

from massage_guide.domain.patterns import MINIMUM, About, BeforeAfter, Given, Often, Patterns
from massage_guide.domain.settledness import Settledness
from massage_guide.domain.stroke import Region, Stroke

TWICE = 2
"""What was stopped, asked for again or noticed once is no pattern."""
NOTICED = 8
"""Moments told at most; the others are in the journal."""
LATELY = timedelta(days=10)
# most massages are like many others, and those are counted at once
_STROKES = attrgetter("before", "after", "done", "left")
_WHEN = attrgetter("routine", "hour", "before", "after")


def patterns_of(given: Sequence[Given], strokes: Mapping[str, Stroke], today: date) -> Patterns:
    """Count everything; `strokes` is the catalogue.

    Only massages count in which at least one stroke was begun. What was asked
    for again, stopped or noticed is counted in all of them, since nobody rates
    while a baby says no; but only once there are enough with both ratings.
    """
    given = [one for one in given if one.done or one.left]
    alike = Counter(map(_STROKES, given))
    both = sum(times for (before, after, _, _), times in alike.items() if before and after)
    if both < MINIMUM:
        return Patterns({}, both, _hard(given, today))
    catalogue = _Catalogue(strokes)
    by_region, by_stroke, begun = _Tally(), _Tally(), Counter[frozenset[str]]()
    for (before, after, done, left), times in alike.items():
        begun[done | left] += times
        by_stroke.add(done, before, after, times)
        by_region.add({catalogue.region(stroke) for stroke in done}, before, after, times)
    by_routine, by_time = _Tally(), _Tally()
    for (routine, hour, before, after), times in Counter(map(_WHEN, given)).items():
        by_routine.add((routine,), before, after, times)
        by_time.add((_part_of_day(hour),), before, after, times)
    titles = {one.routine: one.title for one in given}
    lines: dict[About, Sequence[BeforeAfter | Often]] = {
        About.NOTICED: _noticed(given),
        About.AGAIN: _again(given, begun, catalogue),
        About.REGIONS: by_region.lines(_BODY, lambda region: _body(Region(region))),
        About.STROKES: by_stroke.lines((), catalogue.told),
        About.ROUTINES: by_routine.lines((), lambda routine: _named(titles[routine])),
        About.TIMES: by_time.lines(_DAY, _DAY.__getitem__),
        About.ENOUGH: _enough(given, begun, catalogue),
    }
    there = {about: found for about, found in lines.items() if found}
    return Patterns(there, both, _hard(given, today))


class _Tally:
    """Counts of the five points, before and after, by whatever was in a massage."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 10)

    def add(
        self,
        names: Iterable[str],
        before: Settledness | None,
        after: Settledness | None,
        times: int,
    ) -> None:
        """These were in so many massages; without both ratings they count for nothing."""
        if before is None or after is None:
            return
        for name in names:
            counts = self._counts[name]
            counts[before - 1] += times
            counts[after + 4] += times

    def lines(
        self, order: Iterable[str], told: Callable[[str], tuple[str, str]]
    ) -> tuple[BeforeAfter, ...]:
        """Those with enough massages, in this order or else the most frequent first."""
        wanted = list(order) or sorted(self._counts, key=lambda n: (-sum(self._counts[n]), n))
        found = []
        for name in wanted:
            counts = self._counts.get(name, [0] * 10)
            if sum(counts[5:]) >= MINIMUM and (words := told(name))[0]:
                b1, b2, b3, b4, b5, a1, a2, a3, a4, a5 = counts
                found.append(BeforeAfter(*words, (b1, b2, b3, b4, b5), (a1, a2, a3, a4, a5)))
        return tuple(found)


class _Catalogue:
    """What strokes are called and where they belong; a record may know more than a catalogue."""

    def __init__(self, strokes: Mapping[str, Stroke]) -> None:
        self._strokes = strokes

    def region(self, stroke: str) -> str:
        known = self._strokes.get(stroke)
        return known.region.value if known else ""

    def name(self, stroke: str) -> str:
        known = self._strokes.get(stroke)
        return known.name if known else stroke.replace("-", " ").capitalize()

    def told(self, stroke: str) -> tuple[str, str]:
        """Its name, and how its sentence begins; nothing where every massage has it."""
        if self.region(stroke) in (Region.OPENING, Region.CLOSING):
            return "", ""
        return _named(self.name(stroke))


def _noticed(given: Sequence[Given]) -> tuple[Often, ...]:
    words = Counter(word for one in given for word in one.moments)
    often = sorted((-times, word) for word, times in words.items() if times >= TWICE)
    return tuple(Often(About.NOTICED, word, -times) for times, word in often[:NOTICED])


def _again(
    given: Sequence[Given], together: Counter[frozenset[str]], catalogue: _Catalogue
) -> tuple[Often, ...]:
    """Of the massages in which the stroke was begun; once in each, however often."""
    again = Counter(stroke for one in given for stroke in one.again)
    begun = Counter[str]()
    for strokes, times in together.items():
        for stroke in strokes & again.keys():
            begun[stroke] += times
    found = [
        Often(About.AGAIN, catalogue.name(stroke), times, begun[stroke])
        for stroke, times in again.items()
        if times >= TWICE and begun[stroke] >= MINIMUM
    ]
    return tuple(sorted(found, key=lambda often: (-often.times, often.name)))


def _enough(
    given: Sequence[Given], together: Counter[frozenset[str]], catalogue: _Catalogue
) -> tuple[Often, ...]:
    """Of the massages in which the region was begun or left out; once in each."""
    met, stopped = Counter[str](), Counter[str]()
    for strokes, times in together.items():
        for region in {catalogue.region(stroke) for stroke in strokes}:
            met[region] += times
    for one in given:
        if one.enough or one.left_out:
            mine = {catalogue.region(stroke) for stroke in one.enough} | one.left_out
            stopped.update(mine)
            # left out before any of it was begun
            met.update(mine - {catalogue.region(stroke) for stroke in one.done | one.left})
    return tuple(
        Often(About.ENOUGH, _body(Region(name))[0], stopped[name], met[name])
        for name in _BODY
        if stopped[name] >= TWICE and met[name] >= MINIMUM
    )


def _hard(given: Sequence[Given], today: date) -> bool:
    """Whether most of the latest massages, three at least, ended crying or fretful."""
    ends = [one.after for one in given if one.after is not None and today - one.day <= LATELY]
    hard = sum(after <= Settledness.FRETFUL for after in ends)
    return len(ends) >= 3 and 2 * hard > len(ends)


def _after(name: str) -> tuple[str, str]:
    return name, f"After {name[:1].lower()}{name[1:]}"


def _named(name: str) -> tuple[str, str]:
    return name, f"After “{name}”"


_BODY = tuple(region.value for region in Region if region not in (Region.OPENING, Region.CLOSING))
"""Every massage opens and closes; that tells nothing."""


def _body(region: Region) -> tuple[str, str]:
    if region is Region.WHOLE:
        return "Whole body", "After strokes of the whole body"
    named = {Region.HOLDING: "Resting hands", Region.MOVEMENT: "Gentle movements"}
    return _after(named.get(region, region.value.capitalize()))


_DAY = {
    "morning": ("Morning", "After a massage in the morning"),
    "afternoon": ("Afternoon", "After a massage in the afternoon"),
    "evening": ("Evening", "After a massage in the evening"),
    "night": ("Night", "After a massage at night"),
}


def _part_of_day(hour: int) -> str:
    # as the journal's sentences name them; early hours belong to the night
    for until, part in ((5, "night"), (12, "morning"), (17, "afternoon"), (21, "evening")):
        if hour < until:
            return part
    return "night"
