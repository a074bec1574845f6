"""Registering: the register's page filled from the journal, and every change written at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.days import day_and_month
from massage_guide.domain.register import Family, Register
from massage_guide.domain.session import Baby
from massage_guide.domain.settings import Settings
from massage_guide.files.library import Library
from massage_guide.storage.errors import JournalReadFailed, JournalWriteFailed
from massage_guide.teaching.register_door import RegisterDoor
from massage_guide.teaching.screens import Screens
from massage_guide.windows.family_form import FamilyForm
from massage_guide.windows.register_page import RegisterPage
from massage_guide.windows.teach import Teach

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal


class Registering(QObject):
    """Shows the register while its door is open, and nothing of it afterwards.

    Signals:
    screen_wanted(str): register, family or teach.
    settings_changed(Settings): which class is taught, and its week, are to be remembered.
    erase_wanted(UUID): this class goes, from every copy.
    """

    screen_wanted = Signal(str)
    settings_changed = Signal(object)
    erase_wanted = Signal(object)

    def __init__(
        self,
        pages: tuple[Teach, RegisterPage, FamilyForm],
        screens: Screens,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._teach, self._page, self._form = pages
        self._wall_clock = wall_clock
        self._journal: Journal | None = None
        self._library: Library | None = None
        self._settings = Settings()
        self.classes: tuple[Register, ...] = ()
        """All that the register holds."""
        self._week = 1
        self._edited: UUID | None = None
        self.door = RegisterDoor(self._teach, screens, self)
        self._connect()

    def _connect(self) -> None:
        page, form = self._page, self._form
        self.door.opened.connect(self._on_opened)
        self.door.shut.connect(self.leave)
        page.class_chosen.connect(self.choose)
        page.class_added.connect(self.add)
        page.erase_meant.connect(self.erase_wanted)
        page.back_requested.connect(self.leave)
        page.details.changed.connect(self.change)
        page.families.family_requested.connect(self.open_family)
        page.weeks.week_chosen.connect(self.show_week)
        page.weeks.came_changed.connect(self.set_came)
        form.saved.connect(self.save_family)
        form.removed.connect(self.remove_family)
        form.cancelled.connect(self._show_page)

    @property
    def taught(self) -> Register | None:
        """The class that is taught; None where the register knows of none."""
        return next((c for c in self.classes if str(c.id) == self._settings.class_register), None)

    def use(self, library: Library) -> None:
        """What there is to teach."""
        self._library = library
        self._tell()

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Follow the settings."""
        self._settings = settings
        self._tell()

    @Slot(object, str)
    def read_from(self, journal: Journal | None, unavailable: str = "") -> None:
        """The journal has been opened, or cannot be."""
        self._journal = journal
        self.door.keep(journal, unavailable)
        self._read()

    @Slot()
    def _on_opened(self) -> None:
        self._page.say("")
        self._read()
        self._week = self._todays_week()
        self._show_page()

    @Slot()
    def leave(self) -> None:
        """Back to Teach; nothing of it stays on the page."""
        self.door.close()
        self._page.show_classes((), None)
        self._tell()
        self.screen_wanted.emit("teach")

    @Slot()
    def read_again(self) -> None:
        """A class is over; what was taught is in the register."""
        self._read()

    @Slot(object)
    def choose(self, register: UUID) -> None:
        """This class is taught from now on, at the week that comes next."""
        found = next(one for one in self.classes if one.id == register)
        weeks = self._weeks(found.course)
        self._settings = replace(
            self._settings,
            class_register=str(register),
            class_course=found.course,
            class_week=found.next_week(weeks),
        )
        self._week = self._todays_week()
        self._show()
        self.settings_changed.emit(self._settings)

    @Slot()
    def add(self) -> None:
        """One more class, to be named."""
        day = day_and_month(self._today())
        name = self.tr("Class of {0}").format(day)
        course = self._settings.class_course
        added: list[UUID] = []
        self._write(lambda journal: added.append(journal.add_register(name, course)))
        if added:
            self.choose(added[0])
            self._page.details.name.setFocus()
            self._page.details.name.selectAll()

    @Slot(str, str, object, str)
    def change(self, name: str, course: str, started: date | None, note: str) -> None:
        """The class is called, taught or noted otherwise."""
        register = self.taught
        if register is None:
            return
        self._write(lambda it: it.change_register(register.id, name, course, started, note))
        if course != register.course:
            self.choose(register.id)

    @Slot(int)
    def show_week(self, week: int) -> None:
        """Show who came in that week, and what was taught."""
        self._week = week
        self._show()

    @Slot(object, bool)
    def set_came(self, family: UUID, came: bool) -> None:
        """This family came, or did not."""
        self._write(lambda journal: journal.set_came(family, self._week, came))

    @Slot(object)
    def open_family(self, family: UUID | None) -> None:
        """Open the form of a family, or of a new one."""
        self._edited = family
        of = self.taught.families if self.taught else ()
        found = next((one for one in of if one.id == family), None)
        baby = Baby(found.id, found.name, found.born, found.due) if found else None
        self._form.show_baby(baby, self._today())
        self.screen_wanted.emit("family")

    @Slot(str, object, object)
    def save_family(self, name: str, born: date | None, due: date | None) -> None:
        """Keep what the form holds."""
        family, register = self._edited, self.taught
        if family is not None:
            self._write(lambda it: it.change_family(Family(family, name, born, due)))
        elif register is not None:
            self._write(lambda it: it.add_family(register.id, name, born, due))
        self._show_page()

    @Slot()
    def remove_family(self) -> None:
        """Take the family in the form off the register."""
        family = self._edited
        if family is not None:
            self._write(lambda journal: journal.remove_family(family))
        self._show_page()

    @Slot(str)
    def tell_erased(self, sentence: str) -> None:
        """What became of an erasure."""
        self._read()
        self._page.say(sentence)
        if self._journal is not None and self.taught is None:
            self.settings_changed.emit(replace(self._settings, class_register=""))

    def _write(self, action: Callable[[Journal], object]) -> None:
        if self._journal is None:
            return
        try:
            action(self._journal)
            self._page.say("")
        except JournalWriteFailed as error:
            told = self.tr("That can’t be written down just now ({0}).")
            self._page.say(told.format(error.reason))
        self._read()

    def _read(self) -> None:
        try:
            self.classes = self._journal.registers() if self._journal else ()
        except JournalReadFailed as error:
            self.classes = ()
            self._page.say(error.sentence)
        self._show()
        self._tell()

    @Slot()
    def _show_page(self) -> None:
        self._show()
        self.screen_wanted.emit("register")

    def _show(self) -> None:
        if not self.door.is_open:
            return
        register = self.taught
        self._page.show_classes(self.classes, register.id if register else None)
        if register is not None and self._library is not None:
            courses = [(one.id, one.title) for one in self._library.courses]
            weeks = self._weeks(register.course)
            self._page.show_class(courses, weeks, min(self._week, weeks), self._today())

    def _tell(self) -> None:
        """Say on Teach whether the class is recorded; nobody is named, since others may look."""
        register, course = self.taught, self._settings.class_course
        words = ""
        if register is not None and register.course == course:
            words = self.tr("What is taught is written into your register.")
        self._teach.show_register(words)

    def _todays_week(self) -> int:
        """The week that was taught today, else the one that comes next."""
        register = self.taught
        if register is None:
            return 1
        today = [one.week for one in register.meetings if one.began.date() == self._today()]
        return today[-1] if today else register.next_week(self._weeks(register.course))

    def _weeks(self, course: str) -> int:
        found = self._library.course(course) if self._library else None
        return len(found.weeks) if found else 1

    def _today(self) -> date:
        return self._wall_clock().date()
