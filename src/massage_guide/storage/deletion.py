"""The deletion of one massage: gone for good when the screen is left, and until then undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, delete, select, text

from massage_guide.storage.ledger import Stamp
from massage_guide.storage.rows import (
    EventRow,
    HistoryRow,
    MomentRow,
    NoteRow,
    ObservationRow,
    ParentWordRow,
    Row,
    SessionRow,
    StepRow,
    TombstoneRow,
)

_PARTS = (StepRow, ObservationRow, MomentRow, NoteRow, EventRow, ParentWordRow)


@dataclass(frozen=True, slots=True)
class DeletedSession:
    """A massage that was deleted; whoever holds this can bring it back."""

    id: UUID
    rows: tuple[Row, ...]
    """The massage first, then what belongs to it in the order of writing."""


def take_out(db: Session, session: UUID, stamp: Stamp) -> DeletedSession | None:
    """Delete it with all that belongs to it; a tombstone keeps a merge from undoing that."""
    row = db.get(SessionRow, session)
    if row is None:
        return None
    rows: list[Row] = [_copy(row)]
    for part in _PARTS:
        mine = select(part).where(part.session == session).order_by(text("rowid"))
        rows.extend(_copy(one) for one in db.exec(mine))
    history = select(HistoryRow).where(HistoryRow.session == session).order_by(text("rowid"))
    rows.extend(_copy(one) for one in db.exec(history))
    db.exec(delete(SessionRow).where(col(SessionRow.id) == session))
    db.add(TombstoneRow(**stamp, gone=session))
    return DeletedSession(session, tuple(rows))


def put_back(db: Session, deleted: DeletedSession) -> None:
    """As it was, and its tombstone gone; done twice is done once."""
    if db.get(SessionRow, deleted.id) is not None:
        return
    db.exec(delete(TombstoneRow).where(col(TombstoneRow.gone) == deleted.id))
    for row in deleted.rows:
        db.add(_copy(row))
        # one at a time, so that they lie in the order of writing
        db.flush()


def _copy(row: Row) -> Row:
    return type(row)(**row.model_dump())
