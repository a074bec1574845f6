"""The kind line: one gentle sentence with people who help, that goes when it is not wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class KindLine(Panel):
    """After several heavy days; hidden at all other times.

    Signals: talk_requested, help_requested, not_again_requested.
    """

    talk_requested = Signal()
    help_requested = Signal()
    not_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warm", parent)
        words = self.tr("It’s been heavy lately. Would you like some people who help?")
        self.column.addWidget(Words(words, Role.LEAD))
        self.talk = Button(self.tr("Someone to talk to"), Kind.OFFER)
        self.help = Button(self.tr("The help card"), Kind.QUIET)
        self.not_now = Button(self.tr("Not now"), Kind.QUIET)
        self.not_again = Button(self.tr("Please don’t ask again"), Kind.QUIET)
        row = Flow(gap=10)
        for button, pressed in (
            (self.talk, self._on_talk),
            (self.help, self._on_help),
            (self.not_now, self.hide),
            (self.not_again, self._on_not_again),
        ):
            button.clicked.connect(pressed)
            row.add(button)
        self.column.addWidget(row)
        self.hide()

    @Slot()
    def _on_talk(self) -> None:
        self.hide()
        self.talk_requested.emit()

    @Slot()
    def _on_help(self) -> None:
        self.hide()
        self.help_requested.emit()

    @Slot()
    def _on_not_again(self) -> None:
        self.hide()
        self.not_again_requested.emit()
