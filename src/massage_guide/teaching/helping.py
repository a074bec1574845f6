"""Help in a class: the class rests while it lies open, and goes on with the same moment."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from massage_guide.domain.class_keys import Wish
from massage_guide.teaching.demonstration import Demonstration
from massage_guide.windows.presenter import Presenter


class Helping(QObject):
    """Opens help over the presenter's window.

    Signals: none.
    """

    def __init__(self, show: Demonstration, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._presenter: Presenter | None = None
        self._cards: tuple[tuple[Any, ...], tuple[Any, ...]] | None = None
        self._rests = False

    def use(self, presenter: Presenter) -> None:
        """The window over which it opens."""
        self._presenter = presenter
        presenter.help_closed.connect(self._on_closed)
        if self._cards is not None:
            self.show_cards(*self._cards)

    @Slot(object, object)
    def show_cards(self, help_card: tuple[Any, ...], talk_card: tuple[Any, ...]) -> None:
        """What the help card shows, and the card of people to talk to."""
        self._cards = help_card, talk_card
        if self._presenter is not None:
            self._presenter.help_card.show_card(*help_card)
            self._presenter.talk_card.show_card(*talk_card)

    def open(self) -> None:
        """Stop and get help."""
        view = self._show.view
        self._rests = view.begun and not view.resting
        if self._rests:
            self._show.wished(Wish.REST)
        if self._presenter is not None:
            self._presenter.open_help()

    @Slot()
    def _on_closed(self) -> None:
        if self._rests and self._show.view.resting:
            self._show.wished(Wish.REST)
        self._rests = False
