"""The help card: when to stop and get help, and whom to ring or to talk to."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_guide.files.cards_file import Card, HelpLines, Section, Tone
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.page import Columns
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words
from massage_guide.windows.help_parts import (
    ClosePanel,
    checked,
    empty,
    listed,
    section_panel,
    unbroken,
    unsure_panel,
)


class HelpCard(Overlay):
    """Whom to ring and the urgent part first, side by side; numbers known to be certain first.

    Signals: closed, talk_requested (someone to talk to).
    """

    talk_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._title.setText(self.tr("Stop and get help"))
        self.setAccessibleName(self.tr("Help card"))
        self._close.say(self.tr("Back"))
        low = self.tr("Feeling low, tearful, or far from your baby")
        talk = Button(self.tr("Someone to talk to"), Kind.OFFER, low)
        talk.clicked.connect(self.talk_requested)
        self._head.insertWidget(1, talk)
        self._first = Columns(left=6, right=7)
        self._then = Columns(left=1, right=1)
        self.body.addWidget(self._first)
        self.body.addWidget(self._then)
        self.body.addStretch(1)
        self.show_card(None, None)

    def show_card(
        self,
        card: Card | None,
        lines: HelpLines | None,
        everywhere: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the card and a country's help lines; without them, what always holds.

        `everywhere` are emergency numbers with their countries, where none is known.
        """
        for columns in (self._first, self._then):
            empty(columns.left)
            empty(columns.right)
        if card is not None:
            self._title.setText(card.title)
        signs, *others = self._always() if card is None else card.sections
        beside, later = others[:_BESIDE], others[_BESIDE:]
        # The numbers come first even where the columns stand one above the other.
        self._first.left.addWidget(self._numbers(lines, everywhere))
        self._first.right.addWidget(section_panel(signs))
        for section in beside:
            self._first.left.addWidget(section_panel(section))
        if lines is not None and lines.unsure:
            self._then.left.addWidget(unsure_panel(lines.unsure))
        for section in later:
            even = section is later[0] or _longer(self._then)
            (self._then.left if even else self._then.right).addWidget(section_panel(section))
        for columns in (self._first, self._then):
            columns.left.addStretch(1)
            columns.right.addStretch(1)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        for columns in (self._first, self._then):
            for column in (columns.left, columns.right):
                column.setSpacing(theme.px(12))

    def _always(self) -> tuple[Section, ...]:
        worried = self.tr("If your baby seems ill or you are worried, ring your emergency number.")
        break_ = self.tr(
            "If crying becomes too much, put your baby on the back in the cot, close the door, "
            "and take a few minutes. Then come back and check. Never shake a baby."
        )
        return (Section(self.tr("Now"), Tone.STOP, (worried, break_)),)

    def _numbers(self, lines: HelpLines | None, everywhere: Sequence[tuple[str, str]]) -> QWidget:
        panel = ClosePanel("soft")
        panel.column.addWidget(Words(self.tr("Whom to ring"), Role.HEADING))
        certain = () if lines is None else lines.certain
        if any(line.number for line in certain):
            alone = self.tr("You are not alone. Here are people to talk to.")
            panel.column.addWidget(Words(alone))
        elif not certain:
            anyone = self.tr("Your midwife, health visitor, GP, or local emergency number.")
            panel.column.addWidget(Words(anyone))
        panel.column.addLayout(listed(certain))
        if lines is not None and lines.checked_on is not None:
            panel.column.addWidget(checked(lines.checked_on))
        if everywhere:
            numbers = Flow(gap=14)
            for line in sorted((" ".join(one) for one in everywhere), key=len):
                numbers.add(unbroken(line))
            panel.column.addWidget(numbers)
            choose = self.tr("Choose your country in Settings for more numbers.")
            panel.column.addWidget(Words(choose, Role.SMALL))
        return panel


_BESIDE = 2
"""Sections that stand under the numbers, beside the signs."""


def _longer(columns: Columns) -> bool:
    return columns.right.sizeHint().height() > columns.left.sizeHint().height()
