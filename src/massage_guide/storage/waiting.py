"""The waiting: what could not be written yet, kept in memory with the time at which it happened."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from massage_guide.storage.errors import JournalWriteFailed

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal

Write = Callable[["Journal"], object]


class Waiting:
    """Writes in order: nothing overtakes what is still waiting for room on the disk."""

    def __init__(self) -> None:
        """Nothing waits yet."""
        self._later: deque[tuple[datetime, Write]] = deque()

    def __len__(self) -> int:
        """How many writes are waiting."""
        return len(self._later)

    def write(self, journal: Journal, action: Write, *, only_now: bool = False) -> None:
        """Write what waited, then this; raises JournalWriteFailed, and keeps it for later.

        What is soon out of date (`only_now`) is not kept.
        """
        self._later.append((journal.now(), action))
        try:
            self.catch_up(journal)
        except JournalWriteFailed:
            if only_now and self._later and self._later[-1][1] is action:
                self._later.pop()
            raise

    def catch_up(self, journal: Journal) -> None:
        """Write what waited, each with the time at which it happened."""
        refused: JournalWriteFailed | None = None
        while self._later:
            moment, action = self._later[0]
            try:
                with journal.as_of(moment):
                    action(journal)
            except JournalWriteFailed as error:
                if error.may_pass:
                    raise
                # it never will be written, and must not hold up the rest
                refused = error
            self._later.popleft()
        if refused is not None:
            raise refused
