"""The spreadsheet: massages, steps and observations as three CSV files."""

from __future__ import annotations

import csv
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from massage_guide.storage import copies
from massage_guide.storage.exporting import Exported
from massage_guide.storage.key import PLAIN, Key
from massage_guide.storage.raw import journal_path, reading, whole_file

_SESSIONS = """
SELECT s.id, coalesce(b.name, ''), s.utc_offset, s.started, s.ended, s.routine, s.title,
    s.corrected_weeks, s.chips, s.answer, s.ending,
    (SELECT value FROM observation WHERE session = s.id AND place = 'get_ready'
        ORDER BY rowid DESC LIMIT 1),
    (SELECT value FROM observation WHERE session = s.id AND place = 'enough'
        ORDER BY rowid DESC LIMIT 1),
    (SELECT group_concat(word, ' ') FROM moment WHERE session = s.id),
    (SELECT text FROM note WHERE session = s.id ORDER BY rowid DESC LIMIT 1),
    (SELECT word FROM parent_word WHERE session = s.id AND before_or_after = 'before'),
    (SELECT word FROM parent_word WHERE session = s.id AND before_or_after = 'after')
FROM session s LEFT JOIN baby b ON b.id = s.baby
WHERE s.ended IS NOT NULL ORDER BY s.started, s.rowid"""
_STEPS = """
SELECT p.session, coalesce(b.name, ''), p.utc_offset, p.began, p.ended, p.number, p.stroke,
    p.side, p.how
FROM step p JOIN session s ON s.id = p.session LEFT JOIN baby b ON b.id = s.baby
WHERE s.ended IS NOT NULL ORDER BY s.started, s.rowid, p.rowid"""
_OBSERVATIONS = """
SELECT o.session, coalesce(b.name, ''), o.utc_offset, o.happened, o.place, o.value, o.state
FROM observation o JOIN session s ON s.id = o.session LEFT JOIN baby b ON b.id = s.baby
WHERE s.ended IS NOT NULL ORDER BY s.started, s.rowid, o.rowid"""

TABLES = {
    "sessions": (
        "session,baby,started,ended,routine,title,corrected_weeks,today,answer,ending,"
        "before,after,moments,note,parent_before,parent_after",
        _SESSIONS,
        2,
    ),
    "steps": ("session,baby,began,ended,number,stroke,side,how", _STEPS, 2),
    "observations": ("session,baby,when,place,value,state", _OBSERVATIONS, 1),
}
"""File to its head, its question, and how many local times follow the offset."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(data_dir: Path, folder: Path, key: Key = PLAIN) -> Exported:
    """Write sessions.csv, steps.csv and observations.csv into a folder; raises KeepingFailed."""
    paths = tuple(folder / f"{name}.csv" for name in TABLES)
    with reading(journal_path(data_dir), key) as db:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path, name in zip(paths, TABLES, strict=True):
            copies.remember(data_dir, path)
            _write(db, name, path)
        (babies,) = db.execute("SELECT count(*) FROM baby").fetchone()
        (sessions,) = db.execute("SELECT count(*) FROM session WHERE ended IS NOT NULL").fetchone()
    return Exported(paths, babies, sessions)


def _write(db: sqlite3.Connection, name: str, path: Path) -> None:
    head, question, times = TABLES[name]
    # With the mark at its beginning, spreadsheet programs read the file as UTF-8.
    with whole_file(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head.split(","))
        for session, baby, offset, *rest in db.execute(question):
            local = [_local(moment, offset) for moment in rest[:times]]
            writer.writerow([session, _plain(baby), *local, *map(_plain, rest[times:])])


def _local(moment: str | None, offset: int) -> str:
    if moment is None:
        return ""
    return str(datetime.fromisoformat(moment) + timedelta(minutes=offset))[:19]


def _plain(value: object) -> object:
    """Words stay words: a spreadsheet program must not take them for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
