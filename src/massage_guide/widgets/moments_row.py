"""The moments row: what parents often notice, the first few at once and the others behind More."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.chips import ChipRow

_MORE = "more"
"""The chip that shows the others."""


class MomentsRow(ChipRow):
    """Signals: noticed(tuple of words)."""

    noticed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ticked=False, parent=parent)
        self._all: tuple[str, ...] = ()
        self.changed.connect(self._on_changed)

    def show_moments(
        self, moments: Sequence[str], at_first: int, pressed: Sequence[str] = ()
    ) -> None:
        """Offer so many of them at first."""
        self._all = tuple(moments)
        self._offer(at_first, pressed)

    def _offer(self, count: int, pressed: Sequence[str]) -> None:
        chips = [(word, word) for word in self._all[:count]]
        if count < len(self._all):
            chips.append((_MORE, self.tr("More")))
        self.offer(chips, pressed)

    @Slot(object)
    def _on_changed(self, words: tuple[str, ...]) -> None:
        if _MORE in words:
            self._offer(len(self._all), words)
        else:
            self.noticed.emit(words)
