"""The errands: work that takes a while, done one at a time beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massage_guide.storage.errors import JournalUnavailable, KeepingFailed

_LONG = 400
"""Milliseconds after which a person begins to wonder."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an errand brought."""

    result: Any = None
    """Nothing where it was not done."""
    error: KeepingFailed | JournalUnavailable | None = None
    """Why not; it has a sentence."""


@dataclass(frozen=True, slots=True)
class _Errand:
    work: Callable[[], object]
    then: Callable[[Outcome], None]
    quietly: bool


class Errands(QObject):
    """A queue and a thread, which is there only while there is something to do.

    Signals:
    busy_changed(bool): whether something is being done that somebody waits for.
    taking_long(bool): whether it takes so long that something is to be said.
    """

    busy_changed = Signal(bool)
    taking_long = Signal(bool)
    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[_Errand] = deque()
        self._thread: Thread | None = None
        self._over.connect(self._on_over)
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.timeout.connect(self._on_long)
        self._said = False

    @property
    def busy(self) -> bool:
        """Whether something is being done that somebody waits for."""
        return any(not errand.quietly for errand in self._queue)

    @property
    def idle(self) -> bool:
        """Whether nothing is being done."""
        return not self._queue

    def run(
        self,
        work: Callable[[], object],
        then: Callable[[Outcome], None],
        *,
        quietly: bool = False,
    ) -> None:
        """Do the work once all before it is done; then tell, in the window's own thread.

        What is done quietly keeps nobody from pressing anything.
        """
        was = self.busy
        self._queue.append(_Errand(work, then, quietly))
        if len(self._queue) == 1:
            self._begin()
        if self.busy and not was:
            self._long.start(_LONG)
            self.busy_changed.emit(True)

    def wait(self) -> None:
        """Let what is being done end before the program does; what waits is not begun."""
        self._long.stop()
        if self._thread is not None:
            self._thread.join()
        self._queue.clear()

    def _begin(self) -> None:
        self._thread = Thread(target=self._do, args=(self._queue[0],), daemon=True)
        self._thread.start()

    def _do(self, errand: _Errand) -> None:
        outcome = Outcome(error=KeepingFailed("That could not be done."))
        try:
            outcome = Outcome(errand.work())
        except (KeepingFailed, JournalUnavailable) as error:
            outcome = Outcome(error=error)
        finally:
            self._over.emit(outcome)

    @Slot(object)
    def _on_over(self, outcome: Outcome) -> None:
        if not self._queue:
            return
        was = self.busy
        errand = self._queue.popleft()
        if self._queue:
            self._begin()
        if was and not self.busy:
            self._long.stop()
            if self._said:
                self._said = False
                self.taking_long.emit(False)
            self.busy_changed.emit(False)
        errand.then(outcome)

    @Slot()
    def _on_long(self) -> None:
        self._said = True
        self.taking_long.emit(True)
