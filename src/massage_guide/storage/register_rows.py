"""The rows of a class's register: tables of their own, beside those of the massages."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from massage_guide.storage.rows import Row


class RegisterRow(Row, table=True):
    """A class."""

    __tablename__ = "register"

    name: str
    course: str
    started: date | None = None
    note: str = ""


class FamilyRow(Row, table=True):
    """A baby who comes to the class; goes with it."""

    __tablename__ = "family"

    of_register: UUID = Field(foreign_key="register.id", ondelete="CASCADE", index=True)
    name: str
    born: date | None = None
    due: date | None = None


class AttendanceRow(Row, table=True):
    """That a family came in that week."""

    __tablename__ = "attendance"

    family: UUID = Field(foreign_key="family.id", ondelete="CASCADE", index=True)
    week: int


class MeetingRow(Row, table=True):
    """One class as it was taught."""

    __tablename__ = "meeting"

    of_register: UUID = Field(foreign_key="register.id", ondelete="CASCADE", index=True)
    week: int
    began: datetime
    planned: int
    """Minutes."""
    lasted: float = 0.0
    """Seconds."""


class TaughtRow(Row, table=True):
    """One stroke that was shown in it."""

    __tablename__ = "taught"

    meeting: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    stroke: str
    seconds: float
