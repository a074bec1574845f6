"""A massage in one plain sentence."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from uuid import uuid4

import pytest

from massage_guide.domain.sentences import plain_sentence, support_line, when_and_what
from massage_guide.domain.session import (
    Answer,
    Ending,
    HowDone,
    Observation,
    Place,
    SessionStart,
    SessionSummary,
    StepRecord,
)
from massage_guide.domain.settledness import BabyState, Settledness

TUESDAY = datetime(2026, 11, 17, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def step(begins: float, lasts: float) -> StepRecord:
    """A step that begins so many seconds into the evening."""
    began = TUESDAY + timedelta(seconds=begins)
    return StepRecord(1, "toe-roll", None, began, began + timedelta(seconds=lasts), HowDone.DONE)


def rating(
    value: Settledness, place: Place, state: BabyState | None = None, when: datetime = TUESDAY
) -> Observation:
    return Observation(uuid4(), when, value, state, place)


def massage(
    *steps: StepRecord,
    ratings: tuple[Observation, ...] = (),
    started: datetime = TUESDAY,
    ending: Ending = Ending.FINISHED,
) -> SessionSummary:
    return SessionSummary(
        id=uuid4(),
        start=SessionStart("legs-and-feet", "1.0.0", "d", "Legs and feet"),
        started=started,
        answer=Answer.YES,
        ended=started,
        ending=ending,
        steps=steps,
        observations=ratings,
        moments=(),
        note="",
        parent_words={},
        events=(),
    )


WEDNESDAY = date(2026, 11, 18)


def test_before_and_after_are_told() -> None:
    told = massage(
        step(0, 480),
        ratings=(
            rating(Settledness.WRIGGLY, Place.GET_READY),
            rating(Settledness.CRYING, Place.GUIDE),
            rating(Settledness.AT_EASE, Place.ENOUGH, BabyState.ASLEEP),
        ),
    )
    assert plain_sentence(told, WEDNESDAY) == (
        "Tuesday evening: Legs and feet, 8 minutes. Before: wriggly. After: at ease, asleep."
    )


def test_when_and_what_tells_no_rating() -> None:
    hard = massage(step(0, 480), ratings=(rating(Settledness.CRYING, Place.ENOUGH),))
    assert when_and_what(hard, WEDNESDAY) == "Tuesday evening: Legs and feet, 8 minutes."


@pytest.mark.parametrize("after", Settledness)
def test_only_a_hard_ending_has_a_gentle_line(after: Settledness) -> None:
    told = support_line(massage(step(0, 480), ratings=(rating(after, Place.ENOUGH),)))
    assert bool(told) is (after in (Settledness.CRYING, Settledness.FRETFUL))
    assert "!" not in told


def test_crying_on_the_way_is_no_hard_ending() -> None:
    assert support_line(massage(ratings=(rating(Settledness.CRYING, Place.GUIDE),))) == ""


def test_a_blank_is_left_out() -> None:
    assert plain_sentence(massage(step(0, 61)), WEDNESDAY) == (
        "Tuesday evening: Legs and feet, 1 minute."
    )
    only_after = massage(step(0, 20), ratings=(rating(Settledness.CALM, Place.ENOUGH),))
    assert plain_sentence(only_after, WEDNESDAY) == (
        "Tuesday evening: Legs and feet, under a minute. After: calm."
    )


def test_every_ending_has_the_same_sentence() -> None:
    said = {plain_sentence(massage(step(0, 480), ending=ending)) for ending in Ending}
    assert len(said) == 1


def test_a_no_is_told_kindly() -> None:
    assert plain_sentence(massage(ending=Ending.BABY_SAID_NO), WEDNESDAY) == (
        "Tuesday evening: Legs and feet. You asked, baby said not now, and you listened."
    )


@pytest.mark.parametrize(
    ("hour", "day"),
    [
        (0, "Early on Tuesday"),
        (4, "Early on Tuesday"),
        (5, "Tuesday morning"),
        (12, "Tuesday afternoon"),
        (17, "Tuesday evening"),
        (21, "Tuesday night"),
    ],
)
def test_the_part_of_the_day(hour: int, day: str) -> None:
    told = massage(started=TUESDAY.replace(hour=hour))
    assert plain_sentence(told, WEDNESDAY) == f"{day}: Legs and feet."


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 17), "Tuesday evening"),
        (date(2026, 11, 23), "Tuesday evening"),
        (date(2026, 11, 24), "Tuesday 17 November, evening"),
        (date(2026, 11, 16), "Tuesday 17 November, evening"),
        (date(2027, 1, 2), "Tuesday 17 November 2026, evening"),
        (None, "Tuesday 17 November 2026, evening"),
    ],
)
def test_a_day_longer_ago_has_its_date(today: date | None, day: str) -> None:
    assert plain_sentence(massage(), today) == f"{day}: Legs and feet."


def test_a_closed_lid_is_not_part_of_the_massage() -> None:
    told = massage(step(0, 120), step(125, 60), step(5000, 55))
    assert told.lasted == timedelta(seconds=120 + 5 + 60 + 55)


def test_every_ending_has_words_of_its_own() -> None:
    assert len({ending.label for ending in Ending}) == len(Ending)
