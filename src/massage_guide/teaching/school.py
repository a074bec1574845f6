"""The school: the timetable, from which a class opens, and the classroom in which it is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon

from massage_guide.domain.figure import FigureName
from massage_guide.domain.settings import Settings
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.library import Library
from massage_guide.teaching.classroom import Classroom
from massage_guide.teaching.screens import DesktopScreens
from massage_guide.teaching.timetable import Timetable
from massage_guide.windows.teach import Teach


class School(QObject):
    """All of teaching, for whoever builds the program.

    Signals:
    settings_changed(Settings): what is to be remembered.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        page: Teach,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        icon: QIcon,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens = DesktopScreens()
        self.timetable = Timetable(page, self._screens, self)
        self.classroom = Classroom(clock, wall_clock, self._screens, icon, self)
        self.timetable.class_wanted.connect(self.classroom.open)
        for part in (self.timetable, self.classroom):
            part.settings_changed.connect(self.settings_changed)

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

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Follow the settings."""
        self.classroom.wear(settings)
        self.timetable.wear(settings)
