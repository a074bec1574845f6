"""The record of a class: what was taught and for how long, written down as each item is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.register import Register
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.waiting import Waiting

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal


class ClassRecord(QObject):
    """Writes only where there is a class in the register for it; nothing of any baby.

    Signals:
    failed(str): one sentence; what can wait is written later.
    """

    failed = Signal(str)

    def __init__(
        self,
        register: Callable[[], Register | None],
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """`register` tells which class is taught."""
        super().__init__(parent)
        self._register, self._clock = register, clock
        self._waiting = Waiting()
        self._journal: Journal | None = None
        self._meeting: UUID | None = None
        self._began = self._since = 0.0
        self._item: Item | None = None

    @Slot(object, str)
    def read_from(self, journal: Journal | None, _unavailable: str = "") -> None:
        """The journal has been opened, or cannot be."""
        self._journal = journal

    @Slot(object)
    def opened(self, _lesson: Lesson) -> None:
        """Another class; it has not begun."""
        self._meeting = self._item = None

    @Slot(object)
    def began(self, lesson: Lesson) -> None:
        """The class begins."""
        register = self._register()
        if register is None or lesson.week == 0 or lesson.course != register.course:
            return
        self._began, meeting = self._clock(), uuid4()
        self._meeting = meeting
        self._write(lambda it: it.open_meeting(register.id, lesson.week, lesson.minutes, meeting))

    @Slot(object)
    def taught(self, item: Item) -> None:
        """The class is shown this now, and no longer what came before."""
        self._leave()
        self._item, self._since = item, self._clock()

    @Slot()
    def ended(self) -> None:
        """The class is over."""
        self._leave()
        self._meeting = None

    def _leave(self) -> None:
        item, meeting, now = self._item, self._meeting, self._clock()
        self._item = None
        if item is None or meeting is None:
            return
        stroke = item.step.stroke.id if item.step.stroke else None
        seconds, lasted = now - self._since, now - self._began
        self._write(lambda journal: journal.record_taught(meeting, stroke, seconds, lasted))

    def _write(self, action: Callable[[Journal], object]) -> None:
        if self._journal is None:
            return
        try:
            self._waiting.write(self._journal, action)
        except JournalWriteFailed as error:
            self.failed.emit(error.sentence)
