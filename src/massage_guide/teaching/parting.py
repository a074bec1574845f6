"""The parting: End that is pressed twice, and what is kept of a class that is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massage_guide.domain.class_place import ClassPlace, first_item, is_taught
from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.settings import Settings
from massage_guide.widgets.once import Once

ASKED = 4.0
"""Seconds within which a second press ends the class."""
_KEPT = 1.5
"""Seconds for which an item is shown before its place is kept; keys never wait for a disk."""


class Parting(QObject):
    """Knows how far a class came; what is done about it is for others.

    Signals:
    asked(bool): End waits for its second press, or waits no more.
    confirmed(): it was pressed twice, or there was nothing to lose.
    moved(): the place is another one, and worth keeping.
    """

    asked = Signal(bool)
    confirmed = Signal()
    moved = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self._once = clock, Once(clock)
        self._lesson: Lesson | None = None
        self._begun = False
        self._asked_at: float | None = None
        self._reached, self._shown = 1, set[int]()
        self._over = QTimer(self, singleShot=True, interval=round(ASKED * 1000))
        self._over.timeout.connect(self.forget)
        self._soon = QTimer(self, singleShot=True, interval=round(_KEPT * 1000))
        self._soon.timeout.connect(self.moved)

    def open(self, lesson: Lesson, kept: str) -> int:
        """A class opens; the item with which it does. What was shown before counts."""
        self._lesson, self._begun = lesson, False
        self._reached = first_item(lesson, kept)
        self._shown = set(range(1, self._reached))
        self.forget()
        return self._reached

    def close(self) -> None:
        """It is over."""
        self._soon.stop()
        self.forget()

    @Slot()
    def began(self) -> None:
        """From now on there is something to lose."""
        self._begun = True
        self._shown.add(self._reached)
        self._soon.start()

    @Slot(object)
    def reach(self, item: Item) -> None:
        """The class is at this now."""
        self._reached = item.number
        if self._begun:
            self._shown.add(item.number)
            self._soon.start()

    @Slot()
    def press(self) -> None:
        """End: asked for once more within a few seconds, it ends the class."""
        now = self._clock()
        if not self._begun:
            self.confirmed.emit()
        elif not self._once.allows():
            return
        elif self._asked_at is not None and now - self._asked_at <= ASKED:
            self.confirmed.emit()
        else:
            self._asked_at = now
            self._over.start()
            self.asked.emit(True)

    @Slot()
    def forget(self) -> None:
        """Nobody wants to end it any more."""
        self._over.stop()
        waited, self._asked_at = self._asked_at is not None, None
        if waited:
            self.asked.emit(False)

    def kept(self, settings: Settings) -> Settings:
        """Settings that remember the place, for a class that may be cut off."""
        lesson = self._lesson
        if lesson is None or not self._begun or not lesson.week:
            return settings
        place = ClassPlace(lesson.course, lesson.week, self._reached)
        return replace(
            settings, class_course=lesson.course, class_week=lesson.week, class_place=place.text()
        )

    def ended(self, settings: Settings, weeks: int) -> Settings:
        """Settings for the next class: the week after, or this one where it was left."""
        lesson = self._lesson
        kept = self.kept(settings)
        if lesson is None or kept is settings:
            return settings
        if not is_taught(lesson, self._reached, self._shown):
            return kept
        return replace(kept, class_week=min(lesson.week + 1, max(weeks, 1)), class_place="")
