"""The writing down of one massage, from Get ready to Enough."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, col, delete, select, text

from massage_guide.domain.figure import Side
from massage_guide.domain.session import (
    Answer,
    Ending,
    EventKind,
    HowDone,
    Place,
    SessionStart,
    When,
)
from massage_guide.domain.settledness import BabyState, Settledness, goes_with
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.ledger import Ledger, Stamp
from massage_guide.storage.rows import (
    EventRow,
    MomentRow,
    NoteRow,
    ObservationRow,
    ParentWordRow,
    SessionRow,
    StepRow,
    TombstoneRow,
)

SECOND_THOUGHTS = timedelta(seconds=3)
"""A rating this soon after another on the same screen replaces it [rule 16]."""


class MassageRecord(Ledger):
    """Every method has committed when it returns, or raises JournalWriteFailed."""

    def open_session(self, start: SessionStart, session: UUID | None = None) -> UUID:
        """Begin the record, under this uuid or a new one; Get ready opens."""
        stamp = self._stamp()
        row = SessionRow(
            **stamp,
            id=session or uuid4(),
            baby=start.baby,
            routine=start.routine,
            version=start.version,
            digest=start.digest,
            title=start.title,
            corrected_weeks=start.corrected_weeks,
            chips=" ".join(start.chips),
            started=stamp["created"],
            last_seen=stamp["created"],
        )
        with self._writing() as db:
            db.add(row)
        self._going_on.add(row.id)
        return row.id

    def drop_session(self, session: UUID) -> None:
        """Forget it: the parent left before Ask, so it was never a massage."""
        with self._writing() as db:
            db.exec(delete(SessionRow).where(col(SessionRow.id) == session))
        self._going_on.discard(session)

    def set_baby(self, session: UUID, baby: UUID | None, corrected_weeks: int | None) -> None:
        """Say whose massage it is, and the corrected age today."""
        stamp = self._stamp()
        with self._writing() as db:
            row = self._touch(db, session, stamp)
            row.baby, row.corrected_weeks, row.changed = baby, corrected_weeks, stamp["changed"]

    def set_chips(self, session: UUID, chips: Collection[str]) -> None:
        """Say what is true today; what came and went is kept as events."""
        stamp = self._stamp()
        with self._writing() as db:
            row = self._touch(db, session, stamp)
            before = row.chips.split()
            row.chips = " ".join(chips)
            for chip in chips:
                if chip not in before:
                    self._event(db, session, stamp, EventKind.CHIP, chip)
            for chip in before:
                if chip not in chips:
                    self._event(db, session, stamp, EventKind.CHIP_OFF, chip)

    def answer(self, session: UUID, answer: Answer) -> None:
        """Write down baby's answer; from here on it is a massage, and an older offer lapses."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp).answer = answer.value
            self._event(db, session, stamp, EventKind.ANSWER, answer.value)
            for row in self._cut_off(db):
                self._close(db, row, Ending.INTERRUPTED, stamp)

    def step_began(
        self,
        session: UUID,
        number: int,
        stroke: str | None,
        side: Side | None = None,
        at: float | None = None,
    ) -> None:
        """A step begins; one that is still open was left."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp, at)
            self._end_steps(db, session, HowDone.LEFT, stamp["changed"])
            db.add(
                StepRow(
                    **stamp,
                    session=session,
                    number=number,
                    stroke=stroke,
                    side=side.value if side else None,
                    began=stamp["created"],
                )
            )

    def step_ended(self, session: UUID, how: HowDone, at: float | None = None) -> None:
        """The step that is open ends."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp, at)
            self._end_steps(db, session, how, stamp["changed"])

    def event(
        self, session: UUID, kind: EventKind, detail: str = "", at: float | None = None
    ) -> None:
        """Again, back, hold, rest, go on, pace or the like."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp, at)
            self._event(db, session, stamp, kind, detail, at)

    def reached(self, session: UUID, at: float) -> None:
        """Say how far it has come, in seconds of the timeline, so that it can go on there."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp, at)

    def rate(
        self,
        session: UUID,
        value: Settledness,
        state: BabyState | None = None,
        place: Place = Place.GUIDE,
    ) -> None:
        """Write down how settled baby is; within 3 s it replaces the one before."""
        if not goes_with(value, state):
            raise ValueError(f"{value.label} does not go with {state}")
        stamp = self._stamp()
        now = stamp["changed"]
        with self._writing() as db:
            self._touch(db, session, stamp)
            row = self._last_rating(db, session, place)
            if row is None or abs(now - row.happened) > SECOND_THOUGHTS:
                row = ObservationRow(
                    **stamp, session=session, happened=now, value=value, place=place.value
                )
                db.add(row)
            row.value, row.state = value.value, state.value if state else None
            row.happened = row.changed = now

    def take_back_rating(self, session: UUID, place: Place) -> None:
        """Blank is an answer too: forget the last rating of this screen."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp)
            row = self._last_rating(db, session, place)
            if row is not None:
                db.add(TombstoneRow(**stamp, gone=row.id))
                db.delete(row)

    def add_moment(self, session: UUID, word: str) -> None:
        """The parent noticed something; noticing it twice is once."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp)
            if not self._moments(db, session, word):
                db.add(MomentRow(**stamp, session=session, word=word))

    def remove_moment(self, session: UUID, word: str) -> None:
        """Take it back."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp)
            for row in self._moments(db, session, word):
                db.add(TombstoneRow(**stamp, gone=row.id))
                db.delete(row)

    def set_note(self, session: UUID, words: str) -> None:
        """Keep the parent's own words; none leaves a blank."""
        stamp = self._stamp()
        with self._writing() as db:
            self._touch(db, session, stamp)
            row = db.exec(select(NoteRow).where(NoteRow.session == session)).first()
            if row is None:
                row = NoteRow(**stamp, session=session, text=words)
                db.add(row)
            row.text, row.changed = words, stamp["changed"]

    def set_parent_word(self, session: UUID, when: When, word: str | None) -> None:
        """Keep how the parent is, in one word, or none."""
        stamp = self._stamp()
        mine = select(ParentWordRow).where(
            ParentWordRow.session == session, ParentWordRow.before_or_after == when.value
        )
        with self._writing() as db:
            self._touch(db, session, stamp)
            row = db.exec(mine).first()
            if row is not None and word is None:
                db.add(TombstoneRow(**stamp, gone=row.id))
                db.delete(row)
            elif row is not None and word is not None:
                row.word, row.changed = word, stamp["changed"]
            elif word is not None:
                db.add(ParentWordRow(**stamp, session=session, before_or_after=when, word=word))

    def end(self, session: UUID, ending: Ending) -> None:
        """Say why it ended; said again, the reason changes and the time stays."""
        stamp = self._stamp()
        with self._writing() as db:
            self._close(db, self._touch(db, session, stamp), ending, stamp)
        self._going_on.discard(session)

    def _cut_off(self, db: Session) -> list[SessionRow]:
        """Massages of earlier runs that never ended, newest first."""
        still_open = select(SessionRow).where(
            col(SessionRow.ended).is_(None), col(SessionRow.id).not_in(self._going_on)
        )
        return list(db.exec(still_open.order_by(col(SessionRow.started).desc())))

    def _close(self, db: Session, row: SessionRow, ending: Ending, stamp: Stamp) -> None:
        # One that was cut off ended when it was last heard of, not now.
        ended = stamp["created"] if row.id in self._going_on else row.last_seen
        self._end_steps(db, row.id, HowDone.LEFT, ended)
        row.ended, row.ending, row.changed = row.ended or ended, ending.value, stamp["changed"]

    def _touch(
        self, db: Session, session: UUID, stamp: Stamp, at: float | None = None
    ) -> SessionRow:
        row = db.get(SessionRow, session)
        if row is None:
            raise JournalWriteFailed("this massage is no longer in the journal")
        if session in self._going_on:
            row.last_seen = row.changed = stamp["changed"]
        if at is not None:
            row.reached = at
        return row

    @staticmethod
    def _event(
        db: Session,
        session: UUID,
        stamp: Stamp,
        kind: EventKind,
        detail: str = "",
        at: float | None = None,
    ) -> None:
        db.add(
            EventRow(
                **stamp,
                session=session,
                happened=stamp["created"],
                kind=kind.value,
                detail=detail,
                at=at,
            )
        )

    @staticmethod
    def _end_steps(db: Session, session: UUID, how: HowDone, ended: datetime) -> None:
        still_open = select(StepRow).where(StepRow.session == session, col(StepRow.ended).is_(None))
        for step in db.exec(still_open):
            step.ended = step.changed = ended
            step.how = how.value

    @staticmethod
    def _last_rating(db: Session, session: UUID, place: Place) -> ObservationRow | None:
        there = select(ObservationRow).where(
            ObservationRow.session == session, ObservationRow.place == place.value
        )
        return db.exec(there.order_by(text("rowid DESC"))).first()

    @staticmethod
    def _moments(db: Session, session: UUID, word: str) -> list[MomentRow]:
        same = select(MomentRow).where(MomentRow.session == session, MomentRow.word == word)
        return list(db.exec(same))
