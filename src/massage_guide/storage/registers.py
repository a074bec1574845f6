"""The registers: who comes to a class and what it was taught, written the moment it is known."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta, timezone
from uuid import UUID, uuid4

from sqlmodel import Session, col, delete, select, text

from massage_guide.domain.register import Family, Meeting, Register, Taught
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.ledger import Ledger
from massage_guide.storage.register_rows import (
    AttendanceRow,
    FamilyRow,
    MeetingRow,
    RegisterRow,
    TaughtRow,
)


class Registers(Ledger):
    """Every method has committed when it returns, or raises JournalWriteFailed.

    A register stays in this journal and its copies: no journal file carries it, since those are
    made for other people. So nothing of it merges, and what is taken off leaves no tombstone.
    """

    def registers(self) -> tuple[Register, ...]:
        """Every class, in the order of writing."""
        with self._reading() as db:
            rows = db.exec(select(RegisterRow).order_by(text("rowid"))).all()
            return tuple(_register(db, row) for row in rows)

    def add_register(self, name: str, course: str, started: date | None = None) -> UUID:
        """Write down a new class."""
        row = RegisterRow(**self._stamp(), name=name, course=course, started=started)
        with self._writing() as db:
            db.add(row)
        return row.id

    def change_register(
        self, register: UUID, name: str, course: str, started: date | None, note: str
    ) -> None:
        """Write down anew what a class is called, what it is taught and what was noted."""
        now = self._wall_clock()
        with self._writing() as db:
            row = db.get(RegisterRow, register)
            if row is None:
                raise JournalWriteFailed("this class is no longer in the register")
            row.name, row.course, row.started, row.note = name, course, started, note
            row.changed = now

    def add_family(
        self, register: UUID, name: str, born: date | None = None, due: date | None = None
    ) -> UUID:
        """Write down who comes, by first name."""
        row = FamilyRow(**self._stamp(), of_register=register, name=name, born=born, due=due)
        with self._writing() as db:
            db.add(row)
        return row.id

    def change_family(self, family: Family) -> None:
        """Write down a name and dates anew."""
        now = self._wall_clock()
        with self._writing() as db:
            row = db.get(FamilyRow, family.id)
            if row is None:
                raise JournalWriteFailed("this family is no longer in the register")
            row.name, row.born, row.due, row.changed = family.name, family.born, family.due, now

    def remove_family(self, family: UUID) -> None:
        """Take a family off the register, with the weeks in which it came."""
        with self._writing() as db:
            db.exec(delete(FamilyRow).where(col(FamilyRow.id) == family))

    def set_came(self, family: UUID, week: int, came: bool) -> None:
        """Say whether a family came that week."""
        stamp = self._stamp()
        there = select(AttendanceRow).where(
            AttendanceRow.family == family, AttendanceRow.week == week
        )
        with self._writing() as db:
            rows = db.exec(there).all()
            if came and not rows:
                db.add(AttendanceRow(**stamp, family=family, week=week))
            for row in () if came else rows:
                db.delete(row)

    def open_meeting(
        self, register: UUID, week: int, planned: int, meeting: UUID | None = None
    ) -> UUID:
        """A class begins; `planned` is in minutes."""
        stamp = self._stamp()
        row = MeetingRow(
            **stamp,
            id=meeting or uuid4(),
            of_register=register,
            week=week,
            began=stamp["created"],
            planned=planned,
        )
        with self._writing() as db:
            db.add(row)
        return row.id

    def record_taught(
        self, meeting: UUID, stroke: str | None, seconds: float, lasted: float
    ) -> None:
        """A stroke was shown for so long, or something else was; the class has lasted so long."""
        stamp = self._stamp()
        with self._writing() as db:
            row = db.get(MeetingRow, meeting)
            if row is None:
                raise JournalWriteFailed("this class is no longer in the register")
            row.lasted, row.changed = lasted, stamp["changed"]
            if stroke is not None:
                db.add(TaughtRow(**stamp, meeting=meeting, stroke=stroke, seconds=seconds))


def _register(db: Session, row: RegisterRow) -> Register:
    of = select(FamilyRow).where(FamilyRow.of_register == row.id).order_by(text("rowid"))
    families = tuple(Family(one.id, one.name, one.born, one.due) for one in db.exec(of))
    came = select(AttendanceRow).where(
        col(AttendanceRow.family).in_([family.id for family in families])
    )
    return Register(
        row.id,
        row.name,
        row.course,
        row.started,
        row.note,
        families,
        _meetings(db, row.id),
        frozenset((one.week, one.family) for one in db.exec(came)),
    )


def _meetings(db: Session, register: UUID) -> tuple[Meeting, ...]:
    held = select(MeetingRow).where(MeetingRow.of_register == register).order_by(text("rowid"))
    rows = db.exec(held).all()
    shown = select(TaughtRow).where(col(TaughtRow.meeting).in_([row.id for row in rows]))
    taught: dict[UUID, list[Taught]] = defaultdict(list)
    for one in db.exec(shown.order_by(text("rowid"))):
        taught[one.meeting].append(Taught(one.stroke, one.seconds))
    return tuple(
        Meeting(
            row.week,
            row.began.astimezone(timezone(timedelta(minutes=row.utc_offset))),
            row.planned,
            row.lasted,
            tuple(taught[row.id]),
        )
        for row in rows
    )
