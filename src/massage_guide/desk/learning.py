"""Learning: the course at home, which of its strokes were met, and one practised alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from massage_guide.desk.looks import Looks
from massage_guide.domain.cueing import spoken
from massage_guide.domain.figure import Side
from massage_guide.domain.learning import (
    COURSE,
    EVERY_STROKE,
    Practice,
    can_wait,
    for_later,
    practice_of,
    strokes_of,
)
from massage_guide.domain.played import played_steps
from massage_guide.domain.stroke import Stroke
from massage_guide.files.library import Library
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.windows.learning_screen import LearningScreen
from massage_guide.windows.offers import StrokeOffer
from massage_guide.windows.practice_page import PracticePage

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal

_PICTURE, _LARGE = QSize(480, 300), QSize(960, 582)
"""Pixels of a card's picture, and of the page's."""


class Learning(QObject):
    """Joins the pages of learning with the library, the settings and the journal.

    Signals:
    screen_wanted(str): home, learning or practice.
    practice_wanted(Practice): begin it now.
    """

    screen_wanted = Signal(str)
    practice_wanted = Signal(object)

    def __init__(
        self,
        screen: LearningScreen,
        page: PracticePage,
        looks: Looks,
        weeks: Callable[[], int | None],
        parent: QObject | None = None,
    ) -> None:
        """`weeks` tells the corrected age of the baby, where anybody told it."""
        super().__init__(parent)
        self._screen, self._page, self._looks, self._weeks = screen, page, looks, weeks
        self._library: Library | None = None
        self._journal: Journal | None = None
        self._stroke: Stroke | None = None
        self._came_from = "learning"
        self._to_draw: list[Stroke] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)
        self._large = QTimer(self)
        self._large.setSingleShot(True)
        self._large.timeout.connect(self._draw_large)

    def use(self, library: Library) -> None:
        """What there is to learn."""
        self._library = library

    def read_from(self, journal: Journal | None) -> None:
        """Where it is written which strokes were met."""
        self._journal = journal

    @Slot()
    def open(self) -> None:
        """To the course, at the week that was open last."""
        self._show()
        self.screen_wanted.emit("learning")

    @Slot(int)
    def choose_week(self, week: int) -> None:
        """Open this week; it stays open."""
        self._looks.change(replace(self._looks.settings, learning_week=week))
        self._show()

    @Slot(str)
    def open_stroke(self, stroke: str) -> None:
        """Look at one stroke, from the course."""
        self._open(stroke, "learning")

    @Slot(str)
    def find_stroke(self, stroke: str) -> None:
        """Look at one stroke, found on Home."""
        self._open(stroke, "home")

    @Slot(float, bool)
    def begin(self, pace: float, with_baby: bool) -> None:
        """Practise it."""
        if self._stroke is not None:
            self._large.stop()
            self.practice_wanted.emit(Practice(practice_of(self._stroke), pace, with_baby))

    @Slot()
    def leave(self) -> None:
        """Back to where the stroke was found."""
        self.screen_wanted.emit(self._came_from)

    @Slot()
    def back_to_stroke(self) -> None:
        """The practice is over; there may be another."""
        self.screen_wanted.emit("practice")

    @Slot(str)
    def make_way(self, screen: str) -> None:
        """Draw the cards only while they are seen; at home their pictures are let go."""
        if screen == "learning" and self._to_draw:
            self._timer.start(0)
        elif screen != "learning":
            self._timer.stop()
        if screen == "home":
            self._to_draw = []
            self._screen.show_strokes("", ())

    def stop(self) -> None:
        """Draw no more."""
        self._timer.stop()
        self._large.stop()

    @property
    def is_drawing(self) -> bool:
        """Whether some cards still have no picture."""
        return bool(self._to_draw)

    def _show(self) -> None:
        if self._library is None:
            return
        course, strokes = self._library.course(COURSE), self._library.strokes
        number = self._looks.settings.learning_week
        week = course.week(number) if course else None
        chosen = week.number if week else EVERY_STROKE
        shown = list(strokes_of(course, chosen, strokes))
        met, age = self._met(), self._weeks()
        title = week.title if week else self.tr("All strokes")
        self._screen.show_weeks([one.number for one in course.weeks] if course else (), chosen)
        self._screen.show_strokes(title, [_offer(one, met, age) for one in shown])
        found = (self._library.routine(name) for name in (week.routines if week else ()))
        self._screen.show_routines([(one.id, one.title) for one in found if one])
        self._to_draw = shown
        self._timer.start(0)

    def _open(self, name: str, came_from: str) -> None:
        stroke = self._library.strokes.get(name) if self._library else None
        if stroke is None:
            return
        self._stroke, self._came_from = stroke, came_from
        self._page.show_stroke(stroke, for_later(stroke, self._weeks()))
        self.screen_wanted.emit("practice")
        self._large.start(0)

    def _met(self) -> frozenset[str]:
        try:
            return self._journal.strokes_met() if self._journal else frozenset()
        except JournalReadFailed:
            # the course does not depend on a disk
            return frozenset()

    @Slot()
    def _draw_next(self) -> None:
        if self._to_draw:
            stroke = self._to_draw.pop(0)
            self._screen.set_picture(stroke.id, self._still(stroke, _PICTURE))
            self._timer.start(0)

    @Slot()
    def _draw_large(self) -> None:
        if self._stroke is not None:
            self._page.set_picture(self._still(self._stroke, _LARGE))

    def _still(self, stroke: Stroke, size: QSize) -> QImage:
        """The stroke's telling picture, on the first of its sides."""
        routine = practice_of(stroke)
        return self._looks.key_frame(routine, played_steps(routine, {})[0], size)


def _offer(stroke: Stroke, met: frozenset[str], weeks: int | None) -> StrokeOffer:
    later = can_wait(stroke, weeks)
    line = spoken(stroke.say.line, Side.LEFT if stroke.takes_sides else None)
    return StrokeOffer(stroke.id, stroke.name, line, stroke.from_weeks, later, stroke.id in met)
