"""Erasing: what goes, said plainly, and a second press that means it."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.session import Baby
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Page
from massage_guide.widgets.panel import Lines, Panel
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class ErasingPage(Page):
    """Choose, read what goes, and press once more; Back leaves all as it is.

    Signals: chosen(Baby, or None for everything), meant(Baby or None), back_requested,
    help_requested.
    """

    chosen = Signal(object)
    meant = Signal(object)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._of: Baby | None = None
        self.head.addWidget(Words(self.tr("Erasing"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        calm = self.tr(
            "What you erase is gone for good, from your notes and from their copies. "
            "Nothing happens at the first press: you are told what goes, and asked once more."
        )
        self.body.addWidget(Words(calm))
        self._choices = Flow(gap=10)
        self.body.addWidget(self._choices)
        self._panel = Panel("warm")
        self._asked = Words(role=Role.HEADING)
        self._panel.column.addWidget(self._asked)
        self._goes = Lines("card")
        self._panel.column.addWidget(self._goes)
        answers = Flow(gap=10)
        self.keep = Button(self.tr("Keep everything"), Kind.OFFER)
        self.keep.clicked.connect(self._on_keep)
        self.erase = Button(self.tr("Erase for good"))
        self.erase.clicked.connect(self._on_erase)
        for answer in (self.keep, self.erase):
            answers.add(answer)
        self._panel.column.addWidget(answers)
        self.body.addWidget(self._panel)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_babies(())

    def show_babies(self, babies: Sequence[Baby]) -> None:
        """Offer each baby, and everything."""
        self._panel.hide()
        self._choices.clear()
        for baby in (*babies, None):
            choice = _Choice(baby)
            choice.clicked.connect(self._on_choice)
            self._choices.add(choice)

    def show_what_goes(self, baby: Baby | None, lines: Sequence[str]) -> None:
        """Say what goes, and wait for the second press."""
        self.settle()
        self._of = baby
        everything = self.tr("Erase everything?")
        about = self.tr("Erase everything about {0}?")
        self._asked.setText(everything if baby is None else about.format(baby.name))
        self._goes.show_lines(lines)
        self._panel.show()
        self.keep.setFocus()
        self.scroller.ensureWidgetVisible(self.erase)

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    @Slot()
    def _on_choice(self) -> None:
        choice = self.sender()
        if isinstance(choice, _Choice):
            self.chosen.emit(choice.baby)

    @Slot()
    def _on_keep(self) -> None:
        self._panel.hide()
        self.setFocus()

    @Slot()
    def _on_erase(self) -> None:
        self._panel.hide()
        self.meant.emit(self._of)


class _Choice(Button):
    """Everything about one baby, or everything."""

    def __init__(self, baby: Baby | None, parent: QWidget | None = None) -> None:
        everything = QCoreApplication.translate("Erasing", "Everything")
        about = QCoreApplication.translate("Erasing", "Everything about {0}")
        super().__init__(everything if baby is None else about.format(baby.name), parent=parent)
        self.baby = baby
