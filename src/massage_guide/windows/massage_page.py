"""Massage: one massage as it was, and whatever of it should be put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_guide.domain.days import day_in_words
from massage_guide.domain.session import Baby, Ending, Place, SessionSummary, When
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.hours import clock_time
from massage_guide.widgets.moments_row import MomentsRow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settledness_row import SettlednessRow
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.word_row import WordRow
from massage_guide.widgets.words import Words
from massage_guide.windows.story import Story

_AT_FIRST = 6
"""Moments in sight besides those that were noticed, before a parent asks for more."""
_NOBODY = ""


class MassagePage(Page):
    """The story on the left; on the right what was noted, which can be changed at any time.

    Signals: rated(Place, Settledness or None, BabyState or None), step_corrected(UUID, HowDone),
    moments_changed(tuple of words), note_changed(str), ending_chosen(Ending),
    word_chosen(When, str, empty for none), baby_chosen(UUID or None), delete_requested,
    back_requested, help_requested.
    """

    rated = Signal(object, object, object)
    step_corrected = Signal(object, object)
    moments_changed = Signal(object)
    note_changed = Signal(str)
    ending_chosen = Signal(object)
    word_chosen = Signal(object, str)
    baby_chosen = Signal(object)
    delete_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._note_told = ""
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        columns = Columns(left=5, right=6)
        self.story = Story()
        self.story.step_corrected.connect(self.step_corrected)
        columns.left.addWidget(self.story)
        columns.left.addStretch(1)
        self._build_ratings(columns.right)
        self._build_words(columns.right)
        columns.right.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(0)
        delete = Button(self.tr("Delete this massage"))
        delete.clicked.connect(self._on_delete)
        self.foot.addWidget(delete)
        self._kept = Words(self.tr("Whatever you change here is kept at once."), Role.SMALL)
        self.foot.addWidget(self._kept, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))

    def _build_ratings(self, column: QVBoxLayout) -> None:
        self._whose_title = Words(self.tr("Whose massage was it?"), Role.HEADING)
        self._whose = ChipRow(Choose.ONE, ticked=False)
        self._whose.changed.connect(self._on_baby)
        column.addWidget(self._whose_title)
        column.addWidget(self._whose)
        column.addWidget(Words(self.tr("How settled before?"), Role.HEADING))
        self._before = SettlednessRow()
        self._before.rated.connect(self._on_before)
        column.addWidget(self._before)
        column.addWidget(Words(self.tr("How settled after?"), Role.HEADING))
        self._after = SettlednessRow()
        self._after.rated.connect(self._on_after)
        column.addWidget(self._after)

    def _build_words(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("What did you notice?"), Role.HEADING))
        self._note = QLineEdit()
        self._note.setMaxLength(2000)
        self._note.setPlaceholderText(self.tr("In your own words, if you like"))
        self._note.setAccessibleName(self.tr("In your own words"))
        self._note.editingFinished.connect(self._on_note)
        column.addWidget(self._note)
        self._moments = MomentsRow()
        self._moments.noticed.connect(self.moments_changed)
        column.addWidget(self._moments)
        column.addWidget(Words(self.tr("How did it end?"), Role.HEADING))
        self._ending = ChipRow(Choose.ONE, ticked=False)
        labels = [(str(e), QCoreApplication.translate("Ending", e.label)) for e in Ending]
        self._ending.offer(labels)
        self._ending.changed.connect(self._on_ending)
        column.addWidget(self._ending)
        column.addWidget(Words(self.tr("And you, before?"), Role.HEADING))
        self._mine_before, self._mine_after = WordRow(), WordRow()
        self._mine_before.chosen.connect(self._on_word_before)
        self._mine_after.chosen.connect(self._on_word_after)
        column.addWidget(self._mine_before)
        column.addWidget(Words(self.tr("And you, after?"), Role.HEADING))
        column.addWidget(self._mine_after)

    def show_massage(
        self,
        session: SessionSummary,
        babies: Sequence[Baby] = (),
        strokes: Mapping[str, str] | None = None,
        moments: Sequence[str] = (),
    ) -> None:
        """Open this one; `strokes` are stroke names by id, `moments` what is often noticed."""
        own = [word for word in session.moments if word not in moments]
        noticed = [word for word in moments if word in session.moments]
        rest = [word for word in moments if word not in session.moments]
        self._moments.show_moments(
            (*own, *noticed, *rest), len(session.moments) + _AT_FIRST, session.moments
        )
        ask = len(babies) > 1 or (session.start.baby is None and len(babies) > 0)
        offers = [(str(baby.id), baby.name) for baby in babies]
        if session.start.baby is None or len(babies) > 1:
            offers.append((_NOBODY, self.tr("Nobody in particular")))
        self._whose.offer(offers if ask else ())
        for part in (self._whose, self._whose_title):
            part.setVisible(ask)
        self._note.setText(session.note)
        self.story.open(strokes or {})
        self.show_changed(session)
        self.scroller.verticalScrollBar().setValue(0)

    def show_changed(self, session: SessionSummary) -> None:
        """Show the same massage as it is kept now."""
        began = session.started
        self._title.setText(f"{day_in_words(began)}, {clock_time(began.hour, began.minute)}")
        self.story.show_massage(session)
        for row, seen in ((self._before, session.before), (self._after, session.after)):
            row.show_rating(*((seen.value, seen.state) if seen else (None, None)))
        self._moments.choose(session.moments)
        self._ending.choose((str(session.ending),) if session.ending else ())
        self._whose.choose((str(session.start.baby or _NOBODY),))
        self._mine_before.choose(session.parent_words.get(When.BEFORE, ""))
        self._mine_after.choose(session.parent_words.get(When.AFTER, ""))
        # what is being written stays in the field, kept or not
        self._note_told = session.note

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self.story.fit(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field keeps what was written and stays here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._note.hasFocus():
            self._on_note()
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Space goes back to the journal, and keeps what is being written."""
        self._on_note()
        self.back_requested.emit()

    @Slot(object, object)
    def _on_before(self, value: Settledness | None, state: BabyState | None) -> None:
        self._before.show_rating(value, state)
        self.rated.emit(Place.GET_READY, value, state)

    @Slot(object, object)
    def _on_after(self, value: Settledness | None, state: BabyState | None) -> None:
        self._after.show_rating(value, state)
        self.rated.emit(Place.ENOUGH, value, state)

    @Slot()
    def _on_note(self) -> None:
        note = self._note.text().strip()
        if note != self._note_told:
            self.note_changed.emit(note)

    @Slot()
    def _on_delete(self) -> None:
        self._on_note()
        self.delete_requested.emit()

    @Slot(object)
    def _on_ending(self, words: tuple[str, ...]) -> None:
        self.ending_chosen.emit(Ending(words[0]))

    @Slot(str)
    def _on_word_before(self, word: str) -> None:
        self.word_chosen.emit(When.BEFORE, word)

    @Slot(str)
    def _on_word_after(self, word: str) -> None:
        self.word_chosen.emit(When.AFTER, word)

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        self.baby_chosen.emit(UUID(words[0]) if words[0] else None)
