"""The word row: one word for how the parent is, never a number."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.chips import ChipRow, Choose


class WordRow(QWidget):
    """Five words, at most one; pressing it again takes it back.

    Signals: chosen(word, empty for none).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = ChipRow(Choose.AT_MOST_ONE, columns=5)
        self._row.offer(
            (
                ("heavy", self.tr("Heavy")),
                ("tired", self.tr("Tired")),
                ("okay", self.tr("Okay")),
                ("lighter", self.tr("Lighter")),
                ("good", self.tr("Good")),
            )
        )
        self._row.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def choose(self, word: str) -> None:
        """Show a word as chosen, or none."""
        self._row.choose((word,))

    @Slot(object)
    def _on_changed(self, words: tuple[str, ...]) -> None:
        self.chosen.emit(words[0] if words else "")
