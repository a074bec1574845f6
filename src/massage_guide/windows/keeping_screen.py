"""Your notes, kept safe: where they live, copies, other laptops, a passphrase, and erasing."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Lines, Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class KeepingScreen(Page):
    """Says what there is, and after each deed what was done.

    Signals: copy_wanted, copies_requested, export_wanted(bool), whether as tables;
    import_wanted, babies_answered(bool), whether unknown babies are taken in;
    passphrase_requested, erasing_requested, back_requested, help_requested.
    """

    copy_wanted = Signal()
    copies_requested = Signal()
    export_wanted = Signal(bool)
    import_wanted = Signal()
    babies_answered = Signal(bool)
    passphrase_requested = Signal()
    erasing_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self.head.addWidget(Words(self.tr("Your notes, kept safe"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._told = Lines("warm")
        self.body.addWidget(self._told)
        self._build_question()
        columns = Columns()
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._build_copies(columns.left)
        self._build_passphrase(columns.left)
        self._build_travel(columns.right)
        self._build_erasing(columns.right)
        for column in (columns.left, columns.right):
            column.addStretch(1)
        self._folder = Words(role=Role.SMALL)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.foot.addWidget(self._folder, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_passphrase(there=False, locked=False)

    def _build_question(self) -> None:
        self._question = Panel("warm")
        self._unknown = Words()
        self._question.column.addWidget(self._unknown)
        answers = Flow()
        self.take_in = Button(self.tr("Take them in"), Kind.OFFER)
        self.take_in.clicked.connect(self._on_take_in)
        self.leave_out = Button(self.tr("Leave them out"))
        self.leave_out.clicked.connect(self._on_leave_out)
        for answer in (self.take_in, self.leave_out):
            answers.add(answer)
        self._question.column.addWidget(answers)
        self._question.hide()
        self.body.addWidget(self._question)

    def _build_copies(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Copies"), Role.HEADING))
        self._copies = Words()
        column.addWidget(self._copies)
        self.copy = Button(
            self.tr("Take a copy now"),
            detail=self.tr("To a place of your choice"),
        )
        self.copy.clicked.connect(self.copy_wanted)
        self.put_back = Button(
            self.tr("Put a copy back"), detail=self.tr("As they were on another day")
        )
        self.put_back.clicked.connect(self.copies_requested)
        _beside(column, self.copy, self.put_back)

    def _build_passphrase(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("A passphrase"), Role.HEADING))
        self._secret = Words()
        column.addWidget(self._secret)
        self.passphrase = Button()
        self.passphrase.clicked.connect(self.passphrase_requested)
        _beside(column, self.passphrase)

    def _build_travel(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Between laptops"), Role.HEADING))
        both = self.tr(
            "Two laptops can take in each other’s files as often as you like. The register of a "
            "class stays out of them; only copies hold it."
        )
        column.addWidget(Words(both))
        self.everything = Button(
            self.tr("Write everything to a file"), detail=self.tr("For another Massage Guide")
        )
        self.everything.clicked.connect(self._on_everything)
        self.bring_in = Button(self.tr("Take in a file"), detail=self.tr("From another laptop"))
        self.bring_in.clicked.connect(self.import_wanted)
        self.tables = Button(
            self.tr("Write tables"), detail=self.tr("Three files for a spreadsheet")
        )
        self.tables.clicked.connect(self._on_tables)
        _beside(column, self.everything, self.bring_in, self.tables)

    def _build_erasing(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Erasing"), Role.HEADING))
        kept = self.tr("Nothing is ever erased unless you ask for it here.")
        column.addWidget(Words(kept))
        self.erase = Button(
            self.tr("Erase"), detail=self.tr("Everything about a baby, or everything")
        )
        self.erase.clicked.connect(self.erasing_requested)
        _beside(column, self.erase)

    def show_folder(self, folder: str) -> None:
        """Say where the notes live."""
        place = folder.replace("/", "/\u200b").replace("\\", "\\\u200b")
        words = self.tr("They live in {0}, on this computer alone. Nothing is sent anywhere.")
        self._folder.setText(words.format(place))

    def show_copies(self, sentence: str) -> None:
        """Say when the last copy was made."""
        self._copies.setText(sentence)

    def show_passphrase(self, *, there: bool, locked: bool) -> None:
        """Say whether there is one, and whether it is still awaited."""
        if locked:
            words = self.tr("Your notes wait for their passphrase.")
            press, detail = self.tr("Open them"), self.tr("With your passphrase")
        elif there:
            words = self.tr("Your notes and their copies here only open with your passphrase.")
            press, detail = self.tr("Change it"), self.tr("Or take it away")
        else:
            words = self.tr("There is none. Whoever shares your login can read your notes.")
            press, detail = self.tr("Set a passphrase"), self.tr("Your notes are then encrypted")
        self._secret.setText(words)
        self.passphrase.say(press)
        self.passphrase.set_detail(detail)
        for part in (self.copy, self.put_back, self.everything, self.bring_in, self.tables):
            part.setEnabled(not locked)

    def show_told(self, *sentences: str) -> None:
        """Say what was done, or why not; nothing takes it away."""
        self._told.show_lines(sentences)
        self.scroller.verticalScrollBar().setValue(0)

    def ask_about(self, names: str) -> None:
        """Ask whether these babies, whom the journal does not know, are taken in."""
        self.settle()
        one = self.tr("The file tells of {0}, whom this journal does not know.")
        self._unknown.setText(one.format(names))
        self.take_in.say(self.tr("Take {0} in").format(names))
        self.leave_out.say(self.tr("Leave {0} out").format(names))
        self._question.show()
        self.take_in.setFocus()

    @property
    def told(self) -> str:
        """What it said last."""
        return self._told.text()

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    @Slot()
    def _on_everything(self) -> None:
        self.export_wanted.emit(False)

    @Slot()
    def _on_tables(self) -> None:
        self.export_wanted.emit(True)

    @Slot()
    def _on_take_in(self) -> None:
        self._question.hide()
        self.babies_answered.emit(True)

    @Slot()
    def _on_leave_out(self) -> None:
        self._question.hide()
        self.babies_answered.emit(False)


def _beside(column: QVBoxLayout, *buttons: Button) -> None:
    row = Flow(gap=10, columns=2)
    for button in buttons:
        row.add(button)
    column.addWidget(row)
