"""Whatever lies in the data folder, the program starts and says one clear sentence."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from massage_guide.domain.session import Answer, SessionStart
from massage_guide.storage.opening import OpenedJournal, open_journal
from tests.storage.conftest import WallClock

FIRST_TOUCH = SessionStart("first-touch", "1.0.0", "d", "First touch")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def write_one(folder: Path, clock: WallClock) -> None:
    """A journal with one massage in it, closed."""
    opened = open_journal(folder, clock)
    assert opened.journal is not None
    opened.journal.answer(opened.journal.open_session(FIRST_TOUCH), Answer.YES)
    opened.journal.close()


def must_record(opened: OpenedJournal) -> None:
    assert opened.journal is not None
    session = opened.journal.open_session(FIRST_TOUCH)
    assert opened.journal.session(session) is not None
    opened.journal.close()


def without_journal(opened: OpenedJournal) -> str:
    assert opened.journal is None
    assert opened.notice is not None
    return opened.notice


def test_a_missing_folder_is_made(tmp_path: Path, clock: WallClock) -> None:
    opened = open_journal(tmp_path / "not" / "yet" / "there", clock)
    assert opened.notice is None
    must_record(opened)


@pytest.mark.parametrize("name", ["100% ours?", "Zoë's #1 & böbé", "a b;c"])
def test_any_folder_name_will_do(tmp_path: Path, clock: WallClock, name: str) -> None:
    for _start in range(2):
        opened = open_journal(tmp_path / name, clock)
        assert opened.notice is None
        must_record(opened)
    assert (tmp_path / name / "journal.sqlite3").exists()


def test_a_start_that_was_killed_while_making_the_journal_leaves_no_harm(
    folder: Path, clock: WallClock
) -> None:
    folder.mkdir()
    (folder / "journal-new.sqlite3").write_bytes(b"half a journal")
    (folder / "journal-new.sqlite3-journal").write_bytes(b"and its undo log")
    opened = open_journal(folder, clock)
    assert opened.notice is None
    must_record(opened)
    assert sorted(contents(folder)) == ["journal.sqlite3"]


# From a newer version


def newer(folder: Path, clock: WallClock) -> None:
    write_one(folder, clock)
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0007'")
        raw.commit()


def test_a_newer_journal_is_left_byte_for_byte(folder: Path, clock: WallClock) -> None:
    newer(folder, clock)
    before = contents(folder)
    notice = without_journal(open_journal(folder, clock))
    assert notice == (
        "Your journal was written by a newer Massage Guide (journal version 7; "
        "this one knows up to 3). It has been left just as it is. "
        "You can still massage; it won’t be recorded until you update."
    )
    assert contents(folder) == before


def test_so_is_one_whose_program_was_killed(folder: Path, clock: WallClock) -> None:
    # The newer version's mark is only in the write-ahead log here.
    write_one(folder, clock)
    killed = folder.with_name("killed")
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0007'")
        raw.commit()
        shutil.copytree(folder, killed)
    before = contents(killed)
    assert before["journal.sqlite3-wal"]
    assert "newer Massage Guide" in without_journal(open_journal(killed, clock))
    assert contents(killed) == before


# Damaged


def empty(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("Dear diary, this is not a database.\n" * 99, encoding="utf-8")


def head_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratched(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 12] = b"\xa5" * 4096 * 10
    path.write_bytes(data)


def somebody_elses(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE recipes (cake TEXT)")


def no_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM alembic_version")
        raw.commit()


@pytest.mark.parametrize(
    "damage", [empty, words, head_only, half, scratched, somebody_elses, no_version]
)
def test_a_damaged_journal_is_set_aside_and_a_new_one_started(
    folder: Path, clock: WallClock, damage: Callable[[Path], None]
) -> None:
    write_one(folder, clock)
    path = folder / "journal.sqlite3"
    damage(path)
    before = path.read_bytes()
    opened = open_journal(folder, clock)
    assert opened.notice == (
        "Your journal couldn’t be read. It has been put safely aside as "
        "journal-damaged-2026-11-17-183000.sqlite3, and a new journal has been started."
    )
    assert opened.aside is not None
    assert opened.aside.read_bytes() == before
    must_record(opened)
    again = open_journal(folder, clock)
    assert again.notice is None
    must_record(again)


def test_the_side_files_go_along(folder: Path, clock: WallClock) -> None:
    write_one(folder, clock)
    words(folder / "journal.sqlite3")
    (folder / "journal.sqlite3-wal").write_bytes(b"last words")
    (folder / "journal.sqlite3-shm").write_bytes(b"index")
    opened = open_journal(folder, clock)
    must_record(opened)
    found = contents(folder)
    assert found["journal-damaged-2026-11-17-183000.sqlite3-wal"] == b"last words"
    assert found["journal-damaged-2026-11-17-183000.sqlite3-shm"] == b"index"


def test_a_log_whose_journal_is_gone_is_not_played_into_the_new_one(
    folder: Path, clock: WallClock
) -> None:
    folder.mkdir()
    (folder / "journal.sqlite3-wal").write_bytes(b"an orphan")
    opened = open_journal(folder, clock)
    must_record(opened)
    aside = "journal-damaged-2026-11-17-183000.sqlite3-wal"
    assert contents(folder)[aside] == b"an orphan"
    assert opened.notice is not None and aside in opened.notice


def test_two_damaged_in_one_second_are_both_kept(folder: Path, clock: WallClock) -> None:
    for _time in range(2):
        write_one(folder, clock)
        words(folder / "journal.sqlite3")
        must_record(open_journal(folder, clock))
    damaged = [name for name in contents(folder) if "damaged" in name]
    assert sorted(damaged) == [
        "journal-damaged-2026-11-17-183000-2.sqlite3",
        "journal-damaged-2026-11-17-183000.sqlite3",
    ]


# Nowhere to write


def test_a_file_in_the_way_of_the_folder(tmp_path: Path, clock: WallClock) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "data"):
        assert without_journal(open_journal(folder, clock)) == (
            f"The journal can’t be kept in {folder} (a file is in the way of the folder). "
            "You can still massage; this time it won’t be recorded."
        )


def test_a_folder_in_the_way_of_the_journal(folder: Path, clock: WallClock) -> None:
    (folder / "journal.sqlite3").mkdir(parents=True)
    assert "can’t be kept" in without_journal(open_journal(folder, clock))
    assert (folder / "journal.sqlite3").is_dir()


def test_a_journal_that_another_program_has_locked(folder: Path, clock: WallClock) -> None:
    write_one(folder, clock)
    with closing(sqlite3.connect(folder / "journal.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM tombstone")
        notice = without_journal(open_journal(folder, clock))
    assert "another program is using it" in notice
    must_record(open_journal(folder, clock))


DISK = """
import errno, os, subprocess, sys
from datetime import datetime
from pathlib import Path
from massage_guide.domain.session import Answer, SessionStart
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.opening import open_journal

