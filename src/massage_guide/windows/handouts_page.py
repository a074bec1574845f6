"""Hand-outs: what a class takes home, seen before it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.thumbnails import Thumbnails
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class HandoutsPage(Page):
    """One hand-out at a time, or a folder of all of them in one press.

    Signals: course_chosen(str), handout_chosen(str), size_chosen(Size), instructor_named(str),
    logo_requested, logo_dropped, save_requested, print_requested, folder_requested,
    back_requested, help_requested.
    """

    course_chosen = Signal(str)
    handout_chosen = Signal(str)
    size_chosen = Signal(object)
    instructor_named = Signal(str)
    logo_requested = Signal()
    logo_dropped = Signal()
    save_requested = Signal()
    print_requested = Signal()
    folder_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self.head.addWidget(Words(self.tr("Hand-outs"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        columns = Columns(left=1, right=1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._build_choices(columns.left)
        self._pages = Words(role=Role.SMALL)
        self.thumbnails = Thumbnails(columns=2)
        columns.right.addWidget(self.thumbnails)
        columns.right.addWidget(self._pages)
        columns.right.addStretch(1)
        self._build_foot()

    def _build_choices(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Course"), Role.HEADING))
        self.courses = ChipRow(Choose.ONE, ticked=False)
        self.courses.changed.connect(self._on_course)
        column.addWidget(self.courses)
        column.addWidget(Words(self.tr("Which one"), Role.HEADING))
        self.which = ChipRow(Choose.ONE, ticked=False)
        self.which.changed.connect(self._on_which)
        column.addWidget(self.which)
        column.addWidget(Words(self.tr("Whose course it is"), Role.HEADING))
        self.instructor = QLineEdit()
        self.instructor.setMaxLength(80)
        self.instructor.setPlaceholderText(self.tr("Your name, as it is to stand on the sheets"))
        self.instructor.setAccessibleName(self.tr("Your name"))
        self.instructor.editingFinished.connect(self._on_named)
        column.addWidget(self.instructor)
        self._logo = Flow(gap=8)
        self.logo = Button(self.tr("A picture beside it"))
        self.logo.clicked.connect(self.logo_requested)
        self.no_logo = Button(self.tr("No picture"))
        self.no_logo.clicked.connect(self.logo_dropped)
        for button in (self.logo, self.no_logo):
            self._logo.add(button)
        column.addWidget(self._logo)
        column.addWidget(Words(self.tr("Paper"), Role.HEADING))
        self.paper = ChipRow(Choose.ONE, ticked=False)
        self.paper.offer(((Size.A4, self.tr("A4")), (Size.LETTER, self.tr("Letter"))))
        self.paper.changed.connect(self._on_paper)
        column.addWidget(self.paper)
        column.addStretch(1)

    def _build_foot(self) -> None:
        self.back = Button(self.tr("Back"), Kind.PLAIN)
        self.back.clicked.connect(self.back_requested)
        self.save = Button(self.tr("Save this one"), Kind.OFFER)
        self.save.clicked.connect(self.save_requested)
        self.print_it = Button(self.tr("Print this one"), Kind.OFFER)
        self.print_it.clicked.connect(self.print_requested)
        self.foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addStretch(1)
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.print_it)
        self.foot.addWidget(self.make_go_on(self.tr("Save all of them")))

    def show_courses(self, courses: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these courses (id, title)."""
        self.courses.offer(courses, (chosen,))

    def show_handouts(self, names: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these hand-outs (name, words)."""
        self.which.offer(names, (chosen,))

    def show_giver(self, name: str, has_logo: bool) -> None:
        """Show who hands them out."""
        if not self.instructor.hasFocus():
            self.instructor.setText(name)
        self.no_logo.setVisible(has_logo)

    def show_leaflet(self, leaflet: Leaflet, size: Size) -> None:
        """Show every page as it will be printed."""
        self.paper.choose((size,))
        self.thumbnails.show_leaflet(leaflet, size)
        number = self.thumbnails.pages
        pages = self.tr("{0} pages. Readable without colour.").format(number)
        self._pages.setText(self.tr("One page. Readable without colour.") if number == 1 else pages)

    def go_on(self) -> None:
        """Space saves all of them."""
        self.folder_requested.emit()

    @Slot()
    def _on_course(self) -> None:
        self.course_chosen.emit(self.courses.chosen()[0])

    @Slot()
    def _on_which(self) -> None:
        self.handout_chosen.emit(self.which.chosen()[0])

    @Slot()
    def _on_paper(self) -> None:
        self.size_chosen.emit(Size(self.paper.chosen()[0]))

    @Slot()
    def _on_named(self) -> None:
        self.instructor_named.emit(self.instructor.text().strip())
