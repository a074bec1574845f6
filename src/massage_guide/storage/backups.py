"""The backups: dated copies of the journal in the data folder, each read once to see it is good."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from massage_guide.domain.keeping import Condition, KeptCopy
from massage_guide.domain.retention import kept
from massage_guide.storage import copies, database
from massage_guide.storage.errors import (
    JournalIsLocked,
    JournalUnavailable,
    KeepingFailed,
    PassphraseIsWrong,
    database_errors,
)
from massage_guide.storage.folder import make_private
from massage_guide.storage.key import PLAIN, Key, is_sealed
from massage_guide.storage.raw import journal_path, plainly, whole_file
from massage_guide.storage.transfer import transfer

FOLDER = "backups"
"""Where they lie, in the data folder."""
_NAME = re.compile(r"journal-(\d{4}-\d{2}-\d{2}-\d{6})(?:-\d+)?\.sqlite3")
_ENDED = "SELECT count(*) FROM session WHERE ended IS NOT NULL"
_STAMP = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One dated copy."""

    path: Path
    taken: datetime
    """Local time, without a zone; from its name."""
    size: int
    """Bytes."""


def backups(data_dir: Path) -> tuple[Backup, ...]:
    """Every dated copy, newest first; whether each is good is found by `is_good`."""
    found = []
    folder = data_dir / FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named:
            try:
                taken = datetime.strptime(named[1], _STAMP)
                found.append(Backup(path, taken, path.stat().st_size))
            except (ValueError, OSError):
                continue
    return tuple(sorted(found, key=lambda one: (one.taken, one.path.name), reverse=True))


def look_into(data_dir: Path, key: Key = PLAIN) -> tuple[KeptCopy, ...]:
    """Every dated copy with what it holds, newest first."""
    return tuple(_looked_into(one, key) for one in backups(data_dir))


def _looked_into(one: Backup, key: Key) -> KeptCopy:
    try:
        database.look(one.path, key=key)
        with closing(key.connect(one.path, immutable=True)) as db:
            (massages,) = db.execute(_ENDED).fetchone()
            return KeptCopy(one.path, one.taken, Condition.GOOD, massages)
    except (JournalIsLocked, PassphraseIsWrong):
        return KeptCopy(one.path, one.taken, Condition.LOCKED)
    except database_errors(OSError, JournalUnavailable):
        return KeptCopy(one.path, one.taken, Condition.DAMAGED)


def is_good(path: Path, key: Key = PLAIN) -> bool:
    """Whether it opens, holds a journal that this program can read, and has no damaged page."""
    try:
        database.look(path, key=key)
        # unlike a glance, this reads every index against its table
        with closing(key.connect(path, immutable=True)) as db:
            verdict = db.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(verdict == ("ok",))
    except database_errors(OSError, JournalUnavailable):
        return False


def newest_good(data_dir: Path, older_than: Path | None = None, key: Key = PLAIN) -> Backup | None:
    """The newest copy that can be put back; or the next one older than a damaged one."""
    every = backups(data_dir)
    after = next((at + 1 for at, one in enumerate(every) if one.path == older_than), 0)
    return next((one for one in every[after:] if is_good(one.path, key)), None)


def take_backup(data_dir: Path, wall_clock: Callable[[], datetime], key: Key = PLAIN) -> Backup:
    """Copy the journal as it is now into the folder of backups; raises KeepingFailed."""
    now = wall_clock().replace(tzinfo=None, microsecond=0)
    with plainly("copied"):
        make_private(data_dir / FOLDER)
    path = data_dir / FOLDER / f"journal-{now.strftime(_STAMP)}.sqlite3"
    count = 1
    while path.exists():
        count += 1
        path = path.with_name(f"journal-{now.strftime(_STAMP)}-{count}.sqlite3")
    copy_journal(data_dir, path, key)
    return Backup(path, now, path.stat().st_size)


def back_up_to(data_dir: Path, out: Path, key: Key = PLAIN) -> None:
    """Copy the journal to a chosen place, and keep in mind where; raises KeepingFailed."""
    copies.refuse_own(data_dir, out)
    copy_journal(data_dir, out, key)
    copies.remember(data_dir, out)


def copy_journal(data_dir: Path, out: Path, key: Key = PLAIN) -> None:
    """Write one good copy, side files included, whole or not at all."""
    source = journal_path(data_dir)
    if not source.exists():
        raise KeepingFailed(f"There is no journal in {data_dir}.")
    with whole_file(out) as beside:
        transfer(source, beside, key)
        if not is_good(beside, key):
            raise KeepingFailed("The journal was not copied: its copy could not be read.")


def back_up_when_due(
    data_dir: Path, wall_clock: Callable[[], datetime], key: Key = PLAIN
) -> Backup | None:
    """Take today's copy unless there is one, and let the oldest go; raises KeepingFailed."""
    every = backups(data_dir)
    today = wall_clock().date()
    if any(one.taken.date() == today for one in every):
        return None
    taken = take_backup(data_dir, wall_clock, key)
    every = (taken, *every)
    stay = kept(one.taken for one in every)
    for one in every:
        # a copy that replaced a good one and is damaged must not push it out
        if one.taken not in stay and is_good(taken.path, key):
            one.path.unlink(missing_ok=True)
    return taken


def day_of(backup: Backup) -> str:
    """The day on which it was taken, as a person says it."""
    return f"{backup.taken.day} {backup.taken:%B %Y}"


def opens_a_copy(data_dir: Path, key: Key) -> bool:
    """Whether the words are right after all: then it is the journal that is damaged."""
    sealed = [one.path for one in backups(data_dir) if is_sealed(one.path)]
    return any(is_good(path, key) for path in sealed[:3])
