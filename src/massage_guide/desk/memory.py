"""Memory: what Home and the baby form show of the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.sentences import when_and_what
from massage_guide.domain.session import Baby, SessionSummary, Unfinished
from massage_guide.domain.today import corrected_weeks
from massage_guide.storage.errors import JournalReadFailed, JournalWriteFailed
from massage_guide.windows.baby_form import BabyForm
from massage_guide.windows.home import Home
from massage_guide.windows.settings_screen import SettingsScreen

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal


class Memory(QObject):
    """Shows what was written down, and writes down babies.

    Signals:
    screen_wanted(str): home, settings or baby.
    baby_changed(Baby or None): whose massages are given from now on.
    resume_wanted(Unfinished, bool): go on, or with that stroke anew.
    enough_wanted(Unfinished): that was enough.
    offering(UUID or None): the massage that was cut off and is asked about now.
    failed(str): one sentence for the parent.
    discreet_changed(bool): nothing of a family is to be told, or it may be again.
    """

    screen_wanted = Signal(str)
    baby_changed = Signal(object)
    resume_wanted = Signal(object, bool)
    enough_wanted = Signal(object)
    offering = Signal(object)
    failed = Signal(str)
    discreet_changed = Signal(bool)

    def __init__(
        self,
        home: Home,
        settings_screen: SettingsScreen,
        baby_form: BabyForm,
        looks: Looks,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._settings_screen, self._form = settings_screen, baby_form
        self._looks, self._wall_clock = looks, wall_clock
        self._journal: Journal | None = None
        self._unavailable = ""
        self._strokes: Mapping[str, str] = {}
        self._unfinished: Unfinished | None = None
        self._edited: Baby | None = None
        self._came_from = "home"
        self.discreet = False
        """Whether Home says nothing of a family, since others may see it."""

    def name_strokes(self, names: Mapping[str, str]) -> None:
        """Names of strokes by id."""
        self._strokes = names

    def remember(self, journal: Journal | None, unavailable: str) -> None:
        """The journal has been opened, or cannot be."""
        self._journal, self._unavailable = journal, unavailable
        if journal is not None:
            try:
                self._unfinished = journal.unfinished()
            except JournalReadFailed as error:
                self.failed.emit(error.sentence)
        self._show_babies()
        self.refresh()
        self._offer()

    @Slot()
    def refresh(self) -> None:
        """Tell the last massage on Home."""
        sessions = () if self.discreet else self._newest()
        today = self._wall_clock().date()
        self._home.show_last(when_and_what(sessions[0], today) if sessions else "")

    @Slot()
    def show_names(self) -> None:
        """Whoever is at the keys says that nobody else looks."""
        self.be_discreet(False)

    def be_discreet(self, on: bool) -> None:
        """Put names, the last massage and an unfinished one away from Home, or show them again."""
        if on != self.discreet:
            self.discreet = on
            self._home.be_discreet(on)
            self.discreet_changed.emit(on)
            self._show_babies()
            self.refresh()
            self._offer()

    @Slot(object)
    def choose(self, baby: UUID | None) -> None:
        """This baby's massage comes next."""
        self._looks.change(replace(self._looks.settings, baby=str(baby or "")))
        self._show_babies()

    @Slot()
    def add_baby(self) -> None:
        """Open the form for a new baby."""
        self._edit(None, "home")

    @Slot(object)
    def edit_baby(self, baby: UUID | None) -> None:
        """Open the form for this baby, from Settings."""
        self._edit(next((b for b in self._babies() if b.id == baby), None), "settings")

    @Slot(str, object, object)
    def save_baby(self, name: str, born: date | None, due: date | None) -> None:
        """Keep what the form holds."""
        if self._journal is None:
            self.failed.emit(self._unavailable)
        else:
            try:
                if self._edited is None:
                    self.choose(self._journal.add_baby(name, born, due).id)
                else:
                    self._journal.change_baby(replace(self._edited, name=name, born=born, due=due))
            except JournalWriteFailed as error:
                self.failed.emit(error.sentence)
        self._show_babies()
        self.leave_form()

    @Slot()
    def leave_form(self) -> None:
        """Back to where the form was opened."""
        self.screen_wanted.emit(self._came_from)

    @Slot()
    def go_on(self) -> None:
        """Go on with the massage that was cut off."""
        self._take_up(again=False)

    @Slot()
    def again(self) -> None:
        """Go on with it, from the beginning of that stroke."""
        self._take_up(again=True)

    @Slot()
    def that_was_enough(self) -> None:
        """It ends kindly."""
        unfinished = self._taken()
        if unfinished:
            self.enough_wanted.emit(unfinished)

    @Slot()
    def leave_it(self) -> None:
        """It is left, and not asked about again."""
        unfinished = self._taken()
        if unfinished and self._journal:
            try:
                self._journal.leave_it(unfinished.id)
            except JournalWriteFailed as error:
                self.failed.emit(error.sentence)
            self.refresh()

    @Slot()
    def lapse(self) -> None:
        """Another massage begins; what was cut off is not offered beside it."""
        self._taken()

    def _take_up(self, *, again: bool) -> None:
        unfinished = self._taken()
        if unfinished:
            self.resume_wanted.emit(unfinished, again)

    def _taken(self) -> Unfinished | None:
        unfinished, self._unfinished = self._unfinished, None
        self._home.show_unfinished(None)
        self.offering.emit(None)
        return unfinished

    def _offer(self) -> None:
        unfinished = None if self.discreet else self._unfinished
        name = self._strokes.get(unfinished.stroke or "", "") if unfinished else ""
        self._home.show_unfinished(unfinished, name)
        if unfinished and self._journal:
            self.offering.emit(unfinished.id)
            try:
                self._journal.offered(unfinished.id)
            except JournalWriteFailed as error:
                self.failed.emit(error.sentence)

    def _babies(self) -> tuple[Baby, ...]:
        try:
            return self._journal.babies() if self._journal else ()
        except JournalReadFailed as error:
            self.failed.emit(error.sentence)
            return ()

    def _newest(self) -> tuple[SessionSummary, ...]:
        try:
            return self._journal.sessions(limit=1) if self._journal else ()
        except JournalReadFailed as error:
            self.failed.emit(error.sentence)
            return ()

    def _show_babies(self) -> None:
        babies = self._babies()
        wanted = self._looks.settings.baby
        chosen = next((b for b in babies if str(b.id) == wanted), babies[0] if babies else None)
        today = self._wall_clock().date()
        weeks = corrected_weeks(today, chosen.born, chosen.due) if chosen else None
        if self.discreet:
            self._home.show_babies((), None)
        else:
            self._home.show_babies(babies, chosen.id if chosen else None, weeks)
        self._settings_screen.show_babies(babies)
        self.baby_changed.emit(chosen)

    def _edit(self, baby: Baby | None, came_from: str) -> None:
        self._edited, self._came_from = baby, came_from
        self._form.show_baby(baby, self._wall_clock().date())
        self.screen_wanted.emit("baby")
