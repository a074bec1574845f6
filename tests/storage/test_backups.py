"""Copies of the journal: taken by themselves, put back when wanted, offered when needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from massage_guide.storage.backups import (
    back_up_to,
    back_up_when_due,
    backups,
    is_good,
    newest_good,
    take_backup,
)
from massage_guide.storage.errors import BackupIsDamaged, KeepingFailed
from massage_guide.storage.keeping import look_after
from massage_guide.storage.opening import open_journal
from massage_guide.storage.restoring import restore
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def laptop(folder: Path, clock: WallClock) -> Iterator[Laptop]:
    laptop = Laptop(folder, clock)
    yield laptop
    laptop.journal.close()


def scratch(path: Path) -> None:
    """A page in the middle goes bad."""
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 12] = b"\xa5" * 4096 * 10
    path.write_bytes(data)


def test_one_copy_a_day_is_taken_beside_the_open_window(laptop: Laptop, clock: WallClock) -> None:
    for _day in range(3):
        laptop.massage()
        assert look_after(laptop.folder, clock) == ""
        assert look_after(laptop.folder, clock) == ""
        clock.wait(hours=24)
    every = backups(laptop.folder)
    assert [one.taken.day for one in every] == [19, 18, 17]
    assert all(is_good(one.path) for one in every)
    assert (laptop.folder / "backups").stat().st_mode & 0o077 == 0
    assert all(one.path.stat().st_mode & 0o077 == 0 for one in every)
    with closing(sqlite3.connect(every[1].path)) as raw:
        assert raw.execute("SELECT count(*) FROM session").fetchone() == (2,)
    assert {file.suffix for file in (laptop.folder / "backups").iterdir()} == {".sqlite3"}


def test_old_copies_thin_out(laptop: Laptop, clock: WallClock) -> None:
    for _day in range(40):
        back_up_when_due(laptop.folder, clock)
        clock.wait(hours=24)
    assert 8 <= len(backups(laptop.folder)) <= 14


def test_a_copy_is_put_back_after_a_copy_of_what_is_there(laptop: Laptop, clock: WallClock) -> None:
    first = laptop.massage()
    copy = laptop.folder.parent / "copy.sqlite3"
    back_up_to(laptop.folder, copy)
    laptop.massage()
    laptop.journal.close()
    done = restore(laptop.folder, copy, clock)
    assert done.sessions == 1 and done.before is not None
    laptop.journal = laptop._open()
    assert [told.id for told in laptop.journal.sessions()] == [first]
    laptop.journal.close()
    assert restore(laptop.folder, done.before.path, clock).sessions == 2
    laptop.journal = laptop._open()


def test_a_damaged_copy_is_refused_and_the_next_older_offered(
    laptop: Laptop, clock: WallClock
) -> None:
    laptop.massage()
    taken = []
    for _day in range(3):
        taken.append(take_backup(laptop.folder, clock).path)
        clock.wait(hours=24)
    scratch(taken[2])
    taken[1].write_bytes(taken[1].read_bytes()[:5000])
    laptop.journal.close()
    before = {file.name: file.read_bytes() for file in laptop.folder.glob("*.sqlite3*")}
    with pytest.raises(BackupIsDamaged) as refused:
        restore(laptop.folder, taken[2], clock)
    assert refused.value.older == taken[0]
    assert "is damaged and was not put back" in refused.value.sentence
    assert {file.name: file.read_bytes() for file in laptop.folder.glob("*.sqlite3*")} == before
    assert restore(laptop.folder, taken[0], clock).sessions == 1


def test_when_the_journal_is_damaged_its_newest_good_copy_is_offered(
    laptop: Laptop, clock: WallClock
) -> None:
    laptop.massage()
    good = take_backup(laptop.folder, clock)
    clock.wait(hours=24)
    scratch(take_backup(laptop.folder, clock).path)
    laptop.journal.close()
    scratch(laptop.folder / "journal.sqlite3")
    assert "There is a good copy of 17 November 2026" in look_after(laptop.folder, clock)
    assert len(backups(laptop.folder)) == 2
    opened = open_journal(laptop.folder, clock)
    assert opened.journal is not None and opened.notice is not None
    assert opened.backup == good.path
    assert opened.notice.endswith("There is a copy of 17 November 2026 that can be put back.")
    opened.journal.close()
    assert restore(laptop.folder, good.path, clock).sessions == 1


def test_a_damaged_journal_is_set_aside_when_a_copy_takes_its_place(
    laptop: Laptop, clock: WallClock
) -> None:
    laptop.massage()
    good = take_backup(laptop.folder, clock)
    laptop.journal.close()
    scratch(laptop.folder / "journal.sqlite3")
    done = restore(laptop.folder, good.path, clock)
    assert done.before is None and done.aside is not None and done.aside.exists()


def test_copies_of_every_earlier_version_can_be_put_back(folder: Path, clock: WallClock) -> None:
    for fixture in sorted(FIXTURES.glob("journal-*.sqlite3")):
        assert restore(folder, fixture, clock).sessions == 1, fixture.name
        opened = open_journal(folder, clock)
        assert opened.journal is not None and opened.notice is None
        (told,) = opened.journal.sessions()
        assert told.note == "She looked at the window."
        assert opened.journal.unfinished() is not None
        opened.journal.close()


def test_a_newer_copy_and_one_that_is_none_are_refused(laptop: Laptop, clock: WallClock) -> None:
    newer = laptop.folder.parent / "newer.sqlite3"
    back_up_to(laptop.folder, newer)
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0009'")
        raw.commit()
    with pytest.raises(KeepingFailed, match="written by a newer Massage Guide"):
        restore(laptop.folder, newer, clock)
    with pytest.raises(KeepingFailed, match="There is no file"):
        restore(laptop.folder, laptop.folder / "nothing", clock)
    with pytest.raises(KeepingFailed, match="is the journal itself"):
        back_up_to(laptop.folder, laptop.folder / "journal.sqlite3")
    assert newest_good(laptop.folder) is None
