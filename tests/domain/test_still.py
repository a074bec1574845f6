"""A stroke told by one still picture, as it stands on a card, in print and on a calm screen."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import HandState, Picture
from massage_guide.domain.played import played_steps
from massage_guide.domain.still import LEAST_WAY
from massage_guide.domain.stroke import Motion
from massage_guide.domain.timeline import Timeline
from tests.shipped import LIBRARY

ROUTINE = LIBRARY.routine("first-touch")
CHOREOGRAPHY = Choreography(LIBRARY.figures)
ON_THE_SPOT = ("arms-in-hug", "ankle-circles", "wrist-circles", "bottom-relaxer")
"""Strokes that stay, or go round, within less than a ghost could show, or under the baby."""


def still(stroke: str, side: Side | None = None, *, left_handed: bool = False) -> Picture:
    """The still of that stroke."""
    written = LIBRARY.strokes[stroke]
    figure = LIBRARY.figures[written.figure]
    doing = prepare(written, figure, side, written.repeats, left_handed=left_handed)
    return CHOREOGRAPHY.still(doing)


def hand(hands: tuple[HandState, ...], side: Side) -> HandState:
    """The parent's left or right one."""
    return next(hand for hand in hands if hand.side is side)


def test_a_glide_begins_at_the_hip_and_its_ghost_has_come_to_the_ankle() -> None:
    told = still("hip-to-ankle-glide", Side.LEFT)
    landmarks = LIBRARY.figures[FigureName.FRONT].landmarks
    outside, ghost = hand(told.hands, Side.RIGHT), hand(told.ghosts, Side.RIGHT)
    assert math.dist(outside.at, landmarks["hip.L"]) < 12
    assert math.dist(ghost.at, landmarks["ankle.L"]) < 8
    arrow = next(line for line in told.ahead if line[0].x > landmarks["knee.L"].x - 5)
    assert math.dist(arrow[0], outside.at) < 3 and math.dist(arrow[-1], ghost.at) < 3
    assert not told.trail


def test_of_two_hands_that_take_turns_the_first_one_is_number_one() -> None:
    for side, outside in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        told = still("hip-to-ankle-glide", side)
        first, second = told.marks
        assert math.dist(first, hand(told.hands, outside).at) < 12
        assert math.dist(second, hand(told.hands, outside.other).at) < 12
    for at_once in ("open-book-chest", "resting-hands", "clock-circles"):
        assert not still(at_once).marks


def test_the_hand_that_strokes_has_its_full_colour_and_the_one_that_holds_is_paler() -> None:
    told = still("hip-to-ankle-glide", Side.LEFT), still("ankle-circles", Side.LEFT)
    assert all(hand(one.hands, Side.RIGHT).vivid == 1.0 for one in told)
    assert hand(told[1].hands, Side.LEFT).vivid == 0.0


def test_the_letters_are_counted_where_each_begins() -> None:
    told = still("i-love-you")
    landmarks = LIBRARY.figures[FigureName.FRONT].landmarks
    assert told.marks == tuple(landmarks[name] for name in ("rib.L", "rib.R", "lowR"))
    (ghost,) = told.ghosts
    assert math.dist(ghost.at, landmarks["lowL"]) < 2, "the first letter goes down"


def test_the_ghost_of_the_sun_has_gone_on_clockwise() -> None:
    told = still("sun-and-moon")
    centre = LIBRARY.figures[FigureName.FRONT].landmarks["navel"]
    sun, later = hand(told.hands, Side.LEFT).at, hand(told.ghosts, Side.LEFT).at
    turned = math.atan2(later.y - centre.y, later.x - centre.x) - math.atan2(
        sun.y - centre.y, sun.x - centre.x
    )
    assert 0 < turned % (2 * math.pi) < math.pi


def test_limbs_that_are_led_are_shown_solid_where_they_are_led_to() -> None:
    told = still("knees-to-tummy")
    assert told.pose["knee.L"].y < 122 - 15 and not told.ghosts and not told.ghost_pose
    assert told.ahead
    bounced = still("touch-relaxation-leg", Side.LEFT)
    assert len(bounced.ghosts) == 2 and bounced.ghost_pose != bounced.pose


def test_every_stroke_shows_where_it_goes_and_every_hold_only_stays() -> None:
    for stroke in LIBRARY.strokes.values():
        told = still(stroke.id, Side.LEFT if stroke.takes_sides else None)
        if stroke.motion in (Motion.HOLD, Motion.JOINT_MOVE):
            assert not told.ghosts, stroke.id
        elif stroke.figure is not FigureName.HELD and stroke.id not in ON_THE_SPOT:
            assert told.ghosts, stroke.id
        for ghost in told.ghosts:
            far = math.dist(ghost.at, hand(told.hands, ghost.side).at)
            assert far >= LEAST_WAY or told.ghost_pose, stroke.id


def test_the_still_of_a_right_limb_mirrors_the_left_one() -> None:
    for stroke in LIBRARY.strokes.values():
        if not stroke.takes_sides:
            continue
        figure = LIBRARY.figures[stroke.figure]
        left, right = still(stroke.id, Side.LEFT), still(stroke.id, Side.RIGHT)
        for ghost in left.ghosts:
            other = hand(right.ghosts, ghost.side.other)
            assert math.dist(figure.mirror(ghost.at), other.at) < 1e-6, stroke.id


def test_a_still_stands_until_the_next_one_which_comes_while_no_hand_is_seen() -> None:
    assert ROUTINE is not None
    steps = played_steps(ROUTINE, LIBRARY.strokes)
    timeline = Timeline(ROUTINE, steps)
    calm = Choreography(LIBRARY.figures, still=True)
    pictures = [calm.picture(timeline.at(n / 20)) for n in range(int(timeline.length * 20))]
    shown = 0
    for before, now in pairwise(pictures):
        if replace(before, veil=0.0, opacity=1.0) != replace(now, veil=0.0, opacity=1.0):
            assert min(before.veil, now.veil) > 0.9
            shown += 1
        assert abs(before.veil - now.veil) < 0.15, "nothing comes or goes at once"
    assert shown >= len(steps) - 2
    assert sum(picture.veil > 0 for picture in pictures) < 0.2 * len(pictures)
