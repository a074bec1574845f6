"""The help card: when to stop and get help, and whom to ring; one press from every screen."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.files.cards_file import Card, HelpLine, HelpLines, Section, Tone
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.page import Columns
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_TINTS = {Tone.STOP: "warm", Tone.EASE: "soft", Tone.GO: "soft", Tone.NOTE: "plain"}


class HelpCard(Overlay):
    """Two columns, the urgent part first; the numbers are those known to be certain.

    Signals: closed.
    """

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "", clock, parent)
        self._title.setText(self.tr("Stop and get help"))
        self.setAccessibleName(self.tr("Help card"))
        self._close.say(self.tr("Back"))
        self._columns = Columns(left=1, right=1)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self.show_card(None, None)

    def show_card(self, card: Card | None, lines: HelpLines | None) -> None:
        """Show the card and a country's help lines; without them, what always holds."""
        _empty(self._columns.left)
        _empty(self._columns.right)
        if card is not None:
            self._title.setText(card.title)
        # The numbers come first even where the columns stand one above the other.
        self._columns.left.addWidget(self._numbers(lines))
        left, right = _shared(self._always() if card is None else card.sections)
        for section in left:
            self._columns.left.addWidget(_section(section))
        for section in right:
            self._columns.right.addWidget(_section(section))
        for column in (self._columns.left, self._columns.right):
            column.addStretch(1)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        for column in (self._columns.left, self._columns.right):
            column.setSpacing(theme.px(14))

    def _always(self) -> tuple[Section, ...]:
        worried = self.tr("If your baby seems ill or you are worried, ring your emergency number.")
        break_ = self.tr(
            "If crying becomes too much, put your baby on the back in the cot, close the door, "
            "and take a few minutes. Then come back and check. Never shake a baby."
        )
        return (Section(self.tr("Now"), Tone.STOP, (worried, break_)),)

    def _numbers(self, lines: HelpLines | None) -> QWidget:
        panel = Panel("soft")
        panel.column.addWidget(Words(self.tr("Whom to ring"), Role.HEADING))
        certain = () if lines is None else lines.certain
        if not certain:
            anyone = self.tr("Your midwife, health visitor, GP, or local emergency number.")
            panel.column.addWidget(Words(anyone))
        for line in certain:
            panel.column.addWidget(_NumberLine(line))
        return panel


class _NumberLine(QWidget):
    """A name, a number large enough to dial from, and when it is there."""

    def __init__(self, line: HelpLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(Words(line.name, Role.BODY))
        if line.number:
            column.addWidget(Words(line.number, Role.LEAD))
        if line.notes:
            column.addWidget(Words(line.notes, Role.SMALL))


def _section(section: Section) -> QWidget:
    panel = Panel(_TINTS[section.tone])
    panel.column.addWidget(Words(section.title, Role.HEADING))
    for line in section.lines:
        panel.column.addWidget(Words(line))
    return panel


_NUMBERS = 6
"""Lines that the numbers take on the left."""


def _shared(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The first section goes right, beside the numbers; the others keep both columns even."""
    left: list[Section] = []
    right: list[Section] = []
    for section in sections:
        even = _length(left) + _NUMBERS < _length(right) and bool(right)
        (left if even else right).append(section)
    return left, right


def _length(sections: Sequence[Section]) -> int:
    return sum(2 + len(section.lines) for section in sections)


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
