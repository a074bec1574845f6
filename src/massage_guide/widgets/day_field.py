"""A day: a date set with large steps, or left blank."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.chips import ChipRow
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.stepper import Stepper

_KNOWN = "known"


class DayField(QWidget):
    """A chip that says whether the day is known; day, month and year when it is.

    Signals: changed(date or None).
    """

    changed = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._suggested = date(2026, 1, 1)
        self._known = ChipRow()
        self._known.offer([(_KNOWN, text)])
        self._known.changed.connect(self._on_known)
        self._steps = Flow(gap=14)
        self._of_month = Stepper(1, 31)
        self._month = Stepper(1, 12)
        self._year = Stepper(2000, 2100)
        months = [QLocale().standaloneMonthName(month) for month in range(1, 13)]
        self._of_month.keep_room_for(["30"])
        self._month.keep_room_for(months)
        self._year.keep_room_for(["2000"])
        for stepper in (self._of_month, self._month, self._year):
            stepper.changed.connect(self._on_step)
            self._steps.add(stepper)
        # The steps keep their place while they are hidden, so that nothing below moves.
        policy = self._steps.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._steps.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._known)
        column.addWidget(self._steps)

    @property
    def day(self) -> date | None:
        """The date, or None when it is left blank."""
        return self._day

    def show_day(self, day: date | None, suggested: date) -> None:
        """Show a date or a blank; `suggested` is where the steps begin."""
        self._day, self._suggested = day, suggested
        self._known.choose((_KNOWN,) if day is not None else ())
        self._steps.setVisible(day is not None)
        shown = day or suggested
        # The language's own name of the month, so that 3 and 4 cannot be taken for each other.
        month = QLocale().standaloneMonthName(shown.month)
        self._of_month.show_value(shown.day, str(shown.day))
        self._month.show_value(shown.month, month)
        self._year.show_value(shown.year, str(shown.year))

    @Slot(object)
    def _on_known(self, words: tuple[str, ...]) -> None:
        self._tell(self._suggested if words else None)

    @Slot(int)
    def _on_step(self, value: int) -> None:
        parts = {
            stepper: value if stepper is self.sender() else stepper.value
            for stepper in (self._of_month, self._month, self._year)
        }
        year, month = parts[self._year], parts[self._month]
        last = monthrange(year, month)[1]
        self._tell(date(year, month, min(parts[self._of_month], last)))

    def _tell(self, day: date | None) -> None:
        self.show_day(day, day or self._suggested)
        self.changed.emit(day)
