"""Paperwork: what of the journal is put on paper, and where it is saved or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.desk.looks import Looks
from massage_guide.domain.handover import Wish, handover
from massage_guide.domain.session import Baby
from massage_guide.domain.settings import Paper, Settings
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.today import corrected_weeks
from massage_guide.files.atomic import CannotSaveError, write_bytes
from massage_guide.paper.keepsake import keepsake
from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.press import pdf
from massage_guide.paper.printing import Printing
from massage_guide.paper.visit_page import Whom, visit_page
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.widgets.places import place_to_save
from massage_guide.windows.noticed_page import NoticedPage
from massage_guide.windows.print_page import PrintPage

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal

_LETTER = frozenset(
    ("CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Countries in which paper is Letter rather than A4."""


class Paperwork(QObject):
    """Fills the two pages that can be printed, and prints them.

    Signals:
    screen_wanted(str): print or noticed.
    told(str): one sentence for the parent.
    """

    screen_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        pages: tuple[PrintPage, NoticedPage],
        looks: Looks,
        data: Path,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._noticed = pages
        self._looks, self._data, self._wall_clock = looks, data, wall_clock
        self._journal: Journal | None = None
        self._strokes: Mapping[str, str] = {}
        self._wish = Wish()
        self._baby: UUID | None = None
        self._leaflet: Leaflet | None = None
        self.ask_where: Callable[[str], str] = self._ask_where
        """Asks where to save a file that is called so; empty where it is not to be."""
        self.printing = Printing()

    def use(self, strokes: Mapping[str, Stroke]) -> None:
        """The strokes there are; holds are not told of, for they are in every massage."""
        self._strokes = {one.id: one.name for one in strokes.values() if not one.motion.is_still}

    def read_from(self, journal: Journal | None) -> None:
        """Where it is all read."""
        self._journal = journal

    @Slot(object)
    def open_print(self, baby: UUID | None) -> None:
        """Choose what goes on a page about this baby, or all; private things begin as off."""
        self._baby, self._wish = baby, Wish(weeks=self._wish.weeks)
        self._lay_out()
        self.screen_wanted.emit("print")

    @Slot(object)
    def wish(self, wish: Wish) -> None:
        """The parent wants this on the page."""
        self._wish = wish
        self._lay_out()

    @Slot(object)
    def choose_size(self, size: Size) -> None:
        """The parent prints on this paper, from now on."""
        self._looks.change(replace(self._looks.settings, paper=Paper(size.value)))
        self._noticed.show_size(size)
        self._lay_out()

    @Slot()
    def save_page(self) -> None:
        """Save the page as a file."""
        if self._leaflet is not None:
            self._save(self._leaflet, self.tr("baby-massage"))

    @Slot()
    def print_page(self) -> None:
        """Print the page."""
        if self._leaflet is not None:
            self._print(self._leaflet, self._page)

    @Slot(object)
    def open_noticed(self, baby: UUID | None) -> None:
        """Show what was noticed."""
        self.list_noticed(baby)
        self.screen_wanted.emit("noticed")

    @Slot(object)
    def list_noticed(self, baby: UUID | None) -> None:
        """Show what was noticed of this baby, or of all."""
        self._baby = baby
        problem = ""
        try:
            kept = self._journal.noticed(baby) if self._journal else ()
        except JournalReadFailed as error:
            kept, problem = (), error.sentence
        self._noticed.show_babies(self._babies(), baby)
        self._noticed.show_size(self.size)
        self._noticed.show_noticed(kept, problem)

    @Slot()
    def save_noticed(self) -> None:
        """Save the keepsake as a file."""
        self._save(self._keepsake(), self.tr("things-you-noticed"))

    @Slot()
    def print_noticed(self) -> None:
        """Print the keepsake."""
        self._print(self._keepsake(), self._noticed)

    @property
    def size(self) -> Size:
        """The paper that was chosen, or what is usual here."""
        return size_for(self._looks.settings)

    def _lay_out(self) -> None:
        today = self._wall_clock()
        since = datetime.combine(self._wish.since(today.date()), time(), today.tzinfo)
        try:
            sessions = self._journal.sessions_since(since, self._baby) if self._journal else ()
        except JournalReadFailed as error:
            self.told.emit(error.sentence)
            sessions = ()
        told = handover(sessions, self._wish, today.date(), self._strokes)
        about = _about(self._the_baby(), told.until)
        self._leaflet = visit_page(told, self._wish.parts, about, self.size, today.date())
        self._page.show_wish(self._wish, self.size)
        self._page.show_leaflet(self._leaflet, self.size)

    def _keepsake(self) -> Leaflet:
        baby = self._the_baby()
        try:
            kept = self._journal.noticed(self._baby) if self._journal else ()
        except JournalReadFailed as error:
            self.told.emit(error.sentence)
            kept = ()
        return keepsake(kept, baby.name if baby else "")

    def _babies(self) -> tuple[Baby, ...]:
        try:
            return self._journal.babies() if self._journal else ()
        except JournalReadFailed as error:
            self.told.emit(error.sentence)
            return ()

    def _the_baby(self) -> Baby | None:
        """Whom it is about: the one that was chosen, or the only one there is."""
        babies = self._babies()
        if self._baby is None and len(babies) == 1:
            return babies[0]
        return next((baby for baby in babies if baby.id == self._baby), None)

    def _print(self, leaflet: Leaflet, window: QWidget) -> None:
        sentence = self.printing.print_out(leaflet, self.size, window)
        if sentence:
            self.told.emit(sentence)

    def _save(self, leaflet: Leaflet, name: str) -> None:
        day = self._wall_clock().date().isoformat()
        where = self.ask_where(f"{name}-{day}.pdf")
        if not where:
            return
        from massage_guide.storage import copies
        from massage_guide.storage.errors import KeepingFailed

        baby = self._the_baby()
        path = Path(where)
        path = path if path.suffix else path.with_suffix(".pdf")
        told = replace(leaflet, about=self._baby or (baby.id if baby else UUID(int=0)))
        try:
            # so that an erasure finds it
            copies.remember(self._data, path)
            write_bytes(path, pdf(told, self.size))
        except (CannotSaveError, KeepingFailed, OSError) as error:
            self.told.emit(str(error))
        else:
            self.told.emit(self.tr("Saved as {0}.").format(path))

    def _ask_where(self, name: str) -> str:
        kinds = self.tr("PDF") + " (*.pdf)"
        return place_to_save(self._page, self.tr("Where to keep it"), name, kinds)


def size_for(settings: Settings) -> Size:
    """The paper that was chosen, or what is usual here."""
    return paper_here() if settings.paper is Paper.AS_HERE else Size(settings.paper.value)


def paper_here() -> Size:
    """The paper that is usual in the country that this computer is set to."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return Size.LETTER if code in _LETTER else Size.A4


def _about(baby: Baby | None, today: date) -> Whom:
    if baby is None:
        return Whom()
    weeks = corrected_weeks(today, baby.born, baby.due)
    uncorrected = corrected_weeks(today, baby.born, None)
    return Whom(baby.name, weeks, corrected=baby.born is not None and weeks != uncorrected)
