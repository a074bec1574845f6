"""The timetable: which class comes next, and everything that can be chosen before it opens."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.class_place import first_item
from massage_guide.domain.class_plan import Lesson, lesson_of_routine, lesson_of_week
from massage_guide.domain.class_screens import seats
from massage_guide.domain.settings import Settings
from massage_guide.files.library import Library
from massage_guide.teaching.screens import Screens
from massage_guide.teaching.seating import seats_words
from massage_guide.windows.teach import ROUTINES, Teach


class Timetable(QObject):
    """Fills the page Teach, and remembers what was chosen there.

    Signals:
    screen_wanted(str): teach.
    settings_changed(Settings): what is to be remembered.
    class_wanted(Lesson), rehearsal_wanted(Lesson): open this class, or rehearse it.
    """

    screen_wanted = Signal(str)
    settings_changed = Signal(object)
    class_wanted = Signal(object)
    rehearsal_wanted = Signal(object)

    def __init__(self, page: Teach, screens: Screens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._screens = page, screens
        self._library: Library | None = None
        self._settings = Settings()
        self._routine = ""
        """Id of the routine that is taught by itself; empty for a week of a course."""
        screens.changed.connect(self._show_screens)
        page.course_chosen.connect(self.choose_course)
        page.week_chosen.connect(self.choose_week)
        page.routine_chosen.connect(self.choose_routine)
        page.turned_changed.connect(self.turn)
        page.class_requested.connect(self.begin)
        page.rehearsal_requested.connect(self.rehearse)

    @property
    def lesson(self) -> Lesson | None:
        """What is chosen; None where there is nothing to teach."""
        if self._library is None:
            return None
        routine = self._library.routine(self._routine)
        if routine is not None:
            return lesson_of_routine(routine, self._library.strokes)
        course = self._library.course(self._settings.class_course)
        if course is None:
            return None
        number = min(self._settings.class_week, len(course.weeks))
        return lesson_of_week(course, number, self._library.strokes, self._library.routines)

    def use(self, library: Library) -> None:
        """What there is to teach."""
        self._library = library
        if library.course(self._settings.class_course) is None and library.courses:
            # a file of one's own may have gone
            self._settings = replace(
                self._settings, class_course=library.courses[0].id, class_week=1
            )
        self._show()

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Follow the settings."""
        if settings != self._settings:
            self._settings = settings
            self._show()

    @Slot()
    def open(self) -> None:
        """To the page, at the week that comes next."""
        self._routine = ""
        self._show()
        self._show_screens()
        self.screen_wanted.emit("teach")

    @Slot(str)
    def choose_course(self, course: str) -> None:
        """Teach a week of this course, or a routine by itself."""
        if course == ROUTINES:
            routines = self._library.routines if self._library else ()
            self._routine = routines[0].id if routines else ""
            self._show()
        else:
            self._routine = ""
            again = course == self._settings.class_course
            week = self._settings.class_week if again else 1
            self._change(replace(self._settings, class_course=course, class_week=week))

    @Slot(str)
    def choose_week(self, week: str) -> None:
        """Teach this week."""
        self._change(replace(self._settings, class_week=int(week)))

    @Slot(str)
    def choose_routine(self, routine: str) -> None:
        """Teach this routine."""
        self._routine = routine
        self._show()

    @Slot(bool)
    def turn(self, turned: bool) -> None:
        """From where the class sees the picture."""
        self._change(replace(self._settings, class_turned=turned))

    @Slot()
    def begin(self) -> None:
        """Open what is chosen."""
        lesson = self.lesson
        if lesson is not None:
            self.class_wanted.emit(lesson)

    @Slot()
    def rehearse(self) -> None:
        """Go through what is chosen, alone."""
        lesson = self.lesson
        if lesson is not None:
            self.rehearsal_wanted.emit(lesson)

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self._show()
        self.settings_changed.emit(settings)

    def _show(self) -> None:
        if self._library is None:
            return
        library, own = self._library, self._settings
        chosen = ROUTINES if self._routine else own.class_course
        self._page.show_courses([(one.id, one.title) for one in library.courses], chosen)
        course = library.course(own.class_course)
        if self._routine:
            routines = [(one.id, one.title) for one in library.routines]
            self._page.show_routines(routines, self._routine)
        elif course is not None:
            number = min(own.class_week, len(course.weeks))
            weeks = [(week.number, week.title) for week in course.weeks]
            self._page.show_weeks(weeks, number)
        self._page.show_turned(own.class_turned)
        lesson = self.lesson
        if lesson is not None:
            self._page.show_lesson(lesson)
            self._page.show_start(first_item(lesson, own.class_place))

    @Slot()
    def _show_screens(self) -> None:
        found = seats(
            self._screens.facts(),
            self._settings.class_screen,
            places_itself=self._screens.places_windows,
        )
        self._page.show_screens(seats_words(found))
