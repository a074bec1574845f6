"""Times: the page on which a family sets parts of the week aside, and takes them to a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.domain.times import SPANS, STEP, Day, PartOfDay, Times
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow
from massage_guide.widgets.hours import clock_time
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_NAME = "name"


class TimesScreen(Page):
    """Everything holds as soon as it is pressed.

    Signals: times_changed(Times), naming_changed(bool), calendar_requested, home_requested,
    help_requested.
    """

    times_changed = Signal(object)
    naming_changed = Signal(bool)
    calendar_requested = Signal()
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._times = Times()
        self.head.addWidget(Words(self.tr("Time set aside"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        lead = self.tr(
            "Press what tends to suit you both. It’s only an idea, and nobody keeps count."
        )
        self.body.addWidget(Words(lead, Role.SOFT))
        self._names: list[Words] = []
        self._days: dict[PartOfDay, ChipRow] = {}
        self._begins: dict[PartOfDay, Stepper] = {}
        for part, name in self._parts():
            self.body.addWidget(self._build_part(part, name))
        self._next = Words(role=Role.LEAD)
        self.body.addWidget(self._next)
        self.body.addWidget(self._build_calendar())
        self.body.addStretch(1)
        self._told = Words(role=Role.SMALL)
        self.foot.addWidget(self._told, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Home")))
        self.show_times(self._times, "")
        self.show_baby("", False)

    def _parts(self) -> Sequence[tuple[PartOfDay, str]]:
        return (
            (PartOfDay.MORNING, self.tr("Morning")),
            (PartOfDay.AFTERNOON, self.tr("Afternoon")),
            (PartOfDay.EVENING, self.tr("Evening")),
        )

    def _build_part(self, part: PartOfDay, name: str) -> QWidget:
        columns = Columns(left=2, right=5)
        first, last = SPANS[part]
        begin = Stepper(
            first // STEP, last // STEP, name=self.tr("When it begins: {0}").format(name)
        )
        begin.keep_room_for(_clock(minutes) for minutes in range(first, last + 1, STEP))
        begin.changed.connect(self._on_begin)
        line = QHBoxLayout()
        named = Words(name, Role.HEADING)
        self._names.append(named)
        line.addWidget(named, 1)
        line.addWidget(begin)
        columns.left.addLayout(line)
        days = ChipRow(columns=7)
        days.offer(_days())
        for day, whole in zip(Day, self._day_names(), strict=True):
            words = self.tr("{0} {1}").format(whole, name.lower())
            days.chip(day).setAccessibleName(words)
        days.changed.connect(self._on_days)
        columns.right.addWidget(days)
        self._days[part], self._begins[part] = days, begin
        return columns

    def _day_names(self) -> tuple[str, ...]:
        return (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )

    def _build_calendar(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        self.save = Button(
            self.tr("For my calendar"),
            Kind.OFFER,
            self.tr("A file with a reminder, for any calendar"),
        )
        self.save.clicked.connect(self.calendar_requested)
        self.naming = ChipRow()
        self.naming.changed.connect(self._on_naming)
        line.addWidget(self.save)
        line.addWidget(self.naming, 1)
        column.addLayout(line)
        self._shared = Words(
            self.tr(
                "Calendars are often shared, so it says “A quiet time together”, and no name "
                "unless you wish. After a change, save the file and open it again: the new times "
                "then take the place of the old ones."
            ),
            Role.SMALL,
        )
        column.addWidget(self._shared)
        return part

    def show_times(self, times: Times, next_line: str, *, known: bool = False) -> None:
        """Show what is set aside, and which comes next.

        Where a calendar may have `known` some of it, there is something to save in any case.
        """
        self._times = times
        for part, row in self._days.items():
            row.choose(times.of_part(part))
            begin = times.begin(part)
            minutes = begin.hour * 60 + begin.minute
            self._begins[part].show_value(minutes // STEP, _clock(minutes))
        # it keeps its line while there is nothing to say, so that nothing below it moves
        self._next.setText(next_line or " ")
        self.save.setEnabled(bool(times.asides) or known)

    def show_baby(self, name: str, named: bool) -> None:
        """Offer to say whose time it is, where there is a baby to name."""
        words = self.tr("Say it is with {0}").format(name)
        self.naming.offer([(_NAME, words)] if name else [], (_NAME,) if named else ())

    def show_told(self, sentence: str) -> None:
        """Say what became of the file."""
        self._told.setText(sentence)

    @property
    def told(self) -> str:
        """What it says of the file."""
        return self._told.text()

    def chips(self, part: PartOfDay) -> ChipRow:
        """The days of a part."""
        return self._days[part]

    def begin(self, part: PartOfDay) -> Stepper:
        """Where the beginning of a part is moved."""
        return self._begins[part]

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self.body.setSpacing(theme.px(18))
        # as wide as the longest of them, so that the days stand below each other
        metrics = QFontMetrics(theme.font(Role.HEADING))
        longest = max(metrics.horizontalAdvance(name.text()) for name in self._names)
        for name in self._names:
            name.setMinimumWidth(longest + theme.px(12))

    def go_on(self) -> None:
        """Space goes home."""
        self.home_requested.emit()

    @Slot()
    def _on_days(self) -> None:
        times = self._times
        for part, row in self._days.items():
            times = times.with_days(part, row.chosen())
        self.times_changed.emit(times)

    @Slot(int)
    def _on_begin(self, steps: int) -> None:
        part = next(part for part, begin in self._begins.items() if begin is self.sender())
        self.times_changed.emit(self._times.moved(part, steps - self._begins[part].value))

    @Slot(object)
    def _on_naming(self, words: tuple[str, ...]) -> None:
        self.naming_changed.emit(bool(words))


def _days() -> tuple[tuple[str, str], ...]:
    """The days with their short names in the language of the computer."""
    short = QLocale.FormatType.ShortFormat
    return tuple(
        (day, QLocale().standaloneDayName(number, short)) for number, day in enumerate(Day, 1)
    )


def _clock(minutes: int) -> str:
    return clock_time(minutes // 60, minutes % 60)
