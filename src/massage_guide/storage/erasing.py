"""The erasing: a baby, a class, or everything, taken out of every file that the program owns."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from massage_guide.domain.keeping import Goes
from massage_guide.storage import copies
from massage_guide.storage.backups import FOLDER, is_good
from massage_guide.storage.database import side_files
from massage_guide.storage.errors import KeepingFailed, database_errors
from massage_guide.storage.key import PLAIN, Key, is_plain, is_sealed
from massage_guide.storage.raw import journal_path, plainly, reading
from massage_guide.storage.sealing import opens

_OURS = ("journal*", ".journal*", f"{FOLDER}/*", f"{FOLDER}/.*", ".copies.json.*")
"""What storage may have left in the data folder, by name."""
_REPORTS = ("report-*.txt", "stopped.txt")
_NAMES = {
    "baby": "SELECT name FROM baby WHERE id = ?1",
    "register": "SELECT name FROM register WHERE id = ?1"
    " UNION SELECT name FROM family WHERE of_register = ?1",
}
"""What is erased, by its table, with the names that go."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did besides emptying the journal."""

    removed: tuple[Path, ...]
    """Files that were deleted: exports, and copies that could not be rewritten."""
    rewritten: int
    """Copies of the journal that stay, without what was erased."""
    left: tuple[Path, ...]
    """Files that could not be reached now and may still hold the name."""


def what_goes(data_dir: Path, baby: UUID | None, key: Key = PLAIN) -> Goes:
    """What an erasure of this baby, or of everything, will take."""
    question = "SELECT count(*) FROM session WHERE ended IS NOT NULL AND (baby = ?1 OR ?1 IS NULL)"
    massages, classes, name = None, 0, ""
    if opens(data_dir, key):
        with reading(journal_path(data_dir), key) as db:
            if baby is None:
                (classes,) = db.execute("SELECT count(*) FROM register").fetchone()
            (massages,) = db.execute(question, (baby.hex if baby else None,)).fetchone()
            if baby is not None:
                name = "".join(found for (found,) in db.execute(_NAMES["baby"], (baby.hex,)))
    there = _there(data_dir)
    here = [file for file in _copies(data_dir) if file not in there and _is_database(file)]
    if baby is None:
        lost, stay, there_lost = [], [], []
    else:
        there = [path for path in there if not copies.is_page_of_another(path, baby)]
        lost = [file for file in here if not _can_stay(file, name, key)]
        stay = [path for path in there if _can_stay(path, name, key)]
        there_lost = [path for path in there if path not in stay and _is_database(path)]
    return Goes(
        massages,
        len(here) - len(lost),
        removed=tuple(path for path in there if path not in (*stay, *there_lost)),
        rewritten=tuple(stay),
        lost=len(lost),
        lost_elsewhere=tuple(there_lost),
        missing=tuple(path for path in copies.remembered(data_dir) if not path.exists()),
        classes=classes,
    )


def erase_baby(data_dir: Path, baby: UUID, key: Key = PLAIN) -> Erased:
    """Erase this baby with every massage, from the journal and all its copies; no tombstones stay.

    Raises KeepingFailed; what was erased by then stays erased, and it can be done again.
    """
    path = journal_path(data_dir)
    name = ""
    if path.exists():
        with plainly("erased from"):
            name = "".join(_without(path, "baby", baby, "WAL", key))
    removed, left, rewritten = [], [], 0
    for copy in _copies(data_dir):
        if copies.is_page_of_another(copy, baby):
            continue
        try:
            # a copy that is named after the baby would itself tell the name
            named = bool(name) and name in str(copy)
            if not named and _is_database(copy) and _rewritten(copy, "baby", baby, key):
                rewritten += 1
            else:
                _remove(copy)
                removed.append(copy)
        except OSError:
            left.append(copy)
    with plainly("erased from"):
        _sweep(data_dir)
        for report in (file for pattern in _REPORTS for file in data_dir.glob(pattern)):
            if name and name in report.read_text(encoding="utf-8", errors="replace"):
                report.unlink()
        copies.forget(
            data_dir, set(copies.remembered(data_dir)) - set(left) - set(_there(data_dir))
        )
    return Erased(tuple(removed), rewritten, tuple(left))


