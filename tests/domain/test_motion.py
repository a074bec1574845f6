"""Every shipped stroke, as hands would do it: where they touch, how fast, and which way."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import pytest

from massage_guide.domain.figure import Figure, FigureName, Point, Side, Zone, mirrored_landmark
from massage_guide.domain.motion import Doing, Movement, movement, prepare
from massage_guide.domain.stroke import DirectionRule, Idle, Motion, Region, Stroke
from massage_guide.domain.touch import Touch
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir

LIBRARY = Library.load(assets_dir())
STROKES = list(LIBRARY.strokes.values())
TUMMY = Zone(36, 70, 64, 93)
FASTEST = 8.0
"""Centimetres a second [domain.md 1.1]."""
LOOKS = 120
"""Instants looked at in each repeat."""

HANDS = (Side.LEFT, Side.RIGHT)


def named(stroke: Stroke) -> str:
    return stroke.id


def figure_of(stroke: Stroke) -> Figure:
    return LIBRARY.figures[FigureName(stroke.figure)]


def each_way(stroke: Stroke, *, left_handed: bool = False) -> Iterator[Doing]:
    sides = list(Side) if stroke.takes_sides else [None]
    for side in sides:
        yield prepare(stroke, figure_of(stroke), side, stroke.repeats, left_handed=left_handed)


def film(doing: Doing) -> list[Movement]:
    count = LOOKS * doing.repeats
    return [movement(doing, i * doing.repeats / count) for i in range(count + 1)]


def strokes_on(touch: Touch | None) -> bool:
    return touch is not None and touch.active and touch.lift < 0.05


def stroked(doing: Doing) -> Iterator[list[Point]]:
    """Each unbroken stretch on the skin of a stroking hand."""
    for hand in HANDS:
        line: list[Point] = []
        for moved in film(doing):
            touch = moved.of(hand)
            if touch is not None and strokes_on(touch):
                line.append(touch.at)
            elif line:
                yield line
                line = []
        if line:
            yield line


def turning(line: list[Point], centre: Point) -> float:
    """How far a line goes round a centre, degrees; positive is clockwise as parents see it."""
    total = 0.0
    for a, b in itertools.pairwise(line):
        one = math.atan2(a.y - centre.y, a.x - centre.x)
        two = math.atan2(b.y - centre.y, b.x - centre.x)
        step = (two - one + math.pi) % (2 * math.pi) - math.pi
        total += step
    return math.degrees(total)


@pytest.mark.parametrize("stroke", STROKES, ids=named)
def test_hands_never_jump(stroke: Stroke) -> None:
    for doing in each_way(stroke):
        pictures = film(doing)
        furthest = 1.7 * doing.figure.height * doing.seconds_each / LOOKS
        for before, now in itertools.pairwise(pictures):
            for hand in HANDS:
                a, b = before.of(hand), now.of(hand)
                if a and b:
                    assert math.dist(a.at, b.at) <= max(furthest, 1.0), (stroke.id, hand)


@pytest.mark.parametrize("stroke", STROKES, ids=named)
def test_a_stroking_hand_is_never_faster_than_eight_centimetres_a_second(stroke: Stroke) -> None:
    if stroke.motion in (Motion.BOUNCE, Motion.JOINT_MOVE, Motion.HOLD, Motion.RUB_SHOW_WAIT):
        pytest.skip("the limb moves with the hand, or nothing moves")
    unit = figure_of(stroke).unit_cm
    for doing in each_way(stroke):
        for line in stroked(doing):
            walked = sum(math.dist(a, b) for a, b in itertools.pairwise(line)) * unit
            seconds = (len(line) - 1) * doing.seconds_each / LOOKS
            if seconds > 0.3:
                assert walked / seconds <= FASTEST


@pytest.mark.parametrize(
    "stroke", [s for s in STROKES if s.motion is Motion.ALTERNATE_GLIDE], ids=named
)
def test_contact_is_never_lost_while_hands_take_turns(stroke: Stroke) -> None:
    for doing in each_way(stroke):
        for moved in film(doing):
            touches = [touch for hand in HANDS if (touch := moved.of(hand))]
            assert any(touch.lift < 0.05 for touch in touches)


@pytest.mark.parametrize(
    "stroke",
    [s for s in STROKES if s.region is Region.TUMMY and s.code not in ("T1", "T9", "T10", "T11")],
    ids=named,
)
@pytest.mark.parametrize("left_handed", [False, True])
def test_tummy_strokes_stay_between_ribs_and_nappy(stroke: Stroke, left_handed: bool) -> None:
    for doing in each_way(stroke, left_handed=left_handed):
        for line in stroked(doing):
            assert all(TUMMY.holds(point) for point in line)


@pytest.mark.parametrize(
    "stroke",
    [s for s in STROKES if s.direction_rule is DirectionRule.CLOCKWISE],
    ids=named,
)
@pytest.mark.parametrize("left_handed", [False, True])
def test_clockwise_strokes_go_clockwise_as_the_parent_sees_them(
    stroke: Stroke, left_handed: bool
) -> None:
    figure = figure_of(stroke)
    for doing in each_way(stroke, left_handed=left_handed):
        lines = [line for line in stroked(doing) if len(line) > 5]
        assert lines
        for line in lines:
            assert turning(line, figure.landmarks["navel"]) > 10.0


@pytest.mark.parametrize(
    "stroke",
    [s for s in STROKES if s.direction_rule is DirectionRule.DOWN and s.figure is FigureName.FRONT],
    ids=named,
)
def test_downward_strokes_never_go_back_up_on_the_skin(stroke: Stroke) -> None:
    for doing in each_way(stroke):
        for line in stroked(doing):
            amplitude = 2.0 * stroke.amplitude
            for a, b in itertools.pairwise(line):
                assert b.y >= a.y - 0.01 - amplitude
            assert line[-1].y >= line[0].y


NO_RULE_FITS = {
    "ankle-to-hip-glide": "towards the heart, which none of the rules names",
    "top-of-foot": "towards the ankle, which none of the rules names",
    "top-of-hand": "towards the wrist, which none of the rules names",
    "ankle-circles": "one way, then the other",
    "under-the-toes-and-ball-of-foot": "presses where it is",
    "open-book-chest": "outward over the top of a heart, and in again at its foot",
    "butterfly": "up a diagonal and back along it",
    "wrist-to-shoulder-glide": "towards the heart, which none of the rules names",
    "back-and-forth": "from side to side, and down the back and up again",
}


@pytest.mark.parametrize(
    "stroke", [s for s in STROKES if s.direction_rule is DirectionRule.NONE], ids=named
)
def test_only_holds_and_joint_moves_go_without_a_direction(stroke: Stroke) -> None:
    still = (Motion.HOLD, Motion.BOUNCE, Motion.JOINT_MOVE, Motion.RUB_SHOW_WAIT)
    assert stroke.motion in still or stroke.id in NO_RULE_FITS


def test_knees_that_circle_go_clockwise_as_the_parent_sees_them() -> None:
    stroke = LIBRARY.strokes["knee-circles"]
    for left_handed in (False, True):
        for doing in each_way(stroke, left_handed=left_handed):
            for knee in ("knee.L", "knee.R"):
                line = [moved.pose[knee] for moved in film(doing)]
                middle = Point(
                    sum(point.x for point in line) / len(line),
                    sum(point.y for point in line) / len(line),
                )
                assert turning(line, middle) == pytest.approx(360.0 * doing.repeats, abs=1.0)


@pytest.mark.parametrize("stroke", [s for s in STROKES if s.takes_sides], ids=named)
def test_the_right_limb_is_the_mirror_of_the_left(stroke: Stroke) -> None:
    left, right = each_way(stroke)
    figure = figure_of(stroke)
    for i in range(0, 3 * LOOKS, 7):
        cycle = i / LOOKS
        one, two = movement(left, cycle), movement(right, cycle)
        for hand in HANDS:
            a, b = one.of(hand), two.of(hand.other)
            assert (a is None) == (b is None)
            if a and b:
                assert figure.mirror(a.at) == pytest.approx(b.at)
                assert (a.lift, a.active) == (b.lift, b.active)
        for name, point in one.pose.items():
            assert two.pose[mirrored_landmark(name)] == pytest.approx(figure.mirror(point))


@pytest.mark.parametrize("stroke", STROKES, ids=named)
def test_left_handed_leaves_every_stroked_path_alone(stroke: Stroke) -> None:
    usual, other = next(each_way(stroke)), next(each_way(stroke, left_handed=True))
    theirs = [line for line in stroked(other)]
    for line in stroked(usual):
        assert any(line[:3] == their[:3] for their in theirs)


@pytest.mark.parametrize("stroke", [s for s in STROKES if s.idle is Idle.END], ids=named)
def test_the_waiting_hand_holds_on(stroke: Stroke) -> None:
    for doing in each_way(stroke):
        first = movement(doing, 0.1)
        waiting = first.of(doing.first.other)
        assert waiting is not None
        assert waiting.lift == 0.0


def test_a_held_stroke_loops_without_a_seam() -> None:
    for stroke in STROKES:
        for doing in each_way(stroke):
            last = doing.repeats - 1
            for cycle in (last + 0.999, last + 1.0, last + 1.001):
                assert movement(doing, cycle, looping=True)
