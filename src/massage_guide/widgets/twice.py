"""Twice: something that is meant only when it is said a second time within a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

WITHIN = 4.0
"""Seconds within which a second E means enough [rule 11]."""


class Twice(QObject):
    """Waits for the second time, by an injected monotonic clock.

    Signals: pending(bool), whether one more time is enough; meant, it was said twice.
    """

    pending = Signal(bool)
    meant = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began: float | None = None
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.forget)

    @Slot()
    def say(self) -> None:
        """Say it once, or once more."""
        began, now = self._began, self._clock()
        if began is not None and now - began <= WITHIN:
            self.forget()
            self.meant.emit()
            return
        self._began = now
        self._over.start(round(WITHIN * 1000))
        self.pending.emit(True)

    @Slot()
    def forget(self) -> None:
        """Take it as not said."""
        self._began = None
        self._over.stop()
        self.pending.emit(False)
