"""Someone to talk to: for a parent who feels low, with people first and signs of illness apart."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.tone import Tone
from massage_guide.files.cards_file import EMERGENCY, Card, HelpLines
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
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
    unsure_panel,
)


class TalkCard(Overlay):
    """Names feeling low in plain words; who listens, and which country's lines, side by side.

    Signals: closed, country_chosen(code), help_requested (signs that a baby needs help).
    """

    country_chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._title.setText(self.tr("Someone to talk to"))
        self.setAccessibleName(self._title.text())
        self._close.say(self.tr("Back"))
        ill = Button(self.tr("If your baby seems ill"), Kind.QUIET)
        ill.clicked.connect(self.help_requested)
        self._head.insertWidget(1, ill)
        self._columns = Columns(left=7, right=6)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self.show_card(None, None)

    def show_card(
        self,
        card: Card | None,
        lines: HelpLines | None,
        countries: Sequence[tuple[str, str]] = (),
        everywhere: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the card, a country's lines and the countries (code, name) to choose from.

        `everywhere` are emergency numbers with their countries, where none is known.
        """
        left, right = self._columns.left, self._columns.right
        for column in (left, right):
            empty(column)
        first, *others = card.sections if card else (None,)
        if first is not None:
            left.addWidget(section_panel(first))
        left.addWidget(self._listening(lines))
        for section in others:
            panel = section_panel(section)
            if section.tone is Tone.STOP:
                self._add_emergency(panel, lines, everywhere)
            right.addWidget(panel)
        listeners = () if lines is None else lines.listening
        unsure = [line for line in listeners if not line.certainty.is_sure]
        if unsure:
            left.addWidget(unsure_panel(unsure))
        if countries:
            left.addWidget(self._where("" if lines is None else lines.country, countries))
        for column in (left, right):
            column.addStretch(1)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        for column in (self._columns.left, self._columns.right):
            column.setSpacing(theme.px(12))

    def _listening(self, lines: HelpLines | None) -> ClosePanel:
        panel = ClosePanel("soft")
        panel.column.addWidget(Words(self.tr("People who listen"), Role.HEADING))
        sure = [] if lines is None else [one for one in lines.listening if one.certainty.is_sure]
        if sure:
            panel.column.addLayout(listed(sure))
        else:
            anyone = self.tr("Your midwife, health visitor, GP, or local emergency number.")
            panel.column.addWidget(Words(anyone))
        if lines is not None and lines.checked_on is not None:
            panel.column.addWidget(checked(lines.checked_on))
        return panel

    def _where(self, here: str, countries: Sequence[tuple[str, str]]) -> ClosePanel:
        panel = ClosePanel("plain")
        where = self.tr("Somewhere else?") if here else self.tr("Where are you?")
        panel.column.addWidget(Words(where, Role.SMALL if here else Role.HEADING))
        row = ChipRow(Choose.ONE, ticked=False)
        row.setAccessibleName(self.tr("Help lines for"))
        row.offer(countries, (here,))
        row.changed.connect(self._on_country)
        panel.column.addWidget(row)
        return panel

    def _add_emergency(
        self, panel: ClosePanel, lines: HelpLines | None, everywhere: Sequence[tuple[str, str]]
    ) -> None:
        """Put the number itself beside the words that say to ring it."""
        certain = () if lines is None else lines.certain
        number = next((one.number for one in certain if one.name == EMERGENCY), "")
        if not number:
            number = " · ".join(" ".join(one) for one in everywhere)
        if number:
            panel.column.addWidget(Words(number, Role.HEADING))

    @Slot(object)
    def _on_country(self, codes: tuple[str, ...]) -> None:
        self.country_chosen.emit(codes[0])
