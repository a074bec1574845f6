"""The opening of the journal: whatever lies in the data folder, the program can start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from massage_guide.storage import database
from massage_guide.storage.backups import day_of, newest_good, opens_a_copy
from massage_guide.storage.errors import (
    JournalCannotBeKept,
    JournalCannotMigrate,
    JournalIsDamaged,
    JournalIsLocked,
    JournalUnavailable,
    JournalWriteFailed,
    PassphraseIsWrong,
)
from massage_guide.storage.folder import close_to_others, make_private, tidy_up
from massage_guide.storage.journal import Journal
from massage_guide.storage.key import PLAIN, Key


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
    locked: bool = False
    """Whether the right passphrase would open it."""


def open_journal(
    data_dir: Path,
    wall_clock: Callable[[], datetime],
    schema: database.Schema = database.SCHEMA,
    key: Key = PLAIN,
    on_offer: UUID | None = None,
) -> OpenedJournal:
    """Open the journal of this data folder; never raises for what lies on the disk.

    `on_offer` is the unfinished massage that this run of the program is asking about already.
    """
    try:
        opened = _open_or_replace(data_dir, wall_clock, schema, key)
        if opened.journal is not None:
            _make_ready(data_dir, opened.journal, on_offer)
        return opened
    except (JournalIsLocked, PassphraseIsWrong) as error:
        return OpenedJournal(None, error.sentence, locked=True)
    except JournalUnavailable as error:
        return OpenedJournal(None, error.sentence)


def _open_or_replace(
    data_dir: Path, wall_clock: Callable[[], datetime], schema: database.Schema, key: Key
) -> OpenedJournal:
    try:
        return OpenedJournal(_open(data_dir, wall_clock, schema, key), None)
    except (JournalIsDamaged, PassphraseIsWrong) as error:
        if isinstance(error, PassphraseIsWrong) and not opens_a_copy(data_dir, key):
            raise
        with database.in_plain_words(data_dir):
            aside = database.set_aside(data_dir / database.FILE_NAME, wall_clock())
        notice = (
            f"Your journal couldn’t be read. It has been put safely aside as {aside.name}, "
            "and a new journal has been started."
        )
        copy = newest_good(data_dir, key=key)
        if copy:
            notice += f" There is a copy of {day_of(copy)} that can be put back."
        journal = _open(data_dir, wall_clock, schema, key)
        return OpenedJournal(journal, notice, aside, copy.path if copy else None)


def prepare(
    data_dir: Path,
    wall_clock: Callable[[], datetime],
    schema: database.Schema = database.SCHEMA,
    key: Key = PLAIN,
) -> None:
    """Make the journal, or bring it up to date, and open nothing; raises JournalUnavailable."""
    path = data_dir / database.FILE_NAME
    with database.in_plain_words(data_dir):
        make_private(data_dir)
        tidy_up(data_dir)
        close_to_others(data_dir)
        _bring_up_to_date(path, wall_clock, schema, key)


def _open(
    data_dir: Path, wall_clock: Callable[[], datetime], schema: database.Schema, key: Key
) -> Journal:
    prepare(data_dir, wall_clock, schema, key)
    return Journal(data_dir / database.FILE_NAME, wall_clock, key)


def _make_ready(data_dir: Path, journal: Journal, on_offer: UUID | None) -> None:
    try:
        # A journal that can be read but not written is found out here, not in
        # the middle of a massage.
        journal.prove_writable()
        journal.tidy(on_offer)
    except JournalWriteFailed as error:
        journal.close()
        raise JournalCannotBeKept(data_dir, error.reason) from error


def _bring_up_to_date(
    path: Path, wall_clock: Callable[[], datetime], schema: database.Schema, key: Key
) -> None:
    if not path.exists():
        if database.side_files(path):
            raise JournalIsDamaged("its main file is gone")
        database.create(path, schema, key)
        return
    if database.look(path, schema, key) == schema.newest:
        return
    copy = database.copy_before(path, schema.newest, wall_clock(), key)
    # Imported only when there is something to do: alembic is slow to load.
    from massage_guide.storage.migrate import migrate

    try:
        migrate(path, schema, key)
    except Exception as error:
        raise JournalCannotMigrate(copy) from error
