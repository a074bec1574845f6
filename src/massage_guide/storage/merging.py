"""The merging: what came from another laptop, taken in by uuid, all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid5

from massage_guide.domain.session import Baby
from massage_guide.storage.errors import CannotImport, database_errors, is_conflict
from massage_guide.storage.exchange_format import PARTS, RECORDS, TIMES, UUIDS, columns_of
from massage_guide.storage.exporting import content, shaped
from massage_guide.storage.key import PLAIN, Key
from massage_guide.storage.parcel import Parcel
from massage_guide.storage.raw import journal_path, reading, writing

_NAMES = UUID("6d1b6f6e-8f0b-5a57-9f0d-2f6f3c0a7d11")
"""From which the uuids of histories and of settled doubles are made, alike on every laptop."""
_DOUBLES = {"note": "session", "moment": "session, word", "parent_word": "session, before_or_after"}
"""What may be there once for each; two laptops may each have written one."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import changed."""

    babies: int
    """That were new."""
    sessions: int
    """Massages that were new."""
    changed: int
    """Records that were on both sides and differed."""
    deleted: int
    """Massages that had been deleted on the other laptop."""


def unknown_babies(data_dir: Path, parcel: Parcel, key: Key = PLAIN) -> tuple[Baby, ...]:
    """The babies of the file that this journal does not know, or knows no more: ask first."""
    with reading(journal_path(data_dir), key) as db:
        known = {UUID(one) for (one,) in db.execute("SELECT id FROM baby")}
    return tuple(baby for baby in parcel.babies if baby.id not in known)


def merge(
    data_dir: Path, parcel: Parcel, add_babies: Collection[UUID] = (), key: Key = PLAIN
) -> Merged:
    """Take everything in; of unknown babies only these, the others' massages stay outside.

    Raises CannotImport, or KeepingFailed where the disk refuses; then nothing has changed.
    """
    with writing(journal_path(data_dir), key) as db:
        _lay_out(db, parcel)
        deleted = _bury(db)
        babies = _add(db, "baby", f"id IN ({_listed(add_babies)})")
        changed = _settle(db, "baby", "1")
        known = "(baby IS NULL OR baby IN (SELECT id FROM main.baby))"
        sessions = _add(db, "session", known)
        changed += _settle(db, "session", known)
        for table in PARTS:
            present = "session IN (SELECT id FROM main.session)"
            _add(db, table, present)
            changed += _settle(db, table, present)
        _add(
            db,
            "history",
            "(session IN (SELECT id FROM main.session) AND baby IS NULL"
            " OR baby IN (SELECT id FROM main.baby) AND session IS NULL)",
        )
        for table, once in _DOUBLES.items():
            _leave_one(db, table, once)
    return Merged(babies, sessions, changed, deleted)


def _lay_out(db: sqlite3.Connection, parcel: Parcel) -> None:
    """Put the file beside the journal, in memory, and see that its parts fit together."""
    for table in RECORDS:
        columns = columns_of(table)
        named = ", ".join(f'"{column}"' for column in columns)
        rest = named.replace('"id"', '"id" UNIQUE', 1)
        db.execute(f"CREATE TEMP TABLE theirs_{table} ({rest})")
        marks = ", ".join(_stored(column) for column in columns)
        try:
            db.executemany(f"INSERT INTO theirs_{table} VALUES ({marks})", parcel.records[table])
        except database_errors() as error:
            if not is_conflict(error):
                raise
            raise CannotImport(f"two records of {table} have the same id") from None
    for table, column, whole in (
        ("session", "baby", "baby"),
        *((part, "session", "session") for part in PARTS),
    ):
        stray = db.execute(
            f"SELECT 1 FROM theirs_{table} WHERE {column} IS NOT NULL"
            f" AND {column} NOT IN (SELECT id FROM theirs_{whole}) LIMIT 1"
        ).fetchone()
        if stray:
            raise CannotImport(f"a {table} belongs to a {whole} that is not in the file")


def _bury(db: sqlite3.Connection) -> int:
    """Delete what was deleted elsewhere, and remember it."""
    columns = ", ".join(columns_of("tombstone"))
    db.execute(
        f"INSERT OR IGNORE INTO main.tombstone ({columns}) SELECT {columns} FROM theirs_tombstone"
    )
    gone = "id IN (SELECT gone FROM theirs_tombstone)"
    for table in PARTS:
        db.execute(f"DELETE FROM main.{table} WHERE {gone}")
    db.execute("DELETE FROM main.history WHERE record IN (SELECT gone FROM theirs_tombstone)")
    return db.execute(f"DELETE FROM main.session WHERE {gone}").rowcount


