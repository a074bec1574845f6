"""Learning: a course at home, whose weeks are opened in any order and at any time."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.cards import StrokeCard
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words
from massage_guide.windows.offers import StrokeOffer


class LearningScreen(Page):
    """Strokes to look at and to practise; there is nothing to finish.

    Signals: week_chosen(int, 0 for every stroke), stroke_chosen(id), routine_chosen(id),
    home_requested, help_requested.
    """

    week_chosen = Signal(int)
    stroke_chosen = Signal(str)
    routine_chosen = Signal(str)
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._cards: dict[str, StrokeCard] = {}
        self._routine_ids: dict[Button, str] = {}
        self.head.addWidget(Words(self.tr("Learn"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self.weeks = ChipRow(Choose.ONE, columns=6)
        self.weeks.changed.connect(self._on_week)
        self.body.addWidget(self.weeks)
        self._about = Words(role=Role.HEADING)
        self.body.addWidget(self._about)
        self._strokes = Flow(gap=18, columns=3)
        self.body.addWidget(self._strokes)
        self._routines = Flow(gap=12)
        self.body.addWidget(self._routines)
        self.body.addStretch(1)
        lead = self.tr("Any week, any time. There is nothing to finish.")
        self.foot.addWidget(Words(lead, Role.SOFT), 1)
        self.foot.addWidget(self.make_go_on(self.tr("Home")))

    def show_weeks(self, numbers: Sequence[int], chosen: int) -> None:
        """Offer the weeks of the course, and every stroke there is."""
        words = self.tr("Week {0}")
        named = [(str(number), words.format(number)) for number in numbers]
        self.weeks.offer([*named, ("0", self.tr("All strokes"))], (str(chosen),))
        self.weeks.set_columns(len(named) + 1)

    def show_strokes(self, title: str, strokes: Sequence[StrokeOffer]) -> None:
        """Show a week: what it is about, and its strokes; their pictures come later."""
        self._about.setText(title)
        self._strokes.clear()
        self._cards = {}
        for stroke in strokes:
            facts = []
            if stroke.from_weeks:
                facts.append(self.tr("from {0} weeks").format(stroke.from_weeks))
            if stroke.met:
                facts.append(self.tr("you have met this one"))
            card = StrokeCard(stroke.id, stroke.name, self.tr(" · ").join(facts), stroke.line)
            card.set_waiting(stroke.later)
            card.clicked.connect(self._on_card)
            self._cards[stroke.id] = card
            self._strokes.add(card)
        self.scroller.verticalScrollBar().setValue(0)

    def show_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer the whole massages of the week (id, title)."""
        self._routines.clear()
        self._routine_ids = {}
        for name, title in routines:
            words = self.tr("The whole massage: {0}").format(title)
            button = Button(words, Kind.OFFER)
            button.clicked.connect(self._on_routine)
            self._routine_ids[button] = name
            self._routines.add(button)
        self._routines.setVisible(bool(routines))

    def set_picture(self, stroke: str, image: QImage) -> None:
        """Give a card its picture, if it is still there."""
        if stroke in self._cards:
            self._cards[stroke].set_picture(image)

    def card(self, stroke: str) -> StrokeCard:
        """The card of a stroke."""
        return self._cards[stroke]

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self.body.setSpacing(theme.px(18))
        room = self.width() - 2 * self._side(theme)
        wanted = theme.px(330) * (1 + 0.6 * (theme.text_percent - 100) / 100)
        self._strokes.set_columns(max(1, min(4, int(room / wanted))))

    def go_on(self) -> None:
        """Space goes home."""
        self.home_requested.emit()

    @Slot(object)
    def _on_week(self, words: tuple[str, ...]) -> None:
        self.week_chosen.emit(int(words[0]))

    @Slot()
    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, StrokeCard):
            self.stroke_chosen.emit(card.stroke)

    @Slot()
    def _on_routine(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.routine_chosen.emit(self._routine_ids[button])
