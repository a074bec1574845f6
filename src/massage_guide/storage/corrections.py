"""The corrections: what a parent puts right about a massage that is over."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, select, text

from massage_guide.domain.session import HowDone, Place
from massage_guide.domain.settledness import BabyState, Settledness, goes_with
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.record import MassageRecord
from massage_guide.storage.rows import ObservationRow, SessionRow, StepRow, TombstoneRow


class Corrections(MassageRecord):
    """Only the row that was wrong changes, so that two laptops may put different things right."""

    def correct_rating(
        self,
        session: UUID,
        place: Place,
        value: Settledness | None,
        state: BabyState | None = None,
    ) -> None:
        """Say anew how settled baby was there; the time at which it was seen stays.

        None clears it, and a rating where there was none gets the time of the massage.
        """
        if value is not None and not goes_with(value, state):
            raise ValueError(f"{value.label} does not go with {state}")
        stamp = self._stamp()
        with self._writing() as db:
            massage = self._massage(db, session)
            there = select(ObservationRow).where(
                ObservationRow.session == session, ObservationRow.place == place.value
            )
            rows = list(db.exec(there.order_by(text("rowid"))))
            if value is None:
                for row in rows:
                    db.add(TombstoneRow(**stamp, gone=row.id))
                    db.delete(row)
                return
            if rows:
                row = rows[-1]
            else:
                over = massage.ended if place is Place.ENOUGH else None
                happened = over or massage.started
                row = ObservationRow(
                    **stamp, session=session, happened=happened, value=value, place=place.value
                )
                row.utc_offset = massage.utc_offset
                db.add(row)
            row.value, row.state = value.value, state.value if state else None
            row.changed = stamp["changed"]

    def correct_step(self, session: UUID, step: UUID, how: HowDone) -> None:
        """Say anew how a step ended; when it did stays."""
        stamp = self._stamp()
        with self._writing() as db:
            self._massage(db, session)
            row = db.get(StepRow, step)
            if row is None or row.session != session:
                raise JournalWriteFailed("this step is no longer in the journal")
            row.how, row.changed = how.value, stamp["changed"]

    @staticmethod
    def _massage(db: Session, session: UUID) -> SessionRow:
        row = db.get(SessionRow, session)
        if row is None:
            raise JournalWriteFailed("this massage is no longer in the journal")
        return row
