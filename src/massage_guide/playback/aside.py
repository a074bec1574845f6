"""Aside: what takes a while is done beside the window, and its outcome brought back to it."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
Job = Callable[[], None]
Later = Callable[[Job], None]
"""Has a job done in the window's thread."""


class Aside:
    """One thread that does one job after the other; it ends with the program."""

    def __init__(self, later: Later) -> None:
        self._later = later
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._over = False
        Thread(target=self._work, name="sounds", daemon=True).start()

    def do(self, job: Callable[[], T], use: Callable[[T], None]) -> None:
        """Do a job here, and let `use` have its outcome in the window's thread."""

        def both() -> None:
            found = job()
            self._later(lambda: use(found))

        self._jobs.put(both)

    def close(self) -> None:
        """Begin no more jobs."""
        self._over = True
        self._jobs.put(None)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._over:
            job()


class AtOnce:
    """Does each job where it is asked for; for who has no window to keep awake."""

    def do(self, job: Callable[[], T], use: Callable[[T], None]) -> None:
        """Do it, and use its outcome."""
        use(job())

    def close(self) -> None:
        """Nothing is to be done."""
