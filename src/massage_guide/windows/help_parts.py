"""Parts of the cards to be read: panels that stand close, and numbers beside whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from massage_guide.files.cards_file import HelpLine, Section, Tone
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words

_TINTS = {Tone.STOP: "warm", Tone.EASE: "soft", Tone.GO: "soft", Tone.NOTE: "plain"}


class ClosePanel(Panel):
    """A panel whose lines stand close together, so that all of them are in sight."""

    def _fit(self) -> None:
        super()._fit()
        theme = themed(self)
        self.column.setContentsMargins(theme.px(15), theme.px(10), theme.px(13), theme.px(10))
        self.column.setSpacing(theme.px(3))


def listed(lines: Sequence[HelpLine]) -> QGridLayout:
    """The numbers below each other, and beside each whose it is and when it is there."""
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(lines):
        if line.number:
            grid.addWidget(unbroken(line.number), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(_whose(line), Role.SMALL), at, 1)
        else:
            grid.addWidget(Words(line.name), at, 0, 1, 2)
    return grid


def unsure_panel(lines: Sequence[HelpLine]) -> ClosePanel:
    """Numbers that nobody has checked yet, and that they have not been."""
    panel = ClosePanel("plain")
    panel.column.addWidget(Words(_told("Not yet checked"), Role.HEADING))
    told = _told("We believe these are right, but nobody has rung them for us yet.")
    panel.column.addWidget(Words(told, Role.SMALL))
    panel.column.addLayout(listed(lines))
    return panel


def checked(on: date) -> Words:
    """When somebody last checked the numbers."""
    day = QLocale().toString(QDate(on.year, on.month, on.day), QLocale.FormatType.ShortFormat)
    return Words(_told("Checked on {0}.").format(day), Role.SMALL)


def _told(words: str) -> str:
    return QCoreApplication.translate("HelpCard", words)


def unbroken(words: str) -> Words:
    """A number to dial from, never broken into two lines."""
    number = Words(words, Role.HEADING)
    number.setWordWrap(False)
    return number


def _whose(line: HelpLine) -> str:
    return ". ".join(part for part in (line.name, line.notes) if part)


def section_panel(section: Section) -> ClosePanel:
    """One section on its ground."""
    panel = ClosePanel(_TINTS[section.tone])
    panel.column.addWidget(Words(section.title, Role.HEADING))
    for line in section.lines:
        panel.column.addWidget(Words(line))
    return panel


def empty(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
