"""Things you noticed: a parent's moments and own words with their days, to read and to keep."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.days import day_in_words, month_and_year
from massage_guide.domain.noticing import Noticed, by_month
from massage_guide.domain.session import Baby
from massage_guide.paper.leaflet import Size
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Page
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words

_EVERYONE = ""
_AT_ONCE = 40
"""Massages shown before a parent asks for earlier ones."""


class NoticedPage(Page):
    """What was noticed, month by month, newest first.

    Signals: baby_chosen(UUID, or None for all), size_chosen(Size), save_requested,
    print_requested, back_requested, help_requested.
    """

    baby_chosen = Signal(object)
    size_chosen = Signal(object)
    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._kept: Sequence[Noticed] = ()
        self._shown = 0
        self._month = ""
        """The month of what is shown last."""
        self._flows: list[Flow] = []
        self.head.addWidget(Words(self.tr("Things you noticed"), Role.TITLE))
        self.who = ChipRow(Choose.ONE, ticked=False)
        self.who.changed.connect(self._on_baby)
        self.head.addWidget(self.who, 1)
        self.head.addWidget(self.help_button)
        self._empty = Words(role=Role.LEAD).centred()
        self._months = QVBoxLayout()
        self._earlier = Button(self.tr("Earlier ones"))
        self._earlier.clicked.connect(self._on_earlier)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(self._months)
        self.body.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)
        self.paper = ChipRow(Choose.ONE, ticked=False)
        self.paper.offer(((Size.A4, self.tr("A4")), (Size.LETTER, self.tr("Letter"))))
        self.paper.changed.connect(self._on_paper)
        self.save = Button(self.tr("Save as PDF"), Kind.OFFER)
        self.save.clicked.connect(self.save_requested)
        self.print_it = Button(self.tr("Print"), Kind.OFFER)
        self.print_it.clicked.connect(self.print_requested)
        self.foot.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.print_it)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_noticed(())

    def show_babies(self, babies: Sequence[Baby], chosen: UUID | None) -> None:
        """Offer each baby and all of them, when there are several."""
        words = [(_EVERYONE, self.tr("Everyone")), *((str(b.id), b.name) for b in babies)]
        self.who.offer(words if len(babies) > 1 else (), (str(chosen or _EVERYONE),))

    def show_size(self, size: Size) -> None:
        """Show the paper that is chosen."""
        self.paper.choose((size,))

    def show_noticed(self, kept: Sequence[Noticed], problem: str = "") -> None:
        """Show these, newest first; or why they cannot be."""
        while (item := self._months.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._kept, self._shown, self._month, self._flows = kept, 0, "", []
        kind = self.tr(
            "Nothing here yet. What you notice after a massage, in a word or in your own words, "
            "is gathered here."
        )
        self._empty.setText(problem or kind)
        self._empty.setVisible(not kept)
        for part in (self.paper, self.save, self.print_it):
            part.setVisible(bool(kept))
        self._on_earlier()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._months.setSpacing(theme.px(14))
        needed = theme.px(900) * (1 + 0.8 * (theme.text_percent - 100) / 100)
        for flow in self._flows:
            flow.set_columns(2 if self.width() >= needed else 1)

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    @Slot()
    def _on_earlier(self) -> None:
        some = self._kept[self._shown : self._shown + _AT_ONCE]
        for first, these in by_month(some):
            month = month_and_year(first)
            if month != self._month:
                self._month = month
                self._flows.append(Flow(gap=14, columns=2))
                self._months.addWidget(Words(month, Role.HEADING))
                self._months.addWidget(self._flows[-1])
            for one in these:
                self._flows[-1].add(_Keepsake(one))
        self._shown += len(some)
        self.fit(themed(self))
        self._earlier.setVisible(self._shown < len(self._kept))

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        chosen = words[0] if words else _EVERYONE
        self.baby_chosen.emit(UUID(chosen) if chosen else None)

    @Slot()
    def _on_paper(self) -> None:
        self.size_chosen.emit(Size(self.paper.chosen()[0]))


class _Keepsake(Panel):
    """One massage: its day, the parent's words, and the moments."""

    def __init__(self, one: Noticed, parent: QWidget | None = None) -> None:
        super().__init__("soft" if one.note else "card", parent)
        # the year stands above, with the month
        self.column.addWidget(
            Words(day_in_words(one.when, one.when.date(), dated=True), Role.SMALL)
        )
        if one.note:
            self.column.addWidget(Words(f"“{one.note.strip()}”", Role.LEAD))
        if one.moments:
            self.column.addWidget(Words(" · ".join(one.moments)))
        self.column.addStretch(1)
