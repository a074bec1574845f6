"""Days: dates and times of day in the words that a person would use."""

from __future__ import annotations

from datetime import date, datetime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The names are spelled out here: strftime would follow the C locale of the
# machine and not the language of the program.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PARTS = ((12, "morning"), (17, "afternoon"), (21, "evening"))
"""Until which hour it is what; before five it is early, and later it is night."""


def day_in_words(when: datetime, today: date | None = None, *, dated: bool = False) -> str:
    """Say "Tuesday evening" of these seven days, else "Tuesday 17 November, evening".

    With `dated`, or without `today`, the date is always told; the year where it is another.
    """
    age = None if today is None else (today - when.date()).days
    if age is not None and 0 <= age < 7 and not dated:
        return weekday_and_part(when)
    year = f" {when.year}" if today is None or today.year != when.year else ""
    weekday = _DAYS[when.weekday()]
    return _part_of(when, f"{weekday} {day_and_month(when)}{year}", joined=", ")


def weekday_and_part(when: datetime) -> str:
    """Say "Tuesday evening", whenever that was."""
    return _part_of(when, _DAYS[when.weekday()])


def day_and_month(day: date) -> str:
    """Say "17 November"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month_and_year(day: date) -> str:
    """Say "November 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _part_of(when: datetime, day: str, joined: str = " ") -> str:
    if when.hour < 5:
        return f"Early on {day}"
    part = next((part for until, part in _PARTS if when.hour < until), "night")
    return f"{day}{joined}{part}"
