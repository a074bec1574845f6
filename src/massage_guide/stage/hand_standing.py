"""Where a hand and its arm stand on the picture, and how much of it goes round what it holds."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from massage_guide.domain.figure import Point, Side
from massage_guide.domain.path import eased
from massage_guide.domain.picture import HandShape, HandState
from massage_guide.stage.hand_model import Skeleton
from massage_guide.stage.hand_sprites import STEPS, Form

_GROWTH = 0.08
"""How much larger a hand is seen that is lifted clear of the skin."""
_HAND_GROWS, _ARM_GROWS = 4, 2
"""In how many steps it grows, and its arm: each is one more picture, and passes in a moment."""
_WRIST_LIMIT = 76.0
"""How far a hand turns from its forearm, degrees."""
_LIMB = 9.5
"""How far a hand turning about a limb would be carried by a quarter turn, units."""
_OPENS, _OPEN = 0.4, 0.75
"""Lifts between which fingers that went round a limb come out before it."""
ROUND = frozenset(
    {HandShape.C_CUP, HandShape.THUMB_PAD, HandShape.THUMB_AND_INDEX, HandShape.BABY_GRIP}
)


class Stand(NamedTuple):
    """Where a hand and its arm are on the picture."""

    form: Form
    hand: QTransform
    """From hand units to figure units."""
    arm: QTransform
    """From arm units (wrist at the origin, elbow below) to figure units."""
    reach: float
    """From wrist to elbow, hand units."""
    shift: QPointF
    """How far the shadow lies from the hand, figure units."""


def is_round(state: HandState) -> bool:
    """Whether the fingers go behind what the hand holds, so that both layers are needed."""
    wraps = (state.was in ROUND, state.shape in ROUND)
    return (wraps[1] if state.change >= 0.5 else wraps[0]) and in_front(state) < 1.0


def in_front(state: HandState) -> float:
    """How much fingers that go round are before what the hand holds, since it is let go."""
    return eased((state.lift - _OPENS) / (_OPEN - _OPENS))


def placed(form: Form, bones: Skeleton, state: HandState, elbow: Point, size: float) -> Stand:
    """A hand of these bones, with its arm, where the state says."""
    flip = -1.0 if (state.side is Side.LEFT) != bool(bones.inner) else 1.0
    grown, arm_grown = (
        size * (1 + _GROWTH * round(state.lift * steps) / steps)
        for steps in (_HAND_GROWS, _ARM_GROWS)
    )
    at = _present(state, elbow, size)
    hand = QTransform.fromTranslate(at.x, at.y)
    hand.rotate(state.heading)
    # A twist round a limb carries the hand over its top and back.
    hand.translate(0, -math.sin(math.radians(state.turn)) * _LIMB * size)
    hand.scale(grown, grown)
    hand.translate(-bones.contact.real * flip, -bones.contact.imag)
    wrist = hand.map(QPointF(0, 0))
    way = QPointF(elbow.x, elbow.y) - wrist
    wanted = math.degrees(math.atan2(-way.x(), way.y())) - state.heading
    wanted = (wanted + 180) % 360 - 180
    bend = max(-_WRIST_LIMIT, min(_WRIST_LIMIT, wanted))
    arm = QTransform.fromTranslate(wrist.x(), wrist.y())
    arm.rotate(state.heading + bend)
    arm.scale(arm_grown, arm_grown)
    reach = max(10.0, math.hypot(way.x(), way.y()) / arm_grown)
    far = size * state.lift
    shift = QPointF(0.2 + 2.6 * far, 0.4 + 5.0 * far)
    return Stand(form, hand, arm, reach, shift)


def form_of(state: HandState) -> Form:
    """The drawing nearest to the state; there and back again share their drawings."""
    one, other, change = state.was, state.shape, min(1.0, max(0.0, state.change))
    if one > other:
        one, other, change = other, one, 1.0 - change
    step = round(change * STEPS)
    if one is other or step == STEPS:
        return Form(state.side, other, other, 0)
    if step == 0:
        return Form(state.side, one, one, 0)
    return Form(state.side, one, other, step)


def shade_of(firm: float) -> float:
    """How dark the shadow is where a hand touches, from resting (0) to firm (1)."""
    return 0.15 + 0.45 * min(1.0, max(0.0, firm))


def _present(state: HandState, elbow: Point, size: float) -> Point:
    """Where the hand is on its way in or out: drawn back along its own arm."""
    gone = 1 - min(1.0, state.presence)
    if gone <= 0:
        return state.at
    x, y = elbow.x - state.at.x, elbow.y - state.at.y
    far = math.hypot(x, y) or 1.0
    back = gone * (far + 30 * size) / far
    return Point(state.at.x + x * back, state.at.y + y * back)
