"""A finder: a field to type in and chips that unfold, to see fewer routines at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from massage_guide.domain.finding import LENGTHS, Facts, Lie, Part, Wish, fits
from massage_guide.domain.learning import named_like
from massage_guide.domain.stroke import Stroke
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import Chip, ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.pressable import PRESS_KEYS
from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words

_FIELD, _CHIP, _EVERYTHING = 3, 3, 4
"""Shares of the bar: the field's, each chip's, and that of the button at the end."""


class Finder(QWidget):
    """Asks nothing; whoever wants to look for something may.

    Signals: found(frozenset of the ids that fit), stroke_chosen(id of a stroke to practise).
    """

    found = Signal(object)
    stroke_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Mapping[str, Facts] = {}
        self._strokes: Sequence[Stroke] = ()
        self._named: tuple[Stroke, ...] = ()
        self._buttons: dict[Button, str] = {}
        self._groups: dict[Chip, ChipRow] = {}
        self._names: dict[Chip, str] = {}
        self._field = QLineEdit()
        self._field.setMaxLength(80)
        self._field.setPlaceholderText(self.tr("Find"))
        self._field.setAccessibleName(self.tr("Find a massage by its name or a stroke"))
        self._field.textChanged.connect(self._look)
        self._bar = QWidget()
        self._line = QHBoxLayout(self._bar)
        # as far in as a card, whose edge is kept for the focus ring
        self._line.setContentsMargins(4, 0, 0, 0)
        self._line.addWidget(self._field, _FIELD)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._build_groups()
        self._everything = Button(self.tr("Show everything"), Kind.QUIET)
        self._everything.clicked.connect(self.clear)
        self._keep_place(self._everything, _EVERYTHING)
        self._everything.hide()
        self._nothing = Words(self.tr("Nothing fits that just now."), Role.BODY)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._practise = Flow(gap=8)
        self._practise.hide()
        self._column.addWidget(self._practise)

    def _build_groups(self) -> None:
        parts = (
            (Part.LEGS, self.tr("Legs and feet")),
            (Part.TUMMY, self.tr("Tummy")),
            (Part.CHEST, self.tr("Chest")),
            (Part.ARMS, self.tr("Arms and hands")),
            (Part.FACE, self.tr("Face")),
            (Part.BACK, self.tr("Back")),
            (Part.HOLDING, self.tr("Holding only")),
        )
        lies = (
            (Lie.BACK, self.tr("On the back")),
            (Lie.TUMMY, self.tr("On the tummy")),
            (Lie.HELD, self.tr("Held")),
        )
        lengths = [(str(m), self.tr("Up to {0} minutes").format(m)) for m in LENGTHS]
        self._minutes = self._group("time", self.tr("Time"), self.tr("How long"), lengths)
        self._part = self._group("part", self.tr("Where"), self.tr("Part of the body"), parts)
        self._lie = self._group(
            "lie", self.tr("How baby lies"), self.tr("How your baby lies"), lies
        )
        name = self.tr("Week of the five-week class")
        self._week = self._group("week", self.tr("Five-week class"), name, ())

    def _group(
        self, word: str, text: str, name: str, choices: Sequence[tuple[str, str]]
    ) -> ChipRow:
        head = Chip(word, text, ticked=False)
        head.setAccessibleName(name)
        head.clicked.connect(self._on_head)
        self._keep_place(head, _CHIP)
        self._names[head] = text
        row = ChipRow(Choose.AT_MOST_ONE, ticked=False)
        row.setAccessibleName(name)
        row.offer(choices)
        row.changed.connect(self._look)
        row.hide()
        self._column.addWidget(row)
        self._groups[head] = row
        return row

    def _keep_place(self, button: QWidget, share: int) -> None:
        """Give it a share of the bar that depends on no words, so that none ever slides."""
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        self._line.addWidget(button, share)

    def show_facts(self, facts: Mapping[str, Facts]) -> None:
        """Look among these, by id."""
        self._facts = facts
        self._look()

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Offer these to be practised, once one of their names is typed."""
        self._strokes = strokes

    def show_weeks(self, titles: Sequence[str]) -> None:
        """Offer the weeks of a class, each with what it is about."""
        words = self.tr("Week {0}: {1}")
        self._week.offer([(str(n), words.format(n, title)) for n, title in enumerate(titles, 1)])
        self._look()

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        minutes, part, lie, week = (
            next(iter(row.chosen()), "")
            for row in (self._minutes, self._part, self._lie, self._week)
        )
        return Wish(
            words=self._field.text(),
            minutes=int(minutes) if minutes else None,
            part=Part(part) if part else None,
            lie=Lie(lie) if lie else None,
            week=int(week) if week else None,
        )

    @Slot()
    def clear(self) -> bool:
        """Ask for nothing any more, and fold; tells whether there was anything to clear."""
        rows = self._groups.values()
        asked = self.wish != Wish() or not all(row.isHidden() for row in rows)
        for row in rows:
            row.choose(())
            row.hide()
        self._field.clear()
        self._look()
        return asked

    @Slot()
    def _look(self) -> None:
        wish = self.wish
        ids = frozenset(name for name, facts in self._facts.items() if fits(facts, wish))
        self._everything.setVisible(not wish.is_open)
        self._offer_strokes(wish.words)
        self._nothing.setVisible(not ids and not self._named and not wish.is_open)
        self._tell_groups()
        self.found.emit(ids)

    def _offer_strokes(self, words: str) -> None:
        named = named_like(words, self._strokes)
        if named == self._named:
            return
        self._named = named
        self._practise.clear()
        self._buttons = {}
        for stroke in named:
            button = Button(self.tr("Practise {0}").format(stroke.name), Kind.OFFER)
            self._buttons[button] = stroke.id
            button.clicked.connect(self._on_stroke)
            self._practise.add(button)
        self._practise.setVisible(bool(named))

    @Slot()
    def _on_stroke(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.stroke_chosen.emit(self._buttons[button])

    @Slot()
    def _on_head(self) -> None:
        for head, row in self._groups.items():
            row.setVisible(head is self.sender() and row.isHidden())
        self._tell_groups()

    def _tell_groups(self) -> None:
        """Mark each group that is unfolded or in which something is chosen."""
        for head, row in self._groups.items():
            chosen = [row.chip(word).text() for word in row.chosen()]
            head.setChecked(bool(chosen) or not row.isHidden())
            head.setAccessibleDescription(", ".join(chosen))
            # a week by its number: what it is about would need two lines
            head.setText(chosen[0].partition(":")[0] if chosen else self._names[head])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready to be seen."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        # As high as its highest button, so that nothing moves when that comes and goes.
        self._bar.setMinimumHeight(themed(self).target() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer what the field and the chips leave."""
        if event.key() == Qt.Key.Key_Escape and self.clear():
            return
        if event.key() in PRESS_KEYS and self._field.hasFocus():
            # what is typed has been looked for already
            return
        super().keyPressEvent(event)
