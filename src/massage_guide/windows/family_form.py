"""A family: the baby's first name and, if wanted, two dates, for the register of a class."""

from __future__ import annotations

from datetime import date
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.session import Baby
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.twice import Twice
from massage_guide.windows.baby_form import BabyForm


class FamilyForm(BabyForm):
    """Adds a family to the register, changes one, or takes it off with a second press.

    Signals: saved(name, date of birth or None, due date or None), removed, cancelled,
    help_requested.
    """

    removed = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        self._take_off: Button | None = None
        super().__init__(clock, parent)
        self._twice = Twice(clock, self)
        self._twice.pending.connect(self._on_pending)
        self._twice.meant.connect(self.removed)
        self._take_off = Button(self.tr("Take off the register"))
        self._take_off.clicked.connect(self._twice.say)
        self.foot.insertWidget(1, self._take_off)

    def show_baby(self, baby: Baby | None, today: date) -> None:
        """Begin with this family, or with a new one."""
        super().show_baby(baby, today)
        if self._take_off is not None:
            self._twice.forget()
            self._take_off.setVisible(baby is not None)

    def new_words(self) -> str:
        """The title of an empty form."""
        return self.tr("A new family")

    def due_words(self) -> str:
        """What the second date is."""
        return self.tr("Due date (only if the baby came early)")

    def why_words(self) -> str:
        """What the dates are for."""
        return self.tr(
            "The baby’s first name is enough. With a date, the notes of a class tell you which "
            "strokes are too early for someone in the room; the class never sees it."
        )

    @Slot(bool)
    def _on_pending(self, pending: bool) -> None:
        if self._take_off is not None:
            again, first = self.tr("Press again to take off"), self.tr("Take off the register")
            self._take_off.say(again if pending else first)
