"""Settling: what has only just come into sight takes no press that was meant for what it covers."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.once import TOO_SOON

Clock = Callable[[], float]
"""Seconds that only grow."""


class Settling(QWidget):
    """A page or a card that lets a double press on the one before it run out."""

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._came = float("-inf")

    def settle(self) -> None:
        """Begin anew: what can be pressed has just changed."""
        self._came = self._clock()

    def is_settled(self) -> bool:
        """Whether a press now is meant for what is in sight."""
        return self._clock() - self._came >= TOO_SOON

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to settle."""
        self.settle()
        super().showEvent(event)


def has_settled(part: QWidget) -> bool:
    """Whether the page or card that this part is on has settled."""
    at = part.parentWidget()
    while at is not None:
        if isinstance(at, Settling):
            return at.is_settled()
        at = at.parentWidget()
    return True
