"""Teach: which class it is today, what is in it, and where its picture will be seen."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.class_plan import Lesson
from massage_guide.domain.course import Part
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

ROUTINES = "*"
"""Stands for a routine by itself among the courses; no course has such an id."""
_TURNED = "turned"


class Teach(Page):
    """Chooses a week of a course, or a routine; the class opens when it is asked for.

    Signals: course_chosen(str), week_chosen(str), routine_chosen(str), turned_changed(bool),
    class_requested, rehearsal_requested, handouts_requested, register_requested, home_requested,
    help_requested.
    """

    course_chosen = Signal(str)
    week_chosen = Signal(str)
    routine_chosen = Signal(str)
    turned_changed = Signal(bool)
    class_requested = Signal()
    rehearsal_requested = Signal()
    handouts_requested = Signal()
    register_requested = Signal()
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self.head.addWidget(Words(self.tr("Teach a class"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        columns = Columns(left=1, right=1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._build_choice(columns.left)
        self._build_summary(columns.right)
        home = Button(self.tr("Home"), Kind.QUIET)
        home.clicked.connect(self.home_requested)
        self.foot.addWidget(home)
        handouts = Button(self.tr("Hand-outs"), Kind.QUIET)
        handouts.clicked.connect(self.handouts_requested)
        self.foot.addWidget(handouts)
        register = Button(self.tr("Register"), Kind.QUIET)
        register.clicked.connect(self.register_requested)
        self.foot.addWidget(register)
        self._register = Words(role=Role.SMALL)
        self.foot.addWidget(self._register, 1)
        rehearse = Button(self.tr("Rehearse"))
        rehearse.setAccessibleDescription(self.tr("Alone, four times as fast; nothing is recorded"))
        rehearse.clicked.connect(self.rehearsal_requested)
        self.foot.addWidget(rehearse)
        self._open = self.make_go_on(self.tr("Open the class"))
        self.foot.addWidget(self._open)

    def _build_choice(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Course"), Role.HEADING))
        self._courses = ChipRow(Choose.ONE, ticked=False)
        self._courses.changed.connect(self._on_course)
        column.addWidget(self._courses)
        self._which = Words(role=Role.HEADING)
        column.addWidget(self._which)
        self._weeks = ChipRow(Choose.ONE, ticked=False)
        self._weeks.changed.connect(self._on_week)
        column.addWidget(self._weeks)
        self._routines = ChipRow(Choose.ONE, ticked=False)
        self._routines.changed.connect(self._on_routine)
        column.addWidget(self._routines)
        column.addStretch(1)

    def _build_summary(self, column: QVBoxLayout) -> None:
        self._panel = Panel("card")
        self._title = Words(role=Role.HEADING)
        self._strokes = Words(role=Role.SOFT)
        self._plan = Words()
        self._note = Words(role=Role.SOFT)
        for words in (self._title, self._strokes, self._plan, self._note):
            self._panel.column.addWidget(words)
        column.addWidget(self._panel)
        self._view = ChipRow()
        self._view.offer(((_TURNED, self.tr("Turned round, for a room that faces you")),))
        self._view.changed.connect(self._on_view)
        column.addWidget(self._view)
        self._screens = Words(role=Role.SOFT)
        column.addWidget(self._screens)
        column.addStretch(1)

    def show_courses(self, courses: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these courses (id, title), and a routine by itself."""
        words = [*courses, (ROUTINES, self.tr("One routine"))]
        self._courses.offer(words, (chosen,))

    def show_weeks(self, weeks: Sequence[tuple[int, str]], chosen: int) -> None:
        """Offer the weeks of a course (number, title)."""
        self._which.setText(self.tr("Week"))
        self._routines.hide()
        self._weeks.show()
        words = [(str(number), f"{number}  {title}") for number, title in weeks]
        self._weeks.offer(words, (str(chosen),))

    def show_routines(self, routines: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these routines (id, title)."""
        self._which.setText(self.tr("Routine"))
        self._weeks.hide()
        self._routines.show()
        self._routines.offer(routines, (chosen,))

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what is in the class."""
        self._title.setText(lesson.title)
        self._strokes.setText(_counted(self, lesson))
        lines = [self.tr("{0} min  {1}").format(part.minutes, part.part) for part in lesson.plan]
        self._plan.setText("\n".join(lines))
        notes = "\n".join(note for note in (lesson.review_how, lesson.note) if note)
        self._note.setText(notes)
        for words in (self._plan, self._note):
            words.setVisible(bool(words.text()))

    def show_start(self, number: int) -> None:
        """Say whether the class opens at its beginning, or where it was left."""
        words = self.tr("Open the class")
        if number > 1:
            words = self.tr("Go on from item {0}").format(number)
        self._open.say(words)

    def show_screens(self, sentence: str) -> None:
        """Tell where the class's picture will be seen."""
        self._screens.setText(sentence)

    def show_register(self, sentence: str) -> None:
        """Tell what the register has to do with it; never a name, since others may look."""
        self._register.setText(sentence)

    def show_turned(self, turned: bool) -> None:
        """Show from where the picture is seen."""
        self._view.choose((_TURNED,) if turned else ())

    def go_on(self) -> None:
        """Space opens the class."""
        self.class_requested.emit()

    @Slot(object)
    def _on_course(self, words: tuple[str, ...]) -> None:
        self.course_chosen.emit(words[0])

    @Slot(object)
    def _on_week(self, words: tuple[str, ...]) -> None:
        self.week_chosen.emit(words[0])

    @Slot(object)
    def _on_routine(self, words: tuple[str, ...]) -> None:
        self.routine_chosen.emit(words[0])

    @Slot(object)
    def _on_view(self, words: tuple[str, ...]) -> None:
        self.turned_changed.emit(_TURNED in words)


def _counted(page: Teach, lesson: Lesson) -> str:
    """Minutes, and how many strokes come again and are new."""
    told = [page.tr("{0} minutes").format(lesson.minutes)]
    for part, words in (
        (Part.REVIEW, page.tr("{0} strokes again")),
        (Part.NEW, page.tr("{0} new") if lesson.week else page.tr("{0} strokes")),
    ):
        strokes = {i.step.stroke.id for i in lesson.items if i.part is part and i.step.stroke}
        if strokes:
            told.append(words.format(len(strokes)))
    return " · ".join(told)
