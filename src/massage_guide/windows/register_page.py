"""Register: the classes that an instructor teaches, small, optional, and never for the class."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from time import monotonic
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.domain.register import Register
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words
from massage_guide.windows.register_details import RegisterDetails
from massage_guide.windows.register_room import RegisterFamilies, RegisterWeeks


class RegisterPage(Page):
    """Everything holds as soon as it is pressed or left; a class is erased with a second press.

    Signals: class_chosen(UUID), class_added, erase_meant(UUID), back_requested, help_requested;
    the rest are those of its parts: details, weeks and families.
    """

    class_chosen = Signal(object)
    class_added = Signal()
    erase_meant = Signal(object)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._open: Register | None = None
        self.head.addWidget(Words(self.tr("Register"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._lead = Words(role=Role.SOFT)
        self.body.addWidget(self._lead)
        line = QHBoxLayout()
        self.classes = ChipRow(Choose.ONE, ticked=False)
        self.classes.changed.connect(self._on_class)
        self._add = Button(self.tr("A new class"), Kind.OFFER)
        self._add.clicked.connect(self.class_added)
        line.addWidget(self.classes, 1)
        line.addWidget(self._add)
        self.body.addLayout(line)
        self._build_asking()
        self.weeks, self.families = RegisterWeeks(), RegisterFamilies()
        self.details = RegisterDetails()
        self._next = Words()
        self._columns = Columns(left=1, right=1)
        for column, parts in (
            (self._columns.left, (self.weeks, self._next)),
            (self._columns.right, (self.families,)),
        ):
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self.body.addWidget(self._columns)
        self.body.addWidget(self.details)
        self.body.addStretch(1)
        self._erase = Button(self.tr("Erase this class"))
        self._erase.clicked.connect(self._on_erase)
        self._told = Words(role=Role.SMALL)
        self.foot.addWidget(self._erase)
        self.foot.addWidget(self._told, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_classes((), None)

    def _build_asking(self) -> None:
        self._asking = Panel("warm")
        self._asked = Words(role=Role.HEADING)
        self._goes = Words()
        self.keep = Button(self.tr("Keep it"), Kind.OFFER)
        self.keep.clicked.connect(self._on_keep)
        self.erase = Button(self.tr("Erase for good"))
        self.erase.clicked.connect(self._on_meant)
        answers = Flow(gap=10)
        for answer in (self.keep, self.erase):
            answers.add(answer)
        for part in (self._asked, self._goes, answers):
            self._asking.column.addWidget(part)
        self.body.addWidget(self._asking)

    def show_classes(self, classes: Sequence[Register], chosen: UUID | None) -> None:
        """Offer these classes; without one that is chosen, nothing of any is shown."""
        self._open = next((one for one in classes if one.id == chosen), None)
        named = [(str(one.id), one.name) for one in classes]
        self.classes.keep_offering(named, (str(chosen),))
        nothing = self.tr(
            "A register is optional. It remembers which week comes next, who came, and which "
            "strokes are too early for someone in the room. First names are enough."
        )
        calm = self.tr("Kept on this computer and its copies, and never shown to the class.")
        self._lead.setText(calm if classes else nothing)
        self._asking.hide()
        for part in (self._columns, self.details, self._erase):
            part.setVisible(self._open is not None)
        if self._open is None:
            self._asked.clear()
            self.details.forget()
            self.weeks.forget()
            self.families.forget()

    def show_class(
        self, courses: Sequence[tuple[str, str]], weeks: int, week: int, today: date
    ) -> None:
        """Show the class that is chosen; its course has so many weeks, and this one is opened."""
        if self._open is None:
            return
        self.details.show_class(self._open, courses, today)
        self.weeks.show_class(self._open, weeks, week, today)
        self.families.show_class(self._open, today)
        coming = self.tr("Teach this opens at week {0}.")
        self._next.setText(coming.format(self._open.next_week(weeks)))

    def say(self, sentence: str) -> None:
        """Say one line, or nothing."""
        self._told.setText(sentence)

    @property
    def told(self) -> str:
        """The line that is said just now."""
        return self._told.text()

    def go_on(self) -> None:
        """Space goes back."""
        self.details.keep()
        self.back_requested.emit()

    @Slot(object)
    def _on_class(self, words: tuple[str, ...]) -> None:
        self.details.keep()
        self.class_chosen.emit(UUID(words[0]))

    @Slot()
    def _on_erase(self) -> None:
        if self._open is None:
            return
        self.settle()
        self._asked.setText(self.tr("Erase {0}?").format(self._open.name))
        goes = self.tr(
            "Its names, dates, note, who came and what was taught go for good, from your notes "
            "and from every copy of them."
        )
        self._goes.setText(goes)
        self._asking.show()
        self.keep.setFocus()
        self.scroller.ensureWidgetVisible(self._asking)

    @Slot()
    def _on_keep(self) -> None:
        self._asking.hide()
        self.setFocus()

    @Slot()
    def _on_meant(self) -> None:
        self._asking.hide()
        if self._open is not None:
            self.erase_meant.emit(self._open.id)