disk = Path(sys.argv[1])
data = disk / "data"
clock = lambda: datetime.now().astimezone()
start = SessionStart("first-touch", "1.0.0", "d", "First touch")

def fill():
    with open(disk / "films", "wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError as error:
                assert error.errno == errno.ENOSPC

def remount(how):
    subprocess.run(["mount", "-o", "remount," + how, str(disk)], check=True)

"""

FULL_AT_THE_START = """
fill()
print(open_journal(data, clock).notice)
os.remove(disk / "films")
print(open_journal(data, clock).notice)
"""

FULL_LATER = """
open_journal(data, clock).journal.close()
fill()
print(open_journal(data, clock).notice)
"""

FULL_IN_THE_MIDDLE = """
journal = open_journal(data, clock).journal
session = journal.open_session(start)
journal.answer(session, Answer.YES)
fill()
number = 0
try:
    while number < 1000:
        journal.step_began(session, number + 1, "toe-roll")
        number += 1
except JournalWriteFailed as failed:
    print(failed.sentence)
print(len(journal.session(session).steps) == number)
os.remove(disk / "films")
journal.step_began(session, number + 1, "toe-roll")
print(len(journal.session(session).steps) == number + 1)
journal.close()
print(open_journal(data, clock).notice)
"""

READ_ONLY = """
journal = open_journal(data, clock).journal
journal.open_session(start)
journal.close()
remount("ro")
print(open_journal(data, clock).notice)
print(open_journal(disk / "new", clock).notice)
remount("rw")
print(open_journal(data, clock).notice)
"""


def on_a_small_disk(place: Path, story: str) -> list[str]:
    """Tell what happens on a real file system of 512 KiB, seen by the child alone."""
    place.mkdir()
    mount = f"mount -t tmpfs -o size=512k,mode=700 tmpfs {place}"
    own_view = ["unshare", "--mount", "--map-root-user", "--user"]
    try:
        subprocess.run([*own_view, "sh", "-c", mount], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine lets nobody mount a small disk")
    child = [sys.executable, "-c", DISK + story, str(place)]
    done = subprocess.run(
        [*own_view, "sh", "-c", f'{mount} && exec "$@"', "sh", *child],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def cannot_be_kept(folder: Path, reason: str) -> str:
    return (
        f"The journal can’t be kept in {folder} ({reason}). "
        "You can still massage; this time it won’t be recorded."
    )


def test_a_full_disk_at_the_first_start(tmp_path: Path) -> None:
    full, later = on_a_small_disk(tmp_path / "disk", FULL_AT_THE_START)
    assert re.search(r"can’t be kept .*disk is full", full)
    assert later == "None"


def test_a_full_disk_at_a_later_start(tmp_path: Path) -> None:
    (full,) = on_a_small_disk(tmp_path / "disk", FULL_LATER)
    assert full == cannot_be_kept(tmp_path / "disk" / "data", "the disk is full")


def test_a_disk_that_fills_in_the_middle_of_a_massage(tmp_path: Path) -> None:
    said, kept, went_on, later = on_a_small_disk(tmp_path / "disk", FULL_IN_THE_MIDDLE)
    assert said.startswith("This can’t be written down just now (the disk is full).")
    assert (kept, went_on, later) == ("True", "True", "None")


def test_a_read_only_disk(tmp_path: Path) -> None:
    old, new, later = on_a_small_disk(tmp_path / "disk", READ_ONLY)
    assert old == cannot_be_kept(tmp_path / "disk" / "data", "it may not be written to")
    assert new == cannot_be_kept(tmp_path / "disk" / "new", "it may not be written to")
    assert later == "None"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="modes do not stop this user")
def test_a_closed_folder(tmp_path: Path, clock: WallClock) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert without_journal(open_journal(folder, clock)) == cannot_be_kept(
        folder, "it may not be written to"
    )


LOADED = """
import sys
from datetime import datetime
from pathlib import Path
from massage_guide.storage.opening import open_journal
open_journal(Path(sys.argv[1]), lambda: datetime.now().astimezone()).journal.close()
print("alembic" in sys.modules)
"""


def test_alembic_is_loaded_only_when_there_is_something_to_do(folder: Path) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", LOADED, str(folder)], capture_output=True, text=True, check=True
        ).stdout.strip()
        for _start in range(2)
    ]
    assert said == ["True", "False"]
