"""Patterns: what came together in the massages of a baby, as sentences, a chart and a table."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.domain.patterns import NO_PATTERNS, About, Patterns
from massage_guide.domain.session import Baby
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Lines, Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

if TYPE_CHECKING:  # charts bring a library with them, which loads when the first is seen
    from massage_guide.widgets.counts_chart import CountsChart
    from massage_guide.widgets.counts_table import CountsTable

_EVERYONE = ""
_MOST_OFTEN = (About.STROKES, About.ROUTINES, About.AGAIN)
"""Long lists, in the order of how often; the table has all of them."""
_DRAWN = 8
"""How much of those is told and drawn."""


class PatternsScreen(Page):
    """One thing at a time, and no comparison between them.

    Signals: baby_chosen(UUID, or None for all), back_requested, help_requested.
    """

    baby_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._patterns = NO_PATTERNS
        self._about = About.REGIONS
        self._as_table = self._of_several = False
        self._chart: CountsChart | None = None
        self._table: CountsTable | None = None
        self.head.addWidget(Words(self.tr("Patterns"), Role.TITLE))
        self._who = ChipRow(Choose.ONE, ticked=False)
        self._who.changed.connect(self._on_baby)
        self.head.addWidget(self._who, 1)
        self.head.addWidget(self.help_button)
        self._build_body()
        caveat = self.tr(
            "Crying tends to rise until about six weeks of age, is heavier in the evening, and"
            " falls by itself. This shows what came together, never what caused it."
        )
        self._caveat = Words(caveat, Role.SMALL)
        self.foot.addWidget(self._caveat, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_patterns(NO_PATTERNS)

    def _build_body(self) -> None:
        self._empty = Words(role=Role.LEAD).centred()
        self.body.addWidget(self._empty, 1)
        self._kind = Lines("warm")
        self.body.addWidget(self._kind)
        self._choice = ChipRow(Choose.ONE, ticked=False)
        self._choice.changed.connect(self._on_about)
        self.body.addWidget(self._choice)
        self._intro = Words(role=Role.HEADING)
        self._swap = Button(self.tr("As a table"))
        self._swap.clicked.connect(self._on_swap)
        self._over = QHBoxLayout()
        self._over.addWidget(self._intro, 1)
        self._over.addWidget(self._swap)
        self.body.addLayout(self._over)
        self._columns = Columns(left=2, right=3)
        self._sentences = Lines("card")
        self._columns.left.addWidget(self._sentences)
        self._columns.left.addStretch(1)
        self._drawn = Panel("card")
        self._columns.right.addWidget(self._drawn)
        self._columns.right.addStretch(1)
        self.body.addWidget(self._columns)
        self._figures = Panel("card")
        self.body.addWidget(self._figures)
        self.body.addStretch(0)

    def show_babies(self, babies: Sequence[Baby], chosen: UUID | None) -> None:
        """Offer each baby and all of them, when there are several."""
        words = [(_EVERYONE, self.tr("Everyone")), *((str(b.id), b.name) for b in babies)]
        self._who.offer(words if len(babies) > 1 else (), (str(chosen or _EVERYONE),))
        self._of_several = chosen is None and len(babies) > 1

    def show_patterns(self, patterns: Patterns, problem: str = "") -> None:
        """Show what there is; in a hard time that begins with what was noticed."""
        self._patterns = patterns
        early = self.tr(
            "It’s too early to see a pattern, and there is no hurry. This page grows by itself,"
            " whenever you happen to tap how settled a baby is before and after."
        )
        self._empty.setText(problem or early)
        self._about = About.NOTICED if patterns.hard else About.REGIONS
        self._choice.offer(self._choices(), (self._about,))
        self._show()

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self.body.setSpacing(theme.px(10))
        self._over.setSpacing(theme.px(12))

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            (About.REGIONS, self.tr("Parts of the body")),
            (About.STROKES, self.tr("Strokes")),
            (About.ROUTINES, self.tr("Routines")),
            (About.TIMES, self.tr("Times of day")),
            (About.NOTICED, self.tr("You noticed")),
            (About.AGAIN, self.tr("Asked for again")),
            (About.ENOUGH, self.tr("Enough")),
        )

    def _introduction(self) -> str:
        if self._of_several:
            settled, told = self.tr("How settled your babies were"), self.tr("Your babies told you")
        else:
            settled, told = self.tr("How settled your baby was"), self.tr("Your baby told you")
        return {
            About.REGIONS: self.tr("{0}, with these in the massage").format(settled),
            About.STROKES: self.tr("{0}, with these strokes in it").format(settled),
            About.ROUTINES: self.tr("{0}, by routine").format(settled),
            About.TIMES: self.tr("{0}, by time of day").format(settled),
            About.NOTICED: self.tr("Moments you noticed most"),
            About.AGAIN: self.tr("Strokes you gave once more"),
            About.ENOUGH: self.tr("{0}, and you listened").format(told),
        }[self._about]

    def _show(self) -> None:
        patterns = self._patterns
        lines = patterns.lines.get(self._about, ())
        early = patterns.too_early
        for part in (self._choice, self._intro):
            part.setVisible(not early)
        self._empty.setVisible(early)
        kind = self.tr(
            "There has been a lot of crying lately. Crying is how babies talk."
            " It says nothing about how you did."
        )
        self._kind.show_lines((kind,) if patterns.hard else ())
        self._intro.setText(self._introduction())
        shown = lines[:_DRAWN] if self._about in _MOST_OFTEN else lines
        told = [line.sentence for line in shown]
        if len(shown) < len(lines):
            told.append(self.tr("These are the ones given most often. The table has them all."))
        if not lines:
            told = [self.tr("Too early to tell, and no hurry. This grows by itself.")]
        self._sentences.show_lines(() if early else told)
        drawn = bool(lines) and not early
        self._columns.setVisible(not early and not (drawn and self._as_table))
        self._figures.setVisible(drawn and self._as_table)
        self._drawn.setVisible(drawn)
        self._swap.setVisible(drawn)
        self._swap.setText(self.tr("As a chart") if self._as_table else self.tr("As a table"))
        if drawn and self._as_table:
            table = self._tabled()
            table.setAccessibleName(self._introduction())
            table.show_lines(lines)
        elif drawn:
            chart = self._charted()
            chart.setAccessibleName(self._introduction())
            chart.setAccessibleDescription(" ".join(line.counts for line in shown))
            chart.show_lines(shown)

    def _charted(self) -> CountsChart:
        if self._chart is None:
            # whoever has another Qt for work of their own is not to meet it here
            os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
            from massage_guide.widgets.counts_chart import CountsChart

            self._chart = CountsChart()
            self._drawn.column.addWidget(self._chart)
        return self._chart

    def _tabled(self) -> CountsTable:
        if self._table is None:
            from massage_guide.widgets.counts_table import CountsTable

            self._table = CountsTable()
            self._figures.column.addWidget(self._table)
        return self._table

    @Slot(object)
    def _on_about(self, words: tuple[str, ...]) -> None:
        self._about = About(words[0])
        self._show()

    @Slot()
    def _on_swap(self) -> None:
        self._as_table = not self._as_table
        self._show()

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        chosen = words[0] if words else _EVERYONE
        self.baby_chosen.emit(UUID(chosen) if chosen else None)
