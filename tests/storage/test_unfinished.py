"""A massage that was cut off is offered once, and nothing of it is lost."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from massage_guide.domain.figure import Side
from massage_guide.domain.session import (
    Answer,
    Ending,
    EventKind,
    HowDone,
    Place,
    SessionStart,
    SessionSummary,
    Unfinished,
)
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.journal import Journal
from massage_guide.storage.opening import open_journal
from tests.storage.conftest import WallClock

LEGS = SessionStart("legs-and-feet", "1.0.0", "ab12", "Legs and feet", corrected_weeks=9)


class Runs:
    """The program started, cut off and started again, on one data folder."""

    def __init__(self, folder: Path, clock: WallClock) -> None:
        """Nothing runs yet."""
        self.folder = folder
        self.clock = clock
        self.journal = self._open()

    def _open(self) -> Journal:
        opened = open_journal(self.folder, self.clock)
        assert opened.journal is not None
        return opened.journal

    def cut_off(self) -> None:
        """Stop without a word and start again."""
        self.journal.close()
        self.journal = self._open()

    def massage(self, answer: Answer = Answer.YES) -> UUID:
        """Get as far as the third step."""
        session = self.journal.open_session(LEGS)
        self.journal.answer(session, answer)
        self.journal.step_began(session, 2, "toe-roll", Side.LEFT, at=40.0)
        self.journal.step_ended(session, HowDone.DONE, at=70.0)
        self.journal.step_began(session, 3, "toe-roll", Side.RIGHT, at=75.0)
        self.clock.wait(20)
        self.journal.reached(session, 88.0)
        return session

    def offer(self) -> Unfinished:
        """What Home would offer."""
        offer = self.journal.unfinished()
        assert offer is not None
        return offer

    def told(self, session: UUID) -> SessionSummary:
        """One massage as the journal has it."""
        summary = self.journal.session(session)
        assert summary is not None
        return summary


@pytest.fixture
def runs(folder: Path, clock: WallClock) -> Runs:
    return Runs(folder, clock)


@pytest.fixture(autouse=True)
def closed(runs: Runs) -> object:
    yield
    runs.journal.close()


def test_a_massage_that_is_going_on_is_not_unfinished(runs: Runs) -> None:
    runs.massage()
    assert runs.journal.unfinished() is None


def test_it_is_offered_at_the_place_where_it_was(runs: Runs, clock: WallClock) -> None:
    session = runs.massage()
    clock.wait(minutes=50)
    runs.cut_off()
    offer = runs.offer()
    assert offer.id == session
    assert offer.start == LEGS
    assert (offer.step, offer.stroke, offer.side, offer.at) == (3, "toe-roll", Side.RIGHT, 88.0)
    assert offer.age == timedelta(minutes=50)
    assert offer.resumable


@pytest.mark.parametrize(
    ("hours", "resumable"), [(1.99, True), (2, False), (30, False), (-5, True)]
)
def test_under_two_hours_it_may_go_on(
    runs: Runs, clock: WallClock, hours: float, resumable: bool
) -> None:
    runs.massage()
    clock.wait(hours=hours)
    runs.cut_off()
    assert runs.offer().resumable is resumable


def test_being_asked_does_not_make_it_younger(runs: Runs, clock: WallClock) -> None:
    session = runs.massage()
    clock.wait(hours=3)
    runs.cut_off()
    runs.journal.offered(session)
    assert not runs.offer().resumable


def test_it_goes_on_and_ends_like_any_other(runs: Runs, clock: WallClock) -> None:
    session = runs.massage()
    clock.wait(minutes=10)
    runs.cut_off()
    runs.journal.offered(session)
    runs.journal.resume(session)
    assert runs.journal.unfinished() is None
    runs.journal.step_began(session, 3, "toe-roll", Side.RIGHT)
    clock.wait(30)
    runs.journal.step_ended(session, HowDone.DONE)
    runs.journal.end(session, Ending.FINISHED)
    massage = runs.told(session)
    assert [step.how for step in massage.steps] == [HowDone.DONE, HowDone.LEFT, HowDone.DONE]
    assert massage.lasted == timedelta(seconds=50), "the gap is not part of the massage"
    assert [event.kind for event in massage.events][-2:] == [EventKind.OFFERED, EventKind.RESUMED]


def test_it_is_never_asked_twice(runs: Runs, clock: WallClock) -> None:
    session = runs.massage()
    last_seen = clock.now
    clock.wait(minutes=5)
    runs.cut_off()
    runs.journal.offered(session)
    runs.cut_off()
    assert runs.journal.unfinished() is None
    massage = runs.told(session)
    assert (massage.ending, massage.ended) == (Ending.INTERRUPTED, last_seen)


def test_while_it_is_being_asked_about_the_journal_may_be_opened_anew(runs: Runs) -> None:
    session = runs.massage()
    runs.cut_off()
    runs.journal.offered(session)
    runs.journal.close()
    runs.journal = open_journal(runs.folder, runs.clock, on_offer=session).journal or runs.journal
    assert runs.offer().id == session
    runs.cut_off()
    assert runs.journal.unfinished() is None, "the next start does not ask again"


def test_one_that_went_on_and_is_cut_off_again_is_offered_again(runs: Runs) -> None:
    session = runs.massage()
    runs.cut_off()
    runs.journal.offered(session)
    runs.journal.resume(session)
    runs.cut_off()
    assert runs.offer().id == session


def test_that_was_enough_ends_it_when_it_was_last_heard_of(runs: Runs, clock: WallClock) -> None:
    session = runs.massage()
    last_seen = clock.now
    clock.wait(hours=30)
    runs.cut_off()
    runs.journal.rate(session, Settledness.CALM, place=Place.ENOUGH)
    runs.journal.end(session, Ending.SLEEP)
    massage = runs.told(session)
    assert (massage.ending, massage.ended) == (Ending.SLEEP, last_seen)
    assert massage.after is not None
    assert massage.steps[-1].ended == last_seen


def test_leaving_it_keeps_it_as_interrupted(runs: Runs) -> None:
    session = runs.massage()
    runs.cut_off()
    runs.journal.leave_it(session)
    assert runs.journal.unfinished() is None
    assert runs.told(session).ending is Ending.INTERRUPTED


def test_only_the_newest_is_offered(runs: Runs, clock: WallClock) -> None:
    older = runs.massage()
    clock.wait(minutes=20)
    newer = runs.massage()
    runs.cut_off()
    assert runs.offer().id == newer
    assert runs.told(older).ending is Ending.INTERRUPTED


def test_a_new_massage_lets_the_offer_lapse(runs: Runs) -> None:
    older = runs.massage()
    runs.cut_off()
    newer = runs.journal.open_session(LEGS)
    assert runs.offer().id == older, "Get ready alone is not yet a massage"
    runs.journal.answer(newer, Answer.YES)
    assert runs.journal.unfinished() is None
    assert runs.told(older).ending is Ending.INTERRUPTED


def test_what_was_cut_off_before_ask_was_no_massage(runs: Runs) -> None:
    session = runs.journal.open_session(LEGS)
    runs.cut_off()
    assert runs.journal.unfinished() is None
    assert runs.journal.session(session) is None


def test_a_no_that_was_cut_off_stays_a_no(runs: Runs) -> None:
    session = runs.journal.open_session(LEGS)
    runs.journal.answer(session, Answer.NOT_NOW)
    runs.cut_off()
    assert runs.journal.unfinished() is None
    assert runs.told(session).ending is Ending.BABY_SAID_NO


CHILD = """
import sys
from datetime import datetime
from pathlib import Path
from massage_guide.domain.session import Answer, Place, SessionStart
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.opening import open_journal

journal = open_journal(Path(sys.argv[1]), lambda: datetime.now().astimezone()).journal
session = journal.open_session(SessionStart("first-touch", "1.0.0", "d", "First touch"))
journal.rate(session, Settledness.WRIGGLY, place=Place.GET_READY)
journal.answer(session, Answer.YES)
journal.step_began(session, 1, "resting-hands", at=0.0)
journal.add_moment(session, "long sigh")
print(session, flush=True)
sys.stdin.read()
"""


def test_what_was_written_survives_a_kill(tmp_path: Path, clock: WallClock) -> None:
    folder = tmp_path / "killed"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        session = UUID(child.stdout.readline().strip())
        child.kill()
    opened = open_journal(folder, clock)
    assert (opened.journal is not None, opened.notice) == (True, None)
    assert opened.journal is not None
    offer = opened.journal.unfinished()
    massage = opened.journal.session(session)
    opened.journal.close()
    assert offer is not None
    assert (offer.id, offer.step, offer.stroke) == (session, 1, "resting-hands")
    assert massage is not None
    assert massage.before is not None and massage.before.value is Settledness.WRIGGLY
    assert massage.moments == ("long sigh",)
