"""Safekeeping: the journal's pages read and today's copy taken, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Safekeeping(QObject):
    """Looks after the journal once, in a thread of its own.

    Signals:
    told(str): one sentence for the parent; nothing is told when all is well.
    """

    told = Signal(str)

    def __init__(
        self, data_dir: Path, wall_clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data_dir, self._wall_clock = data_dir, wall_clock
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Begin; the window stays awake meanwhile."""
        self._thread = Thread(target=self._look_after, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Let it end before the program does."""
        if self._thread is not None:
            self._thread.join()

    def _look_after(self) -> None:
        # the database is loaded by the time the journal is open
        from massage_guide.storage.keeping import look_after

        sentence = look_after(self._data_dir, self._wall_clock)
        if sentence:
            self.told.emit(sentence)
