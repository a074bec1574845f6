"""Journal: every massage in a plain sentence, which opens to what happened in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.sentences import plain_sentence
from massage_guide.domain.session import Baby, HowDone, Place, SessionSummary, When
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.entry import Entry
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_EVERYONE = ""
_AT_ONCE = 30
"""Massages shown before a parent asks for earlier ones."""


class JournalList(Page):
    """The massages of one baby or of all, newest first.

    Signals: baby_chosen(UUID, or None for all), home_requested, help_requested.
    """

    baby_chosen = Signal(object)
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._sessions: Sequence[SessionSummary] = ()
        self._babies: dict[UUID, str] = {}
        self._strokes: Mapping[str, str] = {}
        self._today: date | None = None
        self._shown = 0
        self.head.addWidget(Words(self.tr("Journal"), Role.TITLE))
        self._who = ChipRow(Choose.ONE, ticked=False)
        self._who.changed.connect(self._on_baby)
        self.head.addWidget(self._who, 1)
        self.head.addWidget(self.help_button)
        self._empty = Words(role=Role.LEAD).centred()
        self._entries = QVBoxLayout()
        self._earlier = Button(self.tr("Earlier ones"))
        self._earlier.clicked.connect(self._on_earlier)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(self._entries)
        self.body.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)
        home = self.make_go_on(self.tr("Home"))
        crying = self.tr("Crying tends to rise until about six weeks of age, then falls by itself.")
        self._note = Words(crying, Role.SMALL)
        self.foot.addWidget(self._note, 1)
        self.foot.addWidget(home)
        self.show_sessions(())

    def show_babies(self, babies: Sequence[Baby], chosen: UUID | None) -> None:
        """Offer each baby and all of them, when there are several."""
        self._babies = {baby.id: baby.name for baby in babies}
        words = [(_EVERYONE, self.tr("Everyone")), *((str(b.id), b.name) for b in babies)]
        self._who.offer(words if len(babies) > 1 else (), (str(chosen or _EVERYONE),))

    def show_sessions(
        self,
        sessions: Sequence[SessionSummary],
        today: date | None = None,
        strokes: Mapping[str, str] | None = None,
        problem: str = "",
    ) -> None:
        """Show these massages, newest first; `strokes` are stroke names by id."""
        while (item := self._entries.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._sessions, self._today, self._strokes = sessions, today, strokes or {}
        self._shown = 0
        kind = self.tr("Nothing here yet, and no hurry. Each massage or cuddle will be kept here.")
        self._empty.setText(problem or kind)
        self._empty.setVisible(not sessions)
        self._note.setVisible(bool(sessions))
        self._on_earlier()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._entries.setSpacing(theme.px(8))

    def go_on(self) -> None:
        """Space goes home."""
        self.home_requested.emit()

    def _details(self, session: SessionSummary) -> list[str]:
        lines = []
        if session.moments:
            lines.append(self.tr("You noticed: {0}.").format(_listed(session.moments)))
        if session.note:
            lines.append(self.tr("In your words: {0}").format(session.note))
        done = self._names(session, HowDone.DONE)
        if done:
            lines.append(self.tr("Strokes: {0}.").format(" · ".join(done)))
        if session.ending is not None:
            label = QCoreApplication.translate("Ending", session.ending.label)
            lines.append(self.tr("How it ended: {0}.").format(label.lower()))
        during = [seen.value.word for seen in session.observations if seen.place is Place.GUIDE]
        if during:
            lines.append(self.tr("On the way: {0}.").format(", ".join(during)))
        told = session.parent_words
        first, later = told.get(When.BEFORE, ""), told.get(When.AFTER, "")
        if first and later and first != later:
            both = self.tr("How you were: {0} at first, {1} later.")
            lines.append(both.format(first, later))
        elif first or later:
            lines.append(self.tr("How you were: {0}.").format(later or first))
        return lines or [self.tr("Nothing else was noted, and that is fine.")]

    def _names(self, session: SessionSummary, how: HowDone) -> list[str]:
        ids = dict.fromkeys(s.stroke for s in session.steps if s.stroke and s.how is how)
        return [self._strokes.get(name, name.replace("-", " ")) for name in ids]

    @Slot()
    def _on_earlier(self) -> None:
        for session in self._sessions[self._shown : self._shown + _AT_ONCE]:
            sentence = plain_sentence(session, self._today, dated=True)
            name = self._babies.get(session.start.baby) if session.start.baby else None
            if name and len(self._babies) > 1:
                sentence = self.tr("{0}. {1}").format(name, sentence)
            self._entries.addWidget(Entry(sentence, self._details(session)))
        self._shown = min(self._shown + _AT_ONCE, len(self._sessions))
        self._earlier.setVisible(self._shown < len(self._sessions))

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        chosen = words[0] if words else _EVERYONE
        self.baby_chosen.emit(UUID(chosen) if chosen else None)


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(part[:1].lower() + part[1:] for part in parts)
