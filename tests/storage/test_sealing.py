"""A passphrase on the journal: what it opens, what it hides, and what is left of before."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from massage_guide.storage.backups import back_up_to, backups, is_good, take_backup
from massage_guide.storage.erasing import erase_baby, what_goes
from massage_guide.storage.errors import CopyIsLocked, KeepingFailed
from massage_guide.storage.exporting import export_json
from massage_guide.storage.keeping import look_after
from massage_guide.storage.key import PLAIN, Key, Passphrase, is_sealed, passphrase_for
from massage_guide.storage.merging import merge
from massage_guide.storage.opening import open_journal
from massage_guide.storage.parcel import read_parcel
from massage_guide.storage.raw import journal_path
from massage_guide.storage.restoring import restore
from massage_guide.storage.sealing import opens, seal, unseal
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

FIXTURES = Path(__file__).parent / "fixtures"
WORDS, OTHER = "warm hands, träge Zehen", "quite other words"

KEY = Passphrase(WORDS)
"""Deriving a key is slow on purpose, so it is done once for all that need no other."""


@pytest.fixture
def folder_with_copies(folder: Path, clock: WallClock) -> Path:
    """A closed journal with two massages of Mira, each with a backup, and one set aside."""
    laptop = Laptop(folder, clock)
    mira = laptop.journal.add_baby("Mirabelle")
    for _time in range(2):
        laptop.massage(mira.id, "Mirabelle smiled")
        take_backup(folder, clock)
    laptop.journal.close()
    return folder


def found(folder: Path, name: bytes = b"Mirabelle") -> list[str]:
    """The files in which the name can be read."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if name in file.read_bytes()]


def massages(folder: Path, clock: WallClock, key: Key = PLAIN) -> int:
    opened = open_journal(folder, clock, key=key)
    assert opened.journal is not None, opened.notice
    with closing(opened.journal) as journal:
        return len(journal.sessions())


def test_a_passphrase_hides_every_copy_and_opens_them_all(
    folder_with_copies: Path, clock: WallClock
) -> None:
    folder = folder_with_copies
    assert len(found(folder)) == 3
    key = KEY
    sealed = seal(folder, key)
    assert (sealed.done, sealed.removed, sealed.elsewhere) == (2, (), ())
    assert found(folder) == []
    assert massages(folder, clock, passphrase_for(journal_path(folder), WORDS)) == 2
    assert [is_good(one.path, key) for one in backups(folder)] == [True, True]

    # anybody's SQLCipher opens it with the words alone
    with closing(sqlcipher.connect(str(journal_path(folder)))) as db:
        db.execute(f"PRAGMA key = '{WORDS}'")
        assert db.execute("SELECT name FROM baby").fetchall() == [("Mirabelle",)]


def test_without_it_or_with_other_words_nothing_is_touched(
    folder_with_copies: Path, clock: WallClock
) -> None:
    folder = folder_with_copies
    seal(folder, KEY)
    before = journal_path(folder).read_bytes()
    for key in (PLAIN, passphrase_for(journal_path(folder), OTHER)):
        opened = open_journal(folder, clock, key=key)
        assert opened.journal is None and opened.locked and opened.aside is None
        assert not opens(folder, key)
        with pytest.raises(KeepingFailed):
            restore(folder, backups(folder)[0].path, clock, key)
    assert opened.notice == "That is not the passphrase of this journal."
    assert journal_path(folder).read_bytes() == before
    assert [file.name for file in folder.glob("journal-damaged*")] == []


def test_everything_is_done_with_the_journal_as_without(
    folder_with_copies: Path, clock: WallClock, tmp_path: Path
) -> None:
    folder, key = folder_with_copies, KEY
    seal(folder, key)
    clock.wait(hours=24)
    opened = open_journal(folder, clock, key=key)
    assert opened.journal is not None
    with closing(opened.journal) as journal:
        baby = journal.babies()[0]
        assert look_after(folder, clock, key) == "", "read, and copied beside the open window"
        export_json(folder, tmp_path / "out.json", clock, key)
        back_up_to(folder, tmp_path / "copy.sqlite3", key)
    assert is_sealed(tmp_path / "copy.sqlite3")
    assert merge(folder, read_parcel(tmp_path / "out.json"), (), key).sessions == 0
    assert restore(folder, backups(folder)[-1].path, clock, key).sessions == 2
    assert restore(folder, tmp_path / "copy.sqlite3", clock, key).sessions == 2
    assert massages(folder, clock, key) == 2
    assert found(folder) == []

    erased = erase_baby(folder, baby.id, key)
    assert erased.rewritten == len(backups(folder)) + 1 and erased.left == ()
    for copy in (journal_path(folder), *(one.path for one in backups(folder))):
        with closing(key.connect(copy)) as db:
            assert db.execute("SELECT count(*) FROM session").fetchone() == (0,)


