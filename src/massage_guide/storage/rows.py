"""The rows: the tables of the journal."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """What every row of every table carries [rule 15]."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    created: datetime
    """UTC."""
    changed: datetime
    """UTC; equal to `created` until the row is edited."""
    utc_offset: int
    """Local time minus UTC when the row was created, in minutes."""


class BabyRow(Row, table=True):
    """A baby."""

    __tablename__ = "baby"

    name: str
    born: date | None = None
    due: date | None = None


class SessionRow(Row, table=True):
    """A massage, from Get ready on."""

    __tablename__ = "session"

    baby: UUID | None = Field(
        default=None, foreign_key="baby.id", ondelete="CASCADE", nullable=True, index=True
    )
    routine: str
    version: str
    digest: str
    title: str
    corrected_weeks: int | None = None
    started: datetime = Field(index=True)
    chips: str = ""
    """Separated by spaces; a chip's id holds none."""
    answer: str | None = None
    """To Ask; without one it was never a massage."""
    last_seen: datetime
    """When anything was last recorded while the massage was going on."""
    reached: float | None = None
    """Seconds of the timeline, as last told."""
    offered: datetime | None = None
    """When going on with it was offered; that is done once."""
    ended: datetime | None = None
    ending: str | None = None


class OfSession(Row):
    """What belongs to one massage and goes with it."""

    session: UUID = Field(foreign_key="session.id", ondelete="CASCADE", index=True)


class StepRow(OfSession, table=True):
    """A step that began."""

    __tablename__ = "step"

    number: int
    stroke: str | None = None
    side: str | None = None
    began: datetime
    ended: datetime | None = None
    how: str | None = None


class ObservationRow(OfSession, table=True):
    """A rating of settledness."""

    __tablename__ = "observation"

    happened: datetime
    value: int
    state: str | None = None
    place: str


class MomentRow(OfSession, table=True):
    """A moment the parent noticed."""

    __tablename__ = "moment"

    word: str


class NoteRow(OfSession, table=True):
    """The parent's own words about a massage; at most one each."""

    __tablename__ = "note"

    text: str


class EventRow(OfSession, table=True):
    """Anything else that happened."""

    __tablename__ = "event"

    happened: datetime
    kind: str
    detail: str = ""
    at: float | None = None
    """Seconds of the timeline."""


class ParentWordRow(OfSession, table=True):
    """How the parent is, in one word."""

    __tablename__ = "parent_word"

    before_or_after: str
    word: str


class TombstoneRow(Row, table=True):
    """That something was deleted at `created`, so that a merge does not bring it back."""

    __tablename__ = "tombstone"

    gone: UUID = Field(unique=True)
    """The uuid of what was deleted."""


class HistoryRow(Row, table=True):
    """What a record was before a merge replaced it; `changed` tells until when it held.

    Its uuid is made from the record and the content, so that two laptops which
    settle the same difference write the same row.
    """

    __tablename__ = "history"

    record: UUID = Field(index=True)
    """The uuid of the record."""
    kind: str
    """The record's table."""
    baby: UUID | None = Field(
        default=None, foreign_key="baby.id", ondelete="CASCADE", nullable=True, index=True
    )
    """Set where the record is a baby; it goes with the baby."""
    session: UUID | None = Field(
        default=None, foreign_key="session.id", ondelete="CASCADE", nullable=True, index=True
    )
    """Set where the record is a massage or belongs to one; it goes with the massage."""
    content: str
    """The record's own fields as JSON."""
