"""A calendar file: times set aside as weekly events that any calendar can take in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from massage_guide.domain.times import STEP, Day, PartOfDay, Times
from massage_guide.files.atomic import write_bytes

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Massage Guide//Time set aside//EN"
_REMINDER = timedelta(minutes=15)
"""How long before it begins a calendar says so."""
_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a calendar shows of a time, and what it tells one family's times by."""

    title: str
    words: str
    family: str
    """Stays the same for good; nobody can tell from it who it is."""


def write_calendar(
    path: Path, times: Times, wording: Wording, now: datetime, known: Collection[str] = ()
) -> None:
    """Write the times; raises CannotSaveError.

    `known` are parts of the day that an earlier file had: what is set aside no more is cancelled.

    Each part of the day is one event. Its uid is made from `family` alone, so that a calendar
    that takes the file in again moves the event and does not add another. The times have no
    zone: half past six stays half past six when summer time begins, and wherever the family is.
    """
    write_bytes(path, calendar(times, wording, now, known))


def calendar(times: Times, wording: Wording, now: datetime, known: Collection[str] = ()) -> bytes:
    """The text of the file."""
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    for event in _events(times, wording, now, known):
        whole.add_component(event)
    text: bytes = whole.to_ical()
    return text


def _events(
    times: Times, wording: Wording, now: datetime, known: Collection[str]
) -> Iterator[Event]:
    from icalendar import Alarm, Event

    local = now.replace(tzinfo=None)
    for part in PartOfDay:
        days = times.of_part(part)
        if not days and part not in known:
            continue
        event = Event()
        event.add("uid", f"{part}-{wording.family}@massage-guide")
        event.add("dtstamp", now.astimezone(UTC))
        # of two that came from here the later one holds, whatever else a calendar goes by
        event.add("sequence", max(int((now - _COUNTED_FROM).total_seconds() // 60), 0))
        event.add("summary", wording.title)
        event.add("dtstart", _first(times, part, days or tuple(Day), local))
        event.add("duration", timedelta(minutes=STEP))
        # it is a wish and no appointment: nobody is shown as busy, nobody else sees what it is
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        if not days:
            event.add("status", "CANCELLED")
            yield event
            continue
        event.add("rrule", {"freq": "weekly", "byday": [day[:2].upper() for day in days]})
        event.add("description", wording.words)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", wording.title)
        alarm.add("trigger", -_REMINDER)
        event.add_component(alarm)
        yield event


def _first(times: Times, part: PartOfDay, days: tuple[Day, ...], now: datetime) -> datetime:
    """The first of these days on which the part has not begun yet, in local time."""
    wanted = {list(Day).index(day) for day in days}
    at = datetime.combine(now.date(), times.begin(part))
    while at.weekday() not in wanted or at < now:
        at += timedelta(days=1)
    return at
