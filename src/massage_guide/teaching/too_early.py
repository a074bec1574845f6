"""Too early: which strokes are so for somebody in the room, for the presenter's eyes alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from massage_guide.domain.class_plan import Lesson
from massage_guide.domain.class_screens import Arrangement
from massage_guide.domain.register import Register, listed, too_young
from massage_guide.domain.stroke import Stroke
from massage_guide.teaching.classroom import Classroom


class TooEarly(QObject):
    """Names a baby only while the class has a screen of its own; else nobody is named."""

    def __init__(
        self,
        classroom: Classroom,
        register: Callable[[], Register | None],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`register` tells which class is taught."""
        super().__init__(parent)
        self._classroom, self._register, self._wall_clock = classroom, register, wall_clock
        self._strokes: Mapping[str, Stroke] = {}
        self._names: Mapping[str, tuple[str, ...]] = {}
        self._listens = False
        classroom.opened.connect(self._on_opened)
        classroom.closed.connect(self._on_closed)

    def use(self, strokes: Mapping[str, Stroke]) -> None:
        """Every stroke that may be shown."""
        self._strokes = strokes

    @Slot(object)
    def _on_opened(self, lesson: Lesson) -> None:
        register, seating = self._register(), self._classroom.seating
        if seating is not None and not self._listens:
            self._listens = True
            seating.seated.connect(self._show)
        self._names = {}
        if register is not None:
            families = register.families
            if lesson.course == register.course:
                families = register.in_the_room(lesson.week)
            today = self._wall_clock().date()
            self._names = too_young(self._strokes.values(), families, today)
        self._show()

    @Slot()
    def _on_closed(self) -> None:
        self._names = {}
        self._show()

    @Slot()
    def _show(self) -> None:
        room = self._classroom
        if room.presenter is None or room.seating is None:
            return
        alone = room.seating.seats.arrangement is Arrangement.TWO
        lines = {
            stroke: self._line(names, self._strokes[stroke].from_weeks, alone=alone)
            for stroke, names in self._names.items()
        }
        room.presenter.side.notes.show_early(lines)

    def _line(self, names: tuple[str, ...], weeks: int, *, alone: bool) -> str:
        whom = listed(names) if alone else self.tr("someone here")
        return self.tr("Too early for {0}: from {1} weeks").format(whom, weeks)
