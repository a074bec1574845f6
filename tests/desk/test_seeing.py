"""Seeing: from the record of a family to what the page of patterns tells them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import UUID

from massage_guide.domain.session import Answer, Ending, HowDone, Place, SessionStart
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.opening import open_journal
from tests.doubles import FakeClock
from tests.parent import Key, Starting


def a_family(folder: Path, clock: FakeClock) -> tuple[UUID, UUID]:
    """Six evenings of Mia's legs, one of Tom's."""
    journal = open_journal(folder, clock.wall).journal
    assert journal is not None
    mia, tom = (journal.add_baby(name).id for name in ("Mia", "Tom"))
    for baby in (mia,) * 6 + (tom,):
        clock.pass_by(24 * 3600)
        session = journal.open_session(SessionStart("legs-and-feet", "1", "d", "Legs", baby))
        journal.rate(session, Settledness.FRETFUL, place=Place.GET_READY)
        journal.answer(session, Answer.YES)
        journal.step_began(session, 1, "hip-to-ankle-glide")
        journal.step_ended(session, HowDone.DONE)
        journal.rate(session, Settledness.AT_EASE, place=Place.ENOUGH)
        journal.end(session, Ending.SLEEP)
    journal.close()
    return mia, tom


def test_a_parent_sees_what_the_record_shows_of_each_baby_or_why_it_does_not(
    at_home: Starting, tmp_path: Path
) -> None:
    clock = FakeClock()
    mia, _ = a_family(tmp_path, clock)
    parent = at_home(tmp_path, clock)
    parent.program.looking_back.of(mia)
    parent.program.looking_back.open()
    parent.click("Patterns")
    assert parent.screen == "patterns"
    assert "After legs: calm or at ease 6 of 6 times. Before: 0 of 6." in parent.words()
    assert "How settled your baby was, with these in the massage" in parent.words()
    parent.click("Tom")
    assert "It’s too early to see a pattern" in parent.words()
    parent.click("Everyone")
    assert "After legs: calm or at ease 7 of 7 times. Before: 0 of 7." in parent.words()
    assert "How settled your babies were, with these in the massage" in parent.words()
    parent.press(Key.Key_F1)
    assert parent.card == "help"
    parent.press(Key.Key_F1, Key.Key_Space)
    assert parent.screen == "journal"

    with sqlite3.connect(tmp_path / "journal.sqlite3") as db:
        db.execute("ALTER TABLE session RENAME TO meetings")
    db.close()
    parent.program.seeing.open(mia)
    assert "The journal can’t be read just now" in parent.words()
