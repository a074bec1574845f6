"""The database file: looked at before it is touched, created, and set aside when damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from massage_guide.storage.errors import (
    JournalCannotBeKept,
    JournalIsDamaged,
    JournalIsLocked,
    JournalIsNewer,
    PassphraseIsWrong,
    database_errors,
    is_damage,
    plain_reason,
)
from massage_guide.storage.key import PLAIN, Key, is_plain, is_sealed
from massage_guide.storage.transfer import transfer

FILE_NAME = "journal.sqlite3"


@dataclass(frozen=True, slots=True)
class Schema:
    """What this program knows of the journal's shape."""

    versions: tuple[str, ...]
    """The ids of the migrations, oldest first."""
    migrations: Path
    """The folder with the migrations."""

    @property
    def newest(self) -> str:
        """The version that this program writes."""
        return self.versions[-1]


SCHEMA = Schema(("0001", "0002", "0003"), Path(__file__).parent / "migrations")

_BESIDE = ("-wal", "-shm")


def look(path: Path, schema: Schema = SCHEMA, key: Key = PLAIN) -> str:
    """Tell the schema version of a journal without changing a byte of it.

    Raises JournalIsDamaged for what is not a journal, JournalIsNewer for one from a
    later program, and JournalIsLocked or PassphraseIsWrong for one that is encrypted.
    """
    with path.open("rb"):
        sealed = not is_plain(path)
    if sealed and not is_sealed(path):
        raise JournalIsDamaged("this is not a database")
    if sealed and not key.seals:
        raise JournalIsLocked
    try:
        with _only_looking(path, key) as connection:
            if sealed:
                _unlock(connection)
            return _examine(connection, schema)
    except database_errors() as error:
        if is_damage(error):
            raise JournalIsDamaged(str(error)) from error
        raise


def create(path: Path, schema: Schema = SCHEMA, key: Key = PLAIN) -> None:
    """Make a new journal beside the place and then put it there whole."""
    # Imported only when there is something to do: alembic is slow to load.
    from massage_guide.storage.migrate import migrate

    new = path.with_name("journal-new.sqlite3")
    for leftover in (new, new.with_name(f"{new.name}-journal")):
        leftover.unlink(missing_ok=True)
    # SQLite gives its side files the mode of the file, so this one call closes
    # all three to other people.
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    migrate(new, schema, key)
    new.replace(path)
    _settle(path.parent)


def copy_before(path: Path, version: str, now: datetime, key: Key = PLAIN) -> Path:
    """Copy the whole journal, side files included, before it is migrated."""
    copy = _free_name(path, f"journal-before-{version}-{_stamp(now)}")
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        transfer(path, copy, key)
    except database_errors():
        # Half a copy would look like a whole one.
        copy.unlink(missing_ok=True)
        raise
    return copy


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged journal and its side files to a dated name; nothing is deleted.

    Gives the new name of the journal, or of its log where that was all there was.
    """
    aside = _free_name(path, f"journal-damaged-{_stamp(now)}")
    # The side files go first: one left behind would be played into the new journal.
    moved = aside
    for ending in (*_BESIDE, ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            moved = part.rename(aside.with_name(aside.name + ending))
    _settle(path.parent)
    return moved


def side_files(path: Path) -> list[Path]:
    """Those of SQLite's files beside the journal that exist."""
    beside = (path.with_name(path.name + ending) for ending in _BESIDE)
    return [file for file in beside if file.exists()]


def connect(path: Path, key: Key = PLAIN) -> Engine:
    """An engine whose every commit is on disk when it returns."""
    url = URL.create("sqlite", database=str(path))
    # Should a backup program hold the file, a window must not wait for it long.
    engine = create_engine(
        url,
        module=key.module,
        creator=lambda: key.connect(path, wait=0.5, any_thread=True),
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Turn what the disk and SQLite raise into errors with a sentence."""
    try:
        yield
    except database_errors(DBAPIError) as error:
        if is_damage(error):
            raise JournalIsDamaged(str(error)) from error
        raise JournalCannotBeKept(folder, plain_reason(error)) from error
    except OSError as error:
        raise JournalCannotBeKept(folder, plain_reason(error)) from error


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # Python's driver starts transactions late and commits around DDL; with
    # this the engine's own BEGIN and COMMIT are the only ones.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted or renamed is overwritten, not only let go of.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def _only_looking(path: Path, key: Key) -> Iterator[sqlite3.Connection]:
    if not any(file.stat().st_size for file in side_files(path)):
        # An immutable file is read without locks and without side files.
        with closing(key.connect(path, immutable=True)) as it:
            yield it
        return
    # After a crash the latest rows are in the write-ahead log; reading it would
    # write to the files, so a copy is looked at.
    with TemporaryDirectory(prefix="journal-look-", dir=path.parent) as place:
        for file in (path, *side_files(path)):
            shutil.copyfile(file, Path(place) / file.name)
        with closing(key.connect(Path(place) / path.name)) as it:
            yield it


def _unlock(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except database_errors() as error:
        if is_damage(error):
            raise PassphraseIsWrong from error
        raise


def _examine(connection: sqlite3.Connection, schema: Schema) -> str:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" not in tables:
        raise JournalIsDamaged("it holds no journal")
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1:
        raise JournalIsDamaged("it does not tell its version")
    version = str(rows[0][0])
    if version not in schema.versions:
        raise JournalIsNewer(_as_number(version), _as_number(schema.newest))
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise JournalIsDamaged(str(verdict))
    return version


def _as_number(version: str) -> str:
    return version.lstrip("0") or version


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%d-%H%M%S")


def _free_name(path: Path, stem: str) -> Path:
    """Never one that exists: two in one second both stay."""
    name, count = path.with_name(f"{stem}.sqlite3"), 1
    while name.exists():
        count += 1
        name = path.with_name(f"{stem}-{count}.sqlite3")
    return name


def _settle(folder: Path) -> None:
    """Have the folder itself written, so that a renamed file survives an empty battery."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
