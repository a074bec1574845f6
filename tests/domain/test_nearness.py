"""A frame is left out only where nobody could have seen anything move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Point, Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.nearness import is_near
from massage_guide.domain.picture import HandShape, HandState, Picture
from tests.shipped import LIBRARY, OLDER

DOING = prepare(LIBRARY.strokes["knee-circles"], OLDER[FigureName.FRONT], None, 3)
PIXEL = 0.1


def led(cycle: float) -> Picture:
    """Knees that are led round."""
    return Choreography(OLDER).doing(DOING, cycle)


def test_a_slow_hand_is_painted_again_once_it_has_moved_a_pixel() -> None:
    assert is_near(led(0.4), led(0.4), PIXEL)
    frames = [led(0.4 + i / 60 / 6) for i in range(60)]
    shown, painted = frames[0], 0
    for frame in frames[1:]:
        if is_near(shown, frame, PIXEL):
            for held, moved in zip(shown.hands, frame.hands, strict=True):
                assert abs(held.at.x - moved.at.x) < PIXEL and abs(held.at.y - moved.at.y) < PIXEL
        else:
            shown, painted = frame, painted + 1
    assert 10 < painted < 59


@pytest.mark.parametrize(
    "change",
    [
        lambda hand: replace(hand, at=Point(hand.at.x + 2 * PIXEL, hand.at.y)),
        lambda hand: replace(hand, heading=hand.heading + 1.0),
        lambda hand: replace(hand, turn=hand.turn + 1.0),
        lambda hand: replace(hand, lift=0.1),
        lambda hand: replace(hand, vivid=0.5),
        lambda hand: replace(hand, pressure=0.3),
        lambda hand: replace(hand, presence=0.9),
        lambda hand: replace(hand, was=HandShape.EDGE, change=0.4),
        lambda hand: replace(hand, active=not hand.active),
    ],
)
def test_whatever_else_can_be_seen_is_painted_at_once(
    change: Callable[[HandState], HandState],
) -> None:
    before = led(0.4)
    now = replace(before, hands=(change(before.hands[0]), *before.hands[1:]))
    assert not is_near(before, now, PIXEL)


def test_no_change_of_the_baby_or_of_the_arrows_waits() -> None:
    before = led(0.4)
    knee = {name: Point(at.x + 2 * PIXEL, at.y) for name, at in before.pose.items()}
    for now in (
        replace(before, pose=knee),
        replace(before, pose={}),
        replace(before, blink=True),
        replace(before, guide=0.99),
        replace(before, hands=before.hands[:1]),
        replace(before, side=Side.LEFT),
    ):
        assert not is_near(before, now, PIXEL)
