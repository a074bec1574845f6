"""Put a copy back: every copy with its day and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.keeping import Condition, KeptCopy, moment_told
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Page
from massage_guide.widgets.panel import Lines
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class CopiesPage(Page):
    """A press on a copy puts it back; what is there now becomes a copy first.

    Signals: copy_chosen(Path), file_wanted (a copy that lies elsewhere), back_requested,
    help_requested.
    """

    copy_chosen = Signal(object)
    file_wanted = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self.head.addWidget(Words(self.tr("Put a copy back"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._told = Lines("warm")
        self.body.addWidget(self._told)
        safe = self.tr(
            "Choose the day. Your notes as they are now become a copy first, "
            "so you can always come back to them."
        )
        self.body.addWidget(Words(safe))
        self._words = Words(role=Role.SOFT)
        self.body.addWidget(self._words)
        self._list = Flow(gap=10, columns=3)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self.elsewhere = Button(self.tr("A copy that lies elsewhere"))
        self.elsewhere.clicked.connect(self.file_wanted)
        self.foot.addWidget(self.elsewhere)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_reading()

    def show_reading(self) -> None:
        """The copies are being looked into."""
        self._list.clear()
        self._words.setText(self.tr("Looking into your copies …"))
        self._words.show()

    def show_copies(self, copies: Sequence[KeptCopy], now: datetime) -> None:
        """Show these, newest first."""
        self.settle()
        self._list.clear()
        none = self.tr("There is no copy here yet.")
        self._words.setText("" if copies else none)
        self._words.setVisible(not copies)
        for copy in copies:
            button = _CopyButton(copy, now)
            button.clicked.connect(self._on_copy)
            self._list.add(button)

    def show_told(self, *sentences: str) -> None:
        """Say why a copy was not put back."""
        self._told.show_lines(sentences)
        self.scroller.verticalScrollBar().setValue(0)

    @property
    def told(self) -> str:
        """What it said last."""
        return self._told.text()

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    @Slot()
    def _on_copy(self) -> None:
        button = self.sender()
        if isinstance(button, _CopyButton):
            self.copy_chosen.emit(button.path)


class _CopyButton(Button):
    """When it was taken, and how many massages it holds."""

    def __init__(self, copy: KeptCopy, now: datetime) -> None:
        when = moment_told(copy.taken, now)
        super().__init__(when[:1].upper() + when[1:], detail=copy.told())
        self.path: Path = copy.path
        self.setEnabled(copy.condition is not Condition.DAMAGED)
