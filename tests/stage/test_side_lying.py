"""The baby on the side: the back toward the stroking hand, the other hand at the tummy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Dress, Picture
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from tests.shipped import DRAWINGS, LIBRARY

STROKE = LIBRARY.strokes["side-lying-back-stroke"]
FIGURE = LIBRARY.figures[FigureName.BACK]
NOSE = (70.5, 25.0)
WINDOW = QRect(0, 0, 300, 420)


def baby(scene: Scene, side: Side, dress: Dress) -> QImage:
    """The baby alone, without hands."""
    image = QImage(WINDOW.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(
            painter, Picture(FigureName.BACK, side, (), scene=STROKE.scene, dress=dress), WINDOW
        )
    return image


@pytest.mark.parametrize("dress", Dress)
def test_the_back_lies_under_its_landmarks_on_either_side(
    qapp: QGuiApplication, dress: Dress
) -> None:
    scene = Scene(DRAWINGS, LIGHT)
    frame = scene.frame(FigureName.BACK, WINDOW)
    for side in Side:
        image = baby(scene, side, dress)

        def is_baby(x: float, y: float, image: QImage = image) -> bool:
            at = image.pixelColor(
                round(frame.left + x * frame.scale), round(frame.top + y * frame.scale)
            )
            mat = at.green() > max(at.red(), at.blue()) + 2
            return not mat

        for name in ("b.neck", "b.shoulders", "b.mid", "b.bottom"):
            at = FIGURE.landmarks[name]
            assert all(is_baby(at.x + by, at.y) for by in (-5, 5)), name
        for left in (True, False):
            seen = is_baby(*NOSE) if left else is_baby(100 - NOSE[0], NOSE[1])
            assert seen is (left is (side is Side.LEFT)), "on the left side the face looks right"


@pytest.mark.parametrize("side", Side)
def test_one_hand_holds_the_front_and_the_other_strokes_the_back(side: Side) -> None:
    doing = prepare(STROKE, FIGURE, side, STROKE.repeats)
    picture = Choreography(LIBRARY.figures).doing(doing, 0.4)
    holding = next(hand for hand in picture.hands if not hand.active)
    stroking = next(hand for hand in picture.hands if hand.active)
    front = 1 if side is Side.LEFT else -1
    assert picture.sided
    assert holding.beneath and (holding.at.x - 50) * front > 15
    assert abs(stroking.at.x - 50) < 3, "along the back"
    assert stroking.side is side, "each hand on its own side"
