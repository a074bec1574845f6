"""Leaving out: how the rest screen offers to leave out each part of the baby."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from massage_guide.domain.stroke import Region

_WORDS = {
    Region.LEGS: "Leave the legs out",
    Region.FEET: "Leave the feet out",
    Region.HIPS: "Leave the hips out",
    Region.TUMMY: "Leave the tummy out",
    Region.CHEST: "Leave the chest out",
    Region.ARMS: "Leave the arms out",
    Region.HANDS: "Leave the hands out",
    Region.FACE: "Leave the face out",
    Region.HEAD: "Leave the head out",
    Region.BACK: "Leave the back out",
    Region.MOVEMENT: "Leave the movements out",
}


def leaving_out(region: Region | None) -> str:
    """The offer, in words; empty where there is none."""
    words = _WORDS.get(region, "") if region else ""
    return QCoreApplication.translate("RestScreen", words) if words else ""
