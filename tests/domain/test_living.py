"""A living baby: eyes that blink now and then, and limbs that cross with each in turn on top."""

from __future__ import annotations

from itertools import pairwise

import pytest

from massage_guide.domain.choreography import Choreography, blinks
from massage_guide.domain.figure import Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.played import played_steps
from massage_guide.domain.timeline import Timeline
from tests.shipped import LIBRARY

FRAME = 1 / 30
APART = 19.5
"""Units between wrists or ankles that are clear of one another."""


@pytest.mark.parametrize(
    ("stroke", "joint", "limb"),
    [
        ("arms-cross-cross-cross-open", "wrist", "arm.R"),
        ("legs-cross-cross-cross-open", "ankle", "leg.R"),
    ],
)
def test_each_arm_or_leg_is_on_top_in_turn_and_they_change_while_apart(
    stroke: str, joint: str, limb: str
) -> None:
    written = LIBRARY.strokes[stroke]
    choreography = Choreography(LIBRARY.figures)
    doing = prepare(written, LIBRARY.figures[written.figure], None, 2)
    seen = []
    for crossing in (1.5, 3.0, 4.5, 9.5, 11.0, 12.5):
        picture = choreography.doing(doing, crossing / written.seconds)
        assert picture.pose[f"{joint}.R"].x > picture.pose[f"{joint}.L"].x, "they are crossed"
        upper = picture.on_top == (limb,)
        assert picture.hands[-1].side is (Side.LEFT if upper else Side.RIGHT), "so are the hands"
        seen.append(upper)
    assert seen == [False, True, False, False, True, False]
    before = choreography.doing(doing, 0.0)
    for n in range(round(2 * written.seconds / FRAME)):
        now = choreography.doing(doing, n * FRAME / written.seconds)
        if now.on_top != before.on_top:
            assert now.pose[f"{joint}.L"].x - now.pose[f"{joint}.R"].x > APART
        before = now


def test_eyes_blink_seldom_and_briefly_and_not_with_less_movement() -> None:
    shut = [blinks(n * FRAME) for n in range(30 * 60 * 5)]
    begun = [n for n in range(1, len(shut)) if shut[n] and not shut[n - 1]]
    assert 10 <= len(begun) <= 25, "in five minutes"
    assert not any(shut[:30]), "nor as the massage begins"
    assert all(3 <= sum(shut[n : n + 30]) <= 6 for n in begun)
    assert len({b - a for a, b in pairwise(begun)}) > 3, "unevenly"
    routine = LIBRARY.routines[0]
    timeline = Timeline(routine, played_steps(routine, LIBRARY.strokes))
    moment = timeline.at(begun[0] * FRAME)
    assert Choreography(LIBRARY.figures).picture(moment).blink
    assert not Choreography(LIBRARY.figures, still=True).picture(moment).blink
