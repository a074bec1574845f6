"""Loading: what is read and imported after the window has been seen."""

from __future__ import annotations

import importlib
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_JOURNAL = "massage_guide.storage.opening"
"""The module that brings the database with it; it takes three times as long as a window."""
_SOUND = ("massage_guide.playback.engine", "massage_guide.playback.output")
"""What brings arrays with it."""


class Loading(QObject):
    """Waits for the first paint, then fetches the heavy modules beside the window.

    Signals:
    painted(): the window has been seen.
    journal_ready(): the database can be opened without a wait.
    sound_ready(): so can the sound.
    """

    painted = Signal()
    journal_ready = Signal()
    sound_ready = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._thread: Thread | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint."""
        if event.type() == QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False

    def fetch(self) -> None:
        """Import the database, then the sound, in a thread; the window stays awake meanwhile."""
        self._thread = Thread(
            target=_fetch, args=(self.journal_ready.emit, self.sound_ready.emit), daemon=True
        )
        self._thread.start()

    def wait(self) -> None:
        """Let the thread end before the program does."""
        if self._thread is not None:
            self._thread.join()


def _fetch(journal_ready: Callable[[], None], sound_ready: Callable[[], None]) -> None:
    importlib.import_module(_JOURNAL)
    journal_ready()
    for name in _SOUND:
        importlib.import_module(name)
    sound_ready()
