"""Time set aside: the next one is mentioned lightly, and nothing is counted."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from massage_guide.domain.times import PartOfDay, Times, is_aside, is_begin, next_line

TIMES = Times.from_words(("tuesday evening", "saturday morning"), ())
"""Tuesdays at half past six, Saturdays at half past nine."""


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-11-22T12:00", "Tuesday evening is set aside, if it suits."),
        ("2026-11-23T22:00", "Tomorrow evening is set aside, if it suits."),
        ("2026-11-24T07:00", "This evening is set aside, if it suits."),
        ("2026-11-24T18:59", "This evening is set aside, if it suits."),
        ("2026-11-24T19:00", "Saturday morning is set aside, if it suits."),
    ],
)
def test_the_next_time_is_mentioned_and_one_that_passed_is_not(now: str, line: str) -> None:
    assert next_line(TIMES, datetime.fromisoformat(now)) == line


def test_a_week_with_one_time_says_next_tuesday_on_tuesday_night() -> None:
    once = Times.from_words(("tuesday evening",), ())
    night = datetime(2026, 11, 24, 20, 0)
    assert next_line(once, night) == "Next Tuesday evening is set aside, if it suits."
    assert next_line(Times(), night) == ""


def test_what_is_pressed_comes_back_from_what_is_kept() -> None:
    times = TIMES.with_days(PartOfDay.MORNING, ("monday", "sunday")).moved(PartOfDay.EVENING, 1)
    assert times.begin(PartOfDay.EVENING) == time(19, 0)
    assert times.aside_words() == ("monday morning", "tuesday evening", "sunday morning")
    assert times.begin_words() == ("evening 19:00",)
    assert Times.from_words(times.aside_words(), times.begin_words()) == times


def test_an_evening_stays_an_evening_however_often_it_is_moved() -> None:
    assert TIMES.moved(PartOfDay.EVENING, 99).begin(PartOfDay.EVENING) == time(21, 30)
    assert TIMES.moved(PartOfDay.MORNING, -99).begin(PartOfDay.MORNING) == time(5, 0)


def test_a_word_that_means_no_time_is_known_as_such() -> None:
    assert is_aside("sunday afternoon") and is_begin("morning 08:30")
    for wrong in ("someday evening", "tuesday", "evening 18:30", ""):
        assert not is_aside(wrong)
    for wrong in ("evening 09:00", "evening 18:45", "evening", "noon 12:00", "evening 25:00"):
        assert not is_begin(wrong)
