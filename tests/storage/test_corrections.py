"""What is put right afterwards is kept, survives a new start, travels, and can be deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_guide.domain.session import (
    Ending,
    HowDone,
    Observation,
    Place,
    SessionStart,
    SessionSummary,
    When,
)
from massage_guide.domain.settledness import BabyState, Settledness, goes_with
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.journal import Journal
from massage_guide.storage.tallies import Tallies
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

CRYING, FRETFUL, WRIGGLY, CALM, AT_EASE = Settledness
BEFORE, AFTER = Place.GET_READY, Place.ENOUGH


def told(journal: Journal, session: UUID) -> SessionSummary:
    massage = journal.session(session)
    assert massage is not None
    return massage


def seen(rating: Observation | None) -> tuple[object, ...]:
    assert rating is not None
    return rating.value, rating.state, rating.when


@pytest.fixture
def laptop(folder: Path, clock: WallClock) -> Iterator[Laptop]:
    laptop = Laptop(folder, clock)
    yield laptop
    laptop.journal.close()


@pytest.fixture
def massage(laptop: Laptop) -> UUID:
    session = laptop.massage(note="She held my finger.")
    laptop.clock.wait(hours=30)
    return session


def test_a_rating_put_right_keeps_the_time_at_which_it_was_seen(
    laptop: Laptop, massage: UUID
) -> None:
    was = told(laptop.journal, massage)
    assert was.after
    laptop.journal.correct_rating(massage, AFTER, AT_EASE, BabyState.ASLEEP)
    now = told(laptop.journal, massage)
    assert seen(now.after) == (AT_EASE, BabyState.ASLEEP, was.after.when)
    assert now.before == was.before


def test_a_rating_can_be_cleared_and_told_late(laptop: Laptop, massage: UUID) -> None:
    journal = laptop.journal
    was = told(journal, massage)
    for place in (BEFORE, AFTER):
        journal.correct_rating(massage, place, None)
    blank = told(journal, massage)
    assert (blank.before, blank.after) == (None, None)
    [row] = journal.remembered()
    assert (row.before, row.after) == (None, None)
    journal.correct_rating(massage, BEFORE, CRYING)
    journal.correct_rating(massage, AFTER, CALM)
    late = told(journal, massage)
    assert seen(late.before) == (CRYING, None, was.started)
    assert seen(late.after) == (CALM, None, was.ended)


def test_clearing_brings_back_no_rating_that_came_before_it(laptop: Laptop) -> None:
    journal = laptop.journal
    session = journal.open_session(SessionStart("first-touch", "1", "d", "First touch"))
    journal.rate(session, CRYING, None, BEFORE)
    laptop.clock.wait(10)
    journal.rate(session, CALM, None, BEFORE)
    journal.end(session, Ending.FINISHED)
    journal.correct_rating(session, BEFORE, None)
    assert told(journal, session).before is None


def test_nobody_cries_while_asleep_afterwards_either(laptop: Laptop, massage: UUID) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        laptop.journal.correct_rating(massage, AFTER, CRYING, BabyState.ASLEEP)


def test_what_has_gone_cannot_be_put_right(laptop: Laptop, massage: UUID) -> None:
    journal = laptop.journal
    with pytest.raises(JournalWriteFailed, match="no longer in the journal"):
        journal.correct_step(massage, uuid4(), HowDone.DONE)
    journal.delete_session(massage)
    with pytest.raises(JournalWriteFailed, match="no longer in the journal"):
        journal.correct_rating(massage, AFTER, CALM)


RATINGS = st.one_of(
    st.just((None, None)),
    st.tuples(st.sampled_from(Settledness), st.sampled_from((None, *BabyState))).filter(
        lambda pair: goes_with(*pair)
    ),
)
CORRECTIONS = st.one_of(
    st.tuples(st.just("rating"), st.sampled_from((BEFORE, AFTER)), RATINGS),
    st.tuples(st.just("step"), st.sampled_from(HowDone), st.none()),
    st.tuples(st.just("moment"), st.sampled_from(("yawned", "smiled")), st.booleans()),
    st.tuples(st.just("note"), st.text(max_size=20), st.none()),
    st.tuples(st.just("ending"), st.sampled_from(Ending), st.none()),
    st.tuples(st.just("word"), st.sampled_from(When), st.sampled_from((None, "heavy", "good"))),
    st.tuples(st.just("baby"), st.booleans(), st.none()),
    st.tuples(st.just("delete and undo"), st.none(), st.none()),
)


def correct(
    journal: Journal, it: SessionSummary, baby: UUID, correction: tuple[str, Any, Any]
) -> SessionSummary:
    """Put one thing right; gives what the massage should be from then on."""
    what, one, two = correction
    if what == "rating":
        value, state = two
        journal.correct_rating(it.id, one, value, state)
        kept = [seen for seen in it.observations if seen.place is not one or value is not None]
        mine = [seen for seen in kept if seen.place is one]
        if mine:
            kept[kept.index(mine[-1])] = replace(mine[-1], value=value, state=state)
        elif value is not None:
            [made] = [seen for seen in told(journal, it.id).observations if seen.place is one]
            kept.append(replace(made, value=value, state=state))
        return replace(it, observations=tuple(kept))
    if what == "step":
        step = it.steps[0]
        assert step.id
        journal.correct_step(it.id, step.id, one)
        return replace(it, steps=(replace(step, how=one),))
    if what == "moment":
        (journal.add_moment if two else journal.remove_moment)(it.id, one)
        rest = tuple(word for word in it.moments if word != one)
        same = it.moments if one in it.moments else (*it.moments, one)
        return replace(it, moments=same if two else rest)
    if what == "note":
        journal.set_note(it.id, one)
        return replace(it, note=one)
    if what == "ending":
        journal.end(it.id, one)
        return replace(it, ending=one)
    if what == "word":
        journal.set_parent_word(it.id, one, two)
        words = {when: word for when, word in it.parent_words.items() if when is not one}
        return replace(it, parent_words=words | ({one: two} if two else {}))
    if what == "baby":
        whose, weeks = (baby, 9) if one else (None, None)
        journal.set_baby(it.id, whose, weeks)
        return replace(it, start=replace(it.start, baby=whose, corrected_weeks=weeks))
    deleted = journal.delete_session(it.id)
    assert deleted and journal.session(it.id) is None
    journal.undo_delete(deleted)
    return it


@settings(max_examples=25)
@given(st.lists(CORRECTIONS, min_size=1, max_size=6))
def test_any_corrections_are_told_the_same_after_a_new_start(
    corrections: list[tuple[str, Any, Any]],
) -> None:
    with TemporaryDirectory() as place:
        laptop = Laptop(Path(place, "data"), WallClock())
        baby = laptop.journal.add_baby("Mia").id
        expected = told(laptop.journal, laptop.massage(note="Quiet."))
        for correction in corrections:
            laptop.clock.wait(minutes=1)
            expected = correct(laptop.journal, expected, baby, correction)
        laptop.journal.close()
        again = Laptop(laptop.folder, laptop.clock)
        assert told(again.journal, expected.id) == expected
        [row] = again.journal.remembered()
        seen = (expected.before, expected.after)
        assert (row.before, row.after) == tuple(one.value if one else None for one in seen)
        assert (row.title, row.started, row.ending, row.baby) == (
            expected.start.title,
            expected.started,
            expected.ending,
            expected.start.baby,
        )
        again.journal.close()


def test_an_undone_deletion_leaves_every_row_as_it_was(laptop: Laptop, massage: UUID) -> None:
    laptop.massage(note="Another one.")
    before = laptop.holds()
    deleted = laptop.journal.delete_session(massage)
    assert deleted and laptop.holds() != before
    laptop.journal.undo_delete(deleted)
    assert laptop.holds() == before


def test_two_laptops_put_different_things_right_and_both_hold(
    laptop: Laptop, massage: UUID, tmp_path: Path
) -> None:
    other = Laptop(tmp_path / "theirs", laptop.clock)
    laptop.give_to(other)
    other.journal.end(massage, Ending.FEED)
    laptop.clock.wait(minutes=1)
    # a later word about something else is no word about the ending
    laptop.journal.set_note(massage, "By the window.")
    laptop.journal.correct_rating(massage, AFTER, AT_EASE)
    laptop.clock.wait(minutes=1)
    other.journal.correct_rating(massage, AFTER, WRIGGLY)
    laptop.clock.wait(minutes=1)
    for giver, taker in ((laptop, other), (other, laptop)):
        giver.give_to(taker)
    ours, theirs = told(laptop.journal, massage), told(other.journal, massage)
    other.journal.close()
    assert ours == theirs
    assert (ours.ending, ours.note) == (Ending.FEED, "By the window.")
    assert ours.after and ours.after.value is WRIGGLY


def test_patterns_count_what_was_put_right(laptop: Laptop, massage: UUID) -> None:
    tallies = Tallies(laptop.journal)
    [before] = tallies.given()
    laptop.journal.correct_rating(massage, AFTER, AT_EASE)
    tallies.forget(massage)
    [after] = tallies.given()
    assert (before.after, after.after) == (CALM, AT_EASE)


def test_the_timeline_tells_what_the_massages_tell(laptop: Laptop) -> None:
    journal = laptop.journal
    mia = journal.add_baby("Mia").id
    for whose in (None, mia, mia, None):
        laptop.massage(whose)
        laptop.clock.wait(hours=40)
    for baby, count in ((None, 4), (mia, 2)):
        rows, whole = journal.remembered(baby), journal.sessions(baby)
        assert [row.id for row in rows] == [one.id for one in whole]
        assert [row.started.isoformat() for row in rows] == [
            one.started.isoformat() for one in whole
        ]
        assert len(rows) == count
    assert journal.remembered(uuid4()) == ()
    assert rows[0].started > rows[1].started
