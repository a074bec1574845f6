"""Reading: what to know before a massage, when not to, and oil; for whoever wants more."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtWidgets import QWidget

from massage_guide.files.cards_file import Card
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.page import Columns
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words
from massage_guide.windows.help_parts import section_panel


class Reading(Overlay):
    """Several cards, one below the other, their sections in two columns.

    Signals: closed.
    """

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        title = self.tr("Before you begin")
        self._title.setText(title)
        self.setAccessibleName(title)
        self._close.say(self.tr("Back"))
        self._shown: list[QWidget] = []

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these, in this order."""
        for part in self._shown:
            part.hide()
            part.deleteLater()
        self._shown = []
        for card in cards:
            self._add(Words(card.title, Role.TITLE))
            columns = Columns()
            half = (len(card.sections) + 1) // 2
            for at, section in enumerate(card.sections):
                column = columns.left if at < half else columns.right
                column.addWidget(section_panel(section))
            columns.left.addStretch(1)
            columns.right.addStretch(1)
            self._add(columns)

    def _add(self, part: QWidget) -> None:
        self._shown.append(part)
        self.body.addWidget(part)
