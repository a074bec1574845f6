"""The school: the timetable, from which a class opens, and the classroom in which it is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon

from massage_guide.domain.class_keys import ClassKeys
from massage_guide.domain.figure import FigureName
from massage_guide.domain.settings import Settings
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.library import Library
from massage_guide.teaching.class_record import ClassRecord
from massage_guide.teaching.classroom import Classroom
from massage_guide.teaching.registering import Registering
from massage_guide.teaching.rehearsing import Rehearsing
from massage_guide.teaching.screens import DesktopScreens
from massage_guide.teaching.timetable import Timetable
from massage_guide.teaching.too_early import TooEarly
from massage_guide.windows.class_keys_screen import ClassKeysScreen
from massage_guide.windows.family_form import FamilyForm
from massage_guide.windows.register_page import RegisterPage
from massage_guide.windows.teach import Teach

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.domain.register import Register
    from massage_guide.storage.journal import Journal


class School(QObject):
    """All of teaching, for whoever builds the program.

    Signals:
    screen_wanted(str): teach, register, family, class_keys or settings.
    settings_changed(Settings): what is to be remembered.
    """

    screen_wanted = Signal(str)
    settings_changed = Signal(object)

    def __init__(
        self,
        pages: tuple[Teach, ClassKeysScreen, RegisterPage, FamilyForm],
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        icon: QIcon,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens = DesktopScreens()
        page, self._keys_page, register_page, family_form = pages
        self._settings = Settings()
        self.timetable = Timetable(page, self._screens, self)
        self.classroom = Classroom(clock, wall_clock, self._screens, icon, self)
        self.timetable.class_wanted.connect(self.classroom.open)
        self._rehearsing = Rehearsing(self.classroom, clock, self)
        self.timetable.rehearsal_wanted.connect(self._rehearsing.open)
        self.registering = Registering(
            (page, register_page, family_form), self._screens, wall_clock, self
        )
        self.record = ClassRecord(self._register, clock, self)
        self._too_early = TooEarly(self.classroom, self._register, wall_clock, self)
        self._wire_record()
        for part in (self.timetable, self.classroom, self.registering):
            part.settings_changed.connect(self.settings_changed)
        for source in (self.timetable, self.registering):
            source.screen_wanted.connect(self.screen_wanted)
        self._keys_page.keys_changed.connect(self._on_keys)
        self._keys_page.back_requested.connect(self._leave_keys)

    def _wire_record(self) -> None:
        """A class goes into the register, which stays closed meanwhile."""
        room = self.classroom
        room.opened.connect(self.registering.door.class_opened)
        room.opened.connect(self.record.opened)
        room.began.connect(self.record.began)
        room.taught.connect(self.record.taught)
        room.closed.connect(self.record.ended)
        room.closed.connect(self.registering.door.class_closed)
        room.closed.connect(self.registering.read_again)

    @property
    def others_look(self) -> bool:
        """Whether there is a second screen, at which somebody else may look."""
        return len(self._screens.facts()) > 1

    def use(
        self,
        library: Library,
        drawings: Mapping[FigureName, FigureDrawing],
        settings: Settings,
    ) -> None:
        """What there is to teach, and how it is drawn."""
        self.classroom.use(library, drawings)
        self.wear(settings)
        self.timetable.use(library)
        self.registering.use(library)
        self._too_early.use(library.strokes)

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Follow the settings."""
        self._settings = settings
        self.classroom.wear(settings)
        self.timetable.wear(settings)
        self.registering.wear(settings)

    @Slot()
    def open_keys(self) -> None:
        """To the keys of a class."""
        self._keys_page.show_keys(ClassKeys.of_text(self._settings.class_keys))
        self.screen_wanted.emit("class_keys")

    @Slot(object)
    def _on_keys(self, keys: ClassKeys) -> None:
        self.settings_changed.emit(replace(self._settings, class_keys=keys.text()))

    @Slot()
    def _leave_keys(self) -> None:
        self.screen_wanted.emit("settings")

    @Slot(object, str)
    def read_from(self, journal: Journal | None, unavailable: str = "") -> None:
        """The journal has been opened, or cannot be."""
        self.record.read_from(journal)
        self.registering.read_from(journal, unavailable)

    def _register(self) -> Register | None:
        return self.registering.taught
