"""The room, in the register: the families of a class, who came, and what was taught."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.register import Family, Register, week_line
from massage_guide.widgets.age_panel import age_of
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class RegisterWeeks(QWidget):
    """Who came is pressed on and off, week by week; what was taught is told.

    Signals: week_chosen(int), came_changed(UUID, bool).
    """

    week_chosen = Signal(int)
    came_changed = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came: tuple[str, ...] = ()
        self.weeks = ChipRow(Choose.ONE, columns=5)
        self.weeks.changed.connect(self._on_week)
        self.came = ChipRow()
        self.came.changed.connect(self._on_came)
        self._who, self._taught = Words(), Words(role=Role.SOFT)
        column = _column(self)
        column.addWidget(Words(_words("Week by week"), Role.HEADING))
        for part in (self.weeks, self._taught, self._who, self.came):
            column.addWidget(part)

    def show_class(self, register: Register, weeks: int, week: int, today: date) -> None:
        """Show a class whose course has so many weeks, and one of them opened."""
        numbers = range(1, weeks + 1)
        self.weeks.set_columns(min(weeks, 6))
        self.weeks.keep_offering([(str(n), str(n)) for n in numbers], (str(week),))
        for number in numbers:
            self.weeks.chip(str(number)).setAccessibleName(_words("Week {0}").format(number))
        self._came = tuple(str(family.id) for family in register.came(week))
        names = [(str(family.id), family.name) for family in register.families]
        self.came.keep_offering(names, self._came)
        who = _words("Who came in week {0}?") if names else ""
        self._who.setText(who.format(week))
        self._who.setVisible(bool(names))
        told = week_line(register.meetings, week, today)
        nothing = _words("Nothing has been taught in week {0} yet.").format(week)
        self._taught.setText(told or nothing)

    def forget(self) -> None:
        """Hold nothing of any class."""
        self._came = ()
        self.came.offer(())

    @Slot(object)
    def _on_week(self, words: tuple[str, ...]) -> None:
        self.week_chosen.emit(int(words[0]))

    @Slot(object)
    def _on_came(self, words: tuple[str, ...]) -> None:
        before, self._came = set(self._came), words
        for one in before ^ set(words):
            self.came_changed.emit(UUID(one), one in words)


class RegisterFamilies(QWidget):
    """Each opens when it is pressed.

    Signals: family_requested(UUID, or None for a new one).
    """

    family_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Family | None, ...] = ()
        self.families = Flow(gap=8)
        column = _column(self)
        column.addWidget(Words(_words("Families"), Role.HEADING))
        column.addWidget(self.families)

    def show_class(self, register: Register, today: date) -> None:
        """Show the families of a class, each with its age where that is known."""
        if self._shown == (*register.families, None):
            return
        self.families.clear()
        self._shown = (*register.families, None)
        for family in self._shown:
            button = _FamilyButton(family, today)
            button.clicked.connect(self._on_family)
            self.families.add(button)

    def forget(self) -> None:
        """Hold nothing of any class."""
        self._shown = ()
        self.families.clear()

    @Slot()
    def _on_family(self) -> None:
        button = self.sender()
        if isinstance(button, _FamilyButton):
            self.family_requested.emit(button.family)


class _FamilyButton(Button):
    """One family with its age, or one more."""

    def __init__(self, family: Family | None, today: date) -> None:
        kind = Kind.OFFER if family is None else Kind.QUIET
        words = _words("Add a family")
        if family is not None:
            words = age_of(family.name, family.weeks(today))
        super().__init__(words, kind)
        self.family = family.id if family else None


def _column(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column


def _words(text: str) -> str:
    return QCoreApplication.translate("RegisterRoom", text)
