"""Enough: kind words, the same after two minutes or twenty-five, and what a parent noticed."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_guide.domain.sentences import kind_words
from massage_guide.domain.session import Ending
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.widgets.breath import Breath
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.moments_row import MomentsRow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settledness_row import SettlednessRow
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.word_row import WordRow
from massage_guide.widgets.words import Words

_ENDINGS = (
    Ending.FINISHED,
    Ending.BABY_SAID_NO,
    Ending.PARENT_NEEDED_A_BREAK,
    Ending.SLEEP,
    Ending.FEED,
    Ending.NAPPY,
    Ending.CUDDLE,
    Ending.INTERRUPTED,
    Ending.OTHER,
)

_AT_FIRST = 8
"""Moments in sight before a parent asks for more."""


class Enough(Page):
    """A kind ending; everything asked is optional, one press each, and Space goes on.

    Signals: rated(Settledness or None, BabyState or None), moments_changed(tuple of words),
    note_changed(str), ending_chosen(Ending or None), word_chosen(str, empty for none),
    go_on_requested (show the sentence now), home_requested, help_requested,
    talk_requested (someone to talk to).
    """

    rated = Signal(object, object)
    moments_changed = Signal(object)
    note_changed = Signal(str)
    ending_chosen = Signal(object)
    word_chosen = Signal(str)
    go_on_requested = Signal()
    home_requested = Signal()
    talk_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._note_told = ""
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        self._noticing = Columns(left=8, right=9)
        self._build_left()
        self._build_right()
        self._told = self._build_told()
        self.body.addWidget(self._noticing)
        self.body.addWidget(self._told, 1)
        self.body.addStretch(0)
        self._someone = Button(self.tr("Someone to talk to"), Kind.PLAIN)
        self._someone.clicked.connect(self.talk_requested)
        self._go_on = self.make_go_on(self.tr("Go on"))
        self.foot.addWidget(self._someone)
        self.foot.addStretch(1)
        self.foot.addWidget(self._go_on)
        self.begin(())

    def _build_left(self) -> None:
        left = self._noticing.left
        left.addWidget(Words(self.tr("How settled is your baby now?"), Role.HEADING))
        self._settled = SettlednessRow()
        self._settled.rated.connect(self.rated)
        left.addWidget(self._settled)
        left.addWidget(Words(self.tr("How did it end?"), Role.HEADING))
        self._ending = ChipRow(Choose.AT_MOST_ONE, ticked=False)
        self._ending.changed.connect(self._on_ending)
        left.addWidget(self._ending)
        left.addStretch(1)

    def _build_right(self) -> None:
        right = self._noticing.right
        right.addWidget(Words(self.tr("What did you notice?"), Role.HEADING))
        self._note = QLineEdit()
        self._note.setMaxLength(2000)
        self._note.setPlaceholderText(self.tr("In your own words, if you like"))
        self._note.setAccessibleName(self.tr("In your own words"))
        self._note.editingFinished.connect(self._on_note)
        right.addWidget(self._note)
        self._moments = MomentsRow()
        self._moments.noticed.connect(self.moments_changed)
        right.addWidget(self._moments)
        right.addWidget(Words(self.tr("And you?"), Role.HEADING))
        self._word = WordRow()
        self._word.chosen.connect(self.word_chosen)
        right.addWidget(self._word)
        right.addStretch(1)

    def _build_told(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._bloom = Breath()
        self._bloom.set_seconds(3.0)
        # What was seen is told quietly: the kind words above are the large ones.
        self._sentence = Words(role=Role.BODY).centred()
        self._support = Words(role=Role.LEAD).centred()
        self._people = Button(self.tr("Someone to talk to"), Kind.OFFER)
        self._people.clicked.connect(self.talk_requested)
        self._kept = Words(self.tr("It is in your journal."), Role.SOFT).centred()
        column.addWidget(self._bloom, 3)
        column.addWidget(self._support)
        column.addWidget(self._people, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._kept)
        column.addStretch(1)
        self._told_column = column
        return page

    def begin(
        self,
        moments: Sequence[str],
        ending: Ending | None = None,
        rating: tuple[Settledness | None, BabyState | None] = (None, None),
    ) -> None:
        """Begin afresh, with these moments to press and what is known already."""
        self._moments.show_moments(moments, _AT_FIRST)
        labels = [(str(e), QCoreApplication.translate("Ending", e.label)) for e in _ENDINGS]
        self._ending.offer(labels, () if ending is None else (str(ending),))
        self._settled.show_rating(*rating)
        self._word.choose("")
        self._note.clear()
        self._note_told = ""
        self._someone.show()
        self.show_kind_words(kind_words(ending, rating[0]))
        self._show_told(False)

    def show_rating(self, value: Settledness | None, state: BabyState | None) -> None:
        """Show how settled baby is, as it was rated."""
        self._settled.show_rating(value, state)

    def show_kind_words(self, words: str) -> None:
        """Say these first; they follow what happened."""
        self._title.setText(words)

    def show_sentence(
        self, sentence: str, support: str = "", *, kept: bool = True, heavy: bool = False
    ) -> None:
        """Tell the massage in a plain sentence; `support` is a gentle line, mostly empty.

        After a heavy word the way to someone to talk to stands below that line.
        """
        self._sentence.setText(sentence)
        self._support.setText(support)
        self._support.setVisible(bool(support))
        # the way to someone needs the room more, where there is little
        self._kept.setVisible(kept and not heavy)
        self._people.setVisible(heavy)
        self._someone.setVisible(not heavy)
        self._show_told(True)

    @property
    def is_told(self) -> bool:
        """Whether the sentence is shown."""
        return not self._told.isHidden()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._told_column.setSpacing(theme.px(18))

    def go_on(self) -> None:
        """Go on to the sentence, and from there home."""
        if self.is_told:
            self.home_requested.emit()
            return
        self._on_note()
        self.go_on_requested.emit()

    def key(self, key: int) -> bool:
        """1 to 5 rate, while the five are in sight."""
        at = key - Qt.Key.Key_0
        if self.is_told or not 1 <= at <= len(Settledness):
            return False
        self._settled.rate(Settledness(at))
        return True

    def _show_told(self, told: bool) -> None:
        self.settle()
        self._told.setVisible(told)
        self._noticing.setVisible(not told)
        self._go_on.say(self.tr("Home") if told else self.tr("Go on"))
        self.setFocus()

    @Slot()
    def _on_note(self) -> None:
        note = self._note.text().strip()
        if note != self._note_told:
            self._note_told = note
            self.note_changed.emit(note)

    @Slot(object)
    def _on_ending(self, words: tuple[str, ...]) -> None:
        self.ending_chosen.emit(Ending(words[0]) if words else None)