def _add(db: sqlite3.Connection, table: str, where: str) -> int:
    """Take in what is new and has not been deleted here."""
    columns = ", ".join(f'"{column}"' for column in columns_of(table))
    identity = "record" if table == "history" else "id"
    return db.execute(
        f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM theirs_{table}"
        f" WHERE id NOT IN (SELECT id FROM main.{table})"
        f" AND {identity} NOT IN (SELECT gone FROM main.tombstone) AND {where} ORDER BY rowid"
    ).rowcount


def _settle(db: sqlite3.Connection, table: str, where: str) -> int:
    """Where both sides have a record and they differ, the later edit wins; the other is kept."""
    columns = columns_of(table)
    quoted = [f'"{column}"' for column in columns]
    mine = ", ".join(f"m.{column}" for column in quoted)
    theirs = ", ".join(f"t.{column}" for column in quoted)
    told = ", ".join(shaped(column, f"{side}.") for side in ("m", "t") for column in columns)
    different = db.execute(
        f"SELECT t.rowid, m.changed, t.changed, {told}"
        f" FROM (SELECT rowid, * FROM theirs_{table} WHERE {where}) t"
        f" JOIN main.{table} m ON m.id = t.id WHERE ({mine}) IS NOT ({theirs})"
    ).fetchall()
    for rowid, my_time, their_time, *both in different:
        my_words = content(table, tuple(both[: len(columns)]))
        their_words = content(table, tuple(both[len(columns) :]))
        theirs_won = (their_time, their_words) > (my_time, my_words)
        record = both[0].replace("-", "")
        if theirs_won:
            _keep_before(db, table, f"main.{table}", record, record, my_words)
            fields = ", ".join(quoted)
            db.execute(
                f"UPDATE main.{table} SET ({fields}) ="
                f" (SELECT {fields} FROM theirs_{table} WHERE rowid = ?) WHERE id = ?",
                (rowid, record),
            )
        else:
            _keep_before(db, table, f"theirs_{table}", record, record, their_words)
    return len(different)


def _keep_before(
    db: sqlite3.Connection, table: str, source: str, lost: str, record: str, words: str
) -> None:
    """Write what lost into the history of what stays, under the same uuid on every laptop."""
    whose = {"baby": "id, NULL", "session": "NULL, id"}.get(table, "NULL, session")
    db.execute(
        "INSERT OR IGNORE INTO main.history"
        " (id, record, kind, content, created, changed, utc_offset, baby, session)"
        f" SELECT ?, ?, ?, ?, changed, changed, utc_offset, {whose} FROM {source} WHERE id = ?",
        (uuid5(_NAMES, f"{record} {words}").hex, record, table, words, lost),
    )


def _leave_one(db: sqlite3.Connection, table: str, once: str) -> None:
    """Of two notes on one massage the later stays; the other is history and stays deleted."""
    columns = ", ".join(shaped(column) for column in columns_of(table))
    doubles = db.execute(
        f"SELECT id, first_value(id) OVER one, row_number() OVER one, {columns} FROM main.{table}"
        f" WHERE ({once}) IN"
        f" (SELECT {once} FROM main.{table} GROUP BY {once} HAVING count(*) > 1)"
        f" WINDOW one AS (PARTITION BY {once} ORDER BY changed DESC, id DESC)"
    ).fetchall()
    for lost, stays, place, *row in doubles:
        if place == 1:
            continue
        _keep_before(db, table, f"main.{table}", lost, stays, content(table, tuple(row)))
        db.execute(
            "INSERT OR IGNORE INTO main.tombstone (id, created, changed, utc_offset, gone)"
            f" SELECT ?, changed, changed, utc_offset, id FROM main.{table} WHERE id = ?",
            (uuid5(_NAMES, f"{lost} once").hex, lost),
        )
        db.execute(f"DELETE FROM main.{table} WHERE id = ?", (lost,))


def _stored(column: str) -> str:
    """The SQL that turns what the file says into what the database keeps."""
    if column in TIMES:
        return f"substr(:{column}, 1, 10) || ' ' || substr(:{column}, 12, 15)"
    if column in UUIDS:
        return f"replace(:{column}, '-', '')"
    return f":{column}"


def _listed(babies: Collection[UUID]) -> str:
    return ", ".join(f"'{baby.hex}'" for baby in babies)
