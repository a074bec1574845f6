"""The poses of the parent's hand: one for each hand shape of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from massage_guide.domain.picture import HandShape
from massage_guide.stage.hand_model import Bend, Contact, Pose, Stance, ThumbBend

POSES: Mapping[HandShape, Pose] = MappingProxyType(
    {
        HandShape.FLAT_PALM: Pose(
            index=Bend(-5, 4, 8, 5),
            middle=Bend(-0.5, 4, 8, 5),
            ring=Bend(4, 5, 9, 5),
            little=Bend(9.5, 7, 10, 6),
            thumb=ThumbBend(-46, 12, -32, 8, -20, 10, 38),
            contact=Contact(palm=1),
        ),
        HandShape.CUPPED_PALM: Pose(
            index=Bend(-2, 24, 26, 14),
            middle=Bend(0.5, 26, 27, 14),
            ring=Bend(3.5, 28, 28, 14),
            little=Bend(7, 32, 30, 14),
            thumb=ThumbBend(-38, 26, -20, 26, -4, 30, 34),
            contact=Contact(palm=1, ahead=2.0),
            stance=Stance(pitch=4, arch=1.6),
        ),
        HandShape.C_CUP: Pose(
            index=Bend(-4, 40, 34, 26),
            middle=Bend(0, 38, 34, 26),
            ring=Bend(4, 38, 34, 24),
            little=Bend(9, 40, 34, 24),
            thumb=ThumbBend(-44, 20, -26, -8, -12, 6, 60),
            contact=Contact(palm=1, ahead=12.0, aside=-2.0),
            stance=Stance(roll=44, pitch=0, arch=1.2, wraps=1),
        ),
        HandShape.FLAT_FINGERS: Pose(
            index=Bend(-3.5, 22, -6, 2),
            middle=Bend(-0.5, 22, -6, 2),
            ring=Bend(3, 23, -6, 2),
            little=Bend(7.5, 25, -5, 2),
            thumb=ThumbBend(-42, 18, -26, 14, -12, 14, 40),
            contact=Contact(pads=1, ahead=-3.0),
            stance=Stance(pitch=-6),
        ),
        HandShape.FINGERTIP_PADS: Pose(
            index=Bend(-7, 30, 30, 8),
            middle=Bend(-1, 30, 32, 8),
            ring=Bend(5, 32, 32, 8),
            little=Bend(12, 34, 32, 8),
            thumb=ThumbBend(-44, 22, -24, 22, -8, 20, 40),
            contact=Contact(pads=1),
            stance=Stance(pitch=6, arch=1.6),
        ),
        HandShape.THUMB_PAD: Pose(
            index=Bend(0, 46, 44, 30),
            middle=Bend(3, 46, 44, 30),
            ring=Bend(6, 46, 44, 30),
            little=Bend(10, 46, 44, 30),
            thumb=ThumbBend(-34, 6, -14, -14, -4, 2, 62),
            contact=Contact(thumb=1),
            stance=Stance(roll=46, arch=1.2, wraps=1),
        ),
        HandShape.THUMB_AND_INDEX: Pose(
            index=Bend(-4, 34, 36, 20),
            middle=Bend(2, 54, 54, 30),
            ring=Bend(6, 60, 58, 30),
            little=Bend(10, 64, 60, 30),
            thumb=ThumbBend(-40, 16, -16, 12, 4, 30, 60),
            contact=Contact(thumb=1, index=1),
            stance=Stance(roll=42, arch=1.2, wraps=1),
        ),
        HandShape.BABY_GRIP: Pose(
            index=Bend(0, 40, 46, 30),
            middle=Bend(3, 42, 48, 30),
            ring=Bend(6, 44, 48, 30),
            little=Bend(10, 46, 48, 30),
            thumb=ThumbBend(-50, 6, -34, -10, -26, -4, 60),
            contact=Contact(thumb=1, ahead=-2.0),
            stance=Stance(roll=40, arch=1.2, wraps=1),
        ),
        HandShape.SPREAD_FINGERTIPS: Pose(
            index=Bend(-17, 24, 26, 8),
            middle=Bend(-3, 24, 26, 8),
            ring=Bend(11, 25, 27, 8),
            little=Bend(26, 27, 28, 8),
            thumb=ThumbBend(-58, 16, -46, 14, -36, 18, 40),
            contact=Contact(pads=1),
            stance=Stance(pitch=2, arch=1.4),
        ),
    }
)
