"""Home's head: whose massage it is, and where one can go."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from massage_guide.domain.session import Baby
from massage_guide.widgets.age_panel import age_of
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_WAY = QBoxLayout.Direction


class HomeHead(QWidget):
    """One line where there is room for both, and two where there is not.

    Signals: baby_chosen(UUID or None), add_baby_requested, learning_requested, times_requested,
    journal_requested, settings_requested.
    """

    baby_chosen = Signal(object)
    add_baby_requested = Signal()
    learning_requested = Signal()
    times_requested = Signal()
    journal_requested = Signal()
    settings_requested = Signal()

    def __init__(self, help_button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._babies: dict[str, Baby] = {}
        self.who = ChipRow(Choose.AT_MOST_ONE)
        self.who.hide()
        self.who.changed.connect(self._on_baby)
        self._add_baby = Button(self.tr("Add a baby"), Kind.PLAIN)
        self._add_baby.clicked.connect(self.add_baby_requested)
        self._whose = Words(role=Role.SOFT)
        self._whose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        whom, places = QWidget(), QWidget()
        self._line = QBoxLayout(_WAY.LeftToRight, self)
        self._whom, self._places = QHBoxLayout(whom), QHBoxLayout(places)
        for line in (self._line, self._whom, self._places):
            line.setContentsMargins(0, 0, 0, 0)
        self._whom.addWidget(self.who)
        self._whom.addWidget(self._whose, 100)
        self._whom.addStretch(1)
        self._whom.addWidget(self._add_baby)
        # plain buttons keep their distance by themselves
        self._places.setSpacing(0)
        for words, signal in (
            (self.tr("Learn"), self.learning_requested),
            (self.tr("Times"), self.times_requested),
            (self.tr("Journal"), self.journal_requested),
            (self.tr("Settings"), self.settings_requested),
        ):
            button = Button(words, Kind.PLAIN)
            button.clicked.connect(signal)
            self._places.addWidget(button)
        self._places.addWidget(help_button)
        self._line.addWidget(whom, 1)
        self._line.addWidget(places, 0, Qt.AlignmentFlag.AlignRight)

    def show_babies(
        self, babies: Sequence[Baby], chosen: UUID | None, weeks: int | None = None
    ) -> None:
        """Show the babies by name; one alone needs no choosing."""
        self._babies = {str(baby.id): baby for baby in babies}
        self._whose.setText(age_of(babies[0].name, weeks) if len(babies) == 1 else "")
        words = [
            (str(baby.id), age_of(baby.name, weeks) if baby.id == chosen else baby.name)
            for baby in babies
        ]
        self.who.offer(words if len(babies) > 1 else (), () if chosen is None else (str(chosen),))
        self.who.setVisible(len(babies) > 1)
        self._whose.setVisible(len(babies) == 1)
        self._add_baby.say(self.tr("Add a baby") if not babies else self.tr("Add another baby"))

    def fit(self, theme: Theme, room: int) -> None:
        """Choose for a theme and the width there is: one line, or whose it is in the lower one."""
        name = QFontMetrics(theme.font(Role.SOFT)).horizontalAdvance(self._whose.text())
        who = self.who.sizeHint().width() if self.who.isVisibleTo(self) else name
        wanted = who + self._add_baby.sizeHint().width() + self._places.sizeHint().width()
        one_line = wanted + theme.px(24) <= room
        self._line.setDirection(_WAY.LeftToRight if one_line else _WAY.BottomToTop)
        for line in (self._line, self._whom):
            line.setSpacing(theme.px(12))

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        self.baby_chosen.emit(self._babies[words[0]].id if words else None)
