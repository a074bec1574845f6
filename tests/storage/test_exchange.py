"""Two parents' laptops pass journal files to each other: no doubles, no losses."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from massage_guide.domain.session import Baby, Place, When
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.exchange_format import RECORDS
from massage_guide.storage.merging import Merged, unknown_babies
from massage_guide.storage.parcel import read_parcel
from massage_guide.storage.spreadsheet import export_csv
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

NOTHING = Merged(0, 0, 0, 0)


@pytest.fixture
def hers(tmp_path: Path, clock: WallClock) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "hers", clock)
    yield laptop
    laptop.journal.close()


@pytest.fixture
def his(tmp_path: Path, clock: WallClock) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "his", clock)
    yield laptop
    laptop.journal.close()


def both_ways(hers: Laptop, his: Laptop) -> None:
    hers.give_to(his)
    his.give_to(hers)


def test_an_empty_laptop_takes_everything_in(hers: Laptop, his: Laptop) -> None:
    mira = hers.journal.add_baby("Mira", date(2026, 8, 20))
    hers.massage(mira.id, "Zoë said: “ahh”.\nTwice.")
    hers.massage(mira.id)
    assert hers.give_to(his) == Merged(1, 2, 0, 0)
    assert his.journal.sessions() == hers.journal.sessions()
    assert his.holds() == hers.holds()


def test_files_go_both_ways_any_number_of_times(hers: Laptop, his: Laptop) -> None:
    mira = hers.journal.add_baby("Mira")
    hers.massage(mira.id)
    hers.give_to(his)
    his.massage(mira.id)
    hers.massage()
    both_ways(hers, his)
    together = hers.holds()
    assert len(together["session"]) == 3
    for _time in range(2):
        assert (hers.give_to(his), his.give_to(hers)) == (NOTHING, NOTHING)
    assert hers.give_to(hers) == NOTHING
    assert hers.holds() == his.holds() == together


def test_the_later_edit_wins_and_the_other_is_kept(
    hers: Laptop, his: Laptop, clock: WallClock
) -> None:
    mira = hers.journal.add_baby("Mira")
    session = hers.massage(mira.id, "hers, at first")
    hers.give_to(his)
    hers.journal.change_baby(replace(mira, name="Mira Ann"))
    hers.journal.set_note(session, "hers, a minute before")
    clock.wait(minutes=1)
    his.journal.set_note(session, "his, a minute later")
    his.journal.change_baby(replace(mira, name="Mirabel"))
    both_ways(hers, his)
    for laptop in (hers, his):
        told = laptop.journal.session(session)
        assert told is not None and told.note == "his, a minute later"
        assert [baby.name for baby in laptop.journal.babies()] == ["Mirabel"]
        kept = " ".join(laptop.histories())
        assert "hers, a minute before" in kept and "Mira Ann" in kept
    his.give_to(hers)
    both_ways(hers, his)
    assert hers.holds() == his.holds()


def test_two_notes_on_one_massage_become_one_and_neither_is_lost(
    hers: Laptop, his: Laptop, clock: WallClock
) -> None:
    session = hers.massage()
    hers.give_to(his)
    hers.journal.set_note(session, "her words")
    hers.journal.add_moment(session, "smiled")
    clock.wait(minutes=1)
    his.journal.set_note(session, "his words")
    his.journal.add_moment(session, "smiled")
    both_ways(hers, his)
    both_ways(hers, his)
    for laptop in (hers, his):
        told = laptop.journal.session(session)
        assert told is not None
        assert (told.note, told.moments) == ("his words", ("yawned", "smiled"))
        assert "her words" in " ".join(laptop.histories())
    assert hers.holds() == his.holds()


def test_what_is_deleted_on_one_stays_deleted_on_both(hers: Laptop, his: Laptop) -> None:
    gone, stays = hers.massage(note="not to be kept"), hers.massage()
    hers.journal.rate(stays, Settledness.AT_EASE, None, Place.GUIDE)
    hers.give_to(his)
    before = his.hand_over("before.json")
    hers.journal.delete_session(gone)
    hers.journal.take_back_rating(stays, Place.GUIDE)
    assert hers.give_to(his).deleted == 1
    hers.take_in(before)
    for laptop in (hers, his):
        (told,) = laptop.journal.sessions()
        assert told.id == stays
        assert not [seen for seen in told.observations if seen.place is Place.GUIDE]
        assert "not to be kept" not in repr(laptop.holds())


def test_a_deletion_that_was_undone_is_none(hers: Laptop, his: Laptop) -> None:
    session = hers.massage(note="kept after all")
    before = hers.holds()
    deleted = hers.journal.delete_session(session)
    assert deleted is not None and not hers.journal.sessions()
    for _time in range(2):
        hers.journal.undo_delete(deleted)
    assert hers.holds() == before
    assert hers.give_to(his).sessions == 1


def test_unknown_babies_are_asked_about(hers: Laptop, his: Laptop) -> None:
    mira, jonas = hers.journal.add_baby("Mira"), hers.journal.add_baby("Jonas")
    for baby in (mira, jonas):
        hers.massage(baby.id)
    nobodys = hers.massage()
    file = hers.hand_over()
    assert [baby.name for baby in unknown_babies(his.folder, read_parcel(file))] == [
        "Mira",
        "Jonas",
    ]
    assert his.take_in(file, with_babies=False) == Merged(0, 1, 0, 0)
    assert [told.id for told in his.journal.sessions()] == [nobodys]
    assert his.take_in(file) == Merged(2, 2, 0, 0)
    assert unknown_babies(his.folder, read_parcel(file)) == ()


def test_a_massage_that_is_going_on_stays_at_home(hers: Laptop, his: Laptop) -> None:
    ended = hers.massage()
    going_on = hers.massage()
    with hers.journal._writing() as db:
        db.connection().exec_driver_sql(
            "UPDATE session SET ended = NULL, ending = NULL WHERE id = ?", (going_on.hex,)
        )
    hers.give_to(his)
    assert [told.id for told in his.journal.sessions()] == [ended]


def test_the_file_is_private_and_says_what_it_is(hers: Laptop) -> None:
    hers.massage()
    file = hers.hand_over()
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["kind"], told["format"]) == ("massage-guide-journal", 1)
    assert told["observation"][0]["value"] == 2
    assert file.stat().st_mode & 0o077 == 0


def test_tables_open_in_a_spreadsheet_and_hold_no_formulas(hers: Laptop, tmp_path: Path) -> None:
    mira = hers.journal.add_baby("Mira")
    hers.massage(mira.id, '=HYPERLINK("x")')
    done = export_csv(hers.folder, tmp_path / "tables")
    assert [path.name for path in done.paths] == ["sessions.csv", "steps.csv", "observations.csv"]
    sessions, steps, observations = (p.read_text(encoding="utf-8-sig") for p in done.paths)
    line = sessions.splitlines()[1].split(",")
    assert line[1:4] == ["Mira", "2026-11-17 18:30:00", "2026-11-17 18:30:30"]
    assert "2,4,yawned" in sessions and '"\'=HYPERLINK(""x"")",,softer' in sessions
    assert "2026-11-17 18:30:00,2026-11-17 18:30:30,1,toe-roll,left,done" in steps
    assert len(observations.splitlines()) == 3


def something(laptop: Laptop, baby: Baby, chance: random.Random, number: int) -> None:
    """One thing that a parent might do."""
    known = [told.id for told in laptop.journal.sessions()]
    session = chance.choice(known) if known else laptop.massage(baby.id)
    journal = laptop.journal
    deeds: list[Callable[[], object]] = [
        lambda: laptop.massage(baby.id),
        lambda: number % 3 or journal.delete_session(session),
        lambda: journal.change_baby(replace(baby, name=f"Mira {number}")),
        lambda: journal.add_moment(session, "yawned"),
        lambda: journal.remove_moment(session, "yawned"),
        lambda: journal.set_parent_word(session, When.BEFORE, f"word {number}"),
        lambda: journal.set_note(session, f"note {number}"),
        lambda: journal.set_note(session, f"note {number} again"),
    ]
    chance.choice(deeds)()


def test_whatever_is_done_on_three_laptops_they_come_to_agree(
    tmp_path: Path, clock: WallClock
) -> None:
    chance = random.Random(5)
    laptops = [Laptop(tmp_path / name, clock) for name in ("hers", "his", "grandma's")]
    mira = laptops[0].journal.add_baby("Mira")
    for _time in range(3):
        laptops[0].massage(mira.id)
    for one, other in product(laptops, laptops):
        one.give_to(other)
    for number in range(45):
        something(chance.choice(laptops), mira, chance, number)
        clock.wait(chance.choice((0, 7)))
        if number % 8 == 0:
            chance.choice(laptops).give_to(chance.choice(laptops))
    for _round in range(2):
        for one, other in product(laptops, laptops):
            one.give_to(other)
    first, *others = (laptop.holds() for laptop in laptops)
    for held in others:
        assert {table: held[table] for table in RECORDS if table != "tombstone"} == {
            table: first[table] for table in RECORDS if table != "tombstone"
        }
        assert {row[-1] for row in held["tombstone"]} == {row[-1] for row in first["tombstone"]}
    assert first["history"] and first["tombstone"] and first["session"]
    for one, other in product(laptops, laptops):
        assert one.give_to(other) == NOTHING
    for laptop in laptops:
        laptop.journal.close()
