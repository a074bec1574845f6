"""The register: whom a stroke is too early for, which week comes next, and what a week was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from massage_guide.domain.register import (
    Family,
    Meeting,
    Register,
    Taught,
    listed,
    too_young,
    week_line,
)
from tests.domain.trade import HOLD

TODAY = date(2026, 11, 22)
MIA = Family(UUID(int=1), "Mia", date(2026, 9, 20))
EARLY = Family(UUID(int=2), "Tom", date(2026, 8, 1), date(2026, 9, 26))
"""Sixteen weeks old, eight weeks by the due date."""
ADA = Family(UUID(int=3), "Ada")


def held(week: int, day: int, minutes: float = 58, *strokes: str) -> Meeting:
    shown = tuple(Taught(stroke, 60.0) for stroke in strokes)
    return Meeting(week, datetime(2026, 11, day, 10, 0), 60, minutes * 60, shown)


def a_class(*meetings: Meeting) -> Register:
    came = frozenset({(1, MIA.id), (1, ADA.id)})
    families = (MIA, EARLY, ADA)
    return Register(UUID(int=9), "Tuesdays", "five-week", None, "", families, meetings, came)


def test_strokes_that_are_too_early_tell_for_whom_by_corrected_age() -> None:
    strokes = [replace(HOLD, id=f"from-{weeks}", from_weeks=weeks) for weeks in (8, 9, 10)]
    found = too_young(strokes, (MIA, EARLY, ADA), TODAY)
    assert found == {"from-9": ("Tom",), "from-10": ("Mia", "Tom")}


def test_in_the_room_is_who_came_or_everybody_until_somebody_is_marked() -> None:
    told = a_class()
    assert told.in_the_room(1) == (MIA, ADA)
    assert told.in_the_room(2) == (MIA, EARLY, ADA)


def test_after_the_second_week_the_third_comes_next() -> None:
    assert a_class().next_week(5) == 1
    assert a_class(held(1, 3), held(2, 10)).next_week(5) == 3
    assert a_class(held(3, 17), held(1, 10)).next_week(5) == 4, "by the day, not by the order"
    assert a_class(held(5, 3)).next_week(5) == 5


def test_a_week_is_told_in_one_line_that_tells_nothing_of_a_baby() -> None:
    meetings = (
        held(1, 3, 58, "toe-roll", "toe-roll", "hug-and-glide-leg"),
        held(2, 10, 0.2, "sun-and-moon"),
        held(2, 12, 40.6),
    )
    assert week_line(meetings, 1, TODAY) == "3 November: 2 strokes in 58 minutes, 60 planned."
    second = "10 November and 12 November: 1 stroke in 41 minutes, 60 planned."
    assert week_line(meetings, 2, TODAY) == second
    assert week_line(meetings, 1, date(2027, 1, 1)).startswith("3 November 2026: ")
    assert week_line(meetings, 3, TODAY) == ""


def test_names_are_listed_as_they_are_said() -> None:
    assert [listed(("Mia", "Tom", "Ada")[:n]) for n in (1, 2, 3)] == [
        "Mia",
        "Mia and Tom",
        "Mia, Tom and Ada",
    ]
