"""Clear of the face: no bit of a hand, finger or palm, lies where no hand may be."""

from __future__ import annotations

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Zone
from massage_guide.domain.stroke import Region
from tests.domain.films import named, ways
from tests.shipped import OLDER, STROKES
from tests.stage.outlines import covered, outline

LOOKS = 10
"""Instants looked at in each repeat."""
TURNED = {"face": Zone(36, 16, 46, 37)}
"""Eye, nose and mouth of the baby on the tummy, whose head lies on its cheek."""
FAR_AWAY = (Region.LEGS, Region.FEET, Region.HIPS, Region.TUMMY, Region.HANDS)
"""Where hands are nowhere near a face."""
MOUTH = Zone(45, 29, 55, 36)
"""Mouth and chin of the whole baby on the back."""
ROUND_THE_MOUTH = {"F5", "F6", "F9"}
"""Strokes of the lips: a thumb or a finger lies beside the mouth, over a part of it."""


def kept_free(figure: FigureName) -> dict[str, Zone]:
    """What has to be seen of a baby, whichever stroke it is given."""
    if figure is FigureName.BACK:
        return TURNED
    zones = OLDER[figure].zones
    if figure is FigureName.FRONT:
        return {"throat": zones["throat"], "mouth": MOUTH}
    if figure is FigureName.FACE:
        return {name: zones[name] for name in ("eye.R", "eye.L", "mouth", "throat")}
    return {}


def test_no_bit_of_a_hand_covers_what_a_hand_may_not_touch() -> None:
    lying = [
        one
        for one in STROKES
        if kept_free(one.figure) and not one.scene and one.region not in FAR_AWAY
    ]
    assert {one.figure for one in lying} == {FigureName.BACK, FigureName.FACE, FigureName.FRONT}
    for stroke in lying:
        free = kept_free(stroke.figure)
        for doing in (ways(stroke)[0], ways(stroke, left_handed=True)[0]):
            choreography = Choreography(OLDER)
            repeats = doing.repeats if stroke.changes_hands else min(doing.repeats, 2)
            for look in range(LOOKS * repeats):
                for hand in choreography.doing(doing, look / LOOKS).hands:
                    discs = outline(hand, doing.figure)
                    for there, zone in free.items():
                        if there == "mouth" and stroke.code in ROUND_THE_MOUTH:
                            continue
                        deep = covered(discs, zone)
                        assert deep <= 0.0, f"{named(doing)} {look / LOOKS}: {there} by {deep:.1f}"
