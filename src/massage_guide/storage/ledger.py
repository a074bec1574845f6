"""The ledger: how the journal writes and reads, each time whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict, cast
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from massage_guide.storage.database import connect
from massage_guide.storage.errors import (
    JournalReadFailed,
    JournalWriteFailed,
    database_errors,
    may_pass,
    plain_reason,
)
from massage_guide.storage.key import PLAIN, Key


class Stamp(TypedDict):
    """When a row is written: UTC, and how far local time is from it."""

    created: datetime
    changed: datetime
    utc_offset: int


class Ledger:
    """One database, one wall clock."""

    def __init__(self, path: Path, wall_clock: Callable[[], datetime], key: Key = PLAIN) -> None:
        """Open a file that `open_journal` has made sure of.

        The wall clock tells zone-aware local time; its offset is kept with each row.
        """
        self._engine = connect(path, key)
        self._wall_clock = wall_clock
        # Massages of this run of the program: they are going on, not unfinished.
        self._going_on: set[UUID] = set()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def prove_writable(self) -> None:
        """Write a page and undo nothing: raises JournalWriteFailed where that is not possible."""
        with self._writing() as db:
            db.connection().exec_driver_sql("PRAGMA user_version = 1")

    def now(self) -> datetime:
        """The wall clock's time."""
        return self._wall_clock()

    @contextmanager
    def as_of(self, moment: datetime) -> Iterator[None]:
        """Write what happened then, and could not be written then."""
        clock = self._wall_clock
        self._wall_clock = lambda: moment
        try:
            yield
        finally:
            self._wall_clock = clock

    def _stamp(self) -> Stamp:
        now = self._wall_clock()
        offset = now.utcoffset()
        if offset is None:
            raise ValueError("the wall clock must know its zone")
        return {"created": now, "changed": now, "utc_offset": offset // timedelta(minutes=1)}

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """Commit when the block is done; all of it is on disk, or none."""
        try:
            with Session(self._engine, expire_on_commit=False) as db:
                yield db
                db.commit()
        except database_errors(DBAPIError) as error:
            raise JournalWriteFailed(plain_reason(error), may_pass=may_pass(error)) from error

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as db:
                yield db
        except database_errors(DBAPIError) as error:
            raise JournalReadFailed(plain_reason(error)) from error

    @contextmanager
    def rows(self) -> Iterator[sqlite3.Connection]:
        """One unchanging view through the bare connection, for what is read by the thousand."""
        with self._reading() as db:
            yield cast("sqlite3.Connection", db.connection().connection.driver_connection)
