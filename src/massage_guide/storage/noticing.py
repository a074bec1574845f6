"""What was noticed, read leanly: moments and own words of massages, without their steps."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta, timezone
from uuid import UUID

from sqlmodel import Session, col, exists, or_, select, text

from massage_guide.domain.noticing import Noticed
from massage_guide.storage.rows import MomentRow, NoteRow, SessionRow

_AT_ONCE = 500
"""Massages whose moments are read in one query."""


def noticed(db: Session, baby: UUID | None, limit: int | None) -> tuple[Noticed, ...]:
    """The newest massages at which something was noticed, newest first."""
    moment = exists().where(col(MomentRow.session) == col(SessionRow.id))
    note = exists().where(col(NoteRow.session) == col(SessionRow.id), col(NoteRow.text) != "")
    query = (
        select(SessionRow.id, SessionRow.started, SessionRow.utc_offset, SessionRow.title)
        .where(col(SessionRow.ended).is_not(None), or_(moment, note))
        .order_by(col(SessionRow.started).desc(), text("rowid DESC"))
        .limit(limit)
    )
    if baby is not None:
        query = query.where(SessionRow.baby == baby)
    found = db.exec(query).all()
    moments: defaultdict[UUID, list[str]] = defaultdict(list)
    notes: dict[UUID, str] = {}
    for first in range(0, len(found), _AT_ONCE):
        ids = [row[0] for row in found[first : first + _AT_ONCE]]
        said = select(MomentRow.session, MomentRow.word).where(col(MomentRow.session).in_(ids))
        for session, word in db.exec(said.order_by(text("rowid"))):
            moments[session].append(word)
        written = select(NoteRow.session, NoteRow.text).where(col(NoteRow.session).in_(ids))
        notes.update(db.exec(written).all())
    return tuple(
        Noticed(
            session,
            started.astimezone(timezone(timedelta(minutes=offset))),
            title,
            tuple(moments[session]),
            notes.get(session, ""),
        )
        for session, started, offset, title in found
    )
