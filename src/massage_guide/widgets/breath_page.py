"""The breath page: the shape that breathes, and the few words that go with it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.breath import Breath, breathing_in
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class BreathPage(QWidget):
    """Shows one instant of a breath; somebody else owns the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._breath = Breath()
        self._words = Words(role=Role.ANSWER).centred()
        self._hint = Words(role=Role.SOFT).centred()
        self.said = ""
        """A caption of what is being said; it takes the place of the hint."""
        column.addWidget(self._breath, 1)
        for words in (self._words, self._hint):
            column.addWidget(words)

    def show_seconds(self, seconds: float, length: float) -> None:
        """Show the breath as it is at this many seconds of its length."""
        self._breath.set_seconds(min(seconds, length))
        if seconds >= length:
            words, hint = self.tr("When you’re ready"), self.tr("Notice how you are.")
        elif breathing_in(seconds):
            words = self.tr("In through your nose")
            hint = self.tr("Let your shoulders drop. Go on whenever you like.")
        else:
            words = self.tr("Out slowly")
            hint = self.tr("As if cooling tea. Go on whenever you like.")
        if words != self._words.text():
            self._words.setText(words)
        hint = self.said or hint
        if hint != self._hint.text():
            self._hint.setText(hint)
