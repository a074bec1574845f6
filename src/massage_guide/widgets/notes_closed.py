"""The closed notes: a quiet line on Home while the journal waits for its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class NotesClosed(QWidget):
    """Says that nothing is written down now, and how to change that; hidden at all other times.

    Signals: open_requested.
    """

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = self.tr("Your notes are closed, so nothing is being recorded now.")
        row.addWidget(Words(words, Role.BODY), 1)
        self.open = Button(self.tr("Open your notes"), Kind.QUIET)
        self.open.clicked.connect(self.open_requested)
        row.addWidget(self.open)
        self.hide()
