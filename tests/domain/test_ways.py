"""Ways ahead that change while a stroke goes on."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from massage_guide.domain.figure import Side
from massage_guide.domain.motion import Doing, movement, prepare
from massage_guide.domain.ways import LEAST_ROUND, Line, ahead, all_circles, clearness
from tests.shipped import LIBRARY


def doing(stroke: str, side: Side | None, repeats: int) -> Doing:
    found = LIBRARY.strokes[stroke]
    made = prepare(found, LIBRARY.figures[found.figure], side, repeats)
    assert made is not None
    return made


def swept(line: Line) -> float:
    """Twice the area a line goes round: above 0 clockwise as the parent sees it."""
    pairs = zip(line, (*line[1:], line[0]), strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs)


def test_the_moon_has_an_arc_of_its_own_while_it_works() -> None:
    sun_and_moon = doing("sun-and-moon", None, 6)
    assert len(ahead(sun_and_moon, 0.5)) == 1
    assert len(ahead(sun_and_moon, 1.0)) == 2
    assert len(ahead(sun_and_moon, 1.5)) == 1
    assert len(ahead(sun_and_moon, 5.9)) == 1
    assert len(ahead(sun_and_moon, 5.9, looping=True)) == 2
    assert clearness(sun_and_moon, 0.75, looping=False) == 0.0


def test_the_arrow_round_an_ankle_turns_with_the_circles() -> None:
    ankle = doing("ankle-circles", Side.LEFT, 4)
    (first,), (other,) = ahead(ankle, 0.5), ahead(ankle, 2.5)
    assert swept(first) * swept(other) < 0
    assert clearness(ankle, 2.0, looping=False) == 0.0
    xs = [point.x for point in first]
    assert math.isclose((max(xs) - min(xs)) / 2, LEAST_ROUND, rel_tol=0.05)


def test_over_the_back_two_arrows_pass_each_other_and_one_leads_down_and_then_up() -> None:
    back_and_forth = doing("back-and-forth", None, 3)
    for cycle, downward in ((0.2, True), (0.7, False)):
        way, upper, lower = ahead(back_and_forth, cycle)
        assert (way[-1].y > way[0].y) is downward
        assert upper[-1].x > upper[0].x and lower[-1].x < lower[0].x
        ys = upper[0].y, lower[0].y
        assert ys[0] < ys[1] and all((y < way[0].y) is downward for y in ys)


@pytest.mark.parametrize("stroke", ["hug-and-glide-leg", "hug-and-glide-arm"])
def test_hands_that_wring_go_opposite_ways_round_as_their_arrows_say(stroke: str) -> None:
    for side in Side:
        wringing = doing(stroke, side, 4)
        _, upper, lower = ahead(wringing, 0.0)
        assert (upper[-1].x - upper[0].x) * (lower[-1].x - lower[0].x) < 0
        now = movement(wringing, 0.06)
        for hand, arrow in ((side.other, upper), (side, lower)):
            touch, heading = now.of(hand), wringing.heading(hand)
            assert touch and heading and touch.turn > 5.0
            # a hand goes round with its fingers first
            assert (arrow[-1].x - arrow[0].x) * heading > 0


@pytest.mark.parametrize("stroke", ["leg-rolling", "arm-rolling"])
def test_rolling_has_one_arrow_along_the_limb_and_one_over_it_to_both_sides(stroke: str) -> None:
    way, one, other = ahead(doing(stroke, Side.LEFT, 2), 0.0)
    assert way[-1].y > way[0].y
    assert one[0] == other[0] and one[-1].x < one[0].x < other[-1].x


def test_there_and_back_is_one_way_with_two_heads_for_each_hand() -> None:
    lines = ahead(doing("butterfly", None, 6), 0.0)
    assert len(lines) == 4
    for there, back in (lines[:2], lines[2:]):
        assert there[0] == back[0]
        assert there[-1].y > there[0].y > back[-1].y


def test_dots_in_a_straight_row_end_in_an_arrow_the_way_the_fingers_walk() -> None:
    *dots, arrow = ahead(doing("walking-fingers", None, 3), 0.0)
    assert all(len(dot) == 1 for dot in dots)
    assert arrow[-1].x > arrow[0].x and arrow[0] == dots[-1][0]
    assert all(len(dot) == 1 for dot in ahead(doing("thumb-press", Side.LEFT, 1), 0.0))


@pytest.mark.parametrize("stroke", ["back-circles", "relax-the-jaw"])
def test_a_row_of_little_circles_is_seen_to_circle(stroke: str) -> None:
    row = doing(stroke, None, LIBRARY.strokes[stroke].repeats)
    lines = ahead(row, 0.0) if stroke == "back-circles" else all_circles(row)
    for line in lines:
        ways = [math.atan2(b.y - a.y, b.x - a.x) for a, b in pairwise(line) if a != b]
        assert abs(sum(math.remainder(b - a, math.tau) for a, b in pairwise(ways))) > 2 * math.tau