def erase_class(data_dir: Path, register: UUID, key: Key = PLAIN) -> Erased:
    """Erase this class with its families, from the journal and all its copies.

    Files for others and tables hold nothing of a class, so they stay. Raises KeepingFailed.
    """
    path = journal_path(data_dir)
    names: tuple[str, ...] = ()
    with plainly("erased from"):
        if path.exists():
            names = _without(path, "register", register, "WAL", key)
    removed, left, rewritten = [], [], 0
    for copy in _copies(data_dir):
        if copies.is_ours(copy) and not _is_database(copy):
            # made for other people
            continue
        try:
            if _is_database(copy) and _rewritten(copy, "register", register, key):
                rewritten += 1
            elif any(_may_tell(part, names) for part in (copy, *side_files(copy))):
                _remove(copy)
                removed.append(copy)
        except OSError:
            left.append(copy)
    with plainly("erased from"):
        _sweep(data_dir)
        for report in (file for pattern in _REPORTS for file in data_dir.glob(pattern)):
            if _may_tell(report, names):
                report.unlink()
        copies.forget(data_dir, removed)
    return Erased(tuple(removed), rewritten, tuple(left))


def erase_everything(data_dir: Path) -> Erased:
    """Erase the journal with all its copies and exports; no journal may be open.

    Routines of one's own and the settings stay: they are not about a family.
    """
    removed, left = [], []
    for file in [*_copies(data_dir), journal_path(data_dir)]:
        try:
            if file.exists():
                _remove(file)
                removed.append(file)
        except OSError:
            left.append(file)
    with plainly("erased"):
        for pattern in (*_OURS, *_REPORTS):
            for file in data_dir.glob(pattern):
                shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
        if (data_dir / FOLDER).is_dir():
            (data_dir / FOLDER).rmdir()
        copies.forget(data_dir, set(copies.remembered(data_dir)) - set(left))
    return Erased(tuple(removed), 0, tuple(left))


def _copies(data_dir: Path) -> Iterator[Path]:
    """Every file besides the journal that holds what it holds, or once did."""
    journal = journal_path(data_dir)
    its = {journal, *(journal.with_name(journal.name + end) for end in ("-wal", "-shm"))}
    for pattern in _OURS:
        for file in sorted(data_dir.glob(pattern)):
            # side files go with the file that they belong to
            if file.is_file() and file not in its and not _is_beside(file):
                yield file
    yield from _there(data_dir)


def _there(data_dir: Path) -> list[Path]:
    return [path for path in copies.remembered(data_dir) if copies.is_ours(path)]


def _is_beside(file: Path) -> bool:
    main = file.with_name(file.name.removesuffix("-wal").removesuffix("-shm"))
    return main != file and main.exists()


def _is_database(file: Path) -> bool:
    return is_plain(file) or is_sealed(file)


def _can_stay(copy: Path, name: str, key: Key) -> bool:
    """Whether a copy will be kept without the baby: it opens, is whole, and is not named so."""
    return not (name and name in str(copy)) and _is_database(copy) and is_good(copy, key)


def _rewritten(copy: Path, table: str, record: UUID, key: Key) -> bool:
    """Whether the copy could be kept, without that record."""
    try:
        _without(copy, table, record, "DELETE", key)
    except database_errors():
        return False
    return not side_files(copy)


def _without(path: Path, table: str, record: UUID, mode: str, key: Key) -> tuple[str, ...]:
    """Delete the record and write the whole file anew, so that no page remembers; tells names."""
    names: list[tuple[str]] = []
    with closing(key.connect(path, wait=2.0, isolation=None)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA temp_store = MEMORY")
        # an older copy may know of no such thing
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            names = db.execute(_NAMES[table], (record.hex,)).fetchall()
            db.execute(f"DELETE FROM {table} WHERE id = ?", (record.hex,))
        db.execute("VACUUM")
        busy, *_pages = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        (now,) = db.execute(f"PRAGMA journal_mode = {mode}").fetchone()
        if busy or now != mode.lower():
            raise KeepingFailed("The journal can’t be erased from (another program is using it).")
    return tuple(name for (name,) in names)


def _may_tell(file: Path, names: tuple[str, ...]) -> bool:
    """Whether a file that cannot be rewritten may hold something of a class."""
    content = file.read_bytes()
    told = any(name.encode() in content for name in names if name)
    return told or b"CREATE TABLE register" in content or is_sealed(file)


def _remove(file: Path) -> None:
    for part in (*side_files(file), file):
        part.unlink()


def _sweep(data_dir: Path) -> None:
    """Folders that a killed start left behind."""
    for folder in data_dir.glob("journal-look-*"):
        shutil.rmtree(folder)
