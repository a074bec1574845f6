"""The age panel: how many weeks old, asked once, and then a line that can be corrected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_OLDEST = 104
"""Weeks; two years."""


def age_of(name: str, weeks: int | None) -> str:
    """Tell a baby's name, and the corrected age where it is known."""
    if weeks is None:
        return name
    tr = QCoreApplication.translate
    if weeks < 0:
        return tr("Age", "{0}, {1} before the due date").format(name, _in_words(-weeks))
    return tr("Age", "{0}, {1}").format(name, _in_words(weeks))


def _in_words(weeks: int) -> str:
    if weeks == 1:
        return QCoreApplication.translate("Age", "1 week")
    return QCoreApplication.translate("Age", "{0} weeks").format(weeks)


class AgePanel(QWidget):
    """The age, asked once; skipping is an answer, and every answer can be corrected.

    Signals: told(int weeks or None).
    """

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = self._build_asking()
        self._line = Button("", Kind.QUIET)
        self._line.clicked.connect(self._on_open)
        self._known = Words(role=Role.SOFT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asking)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._known)
        column.addStretch(1)

    def _build_asking(self) -> Panel:
        panel = Panel("soft")
        panel.column.addWidget(Words(self.tr("How old is your baby?"), Role.HEADING))
        early = self.tr("Born before 37 weeks? Count from the due date.")
        panel.column.addWidget(Words(early, Role.SMALL))
        self._weeks = Stepper(0, _OLDEST)
        self._weeks.changed.connect(self.show_weeks)
        thats_it = Button(self.tr("Yes"), Kind.GO)
        thats_it.clicked.connect(self._on_told)
        skip = Button(self.tr("Skip"), Kind.QUIET)
        skip.clicked.connect(self._on_skip)
        row = QHBoxLayout()
        row.addWidget(self._weeks, 1)
        row.addWidget(thats_it)
        row.addWidget(skip)
        panel.column.addLayout(row)
        return panel

    def ask(self, weeks: int) -> None:
        """Ask, beginning at so many weeks."""
        self.show_weeks(weeks)
        self.setMinimumHeight(0)
        self._show(self._asking)

    def show_age(self, weeks: int | None, name: str = "") -> None:
        """Show the age in one line; with a baby's name it is known and needs no correcting."""
        self.setMinimumHeight(0)
        if name:
            self._known.setText(age_of(name, weeks))
            self._show(self._known)
            return
        if weeks is None:
            words = self.tr("Age not told. Tell")
        elif weeks == 0:
            words = self.tr("Your baby is not a week old yet. Change")
        else:
            words = self.tr("Your baby is about {0}. Change").format(_in_words(weeks))
        if weeks is not None:
            self.show_weeks(weeks)
        self._line.say(words)
        self._show(self._line)

    @Slot(int)
    def show_weeks(self, weeks: int) -> None:
        """Show this many weeks on the steps."""
        self._weeks.show_value(weeks, _in_words(weeks))

    def _show(self, part: QWidget) -> None:
        for one in (self._asking, self._line, self._known):
            one.setVisible(one is part)

    def _fold(self, weeks: int | None) -> None:
        room = self.height()
        self.show_age(weeks)
        # What lies below stays where it is, so that the next press meets what was aimed at.
        self.setMinimumHeight(room)
        self.told.emit(weeks)

    @Slot()
    def _on_open(self) -> None:
        self._show(self._asking)

    @Slot()
    def _on_told(self) -> None:
        self._fold(self._weeks.value)

    @Slot()
    def _on_skip(self) -> None:
        self._fold(None)
