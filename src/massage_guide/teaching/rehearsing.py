"""Rehearsing: in a class without a class, the plan moves on what would wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from massage_guide.domain.class_plan import Lesson
from massage_guide.domain.rehearsal import Rehearsal
from massage_guide.domain.timeline import Moment
from massage_guide.playback.play_state import PlayState
from massage_guide.teaching.classroom import Classroom


class Rehearsing(QObject):
    """Opens a class for the instructor alone, and goes on with it by its plan."""

    def __init__(
        self, classroom: Classroom, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._classroom, self._clock = classroom, clock
        self._count = Rehearsal()
        player = classroom.demonstration.player
        player.moment_changed.connect(self._on_moment)
        player.state_changed.connect(self._on_state)

    @Slot(object)
    def open(self, lesson: Lesson) -> None:
        """Rehearse this class."""
        self._count = Rehearsal()
        self._classroom.open(lesson, rehearsed=True)

    @Slot(object)
    def _on_moment(self, moment: Moment) -> None:
        show = self._classroom.demonstration
        if not show.view.rehearsed or moment.step is None or show.view.resting:
            return
        number = moment.step.number
        over = self._count.is_over(number, show.lesson.stay(number), self._clock())
        if over and show.player.hold and moment.following is not None:
            show.player.next()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if state == PlayState.RESTING:
            self._count.rest()
