"""A handover: what some weeks of massages hold, counted for somebody who was not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from massage_guide.domain.session import (
    Answer,
    Ending,
    EventKind,
    HowDone,
    SessionSummary,
    When,
)
from massage_guide.domain.settledness import Settledness

WEEKS = (2, 4, 8)
"""How many weeks can be told of, up to today."""


class Part(StrEnum):
    """What a parent may put on the page."""

    DATES = "dates"
    SETTLED = "settled"
    TIMELINE = "timeline"
    STROKES = "strokes"
    STOPPED = "stopped"
    MOMENTS = "moments"
    NAME = "name"
    AGE = "age"
    NOTES = "notes"
    OWN_WORDS = "own_words"

    @property
    def is_private(self) -> bool:
        """Whether it stays off the page unless the parent puts it there."""
        return self in (Part.NAME, Part.AGE, Part.NOTES, Part.OWN_WORDS)


USUAL = frozenset(part for part in Part if not part.is_private)
"""What is on the page at first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the parent wants on the page."""

    parts: Collection[Part] = USUAL
    weeks: int = 4
    """One of WEEKS."""

    @property
    def days(self) -> int:
        """The days that are told of, today included."""
        return 7 * self.weeks

    def since(self, today: date) -> date:
        """The first day told of."""
        return today - timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Given:
    """A stroke and in how many massages it was given, or given once more."""

    name: str
    times: int
    again: int


@dataclass(frozen=True, slots=True)
class Visit:
    """One massage, as short as can be."""

    when: datetime
    minutes: int
    """Whole minutes, at least one: so each of them, the weeks and the sum say the same."""
    before: Settledness | None
    after: Settledness | None


@dataclass(frozen=True, slots=True)
class Handover:
    """The weeks, counted; no means and no causes."""

    since: date
    until: date
    visits: tuple[Visit, ...]
    """In the order in which they were."""
    settled: Mapping[Settledness | None, tuple[int, int]]
    """How often each of the five was seen before and after; None is not noted."""
    given: tuple[Given, ...]
    """Strokes, the most given first."""
    said_no: int = 0
    """Massages that ended because the baby said no, or never began."""
    left_out: tuple[tuple[str, int], ...] = ()
    """Parts of the body that were left out on the way, and in how many massages."""
    passed_over: tuple[tuple[str, int], ...] = ()
    """Strokes that were passed over, and in how many massages."""
    moments: tuple[tuple[str, int], ...] = ()
    """What the parent noticed, and in how many massages."""
    notes: tuple[tuple[datetime, str], ...] = ()
    """The parent's own words about the massage, the newest first."""
    own_words: tuple[tuple[str, int, int], ...] = ()
    """Words for how the parent was, and how often before and after."""
    weeks: tuple[tuple[date, int, int], ...] = field(default=())
    """Each week's first day, its massages and their minutes."""

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(visit.minutes for visit in self.visits)


def handover(
    sessions: Iterable[SessionSummary], wish: Wish, today: date, strokes: Mapping[str, str]
) -> Handover:
    """Count the massages of those weeks; `strokes` are the names of those to tell of, by id."""
    since = wish.since(today)
    mine = sorted(
        (one for one in sessions if since <= one.started.date() <= today),
        key=lambda one: one.started,
    )
    visits = tuple(_visit(one) for one in mine)
    return Handover(
        since=since,
        until=today,
        visits=visits,
        settled=_settled(visits),
        given=_given(mine, strokes),
        said_no=sum(_said_no(one) for one in mine),
        left_out=_most(
            {e.detail for e in one.events if e.kind == EventKind.LEAVE_OUT} for one in mine
        ),
        passed_over=_most(
            {
                strokes[step.stroke]
                for step in one.steps
                if step.how is HowDone.SKIPPED and step.stroke and step.stroke in strokes
            }
            for one in mine
        ),
        moments=_most(set(one.moments) for one in mine),
        notes=tuple((one.started, one.note) for one in reversed(mine) if one.note),
        own_words=_own_words(mine),
        weeks=_weeks(visits, since, wish.weeks),
    )


def _visit(session: SessionSummary) -> Visit:
    before, after = session.before, session.after
    return Visit(
        when=session.started,
        minutes=max(round(session.lasted.total_seconds() / 60), 1),
        before=before.value if before else None,
        after=after.value if after else None,
    )


def _settled(visits: Sequence[Visit]) -> dict[Settledness | None, tuple[int, int]]:
    before = Counter(visit.before for visit in visits)
    after = Counter(visit.after for visit in visits)
    return {value: (before[value], after[value]) for value in (*Settledness, None)}


def _given(sessions: Sequence[SessionSummary], strokes: Mapping[str, str]) -> tuple[Given, ...]:
    times: Counter[str] = Counter()
    again: Counter[str] = Counter()
    for session in sessions:
        by_number = {step.number: step.stroke for step in session.steps}
        done = {step.stroke or "" for step in session.steps if step.how is HowDone.DONE}
        repeated = {
            by_number.get(int(event.detail)) or ""
            for event in session.events
            if event.kind == EventKind.AGAIN and event.detail.isdecimal()
        }
        times.update(strokes[name] for name in done if name in strokes)
        again.update(strokes[name] for name in repeated if name in strokes)
    most = sorted(times, key=lambda name: (-times[name], -again[name], name))
    return tuple(Given(name, times[name], again[name]) for name in most)


def _said_no(session: SessionSummary) -> bool:
    return session.ending is Ending.BABY_SAID_NO or session.answer is Answer.NOT_NOW


def _most(named: Iterable[Collection[str]]) -> tuple[tuple[str, int], ...]:
    counted = Counter(name for names in named for name in names)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _own_words(sessions: Sequence[SessionSummary]) -> tuple[tuple[str, int, int], ...]:
    told = {
        when: Counter(one.parent_words[when] for one in sessions if when in one.parent_words)
        for when in When
    }
    before, after = told[When.BEFORE], told[When.AFTER]
    words = dict.fromkeys((*before, *after))
    most = sorted(words, key=lambda word: (-(before[word] + after[word]), word))
    return tuple((word, before[word], after[word]) for word in most)


def _weeks(visits: Sequence[Visit], since: date, weeks: int) -> tuple[tuple[date, int, int], ...]:
    told = []
    for number in range(weeks):
        first = since + timedelta(days=7 * number)
        these = [v for v in visits if first <= v.when.date() < first + timedelta(days=7)]
        told.append((first, len(these), sum(visit.minutes for visit in these)))
    return tuple(told)


def apart(places: Sequence[float], least: float) -> list[float]:
    """Move what lies too close along a line from 0 to 1, as little as that takes.

    `places` and what is given rise; where the line is too short for `least` they share it out.
    """
    least = min(least, 1 / max(len(places) - 1, 1))
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else max(place, 0.0))
    end = 1.0
    for number in reversed(range(len(moved))):
        moved[number] = end = min(moved[number], end)
        end -= least
    return moved
