"""Heavy days: someone is offered after several in a row, once a week, and never by a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from massage_guide.domain.heavy_days import offers_people
from massage_guide.domain.session import SessionSummary, When
from tests.domain.test_session import TUESDAY, massage

TODAY = date(2026, 11, 22)


def week(words: str) -> list[SessionSummary]:
    """A massage a day, the last of them yesterday: h heavy, t tired, - no word, H only before."""
    told = []
    for ago, letter in enumerate(reversed(words), start=1):
        day = TODAY - timedelta(days=ago)
        one = massage(started=TUESDAY.replace(month=day.month, day=day.day))
        word = {"h": "heavy", "H": "heavy", "t": "tired", "-": ""}[letter]
        when = When.BEFORE if letter == "H" else When.AFTER
        told.append(replace(one, parent_words={when: word} if word else {}))
    return told


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("hhh", True),
        ("thHh", True),
        ("h-h--h", True),  # a day without a word is nobody's business
        ("hh", False),
        ("hht", False),  # it is over
        ("ttt", False),
        ("hhh--------------", False),  # long ago
        ("", False),
    ],
)
def test_three_heavy_days_in_a_row(words: str, offered: bool) -> None:
    assert offers_people(week(words), TODAY, None) is offered


def test_the_last_word_of_a_day_counts_and_today_is_answered_where_it_is_said() -> None:
    days = week("hhh")
    lighter = replace(days[0], parent_words={When.BEFORE: "heavy", When.AFTER: "good"})
    assert not offers_people([lighter, *days], TODAY, None)
    assert not offers_people(days, TODAY - timedelta(days=1), None)


def test_at_most_once_a_week() -> None:
    days = week("hhh")
    shown = [offers_people(days, TODAY, TODAY - timedelta(days=ago)) for ago in (0, 1, 6, 7, 30)]
    assert shown == [False, False, False, True, True]
    # a clock that was set back does not silence it for ever
    assert offers_people(days, TODAY, TODAY + timedelta(days=400))
