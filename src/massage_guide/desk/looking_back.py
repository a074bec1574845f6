"""Looking back: the timeline of the journal, one massage opened, put right or deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.days import day_in_words
from massage_guide.domain.remembered import Remembered
from massage_guide.domain.session import Baby, Ending, HowDone, Place, SessionSummary, When
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.domain.today import corrected_weeks
from massage_guide.storage.errors import JournalReadFailed, JournalWriteFailed
from massage_guide.windows.journal_screen import JournalScreen
from massage_guide.windows.massage_page import MassagePage

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.deletion import DeletedSession
    from massage_guide.storage.journal import Journal


class LookingBack(QObject):
    """Shows what was written down, and writes at once what a parent puts right.

    Signals:
    screen_wanted(str): journal or massage.
    changed(UUID): this massage is not what it was.
    failed(str): one sentence for the parent.
    """

    screen_wanted = Signal(str)
    changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        screen: JournalScreen,
        page: MassagePage,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen, self._page, self._wall_clock = screen, page, wall_clock
        self._journal: Journal | None = None
        self._unavailable = ""
        self._strokes: Mapping[str, str] = {}
        self._moments: Sequence[str] = ()
        self._babies: tuple[Baby, ...] = ()
        self._of: UUID | None = None
        self._opened: SessionSummary | None = None
        self._deleted: DeletedSession | None = None

    def use(self, strokes: Mapping[str, str], moments: Sequence[str]) -> None:
        """Names of strokes by id, and what parents often notice."""
        self._strokes, self._moments = strokes, moments

    def read_from(self, journal: Journal | None, unavailable: str) -> None:
        """The journal has been opened, or cannot be."""
        self._journal, self._unavailable = journal, unavailable
        self._keep_deleted(None)

    @Slot()
    def open(self) -> None:
        """Show the journal."""
        self._show()
        self.screen_wanted.emit("journal")

    @Slot(object)
    def of(self, baby: UUID | None) -> None:
        """Show one baby's massages, or everyone's."""
        self._of = baby
        self._show()

    @Slot(object)
    def open_massage(self, session: UUID) -> None:
        """Open one massage."""
        self._opened = self._read(session)
        if self._opened is not None:
            self._page.show_massage(self._opened, self._babies, self._strokes, self._moments)
            self.screen_wanted.emit("massage")

    @Slot(object, object, object)
    def rated(self, place: Place, value: Settledness | None, state: BabyState | None) -> None:
        """How settled the baby was, before or after; None clears it."""
        self._correct(lambda journal, it: journal.correct_rating(it.id, place, value, state))

    @Slot(object, object)
    def step_corrected(self, step: UUID, how: HowDone) -> None:
        """How a step was done."""
        self._correct(lambda journal, it: journal.correct_step(it.id, step, how))

    @Slot(object)
    def moments_changed(self, words: Sequence[str]) -> None:
        """What the parent noticed; what is not among these is taken back."""

        def write(journal: Journal, it: SessionSummary) -> None:
            for word in it.moments:
                if word not in words:
                    journal.remove_moment(it.id, word)
            for word in words:
                if word not in it.moments:
                    journal.add_moment(it.id, word)

        self._correct(write)

    @Slot(str)
    def noted(self, words: str) -> None:
        """The parent's own words."""
        self._correct(lambda journal, it: journal.set_note(it.id, words))

    @Slot(object)
    def ending_chosen(self, ending: Ending) -> None:
        """Why it ended."""
        self._correct(lambda journal, it: journal.end(it.id, ending))

    @Slot(object, str)
    def word_chosen(self, when: When, word: str) -> None:
        """How the parent was, in a word, or none."""
        self._correct(lambda journal, it: journal.set_parent_word(it.id, when, word or None))

    @Slot(object)
    def baby_chosen(self, baby: UUID | None) -> None:
        """Whose massage it was; the age is that baby's on the day."""
        whose = next((one for one in self._babies if one.id == baby), None)

        def write(journal: Journal, it: SessionSummary) -> None:
            day = it.started.date()
            weeks = corrected_weeks(day, whose.born, whose.due) if whose else None
            journal.set_baby(it.id, baby, weeks)

        self._correct(write)

    @Slot()
    def back(self) -> None:
        """Back to the journal, where this massage was."""
        self.open()
        if self._opened is not None:
            self._screen.go_to(self._opened.id)
        self._opened = None

    @Slot()
    def delete(self) -> None:
        """Delete the massage that is open; until the journal is left, it can be brought back."""
        if self._journal is None or self._opened is None:
            return
        try:
            deleted = self._journal.delete_session(self._opened.id)
        except JournalWriteFailed as error:
            self._say_unchanged(error.reason)
            return
        gone, self._opened = self._opened, None
        when = day_in_words(gone.started, self._wall_clock().date())
        self.open()
        self._keep_deleted(deleted, self.tr("{0}: this massage has been deleted.").format(when))
        self.changed.emit(gone.id)

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last."""
        deleted = self._deleted
        if self._journal is None or deleted is None:
            return
        try:
            self._journal.undo_delete(deleted)
        except JournalWriteFailed as error:
            self._say_unchanged(error.reason)
            return
        self._keep_deleted(None)
        self._show()
        self._screen.go_to(deleted.id)
        self.changed.emit(deleted.id)

    @Slot(str)
    def screen_changed(self, name: str) -> None:
        """Once the journal is left, what was deleted stays so."""
        if name != "journal":
            self._keep_deleted(None)

    def _keep_deleted(self, deleted: DeletedSession | None, sentence: str = "") -> None:
        self._deleted = deleted
        self._screen.show_undo(sentence if deleted else "")

    def _correct(self, write: Callable[[Journal, SessionSummary], None]) -> None:
        if self._journal is None or self._opened is None:
            return
        try:
            write(self._journal, self._opened)
        except JournalWriteFailed as error:
            self._say_unchanged(error.reason)
        self._opened = self._read(self._opened.id) or self._opened
        self._page.show_changed(self._opened)
        self.changed.emit(self._opened.id)

    def _say_unchanged(self, reason: str) -> None:
        self.failed.emit(self.tr("That can’t be changed just now ({0}).").format(reason))

    def _read(self, session: UUID) -> SessionSummary | None:
        try:
            return self._journal.session(session) if self._journal else None
        except JournalReadFailed as error:
            self.failed.emit(error.sentence)
            return None

    def _show(self) -> None:
        massages: tuple[Remembered, ...] = ()
        problem = self._unavailable
        try:
            if self._journal is not None:
                self._babies = self._journal.babies()
                if self._of not in {baby.id for baby in self._babies}:
                    self._of = None
                massages = self._journal.remembered(self._of)
        except JournalReadFailed as error:
            problem = error.sentence
        self._screen.show_babies(self._babies, self._of)
        self._screen.show_massages(massages, self._wall_clock().date(), problem)
