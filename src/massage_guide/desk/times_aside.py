"""Times aside: the parts of the week that suit, kept in the settings and taken to a calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.session import Baby
from massage_guide.domain.times import PartOfDay, Times, next_line
from massage_guide.files.atomic import CannotSaveError
from massage_guide.files.calendar_file import Wording, write_calendar
from massage_guide.storage.errors import KeepingFailed
from massage_guide.widgets.places import place_to_save
from massage_guide.windows.home import Home
from massage_guide.windows.times_screen import TimesScreen


class TimesAside(QObject):
    """Joins the page of times with the settings, a calendar file, and a line on Home.

    Nothing is ever compared with what was set aside: a time that passes leaves no trace.

    Signals:
    screen_wanted(str): times.
    """

    screen_wanted = Signal(str)

    def __init__(
        self,
        screen: TimesScreen,
        home: Home,
        looks: Looks,
        wall_clock: Callable[[], datetime],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """`folder` is where the data lives: an erasure finds there which files name a baby."""
        super().__init__(parent)
        self._folder = folder
        self._screen, self._home, self._looks = screen, home, looks
        self._wall_clock = wall_clock
        self._baby = ""
        self.ask_where: Callable[[], str] = self._ask_where
        """Where the file is to be saved; empty when they would rather not."""
        self.refresh()

    @Slot()
    def open(self) -> None:
        """To the page."""
        self._screen.show_told("")
        self.refresh()
        self.screen_wanted.emit("times")

    @Slot()
    def refresh(self) -> None:
        """Mention the next time; by now it may be another one."""
        times = self._times()
        line = next_line(times, self._wall_clock())
        self._screen.show_times(times, line, known=bool(self._looks.settings.calendar_parts))
        self._home.show_aside(line)

    @Slot(object)
    def set_baby(self, baby: Baby | None) -> None:
        """Whose time it is from now on."""
        self._baby = baby.name if baby else ""
        self._screen.show_baby(self._baby, self._looks.settings.calendar_names_baby)

    @Slot(object)
    def change(self, times: Times) -> None:
        """Set these aside."""
        self._looks.change(
            replace(
                self._looks.settings,
                times_aside=times.aside_words(),
                times_begin=times.begin_words(),
            )
        )
        self._screen.show_told("")
        self.refresh()

    @Slot(bool)
    def name_baby(self, named: bool) -> None:
        """Say in the calendar whose time it is, or leave that out."""
        self._looks.change(replace(self._looks.settings, calendar_names_baby=named))

    @Slot()
    def save(self) -> None:
        """Write the calendar file where the parent wants it."""
        where = self.ask_where()
        if not where:
            return
        path = Path(where)
        if path.suffix.lower() != ".ics":
            path = path.with_name(f"{path.name}.ics")
        times = self._times()
        try:
            self._keep_in_mind(path)
            wording = Wording(self._title(), self._words(), self._family())
            known = self._looks.settings.calendar_parts
            write_calendar(path, times, wording, self._wall_clock(), known)
        except (CannotSaveError, KeepingFailed) as error:
            self._screen.show_told(str(error))
            return
        parts = [part for part in PartOfDay if times.of_part(part) or part in known]
        self._looks.change(replace(self._looks.settings, calendar_parts=tuple(map(str, parts))))
        words = self.tr("Saved as {0}. Open it, and your calendar takes it in.")
        if not all(map(times.of_part, parts)):
            words += " " + self.tr(
                "What you took away is cancelled in it; should your calendar still show it, "
                "please delete it there."
            )
        self._screen.show_told(words.format(path.name))

    def _keep_in_mind(self, path: Path) -> None:
        """A file that names the baby goes when the baby is erased."""
        from massage_guide.storage import copies  # brings the database with it

        if self._names_baby():
            copies.remember(self._folder, path)

    def _names_baby(self) -> bool:
        return bool(self._baby) and self._looks.settings.calendar_names_baby

    def _times(self) -> Times:
        settings = self._looks.settings
        return Times.from_words(settings.times_aside, settings.times_begin)

    def _title(self) -> str:
        if self._names_baby():
            return self.tr("A quiet time with {0}").format(self._baby)
        return self.tr("A quiet time together")

    def _words(self) -> str:
        return self.tr("If it suits. A cuddle is fine too.")

    def _family(self) -> str:
        settings = self._looks.settings
        if not settings.calendar_family:
            settings = replace(settings, calendar_family=uuid4().hex)
            self._looks.change(settings)
        return settings.calendar_family

    def _ask_where(self) -> str:
        kinds = self.tr("Calendar file") + " (*.ics)"
        title, name = self.tr("For my calendar"), self.tr("quiet-times.ics")
        return place_to_save(self._screen, title, name, kinds)
