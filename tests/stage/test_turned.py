"""A room that faces the instructor sees the picture turned half round, and never mirrored."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QTransform

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.class_plan import lesson_of_routine
from massage_guide.stage.palette import PROJECTOR
from massage_guide.stage.scene import Scene
from massage_guide.stage.view import StageView
from tests.shipped import DRAWINGS, LIBRARY, OLDER


def test_it_is_the_same_picture_turned_and_not_mirrored(qapp: object) -> None:
    routine = LIBRARY.routine("legs-and-feet")
    assert routine is not None
    timeline = lesson_of_routine(routine, LIBRARY.strokes).timeline()
    view = StageView()
    view.resize(QSize(300, 240))
    view.dress_up(Scene(DRAWINGS, PROJECTOR), Choreography(OLDER))
    start = timeline.row_of(3).start
    view.show_moment(timeline.at(start + 1.0))
    before = view.grab().toImage()
    view.set_turned(True)
    view.show_moment(timeline.at(start + 1.0))
    turned = view.grab().toImage()
    assert turned == before.transformed(QTransform().rotate(180))
    assert turned != before.transformed(QTransform().scale(-1, 1))
    assert turned != before.transformed(QTransform().scale(1, -1))
    # what moves is turned too, wherever only a part is painted again
    view.show_moment(timeline.at(start + 1.5))
    moved = view.grab().toImage()
    view.set_turned(False)
    assert moved == view.grab().toImage().transformed(QTransform().rotate(180))
