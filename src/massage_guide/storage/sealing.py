"""The sealing: a passphrase set, changed or taken away, for the journal and all its copies here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from massage_guide.storage import copies
from massage_guide.storage.backups import FOLDER, is_good, opens_a_copy
from massage_guide.storage.database import look
from massage_guide.storage.errors import (
    JournalIsLocked,
    JournalUnavailable,
    KeepingFailed,
    PassphraseIsWrong,
    database_errors,
)
from massage_guide.storage.key import PLAIN, Key, Passphrase, is_plain, is_sealed
from massage_guide.storage.raw import journal_path, plainly, put_log_away, whole_file
from massage_guide.storage.transfer import transfer

_COPIES = (f"{FOLDER}/journal*.sqlite3", "journal-*.sqlite3")
"""Backups, and what was set aside or copied before a migration."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What became of the copies."""

    done: int
    """Copies that are written anew."""
    removed: tuple[str, ...]
    """Names of copies that were deleted: damaged, so that nothing could encrypt them."""
    left: tuple[str, ...]
    """Names of copies that are as they were: they open with another passphrase, or are in use."""
    elsewhere: tuple[Path, ...]
    """Files elsewhere that the program wrote and that anybody can read."""


def seal(data_dir: Path, key: Passphrase, before: Key = PLAIN) -> Sealed:
    """Encrypt the journal, then its copies; no journal may be open; raises KeepingFailed.

    Killed at any moment, the journal opens with the key from before or with this one.
    """
    _rewrite_journal(data_dir, before, key)
    return seal_copies(data_dir, key, before)


def seal_copies(data_dir: Path, key: Passphrase, before: Key = PLAIN) -> Sealed:
    """Encrypt every copy here; done again, it does what was not done."""
    return _rewrite_copies(data_dir, key if before is PLAIN else before, key)


def unseal(data_dir: Path, key: Passphrase) -> Sealed:
    """Take the passphrase away; no journal may be open; raises KeepingFailed.

    The journal comes last: killed before, it still is encrypted, and so are its copies again
    once it has been opened.
    """
    sealed = _rewrite_copies(data_dir, key, PLAIN)
    _rewrite_journal(data_dir, key, PLAIN)
    return sealed


def opens(data_dir: Path, key: Key) -> bool:
    """Whether this is the key of the journal, be it ever so damaged or so new."""
    try:
        look(journal_path(data_dir), key=key)
    except PassphraseIsWrong:
        return opens_a_copy(data_dir, key)
    except JournalIsLocked:
        return False
    except database_errors(JournalUnavailable, OSError):
        return True
    return True


def _rewrite_journal(data_dir: Path, key: Key, into: Key) -> None:
    path = journal_path(data_dir)
    with plainly("encrypted" if into.seals else "opened"):
        put_log_away(path, key, "changed")
        _rewrite(path, key, into)


def _rewrite_copies(data_dir: Path, key: Key, into: Key) -> Sealed:
    done, removed, left = 0, [], []
    with plainly("copied"):
        for file in _copies(data_dir):
            if into.seals and is_sealed(file) and (key is into or is_good(file, into)):
                continue
            try:
                _rewrite(file, key, into)
                done += 1
            except database_errors(KeepingFailed, OSError):
                # what cannot be encrypted must not stay where anybody can read it
                if is_sealed(file) or not into.seals or not _removed(file):
                    left.append(file.name)
                else:
                    removed.append(file.name)
    return Sealed(done, tuple(removed), tuple(left), _elsewhere(data_dir))


def _rewrite(path: Path, key: Key, into: Key) -> None:
    if not into.seals and is_plain(path):
        return
    with _overwritten(path), whole_file(path) as beside:
        transfer(path, beside, key, into)
        if not is_good(beside, into):
            raise KeepingFailed(f"{path.name} could not be written anew; it is as it was.")


def _removed(file: Path) -> bool:
    try:
        with _overwritten(file):
            file.unlink()
    except OSError:
        return False
    return True


@contextmanager
def _overwritten(path: Path) -> Iterator[None]:
    """Once the file has been replaced or deleted, write zeros over what it held.

    As far as a file system allows: one that copies on write, or a disk of flash, may keep what
    was there until it needs the room.
    """
    if os.name != "posix":
        # there a file that is open cannot be replaced
        yield
        return
    with path.open("rb+") as file:
        mine = os.fstat(file.fileno())
        yield
        with suppress(OSError):
            if os.fstat(file.fileno()).st_nlink == 0:
                for at in range(0, mine.st_size, _PIECE):
                    file.write(bytes(min(_PIECE, mine.st_size - at)))
                file.flush()
                os.fsync(file.fileno())


_PIECE = 1024 * 1024
"""Bytes of zeros at a time."""


def _copies(data_dir: Path) -> list[Path]:
    found = [file for pattern in _COPIES for file in sorted(data_dir.glob(pattern))]
    return [file for file in found if file.is_file()]


def _elsewhere(data_dir: Path) -> tuple[Path, ...]:
    return tuple(
        path for path in copies.remembered(data_dir) if copies.is_ours(path) and not is_sealed(path)
    )
