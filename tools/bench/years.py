"""Years: a journal such as three babies fill in ten years, made up from a seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from massage_guide.storage.exchange_format import FORMAT, KIND, RECORDS

SESSIONS_A_YEAR = 600
STEPS = 25
"""Of one massage."""
STROKES = ("toe-roll", "hip-to-ankle-glide", "water-wheel-a", "sun-and-moon", "open-book-chest")
ENDINGS = ("finished", "sleep", "feed", "nappy", "baby_said_no", "interrupted")
BABIES = ("Mira", "Jonas", "Ada")
END = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)

Record = dict[str, object]


class Years:
    """Makes records in the order in which they would have been written."""

    def __init__(self, years: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self.sessions = years * SESSIONS_A_YEAR
        self.records: dict[str, list[Record]] = {table: [] for table in RECORDS}
        first = END - timedelta(days=365 * years)
        for number, name in enumerate(BABIES):
            born = first + timedelta(days=number * 365 * years // len(BABIES))
            day = born.date().isoformat()
            self._add("baby", born, name=name, born=day, due=day)
        every = timedelta(days=365 * years) / self.sessions
        for number in range(self.sessions):
            baby = self.records["baby"][number * len(BABIES) // self.sessions]
            self._massage(first + number * every, baby)

    def write(self, path: Path) -> None:
        """Write them as a journal file."""
        head = {"kind": KIND, "format": FORMAT, "program": "bench", "exported": _told(END)}
        path.write_text(json.dumps(head | self.records), encoding="utf-8")

    def _massage(self, at: datetime, baby: Record) -> None:
        end = at + timedelta(minutes=20)
        session = self._add(
            "session",
            at,
            changed=_told(end),
            baby=baby["id"],
            routine="legs-and-feet",
            version="1.0.0",
            digest=f"{self._chance.getrandbits(256):064x}",
            title="Legs and feet",
            corrected_weeks=20,
            started=_told(at),
            chips="",
            answer="yes",
            last_seen=_told(end),
            reached=1200.0,
            offered=None,
            ended=_told(end),
            ending=self._chance.choice(ENDINGS),
        )
        mine = {"session": session["id"]}
        for number, then in enumerate(_steps(at), 1):
            self._add(
                "step",
                then,
                **mine,
                number=number,
                stroke=self._chance.choice(STROKES),
                side=self._chance.choice(("left", "right", None)),
                began=_told(then),
                ended=_told(then + timedelta(seconds=40)),
                how=self._chance.choice(("done", "done", "done", "skipped")),
            )
        for place, low in (("get_ready", 1), ("guide", 2), ("enough", 3)):
            value = self._chance.randint(low, 5)
            more: Record = {"value": value, "state": None, "place": place}
            self._add("observation", at, **mine, happened=_told(at), **more)
        for kind in ("answer", "rest", "go_on", "pace"):
            self._add("event", at, **mine, happened=_told(at), kind=kind, detail="", at=12.5)
        self._add("moment", end, **mine, word="yawned")
        self._add("parent_word", end, **mine, before_or_after="after", word="softer")
        if self._chance.random() < 0.3:
            self._add("note", end, **mine, text="Looked at the window and was quiet for a while.")

    def _add(self, table: str, when: datetime, /, **fields: object) -> Record:
        uuid = str(UUID(int=self._chance.getrandbits(128), version=4))
        made: Record = {
            "id": uuid,
            "created": _told(when),
            "changed": _told(when),
            "utc_offset": 60,
        }
        self.records[table].append(made | fields)
        return self.records[table][-1]


def _steps(at: datetime) -> Iterator[datetime]:
    return (at + timedelta(seconds=45 * number) for number in range(STEPS))


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
