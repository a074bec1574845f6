"""The details of a class in the register: its name, course, first meeting and a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_guide.domain.register import Register
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.day_field import DayField
from massage_guide.widgets.page import Columns
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class RegisterDetails(QWidget):
    """Each is kept as soon as it is left.

    Signals: changed(name, course, first meeting or None, note).
    """

    changed = Signal(str, str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: UUID | None = None
        self._kept: tuple[str, str, date | None, str] = ("", "", None, "")
        self.name = _field(_words("Name of the class"), 60)
        self.name.editingFinished.connect(self.keep)
        self.courses = ChipRow(Choose.ONE, ticked=False)
        self.courses.changed.connect(self.keep)
        self.started = DayField(_words("First meeting"))
        self.started.changed.connect(self.keep)
        self.note = _field(_words("A note for yourself"), 2000)
        self.note.setPlaceholderText(_words("Anything to remember for next time"))
        self.note.editingFinished.connect(self.keep)
        columns = Columns(left=1, right=1)
        for part in (Words(_words("Class"), Role.HEADING), self.name, self.courses):
            columns.left.addWidget(part)
        columns.left.addStretch(1)
        columns.right.addWidget(Words(_words("A note for yourself"), Role.HEADING))
        columns.right.addWidget(self.note)
        columns.right.addWidget(self.started)
        columns.right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def show_class(
        self, register: Register, courses: Sequence[tuple[str, str]], today: date
    ) -> None:
        """Show a class, and the courses (id, title) that it may be taught."""
        other = register.id != self._of
        self._of = register.id
        self._kept = (register.name, register.course, register.started, register.note)
        for field, words in ((self.name, register.name), (self.note, register.note)):
            # what is being written in this class stays
            if other or not field.hasFocus():
                field.setText(words)
        self.courses.keep_offering(courses, (register.course,))
        self.started.show_day(register.started, today)

    def forget(self) -> None:
        """Hold nothing of any class."""
        self._of = None
        for field in (self.name, self.note):
            field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what is written, and does not leave the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            return
        super().keyPressEvent(event)

    @Slot()
    def keep(self) -> None:
        """Have what was written kept, where it differs."""
        if self._of is None:
            return
        name, course, *_rest = self._kept
        now = (
            " ".join(self.name.text().split()) or name,
            next(iter(self.courses.chosen()), course),
            self.started.day,
            self.note.text().strip(),
        )
        if now != self._kept:
            self._kept = now
            self.changed.emit(*now)


def _field(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field


def _words(text: str) -> str:
    return QCoreApplication.translate("RegisterDetails", text)
