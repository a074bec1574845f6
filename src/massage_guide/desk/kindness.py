"""Kindness: after several heavy days, one line on Home with people who help; weekly at most."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.heavy_days import WITHIN, offers_people
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.widgets.kind_line import KindLine

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal


class Kindness(QObject):
    """Looks, whenever Home comes into sight, whether to offer somebody; tells nobody else."""

    def __init__(
        self,
        line: KindLine,
        looks: Looks,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._line, self._looks, self._wall_clock = line, looks, wall_clock
        self._journal: Journal | None = None
        self._discreet = False

    @Slot(bool)
    def be_discreet(self, on: bool) -> None:
        """Offer nothing while others look at a screen of this computer."""
        self._discreet = on

    def read_from(self, journal: Journal | None) -> None:
        """Where the parent's words are read; looked at now for the first time."""
        self._journal = journal
        self.look("home")

    @Slot(str)
    def look(self, screen: str) -> None:
        """Home has come into sight, or something else has."""
        if screen != "home":
            self._line.hide()
            return
        own = self._looks.settings
        if self._journal is None or self._discreet or not own.offers_people:
            return
        now = self._wall_clock()
        since = datetime.combine(now.date() - WITHIN, time(), now.tzinfo) - timedelta(days=1)
        with suppress(JournalReadFailed):
            sessions = self._journal.sessions_since(since)
            if offers_people(sessions, now.date(), _day(own.people_offered)):
                self._line.show()
                self._looks.change(replace(own, people_offered=now.date().isoformat()))

    @Slot()
    def not_again(self) -> None:
        """The parent does not want to be asked; Settings can bring it back."""
        self._looks.change(replace(self._looks.settings, offers_people=False))


def _day(written: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(written)
    return None
