"""Every shipped stroke, as hands would do it: how fast, which way, and without a jump."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from massage_guide.domain.figure import FigureName, Point, mirrored_landmark
from massage_guide.domain.motion import Doing, movement
from massage_guide.domain.path import walk
from massage_guide.domain.stroke import DirectionRule, Idle, Motion, Role, Stroke
from tests.domain.films import HANDS, LOOKS, film, named, stretches, stroked, ways
from tests.shipped import LIBRARY, STROKES

FASTEST = 8.0
"""Centimetres a second on the skin, and of a limb that is carried [domain.md 1.1]."""
NEAR = 0.05
"""How far from its stated tempo a stroke may be, as a share of it."""
STILL = (Motion.HOLD, Motion.BOUNCE, Motion.JOINT_MOVE, Motion.RUB_SHOW_WAIT)
LINES = (Motion.GLIDE, Motion.ALTERNATE_GLIDE, Motion.PAIRED_GLIDE)


def every_way(strokes: Iterable[Stroke] = STROKES, *, both_hands: bool = False) -> Iterator[Doing]:
    """Every film; `both_hands` adds those of a left-handed parent."""
    for stroke in strokes:
        yield from ways(stroke)
        if both_hands:
            yield from ways(stroke, left_handed=True)


def with_rule(rule: DirectionRule) -> list[Stroke]:
    return [stroke for stroke in STROKES if stroke.direction_rule is rule]


def walked(line: Iterable[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))


def turning(line: list[Point], centre: Point) -> float:
    """How far a line goes round a centre, degrees; positive is clockwise as parents see it."""
    total = 0.0
    for a, b in pairwise(line):
        one = math.atan2(a.y - centre.y, a.x - centre.x)
        two = math.atan2(b.y - centre.y, b.x - centre.x)
        total += (two - one + math.pi) % (2 * math.pi) - math.pi
    return math.degrees(total)


def middle(line: list[Point]) -> Point:
    return Point(sum(p.x for p in line) / len(line), sum(p.y for p in line) / len(line))


def test_hands_never_jump() -> None:
    for doing in every_way():
        furthest = max(1.7 * doing.figure.height * doing.seconds_each / LOOKS, 1.0)
        for before, now in pairwise(film(doing)):
            for hand in HANDS:
                a, b = before.of(hand), now.of(hand)
                assert not a or not b or math.dist(a.at, b.at) <= furthest, named(doing)


def test_no_hand_is_faster_than_eight_centimetres_a_second() -> None:
    for doing in every_way():
        unit, instant = doing.figure.unit_cm, doing.seconds_each / LOOKS
        for line in stroked(doing):
            seconds = (len(line) - 1) * instant
            if seconds > 0.3:
                assert walked(line) * unit / seconds <= FASTEST, named(doing)


def test_a_glide_goes_its_whole_way_in_the_seconds_that_it_says() -> None:
    for doing in every_way(s for s in STROKES if s.motion in LINES and not s.slows):
        if doing.stroke.joints and doing.figure.name is FigureName.HELD:
            continue  # the drawn hand glides there
        for hand in HANDS:
            written = doing.hand(hand)
            if written is None or written.role is Role.HOLDS or doing.stroke.changes_hands:
                continue
            turns = doing.repeats
            if doing.stroke.motion is Motion.ALTERNATE_GLIDE:
                turns = (turns + (hand is doing.first)) // 2
            stated = walk(written.path, doing.figure.landmarks).length * turns
            went = sum(walked(line) for line in stretches(doing, hand))
            assert went == pytest.approx(stated, rel=NEAR), f"{named(doing)}, {hand} hand"


def test_circles_go_round_once_in_the_seconds_that_they_say() -> None:
    for doing in every_way(s for s in STROKES if s.motion is Motion.CIRCLE):
        for hand in HANDS:
            written = doing.hand(hand)
            if written is None or len(written.path) > 1:
                continue  # circles along a row have a test of their own
            for i in range(doing.repeats):
                seen = film(doing)[i * LOOKS : (i + 1) * LOOKS + 1]
                line = [touch.at for moved in seen if (touch := moved.of(hand)) and touch.active]
                if line:
                    assert abs(turning(line, middle(line))) == pytest.approx(360, abs=25), (
                        f"{named(doing)}, round {i + 1}"
                    )


@pytest.mark.parametrize("code", ["L10", "A9"])
def test_rolling_palms_go_to_and_fro_once_a_second(code: str) -> None:
    (stroke,) = [one for one in STROKES if one.code == code]
    for doing in ways(stroke):
        for hand in HANDS:
            for line in stretches(doing, hand):
                steps = [b.y - a.y for a, b in pairwise(line)]
                steps = [step for step in steps if abs(step) > 1e-6]
                turns = sum((a > 0) is not (b > 0) for a, b in pairwise(steps))
                seconds = (len(line) - 1) * doing.seconds_each / LOOKS
                assert turns / 2 == pytest.approx(seconds, abs=1.0), named(doing)


def test_contact_is_never_lost_while_hands_take_turns() -> None:
    strokes = [s for s in STROKES if s.motion is Motion.ALTERNATE_GLIDE]
    for doing in every_way(strokes, both_hands=True):
        for moved in film(doing):
            on = [touch for hand in HANDS if (touch := moved.of(hand)) and touch.lift < 0.05]
            assert on, named(doing)


def test_clockwise_strokes_go_clockwise_as_the_parent_sees_them() -> None:
    for doing in every_way(with_rule(DirectionRule.CLOCKWISE), both_hands=True):
        lines = [line for line in stroked(doing) if len(line) > 3]
        assert lines
        for line in lines:
            assert turning(line, doing.figure.landmarks["navel"]) > 10.0, named(doing)


def test_downward_strokes_never_go_back_up_on_the_skin() -> None:
    for doing in every_way(with_rule(DirectionRule.DOWN), both_hands=True):
        # away from the head is up the picture of a sole and of a palm
        away = -1.0 if doing.figure.name in (FigureName.FOOT, FigureName.HAND) else 1.0
        slack = 0.01 + 2.0 * doing.stroke.amplitude
        for line in stroked(doing):
            assert all(away * (b.y - a.y) >= -slack for a, b in pairwise(line)), named(doing)
            assert away * (line[-1].y - line[0].y) >= -0.01, named(doing)


def test_outward_strokes_end_further_from_the_middle_than_they_begin() -> None:
    for doing in every_way(with_rule(DirectionRule.OUTWARD), both_hands=True):
        lines = [line for line in stroked(doing) if len(line) > 3]
        assert lines
        for line in lines:
            if doing.stroke.motion in (Motion.CIRCLE, Motion.CIRCLE_WALK):
                # at the top of its circle the hand moves outward, away from the midline
                first_turn = line[: LOOKS + 1] if doing.stroke.motion is Motion.CIRCLE else line[:6]
                top = min(range(len(first_turn) - 1), key=lambda i: first_turn[i].y)
                a, b = first_turn[top], first_turn[top + 1]
            else:
                a, b = line[0], line[-1]
            centre = doing.figure.width / 2
            side = 1.0 if middle(line).x >= centre else -1.0
            assert side * (b.x - a.x) > 0, named(doing)


def test_walking_fingers_walk_to_the_babys_left() -> None:
    for doing in every_way(with_rule(DirectionRule.ACROSS), both_hands=True):
        for i in range(doing.repeats):
            seen = film(doing)[i * LOOKS : (i + 1) * LOOKS]
            line = [
                touch.at.x
                for moved in seen
                for hand in HANDS
                if (touch := moved.of(hand)) and touch.active and touch.lift < 0.05
            ]
            assert line == sorted(line) and line[-1] > line[0] + 10, named(doing)


NO_RULE_FITS = {
    "ankle-to-hip-glide": "towards the heart, which none of the rules names",
    "top-of-foot": "towards the ankle, which none of the rules names",
    "top-of-hand": "towards the wrist, which none of the rules names",
    "ankle-circles": "one way, then the other",
    "under-the-toes-and-ball-of-foot": "presses where it is",
    "open-book-chest": "outward over the top of a heart, and in again at its foot",
    "butterfly": "up a diagonal and back along it",
    "gum-line-presses": "across above the lip, and back below it",
    "wrist-to-shoulder-glide": "towards the heart, which none of the rules names",
    "back-and-forth": "from side to side, and down the back and up again",
}


def test_only_holds_and_joint_moves_go_without_a_direction() -> None:
    free = {s.id for s in with_rule(DirectionRule.NONE) if s.motion not in STILL}
    assert free == set(NO_RULE_FITS)


def test_strokes_towards_the_heart_go_that_way_all_along() -> None:
    for name, away in {
        "ankle-to-hip-glide": -1.0,
        "wrist-to-shoulder-glide": -1.0,
        "top-of-foot": 1.0,
        "top-of-hand": 1.0,
    }.items():
        for doing in ways(LIBRARY.strokes[name]):
            for line in stroked(doing):
                assert all(away * (b.y - a.y) >= -0.01 for a, b in pairwise(line)), named(doing)


def test_knees_that_circle_go_clockwise_as_the_parent_sees_them() -> None:
    for doing in every_way([LIBRARY.strokes["knee-circles"]], both_hands=True):
        for knee in ("knee.L", "knee.R"):
            line = [moved.pose[knee] for moved in film(doing)]
            assert turning(line, middle(line)) == pytest.approx(360.0 * doing.repeats, abs=1.0)


def test_the_right_limb_is_the_mirror_of_the_left() -> None:
    for stroke in STROKES:
        if not stroke.takes_sides:
            continue
        sided = ways(stroke)
        for left, right in zip(sided[::2], sided[1::2], strict=True):
            figure = left.figure
            for one, two in zip(film(left)[::7], film(right)[::7], strict=True):
                for hand in HANDS:
                    a, b = one.of(hand), two.of(hand.other)
                    assert (a is None) == (b is None)
                    if a and b:
                        assert math.dist(figure.mirror(a.at), b.at) < 1e-6, named(left)
                        assert (a.lift, a.active, a.turn) == (b.lift, b.active, b.turn)
                for name, point in one.pose.items():
                    there = two.pose[mirrored_landmark(name)]
                    assert math.dist(there, figure.mirror(point)) < 1e-6, named(left)


def test_left_handed_leaves_every_stroked_path_alone() -> None:
    for stroke in STROKES:
        usual, other = ways(stroke)[0], ways(stroke, left_handed=True)[0]
        theirs = [line[:3] for line in stroked(other)]
        assert all(line[:3] in theirs for line in stroked(usual)), stroke.id


def test_the_waiting_hand_holds_on() -> None:
    for doing in every_way(s for s in STROKES if s.idle is Idle.END):
        waiting = movement(doing, 0.1).of(doing.first.other)
        assert waiting is not None and waiting.lift == 0.0, named(doing)


def test_a_held_stroke_loops_without_a_seam() -> None:
    for doing in every_way():
        last = doing.repeats - 1
        for cycle in (last + 0.999, last + 1.0, last + 1.001):
            assert movement(doing, cycle, looping=True)
