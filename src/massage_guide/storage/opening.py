"""The opening of the journal: whatever lies in the data folder, the program can start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from massage_guide.storage import database
from massage_guide.storage.backups import day_of, newest_good
from massage_guide.storage.errors import (
    JournalCannotBeKept,
    JournalCannotMigrate,
    JournalIsDamaged,
    JournalUnavailable,
    JournalWriteFailed,
)
from massage_guide.storage.folder import make_private
from massage_guide.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class OpenedJournal:
    """A journal, or why there is none."""

    journal: Journal | None
    """None: the program plays without recording."""
    notice: str | None
    """One sentence for the parent, when there is something to say."""
    aside: Path | None = None
    """Where a damaged journal was put."""
    backup: Path | None = None
    """The newest good backup, to be offered in its place."""


def open_journal(
    data_dir: Path,
    wall_clock: Callable[[], datetime],
    schema: database.Schema = database.SCHEMA,
) -> OpenedJournal:
    """Open the journal of this data folder; never raises for what lies on the disk."""
    try:
        return _open_or_replace(data_dir, wall_clock, schema)
    except JournalUnavailable as error:
        return OpenedJournal(None, error.sentence)


def _open_or_replace(
    data_dir: Path, wall_clock: Callable[[], datetime], schema: database.Schema
) -> OpenedJournal:
    try:
        return OpenedJournal(_open(data_dir, wall_clock, schema), None)
    except JournalIsDamaged as error:
        with database.in_plain_words(data_dir):
            aside = database.set_aside(data_dir / database.FILE_NAME, wall_clock())
        notice = (
            f"{error.sentence} It has been put safely aside as {aside.name}, "
            "and a new journal has been started."
        )
        copy = newest_good(data_dir)
        if copy:
            notice += f" There is a copy of {day_of(copy)} that can be put back."
        journal = _open(data_dir, wall_clock, schema)
        return OpenedJournal(journal, notice, aside, copy.path if copy else None)


def prepare(
    data_dir: Path,
    wall_clock: Callable[[], datetime],
    schema: database.Schema = database.SCHEMA,
) -> None:
    """Make the journal, or bring it up to date, and open nothing; raises JournalUnavailable."""
    path = data_dir / database.FILE_NAME
    with database.in_plain_words(data_dir):
        make_private(data_dir)
        _bring_up_to_date(path, wall_clock, schema)
        path.chmod(0o600)


def _open(data_dir: Path, wall_clock: Callable[[], datetime], schema: database.Schema) -> Journal:
    prepare(data_dir, wall_clock, schema)
    journal = Journal(data_dir / database.FILE_NAME, wall_clock)
    try:
        # A journal that can be read but not written is found out here, not in
        # the middle of a massage.
        journal.prove_writable()
        journal.tidy()
    except JournalWriteFailed as error:
        journal.close()
        raise JournalCannotBeKept(data_dir, error.reason) from error
    return journal


def _bring_up_to_date(
    path: Path, wall_clock: Callable[[], datetime], schema: database.Schema
) -> None:
    if not path.exists():
        if database.side_files(path):
            raise JournalIsDamaged("its main file is gone")
        database.create(path, schema)
        return
    if database.look(path, schema) == schema.newest:
        return
    copy = database.copy_before(path, schema.newest, wall_clock())
    # Imported only when there is something to do: alembic is slow to load.
    from massage_guide.storage.migrate import migrate

    try:
        migrate(path, schema)
    except Exception as error:
        raise JournalCannotMigrate(copy) from error
