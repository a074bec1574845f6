"""Print a page: what a health visitor or instructor is to read, chosen before it is printed."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.handover import WEEKS, Part, Wish
from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.thumbnails import Thumbnails
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words


class PrintPage(Page):
    """What goes on the page, which weeks, which paper; and the page itself, before it is printed.

    Signals: wished(Wish), size_chosen(Size), save_requested, print_requested, back_requested,
    help_requested.
    """

    wished = Signal(object)
    size_chosen = Signal(object)
    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._shape = Size.A4.high / Size.A4.wide
        self.head.addWidget(
            Words(self.tr("A page for a health visitor or instructor"), Role.TITLE), 1
        )
        self.head.addWidget(self.help_button)
        self._columns = Columns(left=6, right=5)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self._build_choices(self._columns.left)
        self.thumbnails = Thumbnails()
        self._columns.right.addWidget(self.thumbnails)
        self._columns.right.addStretch(1)
        self.back = Button(self.tr("Back"), Kind.PLAIN)
        self.back.clicked.connect(self.back_requested)
        self.paper = ChipRow(Choose.ONE, ticked=False)
        self.paper.offer(((Size.A4, self.tr("A4")), (Size.LETTER, self.tr("Letter"))))
        self.paper.changed.connect(self._on_paper)
        self.print_it = Button(self.tr("Print"), Kind.OFFER)
        self.print_it.clicked.connect(self.print_requested)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.print_it)
        self.foot.addWidget(self.make_go_on(self.tr("Save as PDF")))
        self.show_wish(Wish(), Size.A4)

    def _build_choices(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("From the massages"), Role.HEADING))
        self.parts = ChipRow()
        self.parts.offer(
            (
                (Part.DATES, self.tr("Dates and minutes")),
                (Part.SETTLED, self.tr("How settled, counted")),
                (Part.TIMELINE, self.tr("How settled, as dots")),
                (Part.STROKES, self.tr("Strokes")),
                (Part.STOPPED, self.tr("When your baby said no")),
                (Part.MOMENTS, self.tr("What you noticed")),
            )
        )
        column.addWidget(self.parts)
        column.addWidget(Words(self.tr("Private, so only if you like"), Role.HEADING))
        self.private = ChipRow()
        self.private.offer(
            (
                (Part.NAME, self.tr("Your baby’s name")),
                (Part.AGE, self.tr("Age")),
                (Part.NOTES, self.tr("Your own words")),
                (Part.OWN_WORDS, self.tr("How you were")),
            )
        )
        column.addWidget(self.private)
        column.addWidget(Words(self.tr("Which weeks"), Role.HEADING))
        self.weeks = ChipRow(Choose.ONE, columns=3)
        self.weeks.offer([(str(n), self.tr("The last {0}").format(n)) for n in WEEKS])
        column.addWidget(self.weeks)
        for row in (self.parts, self.private, self.weeks):
            row.changed.connect(self._on_changed)
        column.addStretch(1)

    def show_wish(self, wish: Wish, size: Size) -> None:
        """Show what is chosen."""
        for row in (self.parts, self.private):
            row.choose([str(part) for part in wish.parts])
        self.weeks.choose((str(wish.weeks),))
        self.paper.choose((size,))

    def show_leaflet(self, leaflet: Leaflet, size: Size) -> None:
        """Show the page as it will be printed."""
        self._shape = size.high / size.wide
        self.thumbnails.show_leaflet(leaflet, size)
        self.fit(themed(self))

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme; the page is seen whole, where that is large enough."""
        super().fit(theme)
        whole = round((self.scroller.height() - theme.px(12)) / self._shape)
        self.thumbnails.setMaximumWidth(max(whole, theme.px(330)))

    def go_on(self) -> None:
        """Space saves it."""
        self.save_requested.emit()

    @Slot()
    def _on_changed(self) -> None:
        parts = frozenset(map(Part, (*self.parts.chosen(), *self.private.chosen())))
        self.wished.emit(Wish(parts, int(self.weeks.chosen()[0])))

    @Slot()
    def _on_paper(self) -> None:
        self.size_chosen.emit(Size(self.paper.chosen()[0]))
