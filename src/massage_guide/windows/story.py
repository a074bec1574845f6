"""The story: what happened in one massage, line by line; a step opens to how it was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.figure import Side
from massage_guide.domain.retelling import LeftOut, StepTold, Told, passed_over, retold
from massage_guide.domain.sentences import what_and_seen
from massage_guide.domain.session import HowDone, Observation, SessionSummary, When
from massage_guide.widgets.entry import Entry
from massage_guide.widgets.panel import Lines
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words


class Story(QWidget):
    """Steps, and what was seen among them, from the first to the last.

    Signals: step_corrected(UUID of the step, HowDone).
    """

    step_corrected = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: Mapping[str, str] = {}
        self._entries: dict[UUID, Entry] = {}
        self._sentence = Words(role=Role.LEAD)
        self._noticed, self._last = Lines("card"), Lines("card")
        self._title = Words(self.tr("What happened"), Role.HEADING)
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._sentence, self._noticed, self._title):
            self._column.addWidget(part)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._last)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        self._column.setSpacing(theme.px(10))
        self._lines.setSpacing(theme.px(6))

    def open(self, strokes: Mapping[str, str]) -> None:
        """Begin anew; `strokes` are stroke names by id."""
        self._strokes = strokes
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._entries = {}

    def show_massage(self, session: SessionSummary) -> None:
        """Tell it as it is kept now; what is open stays open."""
        self._sentence.setText(what_and_seen(session))
        self._noticed.show_lines(self._noticed_lines(session))
        self._last.show_lines(self._last_lines(session))
        lines = retold(session)
        if passed_over(session):
            title = self.tr("All of it was passed over, and that is fine.")
        elif lines:
            title = self.tr("What happened")
        else:
            title = self.tr("No strokes, and that is fine.")
        self._title.setText(title)
        if not self._lines.count():
            for line in lines:
                self._lines.addWidget(self._part(line))
            # screen readers go through what lies below first
            self._last.raise_()
        for line in lines:
            if isinstance(line, StepTold) and line.step.id in self._entries:
                self._entries[line.step.id].show_entry(self._step(line), str(line.step.how or ""))

    def _noticed_lines(self, session: SessionSummary) -> Iterator[str]:
        if session.moments:
            listed = ", ".join(word[:1].lower() + word[1:] for word in session.moments)
            yield self.tr("You noticed: {0}.").format(listed)
        if session.note:
            yield self.tr("In your words: {0}").format(session.note)

    def _last_lines(self, session: SessionSummary) -> Iterator[str]:
        # "that was all of it" would not be true where every stroke was passed over
        if session.ending is not None and not passed_over(session):
            label = QCoreApplication.translate("Ending", session.ending.label)
            yield self.tr("How it ended: {0}.").format(label.lower())
        told = session.parent_words
        first, later = told.get(When.BEFORE, ""), told.get(When.AFTER, "")
        if first and later and first != later:
            both = self.tr("How you were: {0} at first, {1} later.")
            yield both.format(first, later)
        elif first or later:
            yield self.tr("How you were: {0}.").format(later or first)

    def _part(self, line: Told) -> QWidget:
        if isinstance(line, Observation):
            seen = [line.value.word]
            if line.state is not None:
                seen.append(line.state.value)
            words = self.tr("On the way: {0}.").format(", ".join(seen))
            return Words(words, Role.SOFT)
        if isinstance(line, LeftOut):
            region = QCoreApplication.translate("Region", line.region)
            return Words(self.tr("From here on, left out: {0}.").format(region), Role.SOFT)
        if line.step.id is None or line.step.how is None:
            return Words(self._step(line))
        entry = Entry(
            (
                (HowDone.DONE, self.tr("Done")),
                (HowDone.SKIPPED, self.tr("Passed over")),
                (HowDone.LEFT, self.tr("Stopped on the way")),
            )
        )
        entry.chosen.connect(self._on_chosen)
        self._entries[line.step.id] = entry
        return entry

    def _step(self, line: StepTold) -> str:
        step = line.step
        name = self._strokes.get(step.stroke, step.stroke.replace("-", " ")) if step.stroke else ""
        words = [name or self.tr("A rest")]
        if step.side is not None:
            left = step.side is Side.LEFT
            words.append(self.tr("left side") if left else self.tr("right side"))
        if line.again:
            words.append(self.tr("asked for again"))
        if line.held:
            words.append(self.tr("stayed with"))
        told = ", ".join(words)
        if step.how is HowDone.SKIPPED:
            return self.tr("{0}: passed over").format(told)
        if step.how is HowDone.LEFT:
            return self.tr("{0}: stopped on the way").format(told)
        return told

    @Slot(str)
    def _on_chosen(self, word: str) -> None:
        sender = self.sender()
        for step, entry in self._entries.items():
            if entry is sender:
                self.step_corrected.emit(step, HowDone(word))
                return
