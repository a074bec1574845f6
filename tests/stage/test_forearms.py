"""Forearms and repeats: every hand is somebody's, and one moment is one painting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import Choreography, elbow_of
from massage_guide.domain.figure import FigureName
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Picture
from massage_guide.stage.framing import hand_size
from massage_guide.stage.hands import OVER, Hands
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from tests.domain.films import ways
from tests.shipped import DRAWINGS, LIBRARY, NEWBORN, OLDER, STROKES


def is_on_the_edge(image: QImage) -> bool:
    """Whether something is painted at the lower edge, or at one of the sides."""
    right, low = image.width() - 1, image.height() - 1
    below = (image.pixelColor(x, low).alpha() for x in range(0, right, 2))
    beside = (image.pixelColor(x, y).alpha() for x in (0, right) for y in range(0, low, 2))
    return max(max(below), max(beside)) > 200


@pytest.mark.parametrize("size", [(320, 180), (200, 150)], ids=["wide", "narrow"])
def test_every_hand_hangs_on_an_arm_that_leaves_the_picture(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    scene, hands = Scene(DRAWINGS, LIGHT), Hands()
    for stroke in STROKES:
        for doing in ways(stroke):
            figures = NEWBORN if doing.figure.drawn else OLDER
            for share in (0.02, 0.3, 0.7):
                picture = Choreography(figures).doing(doing, share * doing.repeats)
                frame = scene.frame(picture.figure, QRect(0, 0, *size))
                for hand in picture.hands:
                    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
                    image.fill(0)
                    with QPainter(image) as painter:
                        painter.translate(frame.left, frame.top)
                        painter.scale(frame.scale, frame.scale)
                        elbow = elbow_of(doing.figure, hand.side, hand.at)
                        grown = hand_size(picture.figure)
                        hands.paint(painter, hand, frame.scale, elbow, grown, OVER)
                    assert is_on_the_edge(image), f"{stroke.id}, {hand.side} hand"


def pictures() -> list[Picture]:
    """One of each figure: limbs that moved, hands that cup, twist and rest."""
    names = (
        *("knees-to-tummy", "hug-and-glide-leg", "resting-hands", "thumb-over-thumb"),
        *("palm-stroke", "relax-the-jaw", "combing", "chest-to-chest-rest"),
    )
    found = []
    for name in names:
        doing = ways(LIBRARY.strokes[name])[0]
        ready = prepare(doing.stroke, doing.figure, doing.side, doing.repeats)
        found.append(Choreography(OLDER).doing(ready, 0.4))
    assert {picture.figure for picture in found} == set(FigureName)
    return found


def painted(scene: Scene, picture: Picture) -> QImage:
    image = QImage(192, 144, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(painter, picture, image.rect())
    return image


def test_one_moment_is_one_painting_whatever_was_shown_before(qapp: QGuiApplication) -> None:
    used, shown = Scene(DRAWINGS, LIGHT), pictures()
    for picture in reversed(shown):
        painted(used, picture)
    for picture in shown:
        again = painted(used, picture)
        assert again == painted(Scene(DRAWINGS, LIGHT), picture), picture.figure
        assert again == painted(used, picture), picture.figure
