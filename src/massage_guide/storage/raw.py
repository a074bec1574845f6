"""The raw journal: plain connections, for what concerns all of it at once."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from massage_guide.storage.database import FILE_NAME, side_files
from massage_guide.storage.errors import KeepingFailed, database_errors, plain_reason
from massage_guide.storage.key import PLAIN, Key

CACHE = 256 * 1024
"""KiB of pages that are kept in memory at most, while a connection is open."""


def journal_path(data_dir: Path) -> Path:
    """Where the journal of this folder lies."""
    return data_dir / FILE_NAME


@contextmanager
def reading(path: Path, key: Key = PLAIN) -> Iterator[sqlite3.Connection]:
    """One unchanging view of the journal, whoever else writes meanwhile."""
    if not path.exists():
        raise KeepingFailed(f"There is no journal in {path.parent}.")
    with plainly("read"), closing(_open(path, key)) as db:
        db.execute("BEGIN")
        yield db
        db.execute("ROLLBACK")


@contextmanager
def writing(path: Path, key: Key = PLAIN) -> Iterator[sqlite3.Connection]:
    """All of the block is committed at its end, or nothing of it."""
    with plainly("changed"), closing(_open(path, key)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            # a full disk may have undone it already
            with suppress(*database_errors()):
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
        # what was deleted is not to linger in the log
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def put_log_away(path: Path, key: Key, done: str) -> None:
    """Leave the journal in one file, without a log that would be played into its successor."""
    with closing(key.connect(path, wait=2.0)) as db:
        (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode != "delete":
        raise KeepingFailed(f"The journal can’t be {done} (another program is using it).")


@contextmanager
def plainly(done: str) -> Iterator[None]:
    """Turn what the disk and SQLite raise into a sentence."""
    try:
        yield
    except database_errors(OSError) as error:
        raise KeepingFailed(f"The journal can’t be {done} ({plain_reason(error)}).") from error


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A private file beside the place, put there once it is complete and on disk."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        beside = Path(name)
        try:
            yield beside
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            for part in (beside, *side_files(beside), Path(f"{beside}-journal")):
                part.unlink(missing_ok=True)
    except database_errors(OSError) as error:
        raise KeepingFailed(f"{path} could not be written ({plain_reason(error)}).") from error


def _open(path: Path, key: Key) -> sqlite3.Connection:
    db = key.connect(path, wait=2.0, isolation=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")
        # what the journal holds is never written to a folder for scratch files
        db.execute("PRAGMA temp_store = MEMORY")
        # years of records are put in order; done in memory that is many times quicker
        db.execute(f"PRAGMA cache_size = -{CACHE}")
    except BaseException:
        db.close()
        raise
    return db
