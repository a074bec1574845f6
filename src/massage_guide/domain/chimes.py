"""Chimes: which one sounds with a cue, and the limb that its caption names."""

from __future__ import annotations

from enum import StrEnum

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.stroke import Region
from massage_guide.domain.talk import Talk


class Chime(StrEnum):
    """The family; each tells one thing without words."""

    BEGIN = "begin"
    NEXT = "next"
    OTHER_SIDE = "other-side"
    REST = "rest"
    END = "end"


def chime_of(cue: Cue, talk: Talk) -> Chime | None:
    """The chime that sounds with this cue. Where nothing is said, each stroke has one."""
    if cue.stroke == _ASKING:
        return None
    if cue.kind is CueKind.ANNOUNCE:
        if cue.step == 1:
            return Chime.BEGIN
        return Chime.NEXT if talk is Talk.CHIMES else None
    return _ALWAYS.get(cue.kind)


def limb_of(region: Region | None) -> str:
    """What there are two of, in the word that a caption uses."""
    return _LIMBS.get(region, "side") if region else "side"


_ASKING = "asking-first"
"""A baby is asked in words; the massage has not begun yet."""
_ALWAYS = {
    CueKind.CHANGE_SIDE: Chime.OTHER_SIDE,
    CueKind.REST: Chime.REST,
    CueKind.CLOSING: Chime.END,
}
_LIMBS = {
    Region.LEGS: "leg",
    Region.FEET: "foot",
    Region.HIPS: "leg",
    Region.ARMS: "arm",
    Region.HANDS: "hand",
}
