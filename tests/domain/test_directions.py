"""The direction rule and the safe zone, proved on every tummy stroke and on wrong ones."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from massage_guide.domain.directions import check_direction, lines_of
from massage_guide.domain.figure import Point
from massage_guide.domain.stroke import (
    DirectionRule,
    Hand,
    Letter,
    Motion,
    Region,
    Sides,
    Stroke,
)
from massage_guide.domain.zones import check_zones
from tests.domain.trade import FRONT, HOLD, TUMMY, hand, points
from tests.shipped import LIBRARY as SHIPPED

TUMMY_STROKES = [
    stroke
    for stroke in SHIPPED.strokes.values()
    if stroke.code in {"T2", "T3", "T4", "T5", "T6", "T7", "T8"}
]
NAVEL = Point(50, 82)


def said(stroke: Stroke) -> list[str]:
    return [found.reason for found in check_direction(stroke, FRONT)]


def strayed(stroke: Stroke) -> list[str]:
    return [found.reason for found in check_zones(stroke, FRONT)]


def on_tummy(rule: DirectionRule, *written: str | tuple[float, float]) -> Stroke:
    return replace(TUMMY, direction_rule=rule, left=hand(*written))


def circle(turn: int = 1, radius: float = 9, both_ways: bool = False) -> Stroke:
    return replace(
        TUMMY,
        motion=Motion.CIRCLE,
        direction_rule=DirectionRule.CLOCKWISE,
        both_ways=both_ways,
        left=replace(hand("navel"), radius=radius, turn=turn),
    )


def letters(*lines: tuple[str, ...]) -> Hand:
    return replace(hand(), letters=tuple(Letter(points(*line), 2) for line in lines))


@pytest.mark.parametrize("stroke", TUMMY_STROKES, ids=lambda stroke: stroke.id)
def test_every_shipped_tummy_stroke_goes_the_right_way_in_the_safe_zone(stroke: Stroke) -> None:
    figure = SHIPPED.figures[stroke.figure]

    assert stroke.direction_rule is not DirectionRule.NONE
    assert not list(check_direction(stroke, figure))
    assert not list(check_zones(stroke, figure))


def test_the_sun_and_moon_turn_with_the_clock() -> None:
    stroke = SHIPPED.strokes["sun-and-moon"]

    for _, line in lines_of(stroke, SHIPPED.figures[stroke.figure]):
        begin, after = line[0], line[1]
        angles = [math.atan2(p.y - NAVEL.y, p.x - NAVEL.x) for p in (begin, after)]
        # y grows downward, so growing angles turn clockwise on the screen
        assert (angles[1] - angles[0]) % math.tau < math.pi


def test_a_circle_against_the_clock_is_found() -> None:
    assert not said(circle())
    assert said(circle(turn=-1)) == ["the path runs anticlockwise as the parent sees it"]
    assert said(circle(both_ways=True)) == ["half the circles run anticlockwise"]


def test_i_love_you_written_the_usual_wrong_way_is_found() -> None:
    base = replace(TUMMY, motion=Motion.LETTER_PATH, direction_rule=DirectionRule.CLOCKWISE)
    right = replace(
        base,
        left=letters(
            ("rib.L", "lowL"), ("rib.R", "rib.L", "lowL"), ("lowR", "rib.R", "rib.L", "lowL")
        ),
    )
    wrong = replace(base, left=letters(("rib.R", "lowR"), ("lowL", "rib.L", "rib.R", "lowR")))

    assert not said(right)
    assert len(said(wrong)) == 2


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        (DirectionRule.DOWN, ("belly.top", "belly.low"), ("belly.low", "belly.top")),
        (DirectionRule.DOWN, ("belly.top", "navel"), ("belly.top", "belly.low", "navel")),
        (DirectionRule.OUTWARD, ((47, 82), "side.R"), ("side.R", (47, 82))),
        (DirectionRule.OUTWARD, ((53, 82), "side.L"), ("side.L", (53, 82))),
        (DirectionRule.ACROSS, ("side.R", "side.L"), ("side.L", "side.R")),
        (DirectionRule.CLOCKWISE, ("rib.R", "rib.L"), ("rib.L", "rib.R")),
    ],
)
def test_each_rule_knows_the_right_way_from_the_wrong_one(
    rule: DirectionRule,
    right: tuple[str | tuple[float, float], ...],
    wrong: tuple[str | tuple[float, float], ...],
) -> None:
    assert not said(on_tummy(rule, *right))
    assert said(on_tummy(rule, *wrong))


def test_coming_back_up_on_the_skin_is_found() -> None:
    assert said(replace(TUMMY, returns_on_skin=True))


def test_a_tummy_stroke_needs_a_rule_and_a_hold_does_not() -> None:
    assert said(replace(TUMMY, direction_rule=DirectionRule.NONE))
    assert not said(replace(HOLD, region=Region.TUMMY))


def test_a_clockwise_stroke_is_never_mirrored() -> None:
    assert "mirrored" in said(replace(circle(), sides=Sides.EACH))[0]


@pytest.mark.parametrize("bad", [(50, 69.9), (50, 93.1), (35.9, 80), (64.1, 80)])
def test_a_hand_that_leaves_the_safe_zone_is_found(bad: tuple[float, float]) -> None:
    assert not strayed(on_tummy(DirectionRule.DOWN, (50, 70), (50, 93)))
    assert strayed(on_tummy(DirectionRule.DOWN, "navel", bad))


def test_a_circle_is_judged_by_its_edge() -> None:
    assert not strayed(circle(radius=9))
    assert strayed(circle(radius=12))
