"""The age panel: how many weeks old, asked once, with large steps."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_OLDEST = 104
"""Weeks; two years."""


class AgePanel(Panel):
    """The age, asked once; skipping is an answer.

    Signals: told(int weeks or None).
    """

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self.column.addWidget(Words(self.tr("How old is your baby?"), Role.HEADING))
        early = self.tr("Born before 37 weeks? Count from the due date.")
        self.column.addWidget(Words(early, Role.SMALL))
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
        self.column.addLayout(row)

    @Slot(int)
    def show_weeks(self, weeks: int) -> None:
        """Show this many weeks."""
        words = self.tr("1 week") if weeks == 1 else self.tr("{0} weeks").format(weeks)
        self._weeks.show_value(weeks, words)

    @Slot()
    def _on_told(self) -> None:
        self.told.emit(self._weeks.value)

    @Slot()
    def _on_skip(self) -> None:
        self.told.emit(None)
