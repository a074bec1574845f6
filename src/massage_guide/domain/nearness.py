"""Nearness: whether one picture is so near another that nobody could see them change places."""

from __future__ import annotations

import math
from dataclasses import replace

from massage_guide.domain.picture import HandState, Picture

_LENGTH = 40.0
"""How far a hand reaches that turns about its wrist, figure units of FRONT."""
_LIFT = 8.0
"""How far a hand is lifted that is clear of the skin, figure units of FRONT."""
_SHADE = 1 / 64
"""How much of a colour, a weight or a change of grip may be missing."""


def is_near(before: Picture, now: Picture, far: float) -> bool:
    """Whether no hand and no limb has moved as far as `far`, figure units, and no more changed."""
    if before is now:
        return True
    if len(before.hands) != len(now.hands) or before.pose.keys() != now.pose.keys():
        return False
    hands = zip(before.hands, now.hands, strict=True)
    if not all(one == other or _near(one, other, far) for one, other in hands):
        return False
    if any(math.dist(at, now.pose[name]) >= far for name, at in before.pose.items()):
        return False
    # a trail is where its hand has been, and waits with it
    return replace(before, hands=now.hands, pose=now.pose, trail=now.trail) == now


def _near(one: HandState, other: HandState, far: float) -> bool:
    """Whether one hand might be painted instead of the other."""
    turned = math.radians(abs(one.heading - other.heading) + abs(one.turn - other.turn))
    return (
        one.side is other.side
        and one.shape is other.shape
        and one.was is other.was
        and one.active is other.active
        and one.beneath is other.beneath
        and math.dist(one.at, other.at) < far
        and turned * _LENGTH < far
        and abs(one.lift - other.lift) * _LIFT < far
        and abs(one.presence - other.presence) * _LENGTH < far
        and abs(one.change - other.change) < _SHADE
        and abs(one.pressure - other.pressure) < _SHADE
        and abs(one.vivid - other.vivid) < _SHADE
    )
