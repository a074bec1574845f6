"""A passphrase: set, changed or taken away, after what it means has been said."""

from __future__ import annotations

from enum import Enum
from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_guide.domain.keeping import passphrase_problem
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import ChipRow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Lines
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_SHOW = "show"


class Wanted(Enum):
    """What the words are for."""

    SET = "set"
    CHANGE = "change"
    COPY = "copy"
    """To put back a copy that has another passphrase."""


class PassphrasePage(Page):
    """Nothing typed here is kept once the page is left.

    Signals: set_wanted(words), change_wanted(old words, new words), taken_away(old words),
    copy_words_given(words), back_requested, help_requested.
    """

    set_wanted = Signal(str)
    change_wanted = Signal(str, str)
    taken_away = Signal(str)
    copy_words_given = Signal(str)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._wanted = Wanted.SET
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        self._told = Lines("warm")
        self.body.addWidget(self._told)
        self._means = Lines("soft")
        self.body.addWidget(self._means)
        self._old_words = Words(role=Role.HEADING)
        self.old = self._field(self._old_words, self.body)
        both = Columns()
        self._new_words = Words(self.tr("The new passphrase"), Role.HEADING)
        self.new = self._field(self._new_words, both.left)
        self._again_words = Words(self.tr("The same once more"), Role.HEADING)
        self.again = self._field(self._again_words, both.right)
        self.body.addWidget(both)
        self._problem = Words(role=Role.SOFT)
        self.body.addWidget(self._problem)
        self._show = ChipRow()
        self._show.offer(((_SHOW, self.tr("Show the letters")),))
        self._show.changed.connect(self._on_show)
        self.body.addWidget(self._show)
        self.body.addStretch(1)
        back = Button(self.tr("Back"))
        back.clicked.connect(self.back_requested)
        self.take_away = Button(self.tr("Take it away"))
        self.take_away.clicked.connect(self._on_take_away)
        self._do = self.make_go_on("")
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.take_away)
        self.foot.addWidget(self._do)
        self.show_for(Wanted.SET)

    def _field(self, words: Words, column: QVBoxLayout) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(200)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self._on_go_on)
        column.addWidget(words)
        column.addWidget(field)
        return field

    def show_for(self, wanted: Wanted) -> None:
        """Begin anew, with empty fields."""
        self._wanted = wanted
        for field in (self.old, self.new, self.again):
            field.clear()
        titles = {
            Wanted.SET: (self.tr("A passphrase"), "", self.tr("Set it")),
            Wanted.CHANGE: (
                self.tr("Your passphrase"),
                self.tr("The passphrase as it is now"),
                self.tr("Change it"),
            ),
            Wanted.COPY: (
                self.tr("The passphrase of this copy"),
                self.tr("The passphrase that it was made with"),
                self.tr("Put it back"),
            ),
        }
        title, old, press = titles[wanted]
        self._title.setText(title)
        self._old_words.setText(old)
        self._do.say(press)
        for part in (self._old_words, self.old):
            part.setVisible(wanted is not Wanted.SET)
        new = (self._new_words, self.new, self._again_words, self.again, self._problem)
        for part in new:
            part.setVisible(wanted is not Wanted.COPY)
        self.take_away.setVisible(wanted is Wanted.CHANGE)
        for field, words in ((self.old, old), (self.new, self._new_words.text())):
            field.setAccessibleName(words)
        self.again.setAccessibleName(self._again_words.text())
        self._told.show_lines(())
        self._means.show_lines(() if wanted is Wanted.COPY else self._what_it_means())
        self._on_typed()

    def _what_it_means(self) -> tuple[str, ...]:
        return (
            self.tr(
                "If you forget it, your notes are gone. Nobody can open them without it, and "
                "nobody can send you a new one. Please write it down and keep it somewhere safe."
            ),
            self.tr(
                "Your notes and their copies here are encrypted. Files that you put elsewhere "
                "stay as they are. A copy that is damaged cannot be encrypted, and is deleted."
            ),
            self.tr(
                "What lay here before is overwritten as far as this disk allows; "
                "some disks keep traces for a while."
            ),
        )

    def show_told(self, *sentences: str) -> None:
        """Say why it was not done."""
        self._told.show_lines(sentences)
        self.scroller.verticalScrollBar().setValue(0)

    def show_busy(self, busy: bool) -> None:
        """Take no press while something is being done; then it is to be typed on."""
        super().show_busy(busy)
        if not busy and self.isVisible():
            self._first_empty().setFocus()

    @property
    def told(self) -> str:
        """What it said last."""
        return self._told.text()

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        for field in (self.old, self.new, self.again):
            field.setMaximumWidth(theme.px(640))

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for words."""
        super().showEvent(event)
        self._first_empty().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, as there is nothing to lose."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def go_on(self) -> None:
        """Do it, once the fields are filled."""
        if not self._do.isEnabled():
            self._first_empty().setFocus()
        elif self._wanted is Wanted.SET:
            self.set_wanted.emit(self.new.text())
        elif self._wanted is Wanted.CHANGE:
            self.change_wanted.emit(self.old.text(), self.new.text())
        else:
            self.copy_words_given.emit(self.old.text())

    def _first_empty(self) -> QLineEdit:
        fields = [self.new, self.again] if self._wanted is Wanted.SET else [self.old]
        if self._wanted is Wanted.CHANGE:
            fields += [self.new, self.again]
        return next((field for field in fields if not field.text()), fields[0])

    @Slot()
    def _on_typed(self) -> None:
        new, again = self.new.text(), self.again.text()
        problem = passphrase_problem(new, again)
        self._problem.setText(problem if new else passphrase_problem("", ""))
        ready = bool(self.old.text()) or self._wanted is Wanted.SET
        self.take_away.setEnabled(bool(self.old.text()))
        self._do.setEnabled(ready and (not problem or self._wanted is Wanted.COPY))

    @Slot()
    def _on_show(self) -> None:
        shown = _SHOW in self._show.chosen()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.old, self.new, self.again):
            field.setEchoMode(mode)

    @Slot()
    def _on_take_away(self) -> None:
        self.taken_away.emit(self.old.text())
