"""A handover: counts that somebody who was not there can rely on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from massage_guide.domain.handover import Given, Part, Wish, apart, handover
from massage_guide.domain.session import (
    Answer,
    Ending,
    Event,
    EventKind,
    HowDone,
    Place,
    SessionSummary,
    StepRecord,
    When,
)
from massage_guide.domain.settledness import Settledness
from tests.domain.test_session import TUESDAY, massage, rating, step

TODAY = date(2026, 11, 22)
NAMES = {"toe-roll": "Toe roll", "hip-to-ankle-glide": "Hip to ankle"}


def given(stroke: str, how: HowDone, number: int = 1) -> StepRecord:
    return replace(step(0, 60), stroke=stroke, how=how, number=number)


def on(days_ago: int, *steps: StepRecord) -> SessionSummary:
    return massage(*steps, started=TUESDAY + timedelta(days=5 - days_ago))


def test_only_the_weeks_that_were_asked_for_count() -> None:
    sessions = [on(days) for days in (0, 13, 14, 27, 28, 55, 56)]
    counted = [len(handover(sessions, Wish(weeks=n), TODAY, {}).visits) for n in (2, 4, 8)]
    assert counted == [2, 4, 6]
    told = handover(sessions, Wish(weeks=2), TODAY, {})
    assert (told.since, told.until) == (date(2026, 11, 9), TODAY)
    assert [(first.day, number) for first, number, _ in told.weeks] == [(9, 1), (16, 1)]


def test_what_was_not_noted_is_counted_as_that() -> None:
    before = rating(Settledness.CRYING, Place.GET_READY)
    sessions = [replace(on(1), observations=(before,)), on(2)]
    told = handover(sessions, Wish(), TODAY, {})
    assert told.settled[Settledness.CRYING] == (1, 0)
    assert told.settled[None] == (1, 2)
    assert sum(b for b, _ in told.settled.values()) == len(sessions)


def test_a_stroke_counts_once_a_massage_and_holds_are_not_told_of() -> None:
    again = Event(TUESDAY, EventKind.AGAIN, "2", 1.0)
    steps = (
        given("hip-to-ankle-glide", HowDone.DONE, 1),
        given("toe-roll", HowDone.DONE, 2),
        given("toe-roll", HowDone.DONE, 3),
        given("resting-hands", HowDone.DONE, 4),
    )
    both = replace(on(1, *steps), events=(again, again))
    other = on(2, given("toe-roll", HowDone.DONE), given("hip-to-ankle-glide", HowDone.SKIPPED, 2))
    told = handover([both, other], Wish(), TODAY, NAMES)
    assert told.given == (Given("Toe roll", 2, 1), Given("Hip to ankle", 1, 0))
    assert told.passed_over == (("Hip to ankle", 1),)


def test_every_way_of_saying_no_is_told_and_none_twice() -> None:
    legs = Event(TUESDAY, EventKind.LEAVE_OUT, "legs", 1.0)
    sessions = [
        replace(on(1), answer=Answer.NOT_NOW, ending=Ending.BABY_SAID_NO),
        replace(on(2), ending=Ending.BABY_SAID_NO),
        replace(on(3), events=(legs, legs)),
        replace(on(4), ending=Ending.SLEEP),
    ]
    told = handover(sessions, Wish(), TODAY, {})
    assert told.said_no == 2
    assert told.left_out == (("legs", 1),)


def test_own_words_are_counted_before_and_after_and_notes_come_newest_first() -> None:
    sessions = [
        replace(on(3), parent_words={When.BEFORE: "tired"}, note="Older"),
        replace(on(1), parent_words={When.BEFORE: "tired", When.AFTER: "good"}, note="Newer"),
    ]
    told = handover(sessions, Wish(), TODAY, {})
    assert told.own_words == (("tired", 2, 0), ("good", 0, 1))
    assert [text for _, text in told.notes] == ["Newer", "Older"]


def test_private_things_are_off_at_first() -> None:
    private = {Part.NAME, Part.AGE, Part.NOTES, Part.OWN_WORDS}
    assert {part for part in Part if part.is_private} == private
    assert not private & set(Wish().parts)


def test_short_massages_add_up_to_what_each_of_them_says() -> None:
    short = [massage(step(0, 20), started=TUESDAY + timedelta(hours=n)) for n in range(3)]
    told = handover(short, Wish(weeks=2), TODAY, {})
    assert [visit.minutes for visit in told.visits] == [1, 1, 1]
    assert told.minutes == 3 == sum(minutes for _, _, minutes in told.weeks)


def test_massages_of_one_hour_lie_side_by_side() -> None:
    assert apart([0.1, 0.5, 0.9], 0.05) == [0.1, 0.5, 0.9], "what has room stays where it was"
    assert apart([], 0.1) == []
    for places in ([0.5] * 4, [0.97] * 4, [0.0, 0.0, 0.99, 1.0], [0.4] * 300):
        least = min(0.05, 1 / (len(places) - 1))
        moved = apart(places, 0.05)
        gaps = [later - first for first, later in pairwise(moved)]
        assert min(gaps) >= least - 1e-9
        assert -1e-9 <= moved[0] <= moved[-1] <= 1 + 1e-9
