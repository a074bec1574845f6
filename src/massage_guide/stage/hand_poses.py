"""The poses of the parent's hand: one for each hand shape of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from massage_guide.domain.picture import HandShape
from massage_guide.stage.hand_model import Bend, Contact, Pose, Stance, ThumbBend

POSES: Mapping[HandShape, Pose] = MappingProxyType(
    {
        HandShape.FLAT_PALM: Pose(
            index=Bend(-2.2, 4, 8, 5),
            middle=Bend(-0.2, 5, 9, 5),
            ring=Bend(2.4, 6, 10, 6),
            little=Bend(7.0, 8, 12, 7),
            thumb=ThumbBend(-44, 12, -32, 8, -22, 10, 38),
            contact=Contact(palm=1),
            stance=Stance(),
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
            index=Bend(-5, -14, 10, 26),
            middle=Bend(-2, -14, 10, 26),
            ring=Bend(1, -13, 10, 26),
            little=Bend(6, -12, 10, 26),
            thumb=ThumbBend(-42, -14, -14, -40, 4, -34, 36),
            contact=Contact(palm=1, ahead=12.2, aside=-0.5),
            stance=Stance(roll=14, pitch=38, arch=1.4, wraps=1),
        ),
        HandShape.FLAT_FINGERS: Pose(
            index=Bend(0.5, -19, -3, 0),
            middle=Bend(0, -19, -3, 0),
            ring=Bend(0.5, -19, -3, 0),
            little=Bend(2.5, -18, -3, 0),
            thumb=ThumbBend(-38, -8, -8, -4, 6, -6, 46),
            contact=Contact(pads=1, ahead=-3.5),
            stance=Stance(roll=3, pitch=24, arch=0.9),
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
            index=Bend(-1, 4, 20, 14),
            middle=Bend(2, 4, 20, 14),
            ring=Bend(5, 5, 20, 14),
            little=Bend(10, 6, 20, 14),
            thumb=ThumbBend(-42, -12, -14, -38, -6, -36, 30),
            contact=Contact(thumb=1),
            stance=Stance(roll=14, pitch=36, arch=1.4, wraps=1),
        ),
        HandShape.THUMB_AND_INDEX: Pose(
            index=Bend(-15, -6, 22, 20),
            middle=Bend(-2, 24, 40, 18),
            ring=Bend(4, 30, 42, 18),
            little=Bend(9, 34, 42, 18),
            thumb=ThumbBend(-44, -10, -10, -32, 6, -26, 30),
            contact=Contact(thumb=3, pointer=1),
            stance=Stance(roll=16, pitch=30, arch=1.4, wraps=1),
        ),
        HandShape.BABY_GRIP: Pose(
            index=Bend(-1, 12, 32, 16),
            middle=Bend(2, 13, 33, 16),
            ring=Bend(5, 15, 33, 16),
            little=Bend(10, 17, 33, 16),
            thumb=ThumbBend(-50, -8, -34, -30, -28, -30, 30),
            contact=Contact(thumb=1),
            stance=Stance(roll=10, pitch=30, arch=1.4, wraps=1),
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
        HandShape.SIDE_PALM: Pose(
            index=Bend(-1, 3, 7, 5),
            middle=Bend(0, 6, 9, 5),
            ring=Bend(1, 9, 11, 6),
            little=Bend(2, 12, 13, 7),
            thumb=ThumbBend(-30, 4, -14, 2, -6, 4, 30),
            contact=Contact(palm=1, aside=-3.0),
            stance=Stance(roll=58, arch=0.7),
        ),
        HandShape.EDGE: Pose(
            index=Bend(-1, 6, 10, 6),
            middle=Bend(0, 8, 12, 6),
            ring=Bend(1, 10, 13, 7),
            little=Bend(3, 12, 14, 8),
            thumb=ThumbBend(-40, 4, -26, 0, -16, 2, 34),
            contact=Contact(palm=1, ahead=5.5, aside=1.0),
            stance=Stance(roll=36, arch=1.0),
        ),
        HandShape.TWO_FINGERS: Pose(
            index=Bend(-2, 20, 22, 8),
            middle=Bend(0, 20, 24, 8),
            ring=Bend(5, 44, 66, 34),
            little=Bend(9, 48, 66, 34),
            thumb=ThumbBend(-40, 20, -16, 24, 2, 24, 40),
            contact=Contact(pointer=1, aside=1.8),
            stance=Stance(roll=8, pitch=8, arch=1.6),
        ),
        # One finger, the others folded: small enough for a mouth to be seen beside it.
        HandShape.POINTING: Pose(
            index=Bend(-1, 8, 14, 8),
            middle=Bend(1, 58, 84, 40),
            ring=Bend(3, 62, 86, 40),
            little=Bend(6, 66, 86, 40),
            thumb=ThumbBend(-30, 26, 4, 30, 26, 30, 30),
            contact=Contact(pointer=1),
            stance=Stance(roll=10, pitch=24, arch=1.8),
        ),
        # The palm beside a cheek, seen end on: only the thumb lies on the face.
        HandShape.THUMB_REACHING: Pose(
            index=Bend(-2, 20, 64, 40),
            middle=Bend(1, 22, 66, 40),
            ring=Bend(4, 24, 66, 40),
            little=Bend(8, 26, 66, 40),
            thumb=ThumbBend(-30, -38, -10, -60, -2, -58, 30),
            contact=Contact(thumb=1),
            stance=Stance(roll=8, pitch=58, arch=1.4),
        ),
        # Laid across what it strokes: the roots of its fingers lie on the way.
        HandShape.PALM_ACROSS: Pose(
            index=Bend(-2.2, 4, 8, 5),
            middle=Bend(-0.2, 5, 9, 5),
            ring=Bend(2.4, 6, 10, 6),
            little=Bend(7.0, 8, 12, 7),
            thumb=ThumbBend(-34, 12, -18, 8, -8, 10, 38),
            contact=Contact(palm=1, ahead=6.5),
            stance=Stance(),
        ),
        HandShape.OPEN_PALM: Pose(
            index=Bend(-5, 6, 9, 6),
            middle=Bend(-1, 7, 11, 7),
            ring=Bend(3.5, 9, 13, 8),
            little=Bend(9.5, 11, 15, 9),
            thumb=ThumbBend(-47, 6, -42, 4, -38, 4, 30),
            contact=Contact(palm=1),
            stance=Stance(roll=180, arch=0.7),
        ),
        HandShape.CRADLE: Pose(
            index=Bend(-3, 16, 24, 14),
            middle=Bend(0, 17, 26, 14),
            ring=Bend(3.5, 19, 28, 15),
            little=Bend(8, 22, 28, 15),
            thumb=ThumbBend(-46, 2, -34, -4, -22, -8, 34),
            contact=Contact(palm=1, ahead=3.0),
            stance=Stance(roll=180, arch=1.2),
        ),
    }
)
