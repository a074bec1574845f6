"""The help card: when to stop and get help, and whom to ring or to talk to."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from massage_guide.files.cards_file import EMERGENCY, Card, HelpLine, HelpLines, Section, Tone
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.page import Columns
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words

_TINTS = {Tone.STOP: "warm", Tone.EASE: "soft", Tone.GO: "soft", Tone.NOTE: "plain"}


class HelpCard(Overlay):
    """Whom to ring and the urgent part first, side by side; numbers known to be certain first.

    With `talk` it is for a parent who wants someone to talk to: people first, signs last.

    Signals: closed.
    """

    def __init__(
        self, clock: Clock = monotonic, parent: QWidget | None = None, *, talk: bool = False
    ) -> None:
        super().__init__("", "", clock, parent)
        self._talk = talk
        title = self.tr("Someone to talk to") if talk else self.tr("Stop and get help")
        self._title.setText(title)
        self.setAccessibleName(title if talk else self.tr("Help card"))
        self._close.say(self.tr("Back"))
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
            _empty(columns.left)
            _empty(columns.right)
        if card is not None and not self._talk:
            self._title.setText(card.title)
        signs, *others = self._always() if card is None else card.sections
        beside, later = others[:_BESIDE], others[_BESIDE:]
        # The numbers come first even where the columns stand one above the other.
        self._first.left.addWidget(self._numbers(lines, everywhere))
        if self._talk:
            later = [signs, *later]
        else:
            self._first.right.addWidget(_section(signs))
        for section in beside:
            (self._first.right if self._talk else self._first.left).addWidget(_section(section))
        if lines is not None and lines.unsure:
            (self._first if self._talk else self._then).left.addWidget(self._unsure(lines))
        for section in later:
            even = section is later[0] or _longer(self._then)
            (self._then.left if even else self._then.right).addWidget(_section(section))
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
        panel = _Close("soft")
        ring = self.tr("You can ring someone") if self._talk else self.tr("Whom to ring")
        panel.column.addWidget(Words(ring, Role.HEADING))
        certain = () if lines is None else lines.certain
        if any(line.number for line in certain):
            alone = self.tr("You are not alone. Here are people to talk to.")
            panel.column.addWidget(Words(alone))
        elif not certain:
            anyone = self.tr("Your midwife, health visitor, GP, or local emergency number.")
            panel.column.addWidget(Words(anyone))
        if self._talk:
            # people to talk to come before the number for emergencies
            certain = tuple(sorted(certain, key=lambda line: line.name == EMERGENCY))
        panel.column.addLayout(_listed(certain))
        if lines is not None and lines.checked_on is not None:
            day = QLocale().toString(
                QDate(*lines.checked_on.timetuple()[:3]), QLocale.FormatType.ShortFormat
            )
            panel.column.addWidget(Words(self.tr("Checked on {0}.").format(day), Role.SMALL))
        if everywhere:
            numbers = Flow(gap=14)
            for line in sorted((" ".join(one) for one in everywhere), key=len):
                numbers.add(_unbroken(line))
            panel.column.addWidget(numbers)
            choose = self.tr("Choose your country in Settings for more numbers.")
            panel.column.addWidget(Words(choose, Role.SMALL))
        return panel

    def _unsure(self, lines: HelpLines) -> QWidget:
        panel = _Close("plain")
        panel.column.addWidget(Words(self.tr("Not yet checked"), Role.HEADING))
        told = self.tr("We believe these are right, but nobody has rung them for us yet.")
        panel.column.addWidget(Words(told, Role.SMALL))
        panel.column.addLayout(_listed(lines.unsure))
        return panel


class _Close(Panel):
    """A panel whose lines stand close together, so that all of them are in sight."""

    def _fit(self) -> None:
        super()._fit()
        theme = themed(self)
        self.column.setContentsMargins(theme.px(15), theme.px(10), theme.px(13), theme.px(10))
        self.column.setSpacing(theme.px(3))


def _listed(lines: Sequence[HelpLine]) -> QGridLayout:
    """The numbers below each other, and beside each whose it is and when it is there."""
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(lines):
        if line.number:
            grid.addWidget(_unbroken(line.number), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(_whose(line), Role.SMALL), at, 1)
        else:
            grid.addWidget(Words(line.name), at, 0, 1, 2)
    return grid


def _unbroken(words: str) -> Words:
    """A number to dial from, never broken into two lines."""
    number = Words(words, Role.HEADING)
    number.setWordWrap(False)
    return number


def _whose(line: HelpLine) -> str:
    return ". ".join(part for part in (line.name, line.notes) if part)


def _section(section: Section) -> QWidget:
    panel = _Close(_TINTS[section.tone])
    panel.column.addWidget(Words(section.title, Role.HEADING))
    for line in section.lines:
        panel.column.addWidget(Words(line))
    return panel


_BESIDE = 2
"""Sections that stand under the numbers, beside the signs."""


def _longer(columns: Columns) -> bool:
    return columns.right.sizeHint().height() > columns.left.sizeHint().height()


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
