"""The export: everything in the journal as one JSON file, readable by any other program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from massage_guide import __version__
from massage_guide.storage import copies
from massage_guide.storage.exchange_format import (
    FORMAT,
    KIND,
    PARTS,
    RECORDS,
    TIMES,
    UUIDS,
    columns_of,
    time_told,
)
from massage_guide.storage.key import PLAIN, Key
from massage_guide.storage.raw import journal_path, reading, whole_file

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENDED = "SELECT id FROM session WHERE ended IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds."""

    paths: tuple[Path, ...]
    babies: int
    sessions: int
    """Massages; one that is still going on is not among them."""


def export_json(
    data_dir: Path, out: Path, wall_clock: Callable[[], datetime], key: Key = PLAIN
) -> Exported:
    """Write everything to `out`, whole or not at all; raises KeepingFailed."""
    counts: dict[str, int] = {}
    copies.refuse_own(data_dir, out)
    with (
        reading(journal_path(data_dir), key) as db,
        whole_file(out) as beside,
        beside.open("w", encoding="utf-8", newline="\n") as file,
    ):
        exported = time_told(wall_clock())
        head = {"kind": KIND, "format": FORMAT, "program": __version__, "exported": exported}
        file.write(_encode(head)[:-1])
        for table in RECORDS:
            file.write(f',\n"{table}":[')
            counts[table] = 0
            for line in records(db, table):
                file.write(",\n" if counts[table] else "\n")
                file.write(line)
                counts[table] += 1
            file.write("]")
        file.write("}\n")
    copies.remember(data_dir, out)
    return Exported((out,), counts["baby"], counts["session"])


def records(db: sqlite3.Connection, table: str) -> Iterator[str]:
    """The records of a table as JSON, in the order of writing."""
    columns = columns_of(table)
    # SQLite shapes uuids and instants, which is many times quicker than Python
    told = ", ".join(shaped(column) for column in columns)
    for row in db.execute(f"SELECT {told} FROM {table} {_which(table)} ORDER BY rowid"):
        yield _encode(dict(zip(columns, row, strict=True)))


def content(table: str, row: tuple[object, ...]) -> str:
    """One row as the history keeps it: the same on every laptop."""
    return _encode(dict(zip(columns_of(table), row, strict=True)))


def _which(table: str) -> str:
    # Somebody else's laptop could not know that a massage is still going on.
    if table == "session":
        return "WHERE ended IS NOT NULL"
    if table in PARTS:
        return f"WHERE session IN ({_ENDED})"
    if table == "history":
        return f"WHERE session IS NULL OR session IN ({_ENDED})"
    return ""


def shaped(column: str, of: str = "") -> str:
    """The SQL that tells a column as the format has it; `of` is its table and a dot."""
    if column in TIMES:
        return f"replace({of}{column}, ' ', 'T') || 'Z'"
    if column in UUIDS:
        ends = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
        return " || '-' || ".join(f"substr({of}{column}, {at}, {many})" for at, many in ends)
    return f'{of}"{column}"'
