"""The journal: every massage, written down the moment it happens and told again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, text

from massage_guide.domain.noticing import Noticed
from massage_guide.domain.remembered import Remembered
from massage_guide.domain.session import (
    Answer,
    Baby,
    Ending,
    EventKind,
    HowDone,
    SessionSummary,
    Unfinished,
)
from massage_guide.storage import noticing, summaries
from massage_guide.storage.corrections import Corrections
from massage_guide.storage.deletion import DeletedSession, put_back, take_out
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.registers import Registers
from massage_guide.storage.rows import BabyRow, EventRow, SessionRow, StepRow


class Journal(Corrections, Registers):
    """Writing raises JournalWriteFailed, reading JournalReadFailed; each has a sentence."""

    # Babies

    def add_baby(self, name: str, born: date | None = None, due: date | None = None) -> Baby:
        """Write down a new baby."""
        row = BabyRow(**self._stamp(), name=name, born=born, due=due)
        with self._writing() as db:
            db.add(row)
        return summaries.baby(row)

    def change_baby(self, baby: Baby) -> None:
        """Write down a baby's name and dates anew."""
        now = self._wall_clock()
        with self._writing() as db:
            row = db.get(BabyRow, baby.id)
            if row is None:
                raise JournalWriteFailed("this baby is no longer in the journal")
            row.name, row.born, row.due, row.changed = baby.name, baby.born, baby.due, now

    def babies(self) -> tuple[Baby, ...]:
        """Every baby, in the order in which they were added."""
        with self._reading() as db:
            rows = db.exec(select(BabyRow).order_by(text("rowid")))
            return tuple(summaries.baby(row) for row in rows)

    # What was cut off

    def tidy(self, on_offer: UUID | None = None) -> None:
        """Settle what earlier runs left open, but for the one massage that may be offered.

        What never came to an answer was not a massage. What was offered once, or
        is not the newest, is not asked about again. `on_offer` is still being
        asked about, by the run that opens the journal anew.
        """
        stamp = self._stamp()
        with self._writing() as db:
            offer = True
            for row in self._cut_off(db):
                if row.answer is None:
                    db.delete(row)
                elif row.answer == Answer.NOT_NOW:
                    self._close(db, row, Ending.BABY_SAID_NO, stamp)
                elif offer and (row.offered is None or row.id == on_offer):
                    offer = False
                else:
                    self._close(db, row, Ending.INTERRUPTED, stamp)

    def unfinished(self) -> Unfinished | None:
        """The massage of an earlier run that was cut off, if there is one to offer."""
        now = self._wall_clock()
        with self._reading() as db:
            answered = [row for row in self._cut_off(db) if row.answer is not None]
            if not answered:
                return None
            row = answered[0]
            mine = select(EventRow).where(EventRow.session == row.id)
            events = db.exec(mine.order_by(text("rowid"))).all()
            return summaries.unfinished(row, self._last_step(db, row.id), events, now)

    def offered(self, session: UUID) -> None:
        """Note that the parent has been asked about it: the next start will not ask again."""
        stamp = self._stamp()
        with self._writing() as db:
            row = self._touch(db, session, stamp)
            if row.offered is None:
                row.offered = row.changed = stamp["changed"]
                self._event(db, session, stamp, EventKind.OFFERED)

    def resume(self, session: UUID) -> None:
        """Go on with it; cut off once more, it may be offered once more."""
        stamp = self._stamp()
        with self._writing() as db:
            row = self._touch(db, session, stamp)
            self._end_steps(db, session, HowDone.LEFT, row.last_seen)
            row.offered = None
            row.last_seen = row.changed = stamp["changed"]
            self._event(db, session, stamp, EventKind.RESUMED, at=row.reached)
        self._going_on.add(session)

    def leave_it(self, session: UUID) -> None:
        """Ask no more: it was interrupted."""
        self.end(session, Ending.INTERRUPTED)

    # What was

    def sessions(
        self, baby: UUID | None = None, limit: int | None = None
    ) -> tuple[SessionSummary, ...]:
        """Massages that have ended, newest first; of one baby, or of all."""
        query = select(SessionRow).where(col(SessionRow.ended).is_not(None))
        if baby is not None:
            query = query.where(SessionRow.baby == baby)
        query = query.order_by(col(SessionRow.started).desc(), text("rowid DESC")).limit(limit)
        with self._reading() as db:
            return summaries.summaries(db, db.exec(query).all())

    def remembered(self, baby: UUID | None = None) -> tuple[Remembered, ...]:
        """The same massages as the timeline tells them; thousands in the blink of an eye."""
        with self._reading() as db:
            return summaries.remembered(db, baby)

    def sessions_since(self, since: datetime, baby: UUID | None = None) -> Sequence[SessionSummary]:
        """Massages that began since then and have ended, newest first; of one baby, or of all."""
        query = select(SessionRow).where(
            col(SessionRow.ended).is_not(None), col(SessionRow.started) >= since
        )
        if baby is not None:
            query = query.where(SessionRow.baby == baby)
        query = query.order_by(col(SessionRow.started).desc(), text("rowid DESC"))
        with self._reading() as db:
            return summaries.summaries(db, db.exec(query).all())

    def noticed(self, baby: UUID | None = None, limit: int | None = None) -> Sequence[Noticed]:
        """Massages at which something was noticed, newest first; of one baby, or of all."""
        with self._reading() as db:
            return noticing.noticed(db, baby, limit)

    def session(self, session: UUID) -> SessionSummary | None:
        """One massage, ended or going on."""
        with self._reading() as db:
            row = db.get(SessionRow, session)
            return summaries.summaries(db, [row])[0] if row else None

    def strokes_met(self) -> frozenset[str]:
        """Ids of the strokes that were done at least once, whosever massage it was."""
        done = select(StepRow.stroke).where(col(StepRow.how) == HowDone.DONE).distinct()
        with self._reading() as db:
            return frozenset(stroke for stroke in db.exec(done) if stroke)

    def delete_session(self, session: UUID) -> DeletedSession | None:
        """Delete it with all that belongs to it; what is given back can undo that."""
        stamp = self._stamp()
        with self._writing() as db:
            deleted = take_out(db, session, stamp)
        self._going_on.discard(session)
        return deleted

    def undo_delete(self, deleted: DeletedSession) -> None:
        """Bring it back just as it was."""
        with self._writing() as db:
            put_back(db, deleted)

    @staticmethod
    def _last_step(db: Session, session: UUID) -> StepRow | None:
        mine = select(StepRow).where(StepRow.session == session)
        return db.exec(mine.order_by(text("rowid DESC"))).first()
