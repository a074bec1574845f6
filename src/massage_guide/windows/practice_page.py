"""Practice: one stroke in words and a picture, and how it is to be practised."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.cueing import spoken
from massage_guide.domain.figure import Side
from massage_guide.domain.learning import PRACTICE_PACES
from massage_guide.domain.review import review_line
from massage_guide.domain.stroke import Stroke
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.cards import PictureCard
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_DOLL, _BABY = "doll", "baby"


class PracticePage(Page):
    """Says what there is to know, and begins when it is wished.

    Signals: begin_requested(float the pace, bool whether with the baby), back_requested,
    help_requested.
    """

    begin_requested = Signal(float, bool)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        columns = Columns(left=2, right=3)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.picture = PictureCard()
        columns.left.addWidget(self.picture)
        self._build_ways(columns.left)
        self._build_words(columns.right)
        for column in (columns.left, columns.right):
            column.addStretch(1)
        self._kept = Words(role=Role.SMALL)
        self.foot.addWidget(self._kept, 1)
        self.back = Button(self.tr("Back"))
        self.back.set_height(72)
        self.back.clicked.connect(self.back_requested)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.make_go_on(self.tr("Begin")))
        self._tell_kept()

    def _build_words(self, column: QVBoxLayout) -> None:
        self._later = Words(role=Role.LEAD)
        self._line, self._how = Words(role=Role.LEAD), Words()
        self._watch, self._care = Words(), Words()
        self._also, self._review = Words(role=Role.SMALL), Words(role=Role.SMALL)
        for heading, words in (
            ("", self._later),
            ("", self._line),
            ("", self._how),
            (self.tr("What you may see"), self._watch),
            (self.tr("Take care"), self._care),
            ("", self._also),
            ("", self._review),
        ):
            if heading:
                column.addWidget(Words(heading, Role.HEADING))
            column.addWidget(words)

    def _build_ways(self, column: QVBoxLayout) -> None:
        self.who = ChipRow(Choose.ONE, columns=2)
        self.who.changed.connect(self._tell_kept)
        column.addWidget(self.who)
        self.pace = ChipRow(Choose.ONE, columns=3)
        names = (self.tr("Slow"), self.tr("A little slower"), self.tr("As usual"))
        paces = [str(pace) for pace in PRACTICE_PACES]
        self.pace.offer(zip(paces, names, strict=True), paces[:1])
        column.addWidget(self.pace)

    def show_stroke(self, stroke: Stroke, later: str) -> None:
        """Show a stroke; `later` says that it can wait, and then it is for a doll."""
        side = Side.LEFT if stroke.takes_sides else None
        self._title.setText(stroke.name)
        self._line.setText(spoken(stroke.say.line, side))
        self._how.setText(spoken(stroke.say.how, side))
        self._watch.setText(stroke.watch)
        self._care.setText(stroke.care)
        also = self.tr("Also called: {0}").format(", ".join(stroke.class_names))
        for words, text in (
            (self._later, later),
            (self._also, also if stroke.class_names else ""),
            (self._review, review_line((stroke,))),
        ):
            words.setText(text)
            words.setVisible(bool(text))
        who = [(_DOLL, self.tr("Doll or cushion")), (_BABY, self.tr("With my baby"))]
        self.who.offer(who[:1] if later else who, (_DOLL,))
        self.picture.clear()
        self.scroller.verticalScrollBar().setValue(0)
        self._tell_kept()

    def set_picture(self, image: QImage) -> None:
        """Show the stroke's telling still."""
        self.picture.set_picture(image)

    def go_on(self) -> None:
        """Space begins."""
        self.begin_requested.emit(float(self.pace.chosen()[0]), self._with_baby())

    def _with_baby(self) -> bool:
        return _BABY in self.who.chosen()

    @Slot()
    def _tell_kept(self) -> None:
        doll = self.tr("It goes on for as long as you like. Practice is not written down.")
        baby = self.tr("A little massage: we ask your baby first, and it goes into the journal.")
        self._kept.setText(baby if self._with_baby() else doll)
