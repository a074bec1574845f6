"""Seeing: what the record shows of a baby, for the page of patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.patterns import NO_PATTERNS
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.tallying import patterns_of
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.windows.patterns_screen import PatternsScreen

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal
    from massage_guide.storage.tallies import Tallies


class Seeing(QObject):
    """Counts anew whenever the page is opened; nothing is told anywhere else.

    Signals: screen_wanted(str): patterns.
    """

    screen_wanted = Signal(str)

    def __init__(
        self,
        screen: PatternsScreen,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen, self._wall_clock = screen, wall_clock
        self._strokes: Mapping[str, Stroke] = {}
        self._journal: Journal | None = None
        self._tallies: Tallies | None = None
        self._unavailable = ""

    def use(self, strokes: Mapping[str, Stroke]) -> None:
        """The catalogue: what strokes are called, and which part of the body they are for."""
        self._strokes = strokes

    def remember(self, journal: Journal | None, unavailable: str) -> None:
        """The journal has been opened, or cannot be."""
        self._journal, self._tallies, self._unavailable = journal, None, unavailable

    @Slot(object)
    def look_again(self, session: UUID) -> None:
        """This massage was put right."""
        if self._tallies is not None:
            self._tallies.forget(session)

    @Slot(object)
    def open(self, baby: UUID | None) -> None:
        """Show the page, of one baby or of all."""
        self.show_of(baby)
        self.screen_wanted.emit("patterns")

    @Slot(object)
    def show_of(self, baby: UUID | None) -> None:
        """Show one baby's patterns, or everyone's."""
        patterns, problem = NO_PATTERNS, self._unavailable
        if self._journal is not None:
            try:
                given = self._counted(self._journal).given(baby)
                patterns = patterns_of(given, self._strokes, self._wall_clock().date())
                self._screen.show_babies(self._journal.babies(), baby)
            except JournalReadFailed as error:
                problem = error.sentence
        self._screen.show_patterns(patterns, problem)

    def _counted(self, journal: Journal) -> Tallies:
        if self._tallies is None:
            from massage_guide.storage.tallies import Tallies

            self._tallies = Tallies(journal)
        return self._tallies
