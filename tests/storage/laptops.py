"""Two parents' laptops, each with a journal of its own, that pass files to each other."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from massage_guide.domain.figure import Side
from massage_guide.domain.session import Answer, Ending, HowDone, Place, SessionStart, When
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.exporting import export_json
from massage_guide.storage.journal import Journal
from massage_guide.storage.merging import Merged, merge
from massage_guide.storage.opening import open_journal
from massage_guide.storage.parcel import read_parcel
from massage_guide.storage.raw import journal_path, reading
from tests.storage.conftest import WallClock


class Laptop:
    """A data folder with its journal open."""

    def __init__(self, folder: Path, clock: WallClock) -> None:
        self.folder, self.clock = folder, clock
        self.journal = self._open()

    def _open(self) -> Journal:
        opened = open_journal(self.folder, self.clock)
        assert opened.journal is not None
        return opened.journal

    def massage(self, baby: UUID | None = None, note: str = "") -> UUID:
        """A whole massage, with something of everything."""
        journal = self.journal
        session = journal.open_session(SessionStart("first-touch", "1", "d", "First touch", baby))
        journal.set_chips(session, ["fed"])
        journal.rate(session, Settledness.FRETFUL, None, Place.GET_READY)
        journal.answer(session, Answer.YES)
        journal.step_began(session, 1, "toe-roll", Side.LEFT, at=10.25)
        self.clock.wait(30)
        journal.step_ended(session, HowDone.DONE, at=40.0)
        journal.rate(session, Settledness.CALM, None, Place.ENOUGH)
        journal.add_moment(session, "yawned")
        journal.set_parent_word(session, When.AFTER, "softer")
        if note:
            journal.set_note(session, note)
        journal.end(session, Ending.SLEEP)
        self.clock.wait(minutes=5)
        return session

    def hand_over(self, name: str = "journal.json") -> Path:
        """A file with everything."""
        out = self.folder.parent / f"{self.folder.name}-{name}"
        export_json(self.folder, out, self.clock)
        return out

    def take_in(self, file: Path, *, with_babies: bool = True) -> Merged:
        """Import a file."""
        parcel = read_parcel(file)
        return merge(self.folder, parcel, [b.id for b in parcel.babies] if with_babies else ())

    def give_to(self, other: Laptop, *, with_babies: bool = True) -> Merged:
        """Pass everything on."""
        return other.take_in(self.hand_over(), with_babies=with_babies)

    def holds(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table, in no order."""
        with reading(journal_path(self.folder)) as db:
            tables = [
                name
                for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            return {
                table: sorted(db.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
                for table in tables
            }

    def histories(self) -> list[str]:
        """What records were before."""
        return [str(row[-1]) for row in self.holds()["history"]]
