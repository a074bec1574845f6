"""The exchange format: what a journal file that travels between laptops may hold."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from massage_guide.domain.figure import Side
from massage_guide.domain.session import Answer, Ending, HowDone, Place, When
from massage_guide.domain.settledness import BabyState

FORMAT = 1
"""The newest format that this program writes and reads."""
KIND = "massage-guide-journal"
"""What a journal file calls itself."""


def _one_of(words: Iterable[str]) -> str:
    return f"^({'|'.join(words)})$"


Uuid = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
]
Word = Annotated[str, Field(max_length=500)]
_DAYS = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8])"
)
_LEAP = r"20([02468][048]|[13579][26])-02-29|(19|21)(0[48]|[2468][048]|[13579][26])-02-29"
Time = Annotated[
    str,
    # A pattern is quicker than a calendar, and what fits goes into the database as it is.
    Field(
        pattern=rf"^((19[7-9][0-9]|2[01][0-9][0-9])-({_DAYS})|{_LEAP})"
        r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z$"
    ),
]
Day = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2200, 1, 1))]
Seconds = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]
Offset = Annotated[int, Field(gt=-1440, lt=1440)]
Small = Annotated[int, Field(ge=-100, le=100_000)]

_EXACT = ConfigDict(extra="forbid", strict=True)


class _Record(TypedDict):
    id: Uuid
    created: Annotated[Time, Field(description="UTC.")]
    changed: Annotated[Time, Field(description="UTC; of two versions of a record the later wins.")]
    utc_offset: Annotated[Offset, Field(description="Local time minus UTC, in minutes.")]


class _OfSession(_Record):
    session: Annotated[Uuid, Field(description="The massage it belongs to.")]


@with_config(_EXACT)
class BabyRecord(_Record):
    """A baby."""

    name: Annotated[str, Field(max_length=500)]
    born: Day | None
    due: Day | None


@with_config(_EXACT)
class SessionRecord(_Record):
    """A massage that has ended."""

    baby: Uuid | None
    routine: Word
    version: Word
    digest: Word
    title: Word
    corrected_weeks: Small | None
    started: Time
    chips: Annotated[str, Field(max_length=500, description="What was true that day, by spaces.")]
    answer: Annotated[str, Field(pattern=_one_of(Answer))] | None
    last_seen: Time
    reached: Seconds | None
    offered: Time | None
    ended: Time
    ending: Annotated[str, Field(pattern=_one_of(Ending))]


@with_config(_EXACT)
class StepRecord(_OfSession):
    """A step that began."""

    number: Small
    stroke: Annotated[Word | None, Field(description="Nothing for a rest.")]
    side: Annotated[str, Field(pattern=_one_of(Side))] | None
    began: Time
    ended: Time | None
    how: Annotated[str, Field(pattern=_one_of(HowDone))] | None


@with_config(_EXACT)
class ObservationRecord(_OfSession):
    """How settled the baby was: 1 crying, 2 fretful, 3 wriggly, 4 calm, 5 at ease."""

    happened: Time
    value: Annotated[int, Field(ge=1, le=5)]
    state: Annotated[str, Field(pattern=_one_of(BabyState))] | None
    place: Annotated[str, Field(pattern=_one_of(Place), description="Before, during or after.")]


@with_config(_EXACT)
class MomentRecord(_OfSession):
    """Something the parent noticed."""

    word: Word


@with_config(_EXACT)
class NoteRecord(_OfSession):
    """The parent's own words."""

    text: Annotated[str, Field(max_length=100_000)]


@with_config(_EXACT)
class EventRecord(_OfSession):
    """Anything else that happened."""

    happened: Time
    kind: Word
    detail: Word
    at: Annotated[Seconds | None, Field(description="Seconds of the routine.")]


@with_config(_EXACT)
class ParentWordRecord(_OfSession):
    """How the parent was, in one word."""

    before_or_after: Annotated[str, Field(pattern=_one_of(When))]
    word: Word


@with_config(_EXACT)
class TombstoneRecord(_Record):
    """That a record was deleted, so that it does not come back."""

    gone: Annotated[Uuid, Field(description="The record that was deleted.")]


@with_config(_EXACT)
class HistoryRecord(_Record):
    """What a record was on one laptop before the later edit of the other replaced it."""

    record: Uuid
    kind: Annotated[str, Field(max_length=50, description="The record's table.")]
    baby: Uuid | None
    session: Uuid | None
    content: Annotated[str, Field(max_length=400_000, description="The fields, as JSON.")]


@with_config(_EXACT)
class JournalFile(TypedDict):
    """A journal as it travels from one Massage Guide to another; records are joined by uuid."""

    kind: Annotated[str, Field(pattern=f"^{KIND}$")]
    format: Annotated[int, Field(ge=1, le=FORMAT)]
    program: Annotated[Word, Field(description="The version of Massage Guide that wrote it.")]
    exported: Time
    baby: list[BabyRecord]
    session: list[SessionRecord]
    step: list[StepRecord]
    observation: list[ObservationRecord]
    moment: list[MomentRecord]
    note: list[NoteRecord]
    event: list[EventRecord]
    parent_word: list[ParentWordRecord]
    tombstone: list[TombstoneRecord]
    history: list[HistoryRecord]


RECORDS: dict[str, type] = {
    "baby": BabyRecord,
    "session": SessionRecord,
    "step": StepRecord,
    "observation": ObservationRecord,
    "moment": MomentRecord,
    "note": NoteRecord,
    "event": EventRecord,
    "parent_word": ParentWordRecord,
    "tombstone": TombstoneRecord,
    "history": HistoryRecord,
}
"""Table to record, each after those that it refers to."""
PARTS = ("step", "observation", "moment", "note", "event", "parent_word")
"""Tables whose records belong to a massage."""
TIMES = frozenset(
    ("created", "changed", "started", "last_seen", "offered", "ended", "began", "happened")
)
"""Columns that hold an instant, in whatever table."""
UUIDS = frozenset(("id", "baby", "session", "gone", "record"))
"""Columns that hold a uuid, in whatever table."""


def time_told(moment: datetime) -> str:
    """An instant as the format has it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table, in the order of the format."""
    return tuple(RECORDS[table].__annotations__)


def schema_text() -> str:
    """The JSON Schema as it is published in assets/schema."""
    schema = TypeAdapter(JournalFile).json_schema()
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Massage Guide journal file",
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
