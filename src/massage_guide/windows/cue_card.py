"""The cue card: what is my baby telling me, in three calm columns."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from massage_guide.files.cards_file import Card, Section, Tone
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.pressable import PRESS_KEYS
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words

CLOSING = frozenset(PRESS_KEYS | {Qt.Key.Key_C, Qt.Key.Key_Escape})
"""Keys that close it; those that do not move it reach the window."""

_TINTS = {Tone.GO: "soft", Tone.STOP: "warm", Tone.EASE: "plain", Tone.NOTE: "plain"}


class CueCard(Overlay):
    """Shows the sections of the card side by side; notes go below, over the whole width.

    Signals: closed.
    """

    widest = 1380

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._close.say(self.tr("Back"))
        self._signs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._notes = QVBoxLayout()
        self.body.addLayout(self._signs)
        self.body.addLayout(self._notes)
        self.body.addStretch(1)

    def show_card(self, card: Card) -> None:
        """Show the words of this card."""
        self._title.setText(card.title)
        self.setAccessibleName(card.title)
        for layout in (self._signs, self._notes):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for section in card.sections:
            if section.tone is Tone.NOTE:
                self._notes.addWidget(Words(section.title, Role.HEADING))
                for line in section.lines:
                    self._notes.addWidget(Words(line, Role.SOFT))
            else:
                # the one with most to say gets most room
                share = round(sum(map(len, section.lines)) ** 0.5)
                self._signs.addWidget(_column(section), share)

    def fit(self, theme: Theme) -> None:
        """Set the columns side by side where their words have room, else the urgent one first."""
        needed = theme.px(980) * (1 + 0.8 * (theme.text_percent - 100) / 100)
        beside = self.width() >= needed
        right, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._signs.setDirection(right if beside else up)
        self._signs.setSpacing(theme.px(12))
        self._notes.setSpacing(theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, move, or leave the key to the window."""
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if key in CLOSING:
            self._ask_to_close()
        elif not self._scroller.move_by(key):
            event.ignore()


class _Signs(Panel):
    """A panel whose lines stand close together, so that more of them are in sight."""

    def _fit(self) -> None:
        super()._fit()
        theme = themed(self)
        self.column.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        self.column.setSpacing(theme.px(7))


def _column(section: Section) -> QWidget:
    panel = _Signs(_TINTS[section.tone])
    panel.column.addWidget(Words(section.title, Role.HEADING))
    for line in section.lines:
        panel.column.addWidget(Words(line))
    panel.column.addStretch(1)
    return panel
