"""The hand's edge: seen on every baby, by every hand, in every light."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import elbow_of
from massage_guide.domain.figure import FigureName, Point, Side
from massage_guide.domain.picture import HandShape, HandState, Picture
from massage_guide.domain.settings import TONES
from massage_guide.stage.edges import hand_look
from massage_guide.stage.framing import Frame
from massage_guide.stage.hands import OVER, Hands
from massage_guide.stage.palette import LIGHT, PALETTES, Palette
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import HAND_TONES, tones
from tests.shipped import DRAWINGS
from tests.stage.light import apart, light_at, luminance

FRONT = DRAWINGS[FigureName.FRONT]
TORSO = replace(FRONT, parts=tuple(part for part in FRONT.parts if part.name == "torso"))
ROOM = QRect(0, 0, 400, 560)
"""As small as a picture gets in the smallest window."""
TUMMY = range(66, 90)
"""Heights at which the hand's edge lies on bare skin, units."""
NEAR = 3
"""Pixels on either side of the edge that make it up."""
SOLID = 240
"""Alpha from which a pixel is hand, and not shadow."""
WANTED = 1.5
RESTING = HandState(
    side=Side.RIGHT,
    at=Point(50.0, 80.0),
    heading=-30.0,
    shape=HandShape.FLAT_PALM,
    was=HandShape.FLAT_PALM,
    change=1.0,
    lift=0.0,
    pressure=0.0,
    active=True,
)


def laid(hands: Hands, image: QImage, frame: Frame, state: HandState) -> QImage:
    """The image with a hand on it."""
    with QPainter(image) as painter:
        painter.translate(frame.left, frame.top)
        painter.scale(frame.scale, frame.scale)
        hands.paint(painter, state, frame.scale, elbow_of(FRONT.figure, state.side), 1.0, OVER)
    return image


def edge_of_the_hand(frame: Frame) -> list[tuple[int, int]]:
    """Pixels between which hand and baby meet, read off a hand on nothing."""
    clear = QImage(ROOM.size(), QImage.Format.Format_ARGB32_Premultiplied)
    clear.fill(0)
    alone = laid(Hands(), clear, frame, RESTING)
    found = []
    for unit in TUMMY:
        y = round(frame.top + unit * frame.scale)
        solid = [alone.pixelColor(x, y).alpha() >= SOLID for x in range(ROOM.width())]
        for x in range(round(frame.left + 37 * frame.scale), round(frame.left + 63 * frame.scale)):
            if solid[x] != solid[x + 1]:
                found.append((x, y))
    return found


def contrasts(bare: QImage, with_hand: QImage, edge: list[tuple[int, int]]) -> list[float]:
    """How clearly each place of the edge stands out from the skin that was there, least first."""
    return sorted(
        max(
            apart(light_at(with_hand, beside, y), light_at(bare, beside, y))
            for beside in range(x - NEAR, x + NEAR + 2)
        )
        for x, y in edge
    )


@pytest.mark.parametrize("vivid", [1.0, 0.0], ids=["stroking", "waiting"])
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_hand_is_seen_on_every_baby(
    qapp: QGuiApplication, palette: Palette, vivid: float
) -> None:
    hands: dict[tuple[str, str], Hands] = {}
    frame = Scene({FigureName.FRONT: TORSO}, palette).frame(FigureName.FRONT, ROOM)
    edge = edge_of_the_hand(frame)
    assert len(edge) > 40
    for baby in TONES:
        scene = Scene({FigureName.FRONT: TORSO}, palette, tones(baby, 1))
        bare = QImage(ROOM.size(), QImage.Format.Format_RGB32)
        with QPainter(bare) as painter:
            scene.paint(painter, Picture(FigureName.FRONT, None, ()), ROOM)
        for hand in TONES:
            look = hand_look(tones(baby, hand), palette)
            own = hands.setdefault((str(look.tone), look.edge), Hands(look))
            seen = contrasts(
                bare, laid(own, bare.copy(), frame, replace(RESTING, vivid=vivid)), edge
            )
            usual, faintest = seen[len(seen) // 2], seen[len(seen) // 20]
            assert usual >= WANTED, f"hand {hand} on baby {baby}"
            # a fingertip where the skin is shaded may be fainter than the rest of the edge
            assert faintest >= 0.97 * WANTED, f"hand {hand} on baby {baby}"


def test_a_hand_keeps_its_own_line_where_that_is_enough() -> None:
    light, dark = hand_look(tones(5, 6), LIGHT), hand_look(tones(10, 10), LIGHT)
    assert light.edge == HAND_TONES[5].line
    assert luminance(dark.edge) > luminance(HAND_TONES[9].base)
