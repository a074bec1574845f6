"""A step's drawings are there before it begins, and no frame of it waits for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from massage_guide.domain.choreography import Choreography, step_to_come
from massage_guide.domain.picture import Picture
from massage_guide.stage.keepsakes import Drawn, Keepsakes
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.rehearsing import getting_ready
from massage_guide.stage.scene import Scene
from tests.doubles import a_massage
from tests.shipped import DRAWINGS, LIBRARY, OLDER
from tools.bench.massage import alone

RECT = QRect(0, 0, 320, 240)


def test_the_next_step_is_made_ready_shortly_before_this_one_ends() -> None:
    timeline = a_massage("gliding", "rest:6", "gliding")
    row = timeline.row_of(1)
    assert step_to_come(timeline.at(timeline.lead_of(1).start)) is timeline.steps[0]
    assert step_to_come(timeline.at(row.end - 10.0)) is timeline.steps[0]
    assert step_to_come(timeline.at(row.end - 3.0)) is timeline.steps[1]
    assert step_to_come(timeline.at(timeline.length)) is timeline.steps[2]


def test_a_stroke_that_was_made_ready_is_painted_without_drawing_anything(
    monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    drawn: list[object] = []
    keep = Keepsakes.keep

    def noting(self: Keepsakes, key: tuple[object, ...], one: Drawn) -> None:
        drawn.append(key)
        keep(self, key, one)

    monkeypatch.setattr(Keepsakes, "keep", noting)
    timeline = alone(LIBRARY, "knee-circles")
    moment = timeline.at(timeline.row_of(1).start)
    coming = list(Choreography(OLDER).coming(moment))
    fresh = painted(Scene(DRAWINGS, LIGHT), coming[7])

    scene = Scene(DRAWINGS, LIGHT)
    for _ in getting_ready(scene, None, iter(coming), RECT, 1.0):
        pass
    assert drawn
    drawn.clear()
    assert painted(scene, coming[7]) == fresh
    assert not drawn


def painted(scene: Scene, picture: Picture) -> QImage:
    """A picture as the scene paints it."""
    image = QImage(RECT.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(painter, picture, RECT)
    return image
