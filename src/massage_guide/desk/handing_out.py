"""Handing out: sheets, cards and certificate of a course, chosen, seen, saved and printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massage_guide.desk.looks import Looks
from massage_guide.desk.paperwork import size_for
from massage_guide.desk.shelf import country_here
from massage_guide.domain.course import Course
from massage_guide.domain.figure import FigureName
from massage_guide.domain.settings import Paper
from massage_guide.files.atomic import CannotSaveError, write_bytes
from massage_guide.files.cards_file import Words
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.library import Library
from massage_guide.paper.handouts import (
    CERTIFICATE,
    CUE_CARD,
    WHEN_NOT,
    Giver,
    Handouts,
    handouts,
    read_logo,
    week_of,
)
from massage_guide.paper.leaflet import Size
from massage_guide.paper.press import pdf
from massage_guide.paper.printing import Printing
from massage_guide.paper.stills import Stills
from massage_guide.widgets.places import folder_to_use, place_to_open, place_to_save
from massage_guide.windows.handouts_page import HandoutsPage


class HandingOut(QObject):
    """Fills the page of hand-outs, and puts them on paper.

    Signals:
    screen_wanted(str): handouts.
    told(str): one sentence for the instructor.
    """

    screen_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, page: HandoutsPage, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._looks = page, looks
        self._library: Library | None = None
        self._words: Words | None = None
        self._drawings: Mapping[FigureName, FigureDrawing] = {}
        self._stills: Stills | None = None
        self._handouts: Handouts | None = None
        self._name = "week-1"
        self._left: list[tuple[Path, str]] = []
        """What is still to be written, and where."""
        self._of = 0
        self._written: tuple[Handouts, Size] | None = None
        """What they are of, however much is chosen meanwhile."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write_next)
        self.ask_file: Callable[[str], str] = self._ask_file
        """Asks where to save a file that is called so; empty where it is not to be."""
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.ask_logo: Callable[[], str] = self._ask_logo
        self.printing = Printing()

    def use(
        self, library: Library, words: Words, drawings: Mapping[FigureName, FigureDrawing]
    ) -> None:
        """What there is to hand out."""
        self._library, self._words, self._drawings = library, words, drawings

    @Slot()
    def open(self) -> None:
        """Show what there is for the class that comes next."""
        self._name = f"week-{self._looks.settings.class_week}"
        self._gather()
        self.screen_wanted.emit("handouts")

    @Slot(str)
    def choose_course(self, course: str) -> None:
        """Another course."""
        self._looks.change(replace(self._looks.settings, class_course=course, class_week=1))
        self._gather()

    @Slot(str)
    def choose(self, name: str) -> None:
        """Another of its hand-outs."""
        self._name = name
        self._show()

    @Slot(object)
    def choose_size(self, size: Size) -> None:
        """Other paper, from now on."""
        self._looks.change(replace(self._looks.settings, paper=Paper(size.value)))
        self._show()

    @Slot(str)
    def name_instructor(self, name: str) -> None:
        """Whose course it is."""
        if name != self._looks.settings.instructor:
            self._looks.change(replace(self._looks.settings, instructor=name))
            self._gather()

    @Slot()
    def choose_logo(self) -> None:
        """A picture beside the name."""
        path = self.ask_logo()
        if path and read_logo(path) is None:
            words = self.tr("{0} is no picture that can be read; choose a PNG or JPG file.")
            self.told.emit(words.format(Path(path).name))
        elif path:
            self._looks.change(replace(self._looks.settings, logo=path))
            self._gather()

    @Slot()
    def drop_logo(self) -> None:
        """No picture any more."""
        self._looks.change(replace(self._looks.settings, logo=""))
        self._gather()

    @Slot()
    def save(self) -> None:
        """Save the one that is shown."""
        where = self.ask_file(f"{self._name}.pdf") if self._handouts else ""
        if where:
            path = Path(where)
            self._write((path if path.suffix else path.with_suffix(".pdf"),), (self._name,))

    @Slot()
    def save_all(self) -> None:
        """Save all of them into a folder."""
        where = self.ask_folder() if self._handouts else ""
        if where and self._handouts:
            names = self._handouts.names
            self._write([Path(where) / f"{name}.pdf" for name in names], names)

    @Slot()
    def print_out(self) -> None:
        """Print the one that is shown."""
        if self._handouts is not None:
            leaflet = self._handouts.leaflet(self._name)
            sentence = self.printing.print_out(leaflet, self._size, self._page)
            if sentence:
                self.told.emit(sentence)

    @property
    def _size(self) -> Size:
        return size_for(self._looks.settings)

    def _course(self) -> Course | None:
        courses = self._library.courses if self._library else ()
        chosen = self._looks.settings.class_course
        return next((one for one in courses if one.id == chosen), courses[0] if courses else None)

    def _gather(self) -> None:
        course, own = self._course(), self._looks.settings
        if course is None or self._library is None or self._words is None:
            return
        if self._stills is None:
            self._stills = Stills(self._drawings)
        giver = Giver(own.instructor, read_logo(own.logo))
        country = own.country or country_here()
        self._handouts = handouts(self._library, course, self._stills, self._words, country, giver)
        self._page.show_courses([(one.id, one.title) for one in self._library.courses], course.id)
        self._page.show_giver(own.instructor, giver.logo is not None)
        self._show()

    def _show(self) -> None:
        if self._handouts is None:
            return
        names = self._handouts.names
        self._name = self._name if self._name in names else names[0]
        self._page.show_handouts([(name, self._called(name)) for name in names], self._name)
        self._page.show_leaflet(self._handouts.leaflet(self._name), self._size)

    def _called(self, name: str) -> str:
        cards = {
            CUE_CARD: self.tr("Cue card"),
            WHEN_NOT: self.tr("When not to"),
            CERTIFICATE: self.tr("Certificate"),
        }
        return cards.get(name) or self.tr("Week {0}").format(week_of(name))

    def _write(self, paths: Sequence[Path], names: Sequence[str]) -> None:
        """Begin to write; what is being written already is finished first."""
        if self._handouts is not None and not self._left:
            self._written, self._of = (self._handouts, self._size), len(paths)
            self._left = list(zip(paths, names, strict=True))
            self._timer.start(0)

    @Slot()
    def _write_next(self) -> None:
        """Write one file; the window stays awake between one and the next."""
        if not self._left or self._written is None:
            return
        path, name = self._left.pop(0)
        them, size = self._written
        try:
            write_bytes(path, pdf(them.leaflet(name), size))
        except CannotSaveError as error:
            self._left.clear()
            self.told.emit(str(error))
            return
        if self._left:
            done = self._of - len(self._left)
            self.told.emit(self.tr("Saving: {0} of {1}").format(done, self._of))
            self._timer.start(0)
        elif self._of == 1:
            self.told.emit(self.tr("Saved as {0}.").format(path))
        else:
            self.told.emit(self.tr("Saved {0} files in {1}.").format(self._of, path.parent))

    def finish(self) -> None:
        """Write what is still to be written; the window closes, and hears no more of it."""
        self.blockSignals(True)
        while self._left:
            self._write_next()
        self._timer.stop()

    def _ask_file(self, name: str) -> str:
        kinds = self.tr("PDF") + " (*.pdf)"
        return place_to_save(self._page, self.tr("Where to keep it"), name, kinds)

    def _ask_folder(self) -> str:
        return folder_to_use(self._page, self.tr("A folder for all of them"))

    def _ask_logo(self) -> str:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.svg *.webp)"
        return place_to_open(self._page, self.tr("A picture"), kinds)
