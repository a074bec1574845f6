"""The summaries: rows of the journal told as domain values, in their own local time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select, text

from massage_guide.domain.figure import Side
from massage_guide.domain.remembered import Remembered
from massage_guide.domain.session import (
    Answer,
    Baby,
    Ending,
    Event,
    EventKind,
    HowDone,
    Observation,
    Place,
    SessionStart,
    SessionSummary,
    StepRecord,
    Unfinished,
    When,
)
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.storage.rows import (
    BabyRow,
    EventRow,
    MomentRow,
    NoteRow,
    ObservationRow,
    OfSession,
    ParentWordRow,
    Row,
    SessionRow,
    StepRow,
)

_REMEMBERED = """
    SELECT id, baby, title, started, utc_offset, ending,
      (SELECT value FROM observation o WHERE o.session = s.id AND place = 'get_ready'
        ORDER BY rowid DESC LIMIT 1),
      (SELECT value FROM observation o WHERE o.session = s.id AND place = 'enough'
        ORDER BY rowid DESC LIMIT 1)
    FROM session s WHERE ended IS NOT NULL AND (? IS NULL OR baby = ?)
    ORDER BY started DESC, rowid DESC
"""

Part = TypeVar("Part", bound=OfSession)

_AT_ONCE = 500
"""Sessions whose parts are read in one query."""


def summaries(db: Session, rows: Sequence[SessionRow]) -> tuple[SessionSummary, ...]:
    """Tell these massages, in this order."""
    told: list[SessionSummary] = []
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        parts = _Parts(db, [row.id for row in some])
        told.extend(_summary(row, parts) for row in some)
    return tuple(told)


def remembered(db: Session, baby: UUID | None) -> tuple[Remembered, ...]:
    """Tell every massage as briefly as the timeline does, newest first; of one baby, or of all."""
    whose = baby.hex if baby else None
    rows = db.connection().exec_driver_sql(_REMEMBERED, (whose, whose))
    zones: dict[int, timezone] = {}
    babies: dict[str | None, UUID | None] = {None: None}
    told: list[Remembered] = []
    for found, of, title, started, offset, ending, before, after in rows.all():
        if offset not in zones:
            zones[offset] = timezone(timedelta(minutes=offset))
        if of not in babies:
            babies[of] = UUID(of)
        told.append(
            Remembered(
                # twice as quick as from its words, and there are thousands
                id=UUID(int=int(found, 16)),
                baby=babies[of],
                title=title,
                started=datetime.fromisoformat(started)
                .replace(tzinfo=UTC)
                .astimezone(zones[offset]),
                ending=Ending(ending) if ending else None,
                before=Settledness(before) if before else None,
                after=Settledness(after) if after else None,
            )
        )
    return tuple(told)


def baby(row: BabyRow) -> Baby:
    """A baby as a value."""
    return Baby(row.id, row.name, row.born, row.due)


def unfinished(
    row: SessionRow, last_step: StepRow | None, events: Sequence[EventRow], now: datetime
) -> Unfinished:
    """A massage that was cut off; a clock set back makes it new, not older than time."""
    swaps = [event.detail for event in events if event.kind == EventKind.SWAP]
    return Unfinished(
        id=row.id,
        start=_start(row),
        started=_local(row.started, row),
        answer=Answer(row.answer or Answer.YES),
        age=max(now - row.last_seen, timedelta()),
        step=last_step.number if last_step else None,
        stroke=last_step.stroke if last_step else None,
        side=_side(last_step.side) if last_step else None,
        at=row.reached,
        left_out=tuple(event.detail for event in events if event.kind == EventKind.LEAVE_OUT),
        holding=swaps[-1] if swaps else "",
    )


class _Parts:
    """What belongs to a handful of massages, by massage, in the order of writing."""

    def __init__(self, db: Session, sessions: list[UUID]) -> None:
        self._db = db
        self._sessions = sessions
        self.steps = self._read(StepRow)
        self.observations = self._read(ObservationRow)
        self.moments = self._read(MomentRow)
        self.notes = self._read(NoteRow)
        self.events = self._read(EventRow)
        self.words = self._read(ParentWordRow)

    def _read(self, table: type[Part]) -> dict[UUID, list[Part]]:
        found: defaultdict[UUID, list[Part]] = defaultdict(list)
        # The order of writing, not of the clock: somebody may have set it.
        query = select(table).where(col(table.session).in_(self._sessions)).order_by(text("rowid"))
        for part in self._db.exec(query):
            found[part.session].append(part)
        return found


def _summary(row: SessionRow, parts: _Parts) -> SessionSummary:
    notes = parts.notes[row.id]
    return SessionSummary(
        id=row.id,
        start=_start(row),
        started=_local(row.started, row),
        answer=Answer(row.answer) if row.answer else None,
        ended=_local(row.ended, row) if row.ended else None,
        ending=Ending(row.ending) if row.ending else None,
        steps=tuple(_step(step) for step in parts.steps[row.id]),
        observations=tuple(_observation(seen) for seen in parts.observations[row.id]),
        moments=tuple(moment.word for moment in parts.moments[row.id]),
        note=notes[-1].text if notes else "",
        parent_words=_words(parts.words[row.id]),
        events=tuple(
            Event(_local(event.happened, event), event.kind, event.detail, event.at)
            for event in parts.events[row.id]
        ),
    )


def _start(row: SessionRow) -> SessionStart:
    return SessionStart(
        routine=row.routine,
        version=row.version,
        digest=row.digest,
        title=row.title,
        baby=row.baby,
        corrected_weeks=row.corrected_weeks,
        chips=tuple(row.chips.split()),
    )


def _step(row: StepRow) -> StepRecord:
    return StepRecord(
        number=row.number,
        stroke=row.stroke,
        side=_side(row.side),
        began=_local(row.began, row),
        ended=_local(row.ended, row) if row.ended else None,
        how=HowDone(row.how) if row.how else None,
        id=row.id,
    )


def _observation(row: ObservationRow) -> Observation:
    return Observation(
        id=row.id,
        when=_local(row.happened, row),
        value=Settledness(row.value),
        state=BabyState(row.state) if row.state else None,
        place=Place(row.place),
    )


def _words(rows: Iterable[ParentWordRow]) -> dict[When, str]:
    return {When(row.before_or_after): row.word for row in rows}


def _side(value: str | None) -> Side | None:
    return Side(value) if value else None


def _local(moment: datetime, row: Row) -> datetime:
    return moment.astimezone(timezone(timedelta(minutes=row.utc_offset)))
