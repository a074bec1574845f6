"""Strokes whose repeats differ: rows, changed hands, slower passes, a squeeze on the way."""

from __future__ import annotations

import itertools
import math

import pytest

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import Side
from massage_guide.domain.motion import Doing, movement, prepare
from massage_guide.domain.picture import HandShape
from massage_guide.domain.touch import Touch
from tests.shipped import LIBRARY

HANDS = (Side.LEFT, Side.RIGHT)
LOOKS = 120
"""Instants looked at in each repeat."""


def made_ready(name: str, repeats: int = 0, *, left_handed: bool = False) -> Doing:
    stroke = LIBRARY.strokes[name]
    figure = LIBRARY.figures[stroke.figure]
    return prepare(stroke, figure, None, repeats or stroke.repeats, left_handed=left_handed)


def strokes_on(touch: Touch | None) -> bool:
    return touch is not None and touch.active and touch.lift < 0.05


@pytest.mark.parametrize("name", ["back-circles", "relax-the-jaw"])
@pytest.mark.parametrize("looping", [False, True])
def test_a_row_of_circles_begins_again_without_a_jump(name: str, looping: bool) -> None:
    doing = made_ready(name, 2)
    frames = [movement(doing, i / 450, looping=looping) for i in range(450 * (4 if looping else 2))]
    for before, now in itertools.pairwise(frames):
        assert before.left and now.left
        assert math.dist(before.left.at, now.left.at) < 2.0
        assert abs(before.left.lift - now.left.lift) < 0.1
        assert abs(before.left.press - now.left.press) < 0.3


def test_gum_line_presses_go_above_the_lip_and_then_below_it() -> None:
    doing = made_ready("gum-line-presses")
    lip = doing.figure.landmarks
    above, below = movement(doing, 0.45).right, movement(doing, 1.45).right
    assert above and below
    assert above.at.y < lip["lip.up"].y
    assert below.at.y > lip["lip.low"].y


@pytest.mark.parametrize("left_handed", [False, True])
def test_hands_change_their_jobs_half_way_through_the_air(left_handed: bool) -> None:
    doing = made_ready("swooping-to-the-bottom", 4, left_handed=left_handed)
    swooping = []
    for cycle in (0.4, 1.4, 2.4, 3.4):
        moved = movement(doing, cycle)
        (hand,) = (hand for hand in HANDS if strokes_on(moved.of(hand)))
        swooping.append(hand)
    assert swooping[0] is swooping[1] is swooping[2].other is swooping[3].other
    frames = [movement(doing, i / 180, looping=True) for i in range(180 * 8)]
    for before, now in itertools.pairwise(frames):
        for hand in HANDS:
            a, b = before.of(hand), now.of(hand)
            assert a and b
            assert math.dist(a.at, b.at) < 2.5
            assert abs(a.lift - b.lift) < 0.2
            assert abs(a.turn - b.turn) < 2.0


SHORT_OF_IT = math.hypot(7.5, 9)
"""From the roots of the fingers to the shoulder on which the fingers lie, units."""


def test_the_butterfly_stays_at_the_shoulder_for_a_squeeze() -> None:
    doing = made_ready("butterfly")
    near = []
    for i in range(LOOKS):
        touch = movement(doing, i / LOOKS).of(doing.first)
        assert touch
        at = min(math.dist(touch.at, doing.figure.landmarks[f"shoulder.{x}"]) for x in "LR")
        if at < SHORT_OF_IT + 0.1:
            near.append(touch)
    assert len(near) * doing.seconds_each / LOOKS == pytest.approx(doing.stroke.squeeze, abs=0.4)
    assert all(touch.lift == 0.0 for touch in near)
    assert max(touch.press for touch in near) > 0.95


def test_each_pass_of_combing_is_slower_and_lighter_in_the_same_time() -> None:
    doing = made_ready("combing")
    count = LOOKS * doing.repeats
    film = [movement(doing, i * doing.repeats / count).right for i in range(count)]
    passes = [
        [touch.press for touch in touches if touch]
        for on_skin, touches in itertools.groupby(film, key=strokes_on)
        if on_skin
    ]
    lengths = [len(presses) for presses in passes]
    assert len(lengths) == doing.repeats
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1.4 * lengths[0]
    firmest = [max(presses) for presses in passes]
    assert firmest == sorted(firmest, reverse=True)
    assert firmest[-1] < 0.5 < firmest[0]


def test_circles_along_the_jaw_come_from_its_hinge_to_the_chin() -> None:
    doing = made_ready("relax-the-jaw")
    marks = doing.figure.landmarks
    first, last = movement(doing, 0.0).right, movement(doing, doing.repeats).right
    assert first and last
    assert math.dist(first.at, marks["jaw.L"]) <= 5.0
    assert math.dist(last.at, marks["chin"]) < math.dist(last.at, marks["jaw.L"])


def test_under_the_toes_a_finger_presses_and_on_the_ball_the_thumb() -> None:
    doing = made_ready("under-the-toes-and-ball-of-foot")
    choreography = Choreography(LIBRARY.figures)
    seen = []
    for i in range(LOOKS):
        for hand in choreography.doing(doing, i / LOOKS).hands:
            if hand.active and hand.pressure > 0.5:
                assert hand.change in (0.0, 1.0) and hand.lift == 0.0
                seen.append(hand.form)
    assert list(dict.fromkeys(seen)) == [HandShape.POINTING, HandShape.THUMB_PAD]
