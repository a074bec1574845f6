"""Welcome: what this is, once, and gone at any press."""

from __future__ import annotations

from time import monotonic

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.files.cards_file import Card
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words


class Welcome(Overlay):
    """A few lines over Home at the first start; nothing to fill in.

    Signals: closed.
    """

    widest = 1000

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._title.setText(self.tr("Welcome"))
        self.setAccessibleName(self.tr("Welcome"))
        self._close.say(self.tr("Let’s begin"))
        self._shown: list[Words] = []
        self._words = QVBoxLayout()
        self.body.addLayout(self._words)
        self.body.addStretch(1)
        self.show_card(None)

    def show_card(self, card: Card | None, folder: str = "") -> None:
        """Show the card's words, and where the data lives."""
        for words in self._shown:
            words.hide()
            words.deleteLater()
        self._shown = []
        if card is None:
            self._say(self.tr("Gentle massage for your baby, one stroke at a time."), Role.LEAD)
            self._say(self.tr("It is not medical advice. Nothing leaves this computer."))
        else:
            self._title.setText(card.title)
            for section in card.sections:
                self._say(section.title, Role.HEADING)
                self._say(" ".join(section.lines))
        if folder:
            place = folder.replace("/", "/\u200b").replace("\\", "\\\u200b")
            self._say(self.tr("They live in {0}").format(place), Role.SMALL)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        self._words.setSpacing(theme.px(14))

    def _say(self, text: str, role: Role = Role.BODY) -> None:
        words = Words(text, role)
        self._shown.append(words)
        self._words.addWidget(words)
