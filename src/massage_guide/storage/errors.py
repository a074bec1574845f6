"""What can go wrong with the journal, each with a sentence for the parent."""

from __future__ import annotations

import errno
import sqlite3
import sys
from pathlib import Path


class JournalUnavailable(Exception):
    """The journal cannot be used now; the program plays without recording."""

    def __init__(self, sentence: str) -> None:
        """Keep the one sentence that the window shows."""
        super().__init__(sentence)
        self.sentence = sentence


class JournalIsNewer(JournalUnavailable):
    """A newer Massage Guide wrote it; it is left exactly as it is."""

    def __init__(self, theirs: str, ours: str) -> None:
        """Name both versions."""
        super().__init__(
            f"Your journal was written by a newer Massage Guide (journal version {theirs}; "
            f"this one knows up to {ours}). It has been left just as it is. "
            "You can still massage; it won’t be recorded until you update."
        )


class JournalIsDamaged(JournalUnavailable):
    """It cannot be read."""

    def __init__(self, reason: str) -> None:
        """Keep the technical reason for a report."""
        super().__init__("Your journal couldn’t be read.")
        self.reason = reason


class JournalIsLocked(JournalUnavailable):
    """Only its passphrase opens it."""

    def __init__(self) -> None:
        """Say what goes on without it."""
        super().__init__(
            "Your journal opens with its passphrase. "
            "You can still massage; until then it won’t be recorded."
        )


class PassphraseIsWrong(JournalUnavailable):
    """These words do not open it."""

    def __init__(self) -> None:
        """Say only that; whoever knows the words will try again."""
        super().__init__("That is not the passphrase of this journal.")


class JournalCannotBeKept(JournalUnavailable):
    """The folder is missing, closed to us, or the disk is full."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder and what is in the way."""
        super().__init__(
            f"The journal can’t be kept in {folder} ({reason}). "
            "You can still massage; this time it won’t be recorded."
        )
        self.reason = reason


class JournalCannotMigrate(JournalUnavailable):
    """Bringing it up to date failed; it is as it was before."""

    def __init__(self, copy: Path) -> None:
        """Name the copy that was taken first."""
        super().__init__(
            "Your journal couldn’t be brought up to date. It is unchanged, and there is a copy "
            f"in {copy.name}. You can still massage; it won’t be recorded for now."
        )


class JournalReadFailed(JournalUnavailable):
    """It was there, and now it cannot be read."""

    def __init__(self, reason: str) -> None:
        """Say what is in the way."""
        super().__init__(f"The journal can’t be read just now ({reason}).")
        self.reason = reason


class JournalWriteFailed(Exception):
    """One thing could not be written; everything before it is safe."""

    def __init__(self, reason: str, *, may_pass: bool = False) -> None:
        """Say it in one sentence that asks nothing of a parent mid-massage."""
        self.reason = reason
        self.may_pass = may_pass
        """Whether the same may be written later, when there is room or the file is free."""
        self.sentence = (
            f"This can’t be written down just now ({reason}). "
            "What came before is safe, and the massage can go on."
        )
        super().__init__(self.sentence)


class KeepingFailed(Exception):
    """Something asked of the journal as a whole was not done, and nothing was changed."""

    def __init__(self, sentence: str) -> None:
        """Keep the one sentence that says why."""
        super().__init__(sentence)
        self.sentence = sentence


class CannotImport(KeepingFailed):
    """The file is refused whole; the journal is as it was."""

    def __init__(self, reason: str) -> None:
        """Say what is wrong with the file."""
        super().__init__(f"Nothing was imported: {reason}.")


class BackupIsDamaged(KeepingFailed):
    """This copy cannot be put back."""

    def __init__(self, damaged: Path, older: Path | None) -> None:
        """Name the next older copy that can, if there is one."""
        offer = f" The next older good copy is {older}." if older else ""
        super().__init__(f"{damaged.name} is damaged and was not put back.{offer}")
        self.older = older


class CopyIsLocked(KeepingFailed):
    """This copy has another passphrase than the journal."""

    def __init__(self, copy: Path) -> None:
        """Name it."""
        super().__init__(
            f"{copy.name} opens with another passphrase and was not put back. "
            "It needs the one that it was made with."
        )
        self.copy = copy


def database_errors(*also: type[Exception]) -> tuple[type[Exception], ...]:
    """What SQLite raises; where there is a passphrase, another library raises its own."""
    sealed = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *also) if sealed is None else (sqlite3.Error, sealed.Error, *also)


def is_conflict(error: BaseException) -> bool:
    """Whether two rows cannot both be there."""
    return _code(error).startswith("SQLITE_CONSTRAINT")


def may_pass(error: BaseException) -> bool:
    """Whether the same write may succeed later without anything else being changed."""
    return _code(error).startswith(_PASSING)


def is_damage(error: BaseException) -> bool:
    """Whether the file is to blame, not the disk or the folder."""
    return _code(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def plain_reason(error: BaseException) -> str:
    """Say in a few words why the disk refused."""
    cause = _cause(error)
    code = _code(error)
    for beginning, words in _REASONS:
        if code.startswith(beginning):
            return words
    if isinstance(cause, OSError):
        return _ERRNO.get(cause.errno or 0) or (cause.strerror or "no reason given").lower()
    return "the disk has a problem"


def _cause(error: BaseException) -> BaseException:
    # SQLAlchemy keeps SQLite's own error, which carries the code, in `orig`.
    return getattr(error, "orig", None) or error


def _code(error: BaseException) -> str:
    return getattr(_cause(error), "sqlite_errorname", None) or ""


_PASSING = (
    *("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_LOCKED"),
    *("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"),
)

_REASONS = (
    ("SQLITE_FULL", "the disk is full"),
    ("SQLITE_READONLY", "it may not be written to"),
    ("SQLITE_PERM", "it may not be written to"),
    ("SQLITE_CANTOPEN", "it may not be written to"),
    ("SQLITE_IOERR_SHMSIZE", "the disk is full"),
    ("SQLITE_IOERR", "the disk has a problem"),
    ("SQLITE_BUSY", "another program is using it"),
    ("SQLITE_LOCKED", "another program is using it"),
    ("SQLITE_CORRUPT", "the file is damaged"),
    ("SQLITE_NOTADB", "the file is damaged"),
    ("SQLITE_CONSTRAINT", "it belongs to something that is no longer there"),
)

_ERRNO = {
    errno.EACCES: "it may not be written to",
    errno.EPERM: "it may not be written to",
    errno.EROFS: "it may not be written to",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the disk is full",
    errno.ENOENT: "there is no such place",
    errno.ENOTDIR: "a file is in the way of the folder",
    errno.EEXIST: "a file is in the way of the folder",
    errno.EISDIR: "a folder is in the way of the journal",
}
