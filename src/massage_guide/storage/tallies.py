"""The tallies: what patterns need of every massage, read at once instead of massage by massage."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from massage_guide.domain.patterns import Given
from massage_guide.domain.session import Ending, EventKind
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.ledger import Ledger

LATEST = 20
"""Massages that are read each time: Enough still writes to one that has ended."""
_NONE: frozenset[str] = frozenset()
_CHANGED = "SELECT id, changed FROM session WHERE ended IS NOT NULL"
_OF_THESE = "session IN (SELECT value FROM json_each(:these))"
_MASSAGES = """
SELECT id, changed, started, utc_offset, routine, title, ending FROM session
WHERE id IN (SELECT value FROM json_each(:these))"""
_RATINGS = f"""
SELECT session, place, value FROM observation
WHERE place <> 'guide' AND {_OF_THESE} ORDER BY rowid"""
# Strokes lie together in one text for each massage: a row for each step would take twice as long.
# The bare columns are those of the last step, since SQLite takes them from the row of the maximum.
_STROKES = f"""
SELECT session,
    group_concat(CASE how WHEN 'done' THEN stroke END),
    group_concat(CASE how WHEN 'left' THEN stroke END),
    CASE how WHEN 'left' THEN stroke END,
    max(rowid)
FROM step WHERE {_OF_THESE} GROUP BY session"""
_MOMENTS = f"SELECT session, word FROM moment WHERE {_OF_THESE}"
_EVENTS = f"""
SELECT session, kind, detail, happened FROM event
WHERE kind IN ('again', 'back', 'swap', 'leave_out') AND {_OF_THESE} ORDER BY rowid"""
_NUMBERED = "SELECT stroke FROM step WHERE session = ? AND number = ? ORDER BY rowid LIMIT 1"
_AT = "SELECT stroke FROM step WHERE session = ? AND began <= ? ORDER BY rowid DESC LIMIT 1"

_Row = tuple[str, ...]


class Tallies:
    """What was read once is read again only where the massage changed, or is to be forgotten."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, tuple[str, Given]] = {}
        """When a massage was changed last, and what it was then, by its uuid."""

    def forget(self, session: UUID) -> None:
        """Read this one again: a part of it was put right, which leaves its own row as it was."""
        self._known.pop(session.hex, None)

    def given(self, baby: UUID | None = None) -> tuple[Given, ...]:
        """Every massage that has ended, oldest first; of one baby, or of all.

        Raises JournalReadFailed.
        """
        mine = " AND baby = ?" if baby else ""
        with self._ledger.rows() as db:
            rows = db.execute(
                f"{_CHANGED}{mine} ORDER BY started", (baby.hex,) if baby else ()
            ).fetchall()
            known = self._known
            older = rows[:-LATEST]
            fresh = [row[0] for row in older if row[0] not in known or known[row[0]][0] != row[1]]
            fresh += [row[0] for row in rows[-LATEST:]]
            if fresh:
                _Reading(db, fresh).tell(known)
        return tuple(known[row[0]][1] for row in rows)


class _Reading:
    """A reading of these massages; each kind of thing comes in one go."""

    def __init__(self, db: sqlite3.Connection, massages: list[str]) -> None:
        self._db = db
        self._sets: dict[str | None, frozenset[str]] = {None: _NONE}
        self._these = {"these": json.dumps(massages)}

    def tell(self, known: dict[str, tuple[str, Given]]) -> None:
        """Put each massage where it is known."""
        ratings = {
            (session, place): _POINTS[int(value)] for session, place, value in self._rows(_RATINGS)
        }
        strokes = {row[0]: row[1:] for row in self._rows(_STROKES)}
        moments: defaultdict[str, set[str]] = defaultdict(set)
        for session, word in self._rows(_MOMENTS):
            moments[session].add(word)
        again, enough, left_out = self._events()
        for session, changed, started, offset, routine, title, ending in self._rows(_MASSAGES):
            local = datetime.fromisoformat(started) + timedelta(minutes=int(offset))
            done, left, last, _ = strokes.get(session, (None, None, None, None))
            if ending == Ending.BABY_SAID_NO and last:
                enough[session].add(last)
            known[session] = (
                changed,
                Given(
                    local.date(),
                    local.hour,
                    routine,
                    title,
                    ratings.get((session, "get_ready")),
                    ratings.get((session, "enough")),
                    self._set(done),
                    self._set(left),
                    frozenset(again.get(session, _NONE)),
                    frozenset(enough.get(session, _NONE)),
                    frozenset(left_out.get(session, _NONE)),
                    frozenset(moments.get(session, _NONE)),
                ),
            )

    def _events(self) -> tuple[defaultdict[str, set[str]], ...]:
        again: defaultdict[str, set[str]] = defaultdict(set)
        enough: defaultdict[str, set[str]] = defaultdict(set)
        left_out: defaultdict[str, set[str]] = defaultdict(set)
        rows = self._rows(_EVENTS)
        for at, (session, kind, detail, happened) in enumerate(rows):
            if kind == EventKind.LEAVE_OUT:
                left_out[session].add(detail)
            elif kind == EventKind.SWAP:
                enough[session] |= self._stroke(_AT, session, happened)
            elif kind == EventKind.AGAIN and not _went_back(rows, at):
                again[session] |= self._stroke(_NUMBERED, session, detail)
        return again, enough, left_out

    def _stroke(self, query: str, session: str, which: str) -> set[str]:
        return {stroke for (stroke,) in self._db.execute(query, (session, which)) if stroke}

    def _set(self, text: str | None) -> frozenset[str]:
        """The strokes of a text; the same massage is given again and again."""
        known = self._sets.get(text)
        if known is None:
            known = self._sets[text] = frozenset((text or "").split(","))
        return known

    def _rows(self, query: str) -> list[_Row]:
        return self._db.execute(query, self._these).fetchall()


_POINTS = (None, *Settledness)


def _went_back(rows: list[_Row], at: int) -> bool:
    """Whether the next press of Left made it a step back, which cancels it [rule 10]."""
    session, _, number, happened = rows[at]
    # an imported file may say anything here
    if at + 1 == len(rows) or not number.isdecimal():
        return False
    after, kind, before, then = rows[at + 1]
    soon = datetime.fromisoformat(then) - datetime.fromisoformat(happened) <= timedelta(seconds=2)
    one_less = before == str(max(int(number) - 1, 1))
    return after == session and kind == EventKind.BACK and one_less and soon
