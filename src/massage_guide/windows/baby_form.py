"""A baby: a name and, if wanted, two dates; optional, and never in the way."""

from __future__ import annotations

from datetime import date
from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_guide.domain.session import Baby
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.day_field import DayField
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words


class BabyForm(Page):
    """Adds a baby, or changes one.

    Signals: saved(name, date of birth or None, due date or None), cancelled, help_requested.
    """

    saved = Signal(str, object, object)
    cancelled = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        self._name = QLineEdit()
        self._name.setMaxLength(60)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setPlaceholderText(self.tr("A name, or a pet name"))
        self._name.textChanged.connect(self._on_name)
        self._name.returnPressed.connect(self._on_go_on)
        self._born = DayField(self.tr("Birth date"))
        self._born.changed.connect(self._on_born)
        self._due = DayField(self.due_words())
        why = Words(self.why_words(), Role.SOFT)
        for part in (Words(self.tr("Name"), Role.HEADING), self._name, why):
            self.body.addWidget(part)
        self.body.addWidget(self._born)
        self.body.addWidget(self._due)
        self.body.addStretch(1)
        back = Button(self.tr("Back"))
        back.clicked.connect(self.cancelled)
        self._keep = self.make_go_on(self.tr("Keep"))
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self._keep)
        self.show_baby(None, date(2026, 1, 1))

    def show_baby(self, baby: Baby | None, today: date) -> None:
        """Begin with this baby, or with a new one."""
        self._title.setText(self.new_words() if baby is None else baby.name)
        self._name.setText("" if baby is None else baby.name)
        self._born.show_day(None if baby is None else baby.born, today)
        due, born = (None, None) if baby is None else (baby.due, baby.born)
        self._due.show_day(due, born or today)
        self._on_name()

    def new_words(self) -> str:
        """The title of an empty form."""
        return self.tr("A new baby")

    def due_words(self) -> str:
        """What the second date is."""
        return self.tr("Due date (only if your baby came early)")

    def why_words(self) -> str:
        """What the dates are for."""
        return self.tr(
            "The dates are only used to choose strokes that suit your baby’s age. "
            "You can leave them blank."
        )

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._name.setMaximumWidth(theme.px(640))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, as there is nothing to lose."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def go_on(self) -> None:
        """Keep the baby, once there is a name."""
        name = " ".join(self._name.text().split())
        if name:
            self.saved.emit(name, self._born.day, self._due.day)
        else:
            self._name.setFocus()

    @Slot(object)
    def _on_born(self, day: date | None) -> None:
        """A due date begins at the birth: left as it is, it makes nobody younger."""
        if day is not None and self._due.day is None:
            self._due.show_day(None, day)

    @Slot()
    def _on_name(self) -> None:
        self._keep.setEnabled(bool(self._name.text().strip()))
