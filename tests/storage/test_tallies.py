"""The tallies: what patterns read of a journal is what the journal itself tells."""

from __future__ import annotations

from uuid import UUID

import pytest

from massage_guide.domain.patterns import Given
from massage_guide.domain.session import (
    Answer,
    Ending,
    EventKind,
    HowDone,
    Place,
    SessionStart,
)
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.journal import Journal
from massage_guide.storage.tallies import Tallies
from tests.storage.conftest import WallClock

LEGS = SessionStart("legs-and-feet", "1.0.0", "d", "Legs and feet")
CRYING, FRETFUL, WRIGGLY, CALM, AT_EASE = Settledness


@pytest.fixture
def tallies(journal: Journal) -> Tallies:
    return Tallies(journal)


def begun(journal: Journal, clock: WallClock, baby: UUID | None = None) -> UUID:
    """A massage from Get ready to the first hands."""
    clock.wait(hours=24)
    session = journal.open_session(LEGS)
    journal.set_baby(session, baby, None)
    journal.rate(session, CRYING, place=Place.GET_READY)
    clock.wait(60)
    journal.rate(session, WRIGGLY, place=Place.GET_READY)
    journal.answer(session, Answer.YES)
    return session


def step(journal: Journal, clock: WallClock, session: UUID, number: int, stroke: str) -> None:
    clock.wait(30)
    journal.step_began(session, number, stroke)


def ended(
    journal: Journal, clock: WallClock, session: UUID, ending: Ending = Ending.FINISHED
) -> None:
    clock.wait(30)
    journal.end(session, ending)


def words(*strokes: str) -> frozenset[str]:
    return frozenset(strokes)


def only(tallies: Tallies) -> Given:
    (given,) = tallies.given()
    return given


def test_a_massage_is_read_with_its_last_ratings_its_hour_and_what_was_done(
    journal: Journal, clock: WallClock, tallies: Tallies
) -> None:
    session = begun(journal, clock)
    for number, how in enumerate((HowDone.DONE, HowDone.DONE, HowDone.SKIPPED), 1):
        step(journal, clock, session, number, ("toe-roll", "toe-roll", "leg-hug")[number - 1])
        journal.step_ended(session, how)
    journal.rate(session, FRETFUL, place=Place.GUIDE)
    step(journal, clock, session, 4, "water-wheel-a")
    ended(journal, clock, session)
    for value in (CALM, AT_EASE):
        clock.wait(5)
        journal.rate(session, value, place=Place.ENOUGH)
    journal.add_moment(session, "Yawned")

    given = only(tallies)
    assert (given.day.isoformat(), given.hour) == ("2026-11-18", 18)
    assert (given.before, given.after) == (WRIGGLY, AT_EASE)
    assert (given.done, given.left) == (words("toe-roll"), words("water-wheel-a"))
    assert (given.title, given.moments) == ("Legs and feet", words("Yawned"))
    (summary,) = journal.sessions()
    assert (summary.before, summary.after) != (None, None)


def test_what_enough_still_writes_is_read_and_what_was_deleted_is_gone(
    journal: Journal, clock: WallClock, tallies: Tallies
) -> None:
    session = begun(journal, clock)
    step(journal, clock, session, 1, "toe-roll")
    ended(journal, clock, session)
    assert only(tallies).after is None
    clock.wait(60)
    journal.rate(session, CALM, place=Place.ENOUGH)
    assert only(tallies).after is CALM

    deleted = journal.delete_session(session)
    assert tallies.given() == ()
    assert deleted is not None
    journal.undo_delete(deleted)
    assert only(tallies).after is CALM


def test_older_massages_are_read_again_where_they_changed(
    journal: Journal, clock: WallClock, tallies: Tallies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("massage_guide.storage.tallies.LATEST", 1)
    first, second, third = (begun(journal, clock) for _ in range(3))
    for session in (first, second, third):
        step(journal, clock, session, 1, "toe-roll")
        ended(journal, clock, session)
    tallies.given()
    clock.wait(60)
    journal.end(second, Ending.BABY_SAID_NO)
    journal.rate(first, CALM, place=Place.ENOUGH)
    tallies.forget(first)
    assert [given.after for given in tallies.given()] == [CALM, None, None]
    assert [given.enough for given in tallies.given()] == [words(), words("toe-roll"), words()]


def test_each_baby_has_massages_of_its_own_and_one_that_goes_on_is_none_yet(
    journal: Journal, clock: WallClock, tallies: Tallies
) -> None:
    mia, tom = journal.add_baby("Mia").id, journal.add_baby("Tom").id
    for baby in (mia, tom, mia):
        ended(journal, clock, begun(journal, clock, baby))
    begun(journal, clock, tom)
    assert [len(tallies.given(baby)) for baby in (mia, tom, None)] == [2, 1, 3]


def test_a_no_belongs_to_the_stroke_it_came_in_and_a_skipped_one_is_no_no(
    journal: Journal, clock: WallClock, tallies: Tallies
) -> None:
    session = begun(journal, clock)
    for number, stroke in enumerate(("toe-roll", "leg-hug", "water-wheel-a", "hand-hug"), 1):
        step(journal, clock, session, number, stroke)
        if stroke == "toe-roll":
            journal.step_ended(session, HowDone.SKIPPED)
        if stroke == "leg-hug":
            # what the player tells when a step is begun anew
            journal.step_ended(session, HowDone.LEFT)
            step(journal, clock, session, number, stroke)
            journal.event(session, EventKind.LEAVE_OUT, "legs")
        if stroke == "water-wheel-a":
            clock.wait(5)
            journal.event(session, EventKind.SWAP, "hand-hug")
    ended(journal, clock, session, Ending.BABY_SAID_NO)

    given = only(tallies)
    assert given.enough == words("water-wheel-a", "hand-hug")
    assert given.left_out == words("legs")
    # a whole massage, after which the baby said no, ended in no stroke
    session = begun(journal, clock)
    step(journal, clock, session, 1, "toe-roll")
    journal.step_ended(session, HowDone.DONE)
    ended(journal, clock, session, Ending.BABY_SAID_NO)
    assert tallies.given()[1].enough == words()


def test_again_is_once_more_but_not_where_a_second_press_went_back(
    journal: Journal, clock: WallClock, tallies: Tallies
) -> None:
    session = begun(journal, clock)
    step(journal, clock, session, 1, "toe-roll")
    journal.event(session, EventKind.AGAIN, "1")
    step(journal, clock, session, 2, "leg-hug")
    journal.event(session, EventKind.AGAIN, "2")
    clock.wait(0.8)
    journal.event(session, EventKind.BACK, "1")
    step(journal, clock, session, 3, "water-wheel-a")
    journal.event(session, EventKind.AGAIN, "3")
    clock.wait(60)
    journal.event(session, EventKind.BACK, "2")
    # from a file that somebody wrote by hand
    journal.event(session, EventKind.AGAIN, "twice")
    journal.event(session, EventKind.BACK, "once")
    ended(journal, clock, session)

    assert only(tallies).again == words("toe-roll", "water-wheel-a")
