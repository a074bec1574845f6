"""A loudness row: how loud one thing is, in large steps, and a press to hear it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_guide.widgets.buttons import Button
from massage_guide.widgets.stepper import Stepper
from massage_guide.widgets.words import Words

_STEP = 10
"""Parts of a hundred from one step to the next."""


class LoudnessRow(QWidget):
    """One volume, from none to as loud as it goes.

    Signals: changed, hear_requested.
    """

    changed = Signal()
    hear_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.volume = 0
        """Parts of a hundred."""
        self.stepper = Stepper(0, 100 // _STEP, name=name)
        self.stepper.changed.connect(self._on_changed)
        self.stepper.keep_room_for((self._said(0), self._said(1000)))
        self.hear = Button(self.tr("Hear it"))
        self.hear.setAccessibleName(f"{name}: {self.hear.text()}")
        self.hear.clicked.connect(self.hear_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(name), 1)
        row.addWidget(self.stepper)
        row.addWidget(self.hear)

    def show_volume(self, volume: int) -> None:
        """Show how loud it is."""
        self.volume = volume
        self.stepper.show_value(volume // _STEP, self._said(volume))

    def _said(self, volume: int) -> str:
        return self.tr("{0} %").format(volume) if volume else self.tr("none")

    @Slot(int)
    def _on_changed(self, step: int) -> None:
        self.show_volume(step * _STEP)
        self.changed.emit()
