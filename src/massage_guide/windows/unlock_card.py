"""The passphrase asked for, over Home: kindly, and a massage does not need it."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words
from massage_guide.windows.home import PEACE


class UnlockCard(Overlay):
    """One field; "Not now" plays without recording, and so does two minutes' peace.

    Signals: closed, words_given(str), peace_requested(id of the routine).
    """

    words_given = Signal(str)
    peace_requested = Signal(str)
    widest = 900

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._title.setText(self.tr("Welcome back"))
        self.setAccessibleName(self._title.text())
        self._close.say(self.tr("Not now"))
        self.body.addWidget(Words(self.tr("Your notes open with your passphrase."), Role.LEAD))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(200)
        self.field.setAccessibleName(self.tr("Your passphrase"))
        self.field.setPlaceholderText(self.tr("Your passphrase"))
        self.field.returnPressed.connect(self._on_open)
        self.body.addWidget(self.field)
        self._said = Words()
        self.body.addWidget(self._said)
        row = Flow(gap=10)
        self.open = Button(self.tr("Open my notes"), Kind.GO)
        self.open.clicked.connect(self._on_open)
        self.peace = Button(self.tr("Two minutes’ peace"))
        self.peace.clicked.connect(self._on_peace)
        for button in (self.open, self.peace):
            row.add(button)
        self.body.addWidget(row)
        without = self.tr(
            "A massage needs no passphrase. Without it, this time is simply not written down."
        )
        self.body.addWidget(Words(without, Role.SOFT))
        self.body.addStretch(1)
        self.show_said("")

    def open_card(self) -> None:
        """Come to the front, ready for words."""
        super().open_card()
        self.field.clear()
        self.show_said("")
        self.show_waiting(False)

    def show_said(self, sentence: str) -> None:
        """Say that it is being tried, or that it was not the one."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def show_waiting(self, waits: bool) -> None:
        """Take no words for a while; everything else can be pressed."""
        self.field.setEnabled(not waits)
        self.open.setEnabled(not waits)
        if not waits:
            self.field.setFocus()
            self.field.selectAll()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        self.field.setMaximumWidth(theme.px(640))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is "Not now"; a space or a letter beside the field closes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay: a hand that misses the field has not said "Not now"."""

    @Slot()
    def _on_peace(self) -> None:
        self.peace_requested.emit(PEACE)

    @Slot()
    def _on_open(self) -> None:
        if self.field.text() and self.field.isEnabled():
            self.words_given.emit(self.field.text())
