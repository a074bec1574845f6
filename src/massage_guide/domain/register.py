"""The register of a class: who comes, what was taught and for how long; small, and optional."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from massage_guide.domain.days import day_and_month
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.today import corrected_weeks


@dataclass(frozen=True, slots=True)
class Family:
    """A baby who comes to the class, by first name."""

    id: UUID
    name: str
    born: date | None = None
    due: date | None = None
    """For the corrected age."""

    def weeks(self, today: date) -> int | None:
        """The corrected age [rules 21]; None where no date is known."""
        return corrected_weeks(today, self.born, self.due)


@dataclass(frozen=True, slots=True)
class Taught:
    """One stroke that the class was shown."""

    stroke: str
    """Its id."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """One class as it was taught; it tells nothing of any baby."""

    week: int
    began: datetime
    """Local time."""
    planned: int
    """Minutes."""
    lasted: float
    """Seconds, to the end of what was shown last."""
    taught: tuple[Taught, ...] = ()
    """In the order of showing; a stroke on both sides is there twice."""

    @property
    def strokes(self) -> tuple[str, ...]:
        """Each stroke once, in the order in which it came first."""
        return tuple(dict.fromkeys(one.stroke for one in self.taught))


@dataclass(frozen=True, slots=True)
class Register:
    """One class."""

    id: UUID
    name: str
    course: str
    """Id of the course."""
    started: date | None = None
    note: str = ""
    families: tuple[Family, ...] = ()
    """In the order of writing."""
    meetings: tuple[Meeting, ...] = ()
    """In the order of teaching."""
    attended: frozenset[tuple[int, UUID]] = frozenset()
    """Week and family, where the family came."""

    def came(self, week: int) -> tuple[Family, ...]:
        """Who came that week."""
        return tuple(one for one in self.families if (week, one.id) in self.attended)

    def in_the_room(self, week: int) -> tuple[Family, ...]:
        """Who came that week; everybody, as long as nobody has been marked."""
        return self.came(week) or self.families

    def next_week(self, weeks: int) -> int:
        """The week that comes next, of so many; the last one stays."""
        last = max(self.meetings, key=lambda one: one.began, default=None)
        return min(last.week + 1, max(weeks, 1)) if last else 1


def too_young(
    strokes: Iterable[Stroke], families: Collection[Family], today: date
) -> Mapping[str, tuple[str, ...]]:
    """For each stroke that is too early for somebody, whom: first names by the stroke's id.

    Nothing is said of a baby without dates.
    """
    ages = [(one.name, weeks) for one in families if (weeks := one.weeks(today)) is not None]
    found = {
        stroke.id: tuple(name for name, weeks in ages if weeks < stroke.from_weeks)
        for stroke in strokes
    }
    return {stroke: names for stroke, names in found.items() if names}


def listed(names: Iterable[str]) -> str:
    """Names as a person says them: "Mia, Tom and Ada"."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def week_line(meetings: Iterable[Meeting], week: int, today: date) -> str:
    """What was taught that week, in one plain line; empty where nothing was."""
    held = [one for one in meetings if one.week == week]
    if not held:
        return ""
    days = dict.fromkeys(_day(one.began.date(), today) for one in held)
    count = len({stroke for one in held for stroke in one.strokes})
    minutes = max(round(sum(one.lasted for one in held) / 60), 1)
    strokes = _many(count, "stroke") if count else "no strokes"
    return (
        f"{listed(days)}: {strokes} in {_many(minutes, 'minute')}, "
        f"{max(one.planned for one in held)} planned."
    )


def _day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day_and_month(day)}{year}"


def _many(count: int, one: str) -> str:
    return f"{count} {one if count == 1 else one + 's'}"
