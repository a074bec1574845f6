"""The parent's hands: where they touch, which layer paints, and what they cover."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from massage_guide.domain.figure import Point, Side
from massage_guide.domain.picture import HandShape, HandState
from massage_guide.stage.hand_drawing import HandDrawing
from massage_guide.stage.hand_model import stand
from massage_guide.stage.hand_poses import POSES
from massage_guide.stage.hand_sheet import Skin
from massage_guide.stage.hands import OVER, UNDER, Hands

SCALE = 4.0
ELBOW = Point(70.0, 190.0)


def hand(
    shape: HandShape = HandShape.FLAT_PALM,
    *,
    was: HandShape | None = None,
    change: float = 1.0,
    lift: float = 0.0,
    vivid: float = 1.0,
    pressure: float = 1.0,
    presence: float = 1.0,
    side: Side = Side.RIGHT,
) -> HandState:
    """A hand over the navel."""
    return HandState(
        side=side,
        at=Point(50.0, 82.0),
        heading=-20.0,
        shape=shape,
        was=was or shape,
        change=change,
        lift=lift,
        pressure=pressure,
        active=True,
        vivid=vivid,
        presence=presence,
    )


def painted(hands: Hands, state: HandState, layer: str = OVER) -> QImage:
    """The hand alone on a clear picture."""
    image = QImage(400, 640, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    hands.paint(painter, state, SCALE, ELBOW, 1.0, layer)
    painter.end()
    return image


def ink(image: QImage) -> int:
    """How many pixels of every fourth row and column are painted."""
    return sum(
        image.pixelColor(x, y).alpha() > 8
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


@pytest.fixture
def hands(qapp: QGuiApplication) -> Hands:
    """Hands in the default look."""
    return Hands()


@pytest.mark.parametrize("shape", list(HandShape))
def test_every_shape_covers_its_contact_or_comes_within_reach(
    hands: Hands, shape: HandShape
) -> None:
    image = painted(hands, hand(shape))
    middle = (round(50 * SCALE), round(82 * SCALE))
    near = [
        image.pixelColor(middle[0] + dx, middle[1] + dy).alpha()
        for dx in range(-24, 25, 4)
        for dy in range(-24, 25, 4)
    ]
    assert max(near) > 200


def test_a_flat_palm_paints_nothing_behind_the_baby(hands: Hands) -> None:
    assert ink(painted(hands, hand(HandShape.FLAT_PALM), UNDER)) == 0


def test_a_cup_paints_its_fingers_behind_the_limb(hands: Hands) -> None:
    assert ink(painted(hands, hand(HandShape.C_CUP), UNDER)) > 50


def test_a_lifted_cup_paints_nothing_behind(hands: Hands) -> None:
    assert ink(painted(hands, hand(HandShape.C_CUP, lift=1.0), UNDER)) == 0


def test_a_hand_that_is_gone_paints_nothing(hands: Hands) -> None:
    assert ink(painted(hands, hand(presence=0.0))) == 0
    assert hands.bounds(hand(presence=0.0), ELBOW, 1.0).isEmpty()


def test_bounds_hold_all_that_is_painted(hands: Hands) -> None:
    for shape in HandShape:
        for lift in (0.0, 1.0):
            state = hand(shape, lift=lift)
            room = hands.bounds(state, ELBOW, 1.0)
            image = painted(hands, state)
            for y in range(0, image.height(), 6):
                for x in range(0, image.width(), 6):
                    if image.pixelColor(x, y).alpha() > 4:
                        assert room.contains(x / SCALE, y / SCALE), (shape, x, y)


def test_a_long_arm_to_the_head_is_straight_and_its_sleeve_widens(hands: Hands) -> None:
    crown, beside = Point(42.0, 4.0), Point(-68.0, 205.0)
    state = replace(hand(side=Side.LEFT), at=crown, heading=76.0)
    image = QImage(480, 700, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.scale(SCALE, SCALE)
        painter.translate(60.0, 0.0)
        hands.paint(painter, state, SCALE, beside, 1.0, OVER)
    wide, middles = [], []
    for y in (300, 400, 500, 600):
        seen = [x for x in range(image.width()) if image.pixelColor(x, y).alpha() > 200]
        wide.append(max(seen) - min(seen))
        middles.append((max(seen) + min(seen)) / 2)
    assert wide[-1] > wide[0]
    steps = [b - a for a, b in pairwise(middles)]
    assert max(steps) - min(steps) < 8, "no elbow"


def test_left_is_the_mirror_of_right(hands: Hands) -> None:
    right = painted(hands, hand())
    left = painted(hands, hand(side=Side.LEFT))
    assert ink(left) == pytest.approx(ink(right), rel=0.25)
    assert left != right


def test_the_waiting_hand_is_paler(hands: Hands) -> None:
    spot = (round(50 * SCALE), round(82 * SCALE))
    stroking = painted(hands, hand()).pixelColor(*spot)
    waiting = painted(hands, hand(vivid=0.0)).pixelColor(*spot)
    assert waiting.saturation() < stroking.saturation()


def test_a_hand_that_begins_to_wait_pales_by_and_by(hands: Hands) -> None:
    spot = (round(50 * SCALE), round(82 * SCALE))
    seen = [painted(hands, hand(vivid=1 - i / 5)).pixelColor(*spot).saturation() for i in range(6)]
    steps = [a - b for a, b in pairwise(seen)]
    assert seen[0] > seen[-1] + 5
    assert max(steps) < 0.5 * (seen[0] - seen[-1])


def test_fingers_come_round_a_limb_by_and_by(hands: Hands) -> None:
    lifts = [i / 30 for i in range(31)]
    before = [painted(hands, hand(HandShape.C_CUP, lift=lift, vivid=0.0)) for lift in lifts]
    fingers = [knuckles_and_beyond(image) for image in before]
    steps = [abs(a - b) for a, b in pairwise(fingers)]
    assert fingers[0] < 0.5 * fingers[-1]
    assert max(steps) < 0.3 * (fingers[-1] - fingers[0])


def knuckles_and_beyond(image: QImage) -> int:
    """How much hand is seen up there where a cup that holds shows no fingers."""
    return sum(
        image.pixelColor(x, y).alpha()
        for x in range(0, image.width(), 4)
        for y in range(round(66 * SCALE), round(79 * SCALE), 3)
    )


def test_a_firm_hand_a_resting_one_and_a_lifted_one_are_told_apart(hands: Hands) -> None:
    def shade_around(state: HandState) -> int:
        image = painted(hands, state)
        return sum(
            alpha
            for x in range(0, image.width(), 2)
            for y in range(0, round(100 * SCALE), 2)
            if 4 < (alpha := image.pixelColor(x, y).alpha()) < 200
        )

    resting, firm, lifted = (
        shade_around(hand(pressure=pressure, lift=lift))
        for pressure, lift in ((0, 0), (2, 0), (0, 1))
    )
    assert firm > 1.8 * resting
    assert lifted > 1.8 * resting


def test_a_hand_that_is_shown_has_a_paler_palm_and_its_thumb_outside(hands: Hands) -> None:
    def thumb_side(state: HandState) -> float:
        image = painted(hands, replace(state, heading=0.0))
        inked = [
            x
            for x in range(0, image.width(), 4)
            for y in range(round(60 * SCALE), round(88 * SCALE), 4)
            if image.pixelColor(x, y).alpha() > 200
        ]
        return (min(inked) + max(inked)) / 2 / SCALE - 50.0

    assert thumb_side(hand()) < -1.0 < 1.0 < thumb_side(hand(HandShape.OPEN_PALM))
    assert thumb_side(hand(HandShape.OPEN_PALM, side=Side.LEFT)) < -1.0
    back, palm = (
        painted(hands, hand(shape)).pixelColor(round(50 * SCALE), round(82 * SCALE))
        for shape in (HandShape.FLAT_PALM, HandShape.OPEN_PALM)
    )
    assert palm.saturation() < back.saturation()


@pytest.mark.parametrize("vivid", [1.0, 0.5, 0.0])
def test_skin_stands_out_from_the_baby(hands: Hands, vivid: float) -> None:
    spot = painted(hands, hand(vivid=vivid)).pixelColor(round(50 * SCALE), round(82 * SCALE))
    assert contrast(spot, QColor("#f1c3a0")) >= 1.5


def test_there_and_back_again_share_their_drawings(hands: Hands) -> None:
    going = hand(HandShape.CUPPED_PALM, was=HandShape.FLAT_PALM, change=0.25)
    coming = hand(HandShape.FLAT_PALM, was=HandShape.CUPPED_PALM, change=0.75)
    assert painted(hands, going) == painted(hands, coming)


def test_a_large_hand_that_keeps_its_angle_looks_the_same_moved_as_drawn(hands: Hands) -> None:
    state = hand(HandShape.FLAT_PALM)

    def large() -> QImage:
        image = QImage(600, 600, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(6.0, 6.0)
        hands.paint(painter, state, 6.0, ELBOW, 2.6, OVER)
        painter.end()
        return image

    drawn, moved = large(), large()
    assert ink(moved) == pytest.approx(ink(drawn), rel=0.02)
    middle = (50 * 6, 82 * 6)
    one, other = drawn.pixelColor(*middle), moved.pixelColor(*middle)
    assert abs(one.red() - other.red()) < 12


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast ratio of two colours."""

    def light(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_curled_fingers_of_a_pointing_hand_are_whole() -> None:
    bones = stand(POSES[HandShape.POINTING])
    brown = QColor("#a06a40")
    drawn = HandDrawing(bones, Skin(brown, brown, brown, brown, brown, brown), 6.0, False).whole()
    for finger in bones.fingers[1:3]:
        for quarter in (1, 1j, -1, -1j):
            at = finger.joints[1] + 0.7 * finger.radii[1] * quarter
            at = (at - complex(drawn.room.left(), drawn.room.top())) * 6.0
            assert drawn.image.pixelColor(round(at.real), round(at.imag)).alpha() == 255
