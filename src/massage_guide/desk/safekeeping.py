"""Safekeeping: the journal opened with its key, let go of while all of it is worked on, copied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.errands import Errands, Outcome
from massage_guide.storage.key import PLAIN, Key

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal

Then = Callable[[Outcome], None]


class Safekeeping(QObject):
    """Knows the passphrase, as long as the program runs, and nobody else does.

    Signals:
    given(Journal or None, str): read from it and write into it from now on; None for nothing at
        all, with a sentence that says why.
    opened(OpenedJournal): it has been opened and given, or cannot be.
    letting_go(): what waits to be written is to be written now.
    told(str): one sentence for the parent; nothing is told when all is well.
    """

    given = Signal(object, str)
    opened = Signal(object)
    letting_go = Signal()
    told = Signal(str)

    def __init__(
        self, data_dir: Path, wall_clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.data_dir, self.wall_clock = data_dir, wall_clock
        self.errands = Errands(self)
        self.errands.taking_long.connect(self._on_long)
        self._due = False
        self._journal: Journal | None = None
        self._on_offer: UUID | None = None
        self.key: Key = PLAIN
        self.kept_nowhere = False
        """Whether the journal could not be opened, which has been said."""
        self.locked = False
        """Whether the journal waits for its passphrase."""

    @Slot()
    def open(self) -> None:
        """Open the journal; brings the database with it."""
        from massage_guide.storage.opening import open_journal

        opened = open_journal(self.data_dir, self.wall_clock, key=self.key, on_offer=self._on_offer)
        self.kept_nowhere, self.locked = opened.journal is None, opened.locked
        self._give(opened.journal, opened.notice or "")
        self.opened.emit(opened)
        if self._due and opened.journal is not None:
            self.look_after()

    @Slot(object)
    def keep_on_offer(self, session: UUID | None) -> None:
        """This unfinished massage is asked about until the program ends, however often it opens."""
        self._on_offer = session

    def begin(self) -> None:
        """Open the journal, and once it is there look after it, once a start."""
        self._due = True
        self.open()

    def look_after(self) -> None:
        """Read every page and take today's copy, beside the window."""
        self._due = False
        self.errands.run(self._look_after, self._tell, quietly=True)

    def beside(self, work: Callable[[], object], then: Then) -> None:
        """Do this while the journal is open."""
        self.errands.run(work, then)

    def alone(self, work: Callable[[], object], then: Then) -> None:
        """Do this while nobody has the journal open, then open it again."""
        self._let_go()
        self.errands.run(work, lambda outcome: self._open_again(outcome, then))

    def close(self) -> None:
        """Let what is being done end before the program does."""
        self.errands.wait()
        if self._journal is not None:
            self._journal.close()

    @Slot(bool)
    def _on_long(self, long: bool) -> None:
        if long:
            self.told.emit(self.tr("One moment: your notes are being written."))

    def _let_go(self) -> None:
        self.letting_go.emit()
        journal = self._journal
        self._give(None, "")
        if journal is not None:
            journal.close()

    def _give(self, journal: Journal | None, unavailable: str) -> None:
        self._journal = journal
        self.given.emit(journal, unavailable)

    def _open_again(self, outcome: Outcome, then: Then) -> None:
        if isinstance(outcome.result, tuple) and isinstance(outcome.result[0], Key):
            # the journal is written with another key from now on
            self.key = outcome.result[0]
        self.open()
        then(outcome)

    def _look_after(self) -> str:
        # the database is loaded by the time the journal is open
        from massage_guide.storage.keeping import look_after

        return look_after(self.data_dir, self.wall_clock, self.key)

    def _tell(self, outcome: Outcome) -> None:
        if outcome.result:
            self.told.emit(outcome.result)
