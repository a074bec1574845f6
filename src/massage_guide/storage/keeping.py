"""The keeping: what is looked after beside the window, once a start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from massage_guide.storage.backups import back_up_when_due, day_of, newest_good
from massage_guide.storage.errors import KeepingFailed, database_errors, is_damage
from massage_guide.storage.key import PLAIN, Key, Passphrase, is_sealed
from massage_guide.storage.raw import journal_path
from massage_guide.storage.sealing import seal_copies


def look_after(data_dir: Path, wall_clock: Callable[[], datetime], key: Key = PLAIN) -> str:
    """Read every page, then take today's copy; a sentence for the parent, or nothing to say.

    May run in a thread of its own: it shares nothing with an open journal but the file.
    """
    if not journal_path(data_dir).exists():
        return ""
    if not is_whole(data_dir, key):
        copy = newest_good(data_dir, key=key)
        offer = f" There is a good copy of {day_of(copy)} that can be put back." if copy else ""
        return f"A part of your journal can’t be read any more.{offer}"
    try:
        if is_sealed(journal_path(data_dir)) and isinstance(key, Passphrase):
            # a kill, or somebody's putting back of files, may have left some that are not
            seal_copies(data_dir, key)
        back_up_when_due(data_dir, wall_clock, key)
    except KeepingFailed as error:
        return f"Today’s copy of the journal was not taken. {error.sentence}"
    return ""


def is_whole(data_dir: Path, key: Key = PLAIN) -> bool:
    """Whether no page is damaged; a file that is busy or out of reach is not called damaged."""
    try:
        with closing(key.connect(journal_path(data_dir), wait=2.0)) as db:
            verdict = db.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(verdict == ("ok",))
    except database_errors() as error:
        return not is_damage(error)
