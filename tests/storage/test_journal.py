"""The journal keeps what a parent did and noticed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from massage_guide.domain.figure import Side
from massage_guide.domain.sentences import plain_sentence
from massage_guide.domain.session import (
    Answer,
    Baby,
    Ending,
    EventKind,
    HowDone,
    Place,
    SessionStart,
    SessionSummary,
    When,
)
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.storage.errors import JournalReadFailed, JournalWriteFailed
from massage_guide.storage.journal import Journal
from tests.storage.conftest import WallClock

LEGS = SessionStart("legs-and-feet", "1.0.0", "ab12", "Legs and feet", corrected_weeks=9)

TABLES = ["baby", "session", "step", "observation", "moment", "note", "event", "parent_word"]
TABLES += ["tombstone"]


def begun(journal: Journal, start: SessionStart = LEGS) -> UUID:
    session = journal.open_session(start)
    journal.answer(session, Answer.YES)
    return session


def told(journal: Journal, session: UUID) -> SessionSummary:
    summary = journal.session(session)
    assert summary is not None
    return summary


def test_a_whole_massage_is_told_as_it_was(journal: Journal, clock: WallClock) -> None:
    baby = journal.add_baby("Robin", date(2026, 9, 15), date(2026, 9, 20))
    session = journal.open_session(LEGS)
    journal.set_baby(session, baby.id, 9)
    journal.set_chips(session, ["fed"])
    journal.rate(session, Settledness.WRIGGLY, BabyState.AWAKE, Place.GET_READY)
    journal.set_parent_word(session, When.BEFORE, "tired")
    journal.answer(session, Answer.YES)
    clock.wait(10)
    journal.step_began(session, 1, "hip-to-ankle-glide", Side.LEFT, at=0.0)
    clock.wait(60)
    journal.event(session, EventKind.REST, at=31.5)
    clock.wait(170)
    journal.step_ended(session, HowDone.DONE, at=60.0)
    clock.wait(5)
    journal.step_began(session, 2, "hip-to-ankle-glide", Side.RIGHT, at=65.0)
    clock.wait(245)
    journal.step_ended(session, HowDone.SKIPPED, at=80.0)
    clock.wait(30)
    journal.rate(session, Settledness.CALM, place=Place.ENOUGH)
    journal.add_moment(session, "smiled")
    journal.set_note(session, "She held my thumb.")
    journal.set_parent_word(session, When.AFTER, "lighter")
    journal.end(session, Ending.FINISHED)

    (massage,) = journal.sessions(baby.id)
    assert massage.id == session
    assert massage.start == SessionStart(
        "legs-and-feet", "1.0.0", "ab12", "Legs and feet", baby.id, 9, ("fed",)
    )
    assert (massage.answer, massage.ending) == (Answer.YES, Ending.FINISHED)
    assert [(s.number, s.stroke, s.side, s.how) for s in massage.steps] == [
        (1, "hip-to-ankle-glide", Side.LEFT, HowDone.DONE),
        (2, "hip-to-ankle-glide", Side.RIGHT, HowDone.SKIPPED),
    ]
    assert massage.moments == ("smiled",)
    assert massage.note == "She held my thumb."
    assert massage.parent_words == {When.BEFORE: "tired", When.AFTER: "lighter"}
    assert [(e.kind, e.detail, e.at) for e in massage.events] == [
        (EventKind.CHIP, "fed", None),
        (EventKind.ANSWER, "yes", None),
        (EventKind.REST, "", 31.5),
    ]
    assert massage.lasted == timedelta(minutes=8)
    assert plain_sentence(massage, date(2026, 11, 19)) == (
        "Tuesday evening: Legs and feet, 8 minutes. Before: wriggly, awake. After: calm."
    )


def test_times_come_back_in_the_local_time_of_their_day(journal: Journal, clock: WallClock) -> None:
    session = begun(journal)
    journal.end(session, Ending.FEED)
    clock.now = clock.now.astimezone(UTC)  # a journey later
    started = told(journal, session).started
    assert (started.hour, started.utcoffset()) == (18, timedelta(hours=1))


def test_every_row_has_a_uuid_utc_times_and_the_local_offset(
    journal: Journal, folder: Path
) -> None:
    journal.add_baby("Robin")
    session = journal.open_session(LEGS)
    journal.set_chips(session, ["fed"])
    journal.answer(session, Answer.YES)
    journal.step_began(session, 1, "toe-roll", Side.LEFT)
    journal.rate(session, Settledness.CALM)
    journal.set_note(session, "Lovely.")
    journal.set_parent_word(session, When.BEFORE, "okay")
    journal.add_moment(session, "yawned")
    journal.remove_moment(session, "yawned")
    journal.add_moment(session, "smiled")
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        for table in TABLES:
            rows = raw.execute(f"SELECT id, created, changed, utc_offset FROM {table}").fetchall()
            assert rows, table
            for row in rows:
                assert UUID(row[0])
                assert row[1].startswith("2026-11-17 17:30:00")
                assert row[2].startswith("2026-11-17 17:30:00")
                assert row[3] == 60


def test_a_clock_without_a_zone_is_refused(folder: Path, journal: Journal) -> None:
    naive = Journal(folder / "journal.sqlite3", lambda: datetime(2026, 11, 17, 18, 30))
    with pytest.raises(ValueError, match="zone"):
        naive.open_session(LEGS)
    naive.close()


def test_every_commit_waits_for_the_disk(journal: Journal) -> None:
    with journal._engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_only_its_owner_can_read_it(journal: Journal, folder: Path) -> None:
    begun(journal)
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert modes == dict.fromkeys(
        ("journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm"), 0o600
    )
    assert folder.stat().st_mode & 0o777 == 0o700


def test_leaving_before_ask_leaves_no_trace(journal: Journal, folder: Path) -> None:
    session = journal.open_session(LEGS)
    journal.set_chips(session, ["hungry"])
    journal.rate(session, Settledness.FRETFUL, place=Place.GET_READY)
    journal.drop_session(session)
    assert journal.session(session) is None
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        for table in ("session", "event", "observation", "tombstone"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


# Ratings


def test_a_second_thought_within_three_seconds_replaces_the_rating(
    journal: Journal, clock: WallClock
) -> None:
    session = begun(journal)
    for value in (Settledness.FRETFUL, Settledness.WRIGGLY, Settledness.CALM):
        journal.rate(session, value, place=Place.ENOUGH)
        clock.wait(3)
    clock.wait(0.1)
    journal.rate(session, Settledness.AT_EASE, BabyState.ASLEEP, Place.ENOUGH)
    seen = told(journal, session).observations
    assert [(each.value, each.state) for each in seen] == [
        (Settledness.CALM, None),
        (Settledness.AT_EASE, BabyState.ASLEEP),
    ]


def test_ratings_on_two_screens_both_stay(journal: Journal) -> None:
    session = begun(journal)
    for place in Place:
        journal.rate(session, Settledness.CALM, place=place)
    assert [each.place for each in told(journal, session).observations] == list(Place)


def test_before_is_the_last_up_to_the_answer_and_after_the_last_on_enough(
    journal: Journal, clock: WallClock
) -> None:
    session = begun(journal)
    given = [
        (Place.GET_READY, Settledness.CRYING),
        (Place.GET_READY, Settledness.FRETFUL),
        (Place.GUIDE, Settledness.CALM),
        (Place.ENOUGH, Settledness.WRIGGLY),
        (Place.ENOUGH, Settledness.AT_EASE),
    ]
    for place, value in given:
        clock.wait(10)
        journal.rate(session, value, place=place)
    massage = told(journal, session)
    assert massage.before is not None and massage.before.value is Settledness.FRETFUL
    assert massage.after is not None and massage.after.value is Settledness.AT_EASE


def test_no_rating_stays_blank(journal: Journal) -> None:
    session = begun(journal)
    journal.rate(session, Settledness.CALM)  # in the middle only
    massage = told(journal, session)
    assert (massage.before, massage.after) == (None, None)


def test_a_pair_that_cannot_be_is_refused(journal: Journal) -> None:
    session = begun(journal)
    with pytest.raises(ValueError, match="Crying"):
        journal.rate(session, Settledness.CRYING, BabyState.ASLEEP)


# Chips, moments, words


def test_chips_come_and_go(journal: Journal) -> None:
    session = journal.open_session(LEGS)
    journal.set_chips(session, ["fed", "cord"])
    journal.set_chips(session, ["cord", "vaccinated"])
    massage = told(journal, session)
    assert massage.start.chips == ("cord", "vaccinated")
    assert [(each.kind, each.detail) for each in massage.events] == [
        (EventKind.CHIP, "fed"),
        (EventKind.CHIP, "cord"),
        (EventKind.CHIP, "vaccinated"),
        (EventKind.CHIP_OFF, "fed"),
    ]


def test_a_moment_noticed_twice_is_once_and_can_be_taken_back(journal: Journal) -> None:
    session = begun(journal)
    for word in ("smiled", "yawned", "smiled"):
        journal.add_moment(session, word)
    assert told(journal, session).moments == ("smiled", "yawned")
    journal.remove_moment(session, "smiled")
    assert told(journal, session).moments == ("yawned",)


def test_words_can_be_changed_and_taken_back(journal: Journal) -> None:
    session = begun(journal)
    journal.set_note(session, "First.")
    journal.set_note(session, "She laughed, and 'so did I'; 😊")
    journal.set_parent_word(session, When.AFTER, "grey")
    journal.set_parent_word(session, When.AFTER, "bright")
    massage = told(journal, session)
    assert massage.note == "She laughed, and 'so did I'; 😊"
    assert massage.parent_words == {When.AFTER: "bright"}
    journal.set_parent_word(session, When.AFTER, None)
    journal.set_note(session, "")
    assert (told(journal, session).parent_words, told(journal, session).note) == ({}, "")


# Steps and endings


def test_a_step_that_is_open_when_the_next_begins_was_left(journal: Journal) -> None:
    session = begun(journal)
    journal.step_began(session, 1, "toe-roll", Side.LEFT)
    journal.step_began(session, 1, "toe-roll", Side.LEFT)  # again
    journal.step_began(session, 2, None)  # a rest
    journal.end(session, Ending.BABY_SAID_NO)
    steps = told(journal, session).steps
    assert [(step.number, step.stroke, step.how) for step in steps] == [
        (1, "toe-roll", HowDone.LEFT),
        (1, "toe-roll", HowDone.LEFT),
        (2, None, HowDone.LEFT),
    ]


@pytest.mark.parametrize("ending", list(Ending))
def test_every_ending_is_kept_alike(journal: Journal, clock: WallClock, ending: Ending) -> None:
    session = begun(journal)
    clock.wait(minutes=2)
    journal.end(session, ending)
    (massage,) = journal.sessions()
    assert (massage.ending, massage.ended) == (ending, clock.now)


def test_the_reason_may_be_changed_and_the_time_stays(journal: Journal, clock: WallClock) -> None:
    session = begun(journal)
    journal.end(session, Ending.FINISHED)
    ended = clock.now
    clock.wait(40)
    journal.end(session, Ending.SLEEP)
    massage = told(journal, session)
    assert (massage.ending, massage.ended) == (Ending.SLEEP, ended)


# Babies and the list


def test_a_baby_can_be_changed(journal: Journal) -> None:
    robin = journal.add_baby("Robin")
    kim = journal.add_baby("Kim", date(2026, 8, 1), date(2026, 9, 20))
    journal.change_baby(Baby(robin.id, "Robyn", date(2026, 9, 15)))
    assert journal.babies() == (Baby(robin.id, "Robyn", date(2026, 9, 15), None), kim)


def test_the_newest_massage_comes_first_and_each_baby_has_its_own(
    journal: Journal, clock: WallClock
) -> None:
    robin, kim = journal.add_baby("Robin"), journal.add_baby("Kim")
    order = []
    for baby in (robin, kim, robin):
        session = begun(journal, SessionStart("first-touch", "1", "d", "First touch", baby.id))
        journal.end(session, Ending.FINISHED)
        order.append(session)
        clock.wait(hours=5)
    begun(journal)  # going on: not yet in the list
    assert [massage.id for massage in journal.sessions()] == order[::-1]
    assert [massage.id for massage in journal.sessions(robin.id)] == [order[2], order[0]]
    assert [massage.id for massage in journal.sessions(limit=1)] == [order[2]]


def test_deleting_a_massage_leaves_a_tombstone_and_nothing_else(
    journal: Journal, folder: Path
) -> None:
    session = begun(journal)
    journal.step_began(session, 1, "toe-roll", Side.LEFT)
    journal.set_note(session, "Private.")
    journal.end(session, Ending.OTHER)
    journal.delete_session(session)
    assert journal.sessions() == ()
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        for table in ("session", "step", "note", "event"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert raw.execute("SELECT gone FROM tombstone").fetchall() == [(session.hex,)]


def test_a_clock_set_back_in_the_middle_keeps_the_order(journal: Journal, clock: WallClock) -> None:
    session = begun(journal)
    for number in (1, 2, 3):
        journal.step_began(session, number, "toe-roll", Side.LEFT)
        clock.wait(minutes=-30)
        journal.step_ended(session, HowDone.DONE)
    massage = told(journal, session)
    assert [step.number for step in massage.steps] == [1, 2, 3]
    assert massage.lasted == timedelta()


# When it goes wrong


def test_a_full_journal_says_so_and_loses_nothing(journal: Journal) -> None:
    session = begun(journal)
    journal.set_note(session, "Kept.")
    with journal._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalWriteFailed) as failed:
        journal.set_note(session, "Too long. " * 10_000)
    assert failed.value.sentence == (
        "This can’t be written down just now (the disk is full). "
        "What came before is safe, and the massage can go on."
    )
    assert told(journal, session).note == "Kept."


def test_writing_to_a_massage_that_is_gone_is_one_known_error(journal: Journal) -> None:
    with pytest.raises(JournalWriteFailed):
        journal.step_began(uuid4(), 1, "toe-roll")
    with pytest.raises(JournalWriteFailed):
        journal.change_baby(Baby(uuid4(), "Nobody"))
    with pytest.raises(JournalWriteFailed, match="no longer there"):
        journal.set_baby(begun(journal), uuid4(), 9)


def test_a_file_that_goes_bad_while_open_is_one_known_error(journal: Journal, folder: Path) -> None:
    session = begun(journal)
    journal._engine.dispose()
    (folder / "journal.sqlite3").write_bytes(b"no longer a database " * 400)
    with pytest.raises(JournalReadFailed, match="damaged"):
        journal.sessions()
    with pytest.raises(JournalWriteFailed, match="damaged"):
        journal.end(session, Ending.FINISHED)
