"""The unfinished offer: a massage that was cut off, and what may become of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.domain.session import Unfinished
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class UnfinishedOffer(QWidget):
    """Stands where Home asks what there is time for.

    Signals: go_on_requested, again_requested, enough_requested, leave_requested.
    """

    go_on_requested = Signal()
    again_requested = Signal()
    enough_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._was = Words(role=Role.HEADING)
        self._go_on = Button(self.tr("Go on"), Kind.GO)
        self._again = Button(self.tr("This stroke again"), Kind.OFFER)
        self._enough = Button(self.tr("That was enough"), Kind.OFFER)
        self._leave = Button(self.tr("Leave it"), Kind.QUIET)
        row = QHBoxLayout()
        for button, signal in (
            (self._go_on, self.go_on_requested),
            (self._again, self.again_requested),
            (self._enough, self.enough_requested),
            (self._leave, self.leave_requested),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addStretch(1)
        column.addWidget(self._was)
        column.addLayout(row)
        column.addStretch(1)

    def show_unfinished(self, unfinished: Unfinished, stroke: str) -> None:
        """Offer it; `stroke` is the name of the one it was in."""
        fresh = unfinished.resumable
        for button in (self._go_on, self._again):
            button.setVisible(fresh)
        self._leave.setVisible(not fresh)
        title = unfinished.start.title
        if fresh and stroke:
            words = self.tr("You were in the middle of {0}, at {1}.").format(title, stroke)
        elif fresh:
            words = self.tr("You were in the middle of {0}.").format(title)
        else:
            words = self.tr("{0} was cut off last time. Was that enough?").format(title)
        self._was.setText(words)
