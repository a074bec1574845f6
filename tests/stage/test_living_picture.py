"""A blink and a crossing as they are painted: seen, and no more painted anew than need be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRegion

from massage_guide.domain.figure import FigureName, Point
from massage_guide.domain.picture import Picture
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from tests.shipped import DRAWINGS

WINDOW = QRect(0, 0, 300, 420)
CROSSED = {"wrist.R": Point(54, 56), "wrist.L": Point(46, 56)}
AWAKE = (FigureName.FRONT, FigureName.BACK, FigureName.FACE)


@pytest.fixture
def scene(qapp: QGuiApplication) -> Scene:
    return Scene(DRAWINGS, LIGHT)


def painted(scene: Scene, picture: Picture, onto: QImage | None = None) -> QImage:
    """The picture, over what was there before if only some of it is painted."""
    image = QImage(WINDOW.size(), QImage.Format.Format_RGB32) if onto is None else onto.copy()
    with QPainter(image) as painter:
        scene.paint(painter, picture, WINDOW)
    return image


def painted_after(scene: Scene, before: Picture, now: Picture) -> tuple[QImage, QRegion]:
    """What stands on the screen when only what changed is painted, and how much that is."""
    region, image = scene.dirty(before, now, WINDOW), painted(scene, before)
    with QPainter(image) as painter:
        painter.setClipRegion(region)
        scene.paint(painter, now, WINDOW)
    return image, region


@pytest.mark.parametrize("figure", AWAKE)
def test_a_blink_is_seen_and_paints_the_face_alone(scene: Scene, figure: FigureName) -> None:
    awake = Picture(figure, None, ())
    asleep = replace(awake, blink=True)
    for before, now in ((awake, asleep), (asleep, awake)):
        image, region = painted_after(scene, before, now)
        assert image == painted(scene, now) != painted(scene, before)
        area = region.boundingRect()
        assert area.width() * area.height() < 0.3 * WINDOW.width() * WINDOW.height()


def test_the_other_arm_on_top_is_seen(scene: Scene) -> None:
    left = Picture(FigureName.FRONT, None, (), pose=CROSSED)
    right = replace(left, on_top=("arm.R",))
    assert painted_after(scene, left, right)[0] == painted(scene, right) != painted(scene, left)
