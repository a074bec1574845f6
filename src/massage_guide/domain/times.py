"""Times: the parts of the week that suit a family, and the next of them in a plain line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum


class Day(StrEnum):
    """The days, in the order of the calendar's week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class PartOfDay(StrEnum):
    """The parts of a day, as people say them."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


STEP = 30
"""Minutes by which a beginning is moved, and how long a time set aside is."""
SPANS = {
    PartOfDay.MORNING: (5 * 60, 11 * 60 + 30),
    PartOfDay.AFTERNOON: (12 * 60, 16 * 60 + 30),
    PartOfDay.EVENING: (17 * 60, 21 * 60 + 30),
}
"""Minutes after midnight at which each part may begin, first and last."""
_USUAL = {PartOfDay.MORNING: 570, PartOfDay.AFTERNOON: 900, PartOfDay.EVENING: 1110}
_DAYS, _PARTS = tuple(Day), tuple(PartOfDay)


@dataclass(frozen=True, slots=True, order=True)
class Aside:
    """One part of one day of every week."""

    day: int
    """0 is Monday."""
    part: int
    """0 is the morning."""

    @property
    def word(self) -> str:
        """As it is kept, such as `tuesday evening`."""
        return f"{_DAYS[self.day]} {_PARTS[self.part]}"


_BY_WORD = {
    aside.word: aside for day in range(7) for part in range(3) for aside in [Aside(day, part)]
}


@dataclass(frozen=True, slots=True)
class Times:
    """What is set aside, and when each part of the day begins."""

    asides: tuple[Aside, ...] = ()
    """In the order of the week."""
    begins: tuple[int, ...] = tuple(_USUAL.values())
    """Minutes after midnight of morning, afternoon and evening."""

    @classmethod
    def from_words(cls, asides: Iterable[str], begins: Iterable[str]) -> Times:
        """From what is kept; each word must be one that `is_aside` or `is_begin` knows."""
        minutes = {**_USUAL, **dict(_begin(word) for word in begins)}
        chosen = sorted({_BY_WORD[word] for word in asides})
        return cls(tuple(chosen), tuple(minutes[part] for part in PartOfDay))

    def aside_words(self) -> tuple[str, ...]:
        """What is set aside, as it is kept."""
        return tuple(aside.word for aside in self.asides)

    def begin_words(self) -> tuple[str, ...]:
        """The beginnings that differ from the usual, as they are kept."""
        pairs = zip(PartOfDay, self.begins, strict=True)
        return tuple(
            f"{part} {minutes // 60:02}:{minutes % 60:02}"
            for part, minutes in pairs
            if minutes != _USUAL[part]
        )

    def of_part(self, part: PartOfDay) -> tuple[Day, ...]:
        """The days on which this part is set aside."""
        return tuple(_DAYS[one.day] for one in self.asides if _PARTS[one.part] is part)

    def with_days(self, part: PartOfDay, days: Sequence[str]) -> Times:
        """The same with these days for this part."""
        others = [one for one in self.asides if _PARTS[one.part] is not part]
        mine = [_BY_WORD[f"{day} {part}"] for day in days]
        return replace(self, asides=tuple(sorted((*others, *mine))))

    def begin(self, part: PartOfDay) -> time:
        """When this part begins."""
        minutes = self.begins[_PARTS.index(part)]
        return time(minutes // 60, minutes % 60)

    def moved(self, part: PartOfDay, steps: int) -> Times:
        """The same with this part later (positive) or earlier, within its span."""
        first, last = SPANS[part]
        minutes = list(self.begins)
        at = _PARTS.index(part)
        minutes[at] = min(max(minutes[at] + steps * STEP, first), last)
        return replace(self, begins=tuple(minutes))

    def coming(self, now: datetime) -> Iterator[tuple[datetime, Aside]]:
        """The times of the next seven days and today's, in local time; one goes on till its end."""
        for ahead in range(8):
            date = now.date() + timedelta(days=ahead)
            for aside in self.asides:
                begins = datetime.combine(date, self.begin(_PARTS[aside.part]), now.tzinfo)
                on_that_day = aside.day == date.weekday()
                if on_that_day and begins + timedelta(minutes=STEP) > now:
                    yield begins, aside


def is_aside(word: str) -> bool:
    """Whether a kept word is a part of a week, such as `tuesday evening`."""
    return word in _BY_WORD


def is_part(word: str) -> bool:
    """Whether a kept word is a part of the day."""
    return word in _PARTS


def is_begin(word: str) -> bool:
    """Whether a kept word is a beginning within its part of the day, such as `evening 18:30`."""
    try:
        part, minutes = _begin(word)
    except ValueError:
        return False
    first, last = SPANS[part]
    return first <= minutes <= last and minutes % STEP == 0


def _begin(word: str) -> tuple[PartOfDay, int]:
    part, _, clock = word.partition(" ")
    at = time.fromisoformat(clock)
    return PartOfDay(part), at.hour * 60 + at.minute


def next_line(times: Times, now: datetime) -> str:
    """Mention the next time, as lightly as it is meant; empty where nothing is set aside."""
    for begins, aside in times.coming(now):
        part = _PARTS[aside.part]
        ahead = (begins.date() - now.date()).days
        day = _DAYS[aside.day].capitalize()
        named = {0: "This", 1: "Tomorrow", 7: f"Next {day}"}.get(ahead, day)
        return f"{named} {part} is set aside, if it suits."
    return ""
