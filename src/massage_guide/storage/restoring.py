"""The restoring: a copy put back in the journal's place, after a copy of what was there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from massage_guide.storage import database
from massage_guide.storage.backups import (
    Backup,
    is_good,
    newest_good,
    take_backup,
)
from massage_guide.storage.errors import (
    BackupIsDamaged,
    CopyIsLocked,
    JournalIsLocked,
    JournalIsNewer,
    JournalUnavailable,
    KeepingFailed,
    PassphraseIsWrong,
    database_errors,
)
from massage_guide.storage.folder import make_private
from massage_guide.storage.key import PLAIN, Key
from massage_guide.storage.raw import journal_path, plainly, put_log_away, whole_file
from massage_guide.storage.transfer import transfer


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    before: Backup | None
    """The copy of the journal that was replaced; None where there was none that could be read."""
    aside: Path | None
    """Where a damaged journal was put."""
    sessions: int
    """Massages in the journal now."""


def restore(
    data_dir: Path,
    copy: Path,
    wall_clock: Callable[[], datetime],
    key: Key = PLAIN,
    copy_key: Key | None = None,
) -> Restored:
    """Put this copy in the journal's place; no journal may be open.

    `copy_key` opens a copy that has another passphrase. Raises BackupIsDamaged, which offers
    the next older one, CopyIsLocked, or KeepingFailed; the journal then is as it was.
    """
    copy_key = key if copy_key is None else copy_key
    _refuse_unless_good(data_dir, copy, copy_key)
    path = journal_path(data_dir)
    with plainly("restored"):
        make_private(data_dir)
    before, aside = None, None
    with whole_file(path) as beside:
        transfer(copy, beside, copy_key, key)
        _bring_up_to_date(beside, key)
        if path.exists():
            before, aside = _put_away(data_dir, wall_clock, key)
    with closing(key.connect(path)) as db:
        (sessions,) = db.execute("SELECT count(*) FROM session WHERE ended IS NOT NULL").fetchone()
    return Restored(before, aside, sessions)


def _refuse_unless_good(data_dir: Path, copy: Path, key: Key) -> None:
    if not copy.is_file():
        raise KeepingFailed(f"There is no file {copy}.")
    if copy.resolve() == journal_path(data_dir).resolve():
        raise KeepingFailed(f"{copy} is the journal itself; please choose a copy.")
    try:
        database.look(copy, key=key)
    except (JournalIsLocked, PassphraseIsWrong) as error:
        raise CopyIsLocked(copy) from error
    except JournalIsNewer as error:
        raise KeepingFailed(
            f"{copy.name} was written by a newer Massage Guide and was not put back."
        ) from error
    except database_errors(JournalUnavailable, OSError):
        pass
    if not is_good(copy, key):
        older = newest_good(data_dir, copy.absolute(), key)
        raise BackupIsDamaged(copy, older.path if older else None)


def _bring_up_to_date(copy: Path, key: Key) -> None:
    if database.look(copy, key=key) == database.SCHEMA.newest:
        return
    # Imported only when there is something to do: alembic is slow to load.
    from massage_guide.storage.migrate import migrate

    migrate(copy, database.SCHEMA, key)


def _put_away(
    data_dir: Path, wall_clock: Callable[[], datetime], key: Key
) -> tuple[Backup | None, Path | None]:
    """Copy the journal first, and leave no log behind that would be played into its successor."""
    path = journal_path(data_dir)
    try:
        database.look(path, key=key)
    except (JournalIsNewer, JournalIsLocked, PassphraseIsWrong) as error:
        raise KeepingFailed(error.sentence) from error
    except JournalUnavailable:
        return None, database.set_aside(path, wall_clock())
    before = take_backup(data_dir, wall_clock, key)
    put_log_away(path, key, "restored")
    return before, None