def test_it_is_changed_and_taken_away(folder_with_copies: Path, clock: WallClock) -> None:
    folder, first, second = folder_with_copies, KEY, Passphrase(OTHER)
    seal(folder, first)
    old = folder.parent / "elsewhere.sqlite3"
    back_up_to(folder, old, first)
    seal(folder, second, first)
    assert not opens(folder, first) and massages(folder, clock, second) == 2
    assert [is_good(one.path, second) for one in backups(folder)] == [True, True]

    # a copy elsewhere keeps the words that it was made with
    assert what_goes(folder, uuid4(), second).lost_elsewhere == (old,), "it could only be deleted"
    with pytest.raises(CopyIsLocked):
        restore(folder, old, clock, second)
    assert restore(folder, old, clock, second, passphrase_for(old, WORDS)).sessions == 2
    assert massages(folder, clock, second) == 2

    assert unseal(folder, second).left == ()
    assert massages(folder, clock) == 2
    assert all(is_good(one.path) for one in backups(folder))
    # a plain journal takes in an encrypted copy, and an encrypted one a plain copy
    assert restore(folder, old, clock, PLAIN, passphrase_for(old, WORDS)).sessions == 2
    assert massages(folder, clock) == 2


def test_what_cannot_be_encrypted_does_not_stay(folder_with_copies: Path, clock: WallClock) -> None:
    folder = folder_with_copies
    damaged = backups(folder)[0].path
    damaged.write_bytes(damaged.read_bytes()[:9000])
    letter = folder.parent / "letter.json"
    export_json(folder, letter, clock)
    sealed = seal(folder, KEY)
    assert sealed.removed == (damaged.name,) and not damaged.exists()
    assert sealed.elsewhere == (letter,), "said, since anybody can read it"
    assert found(folder) == []


def test_a_damaged_journal_is_not_taken_for_wrong_words(
    folder_with_copies: Path, clock: WallClock
) -> None:
    folder, key = folder_with_copies, KEY
    seal(folder, key)
    path = journal_path(folder)
    path.write_bytes(os.urandom(4096) + path.read_bytes()[4096:])
    opened = open_journal(folder, clock, key=passphrase_for(path, WORDS))
    assert opened.aside is not None and opened.backup == backups(folder)[0].path
    assert opened.journal is not None
    opened.journal.close()
    assert is_sealed(path), "the new journal is encrypted like the one before"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_an_older_journal_is_brought_up_to_date_under_its_passphrase(
    folder: Path, clock: WallClock
) -> None:
    folder.mkdir(exist_ok=True)
    for old in sorted(FIXTURES.glob("journal-*.sqlite3")):
        shutil.copy(old, journal_path(folder))
        seal(folder, KEY)
        assert is_sealed(journal_path(folder))
        assert massages(folder, clock, KEY) > 0
    assert all(is_sealed(copy) for copy in folder.glob("journal-before-*")), "encrypted as well"


_SEALER = """
import sys
from pathlib import Path
from massage_guide.storage.key import Passphrase, passphrase_for
from massage_guide.storage.raw import journal_path
from massage_guide.storage.sealing import seal, unseal
folder, words = Path(sys.argv[1]), sys.argv[2]
key = passphrase_for(journal_path(folder), words)
key.raw()
print("now", flush=True)
while True:
    seal(folder, key)
    unseal(folder, key)
"""


@pytest.fixture
def sealer(folder_with_copies: Path) -> Iterator[subprocess.Popen[str]]:
    """Sets the passphrase and takes it away, again and again."""
    with subprocess.Popen(
        [sys.executable, "-c", _SEALER, str(folder_with_copies), WORDS],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_a_kill_while_it_is_set_or_taken_away_loses_nothing(
    folder_with_copies: Path, clock: WallClock, sealer: subprocess.Popen[str]
) -> None:
    folder = folder_with_copies
    assert sealer.stdout is not None and sealer.stdout.readline() == "now\n"
    for _write in range(40):
        # each file that comes or goes is a step of the work
        before = names(folder)
        while names(folder) == before:
            pass
    os.kill(sealer.pid, signal.SIGKILL)
    sealer.wait()
    sealed = is_sealed(journal_path(folder))
    key = passphrase_for(journal_path(folder), WORDS) if sealed else PLAIN
    assert massages(folder, clock, key) == 2
    if sealed:
        assert look_after(folder, clock, key) == ""
        assert found(folder) == []
