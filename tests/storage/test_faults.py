"""What goes wrong outside costs a sentence, and nothing that could be kept."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from massage_guide.domain.session import Answer, EventKind, SessionStart
from massage_guide.storage.errors import JournalReadFailed, JournalWriteFailed, KeepingFailed
from massage_guide.storage.exporting import export_json
from massage_guide.storage.keeping import look_after
from massage_guide.storage.waiting import Waiting
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="the playing child is forked")
def test_nothing_acknowledged_is_lost_to_a_kill() -> None:
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-m", "tools.kills", "--times", "6", "--seed", str(os.getpid())],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert (told["kills"], told["value"]) == (6, 0) and told["acknowledged"] > 6


class Locked:
    """Another program holds the journal."""

    def __init__(self, folder: Path) -> None:
        self.db = sqlite3.connect(folder / "journal.sqlite3", isolation_level=None)
        self.db.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        self.db.execute("ROLLBACK")
        self.db.close()


def test_what_waited_is_written_with_its_own_time(folder: Path, clock: WallClock) -> None:
    laptop, waiting = Laptop(folder, clock), Waiting()
    session = laptop.journal.open_session(SessionStart("first-touch", "1", "d", "First touch"))
    laptop.journal.answer(session, Answer.YES)
    other = Locked(folder)
    happened = []

    def pace(detail: str) -> None:
        clock.wait(10)
        happened.append((detail, clock.now))
        waiting.write(laptop.journal, lambda it: it.event(session, EventKind.PACE, detail))

    for detail in ("first", "second"):
        with pytest.raises(JournalWriteFailed, match="another program is using it"):
            pace(detail)
    with pytest.raises(JournalWriteFailed):
        waiting.write(laptop.journal, lambda it: it.reached(session, 5.0), only_now=True)
    assert len(waiting) == 2
    other.let_go()
    clock.wait(minutes=10)
    waiting.write(laptop.journal, lambda it: it.event(session, EventKind.REST))
    told = laptop.journal.session(session)
    assert told is not None
    paces = [(e.detail, e.when) for e in told.events if e.kind == EventKind.PACE]
    assert paces == happened and told.events[-1].kind == EventKind.REST
    laptop.journal.close()


def test_what_never_can_be_written_holds_nothing_up(folder: Path, clock: WallClock) -> None:
    laptop, waiting = Laptop(folder, clock), Waiting()
    gone, stays = laptop.massage(), laptop.massage()
    laptop.journal.delete_session(gone)
    with pytest.raises(JournalWriteFailed, match="no longer in the journal"):
        waiting.write(laptop.journal, lambda it: it.set_note(gone, "too late"))
    waiting.write(laptop.journal, lambda it: it.set_note(stays, "in time"))
    assert [told.note for told in laptop.journal.sessions()] == ["in time"]
    laptop.journal.close()


FULL = """
import resource, sys
from pathlib import Path
from massage_guide.storage.errors import KeepingFailed
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop
from massage_guide.storage.backups import back_up_to, take_backup
from massage_guide.storage.erasing import erase_baby
from massage_guide.storage.exporting import export_json
from massage_guide.storage.merging import merge
from massage_guide.storage.parcel import read_parcel
from massage_guide.storage.restoring import restore
from massage_guide.storage.spreadsheet import export_csv
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

place, clock = Path(sys.argv[1]), WallClock()
hers, his = Laptop(place / "hers", clock), Laptop(place / "his", clock)
for _ in range(6):
    hers.massage(note="words " * 7000)
file = hers.hand_over()
copy = take_backup(hers.folder, clock).path
his.massage()
before = his.holds()
files = sorted(str(f) for f in place.rglob("*"))
resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, resource.RLIM_INFINITY))
for write in (
    lambda: export_json(hers.folder, place / "new.json", clock),
    lambda: export_csv(hers.folder, place),
    lambda: back_up_to(hers.folder, place / "new.sqlite3"),
    lambda: take_backup(hers.folder, clock),
    lambda: merge(his.folder, read_parcel(file)),
    lambda: restore(his.folder, copy, clock),
):
    try:
        write()
        print("it could be written")
    except KeepingFailed as failed:
        print(failed.sentence)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(his.holds() == before)
after = sorted(str(f) for f in place.rglob("*"))
print([name for name in after if name not in files and "csv" not in name and "copies" not in name])
print(merge(his.folder, read_parcel(file)).sessions)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are POSIX")
def test_a_full_disk_at_every_kind_of_write(tmp_path: Path) -> None:
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *said, unchanged, left_over, later = done.stdout.splitlines()
    assert len(said) == 6
    for sentence in said:
        assert re.search(r"(can’t be|could not be) .*\(the disk (is full|has a)", sentence)
    assert (unchanged, left_over, later) == ("True", "[]", "6")


def test_a_journal_in_use_elsewhere_is_exported(tmp_path: Path, clock: WallClock) -> None:
    laptop = Laptop(tmp_path / "data", clock)
    laptop.massage()
    other = Locked(laptop.folder)
    assert export_json(laptop.folder, tmp_path / "out.json", clock).sessions == 1
    with pytest.raises(KeepingFailed, match="another program is using it"):
        laptop.take_in(tmp_path / "out.json")
    other.let_go()
    assert laptop.take_in(tmp_path / "out.json").sessions == 0
    laptop.journal.close()
    with closing(sqlite3.connect(laptop.folder / "journal.sqlite3")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_page_that_goes_bad_under_an_open_journal_costs_a_sentence(
    folder: Path, clock: WallClock
) -> None:
    laptop = Laptop(folder, clock)
    session = laptop.massage()
    laptop.journal.close()
    path = folder / "journal.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(JournalReadFailed, match="the file is damaged"):
        laptop.journal.sessions()
    with pytest.raises(JournalWriteFailed, match="the file is damaged"):
        laptop.journal.set_note(session, "a note")
    with pytest.raises(KeepingFailed, match="the file is damaged"):
        export_json(folder, folder.parent / "out.json", clock)
    assert not (folder.parent / "out.json").exists()
    assert look_after(folder, clock) == "A part of your journal can’t be read any more."
    laptop.journal.close()
