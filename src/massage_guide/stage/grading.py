"""Grading: the colours of drawings made to suit a palette, before anything is painted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor

from massage_guide.stage.palette import Palette

_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


def graded(colours: Iterable[str], palette: Palette, tone: Mapping[str, str]) -> dict[str, str]:
    """Each default colour and what this palette and skin tone make of it."""
    return {
        colour: dimmed(tone.get(colour, colour), palette)
        for colour in colours
        if palette.picture_dim or colour in tone
    }


def colours_of(svg: str) -> set[str]:
    """Every hex colour that a drawing uses, in small letters."""
    return {found.lower() for found in _HEX.findall(svg)}


def dimmed(colour: str, palette: Palette) -> str:
    """The colour as this palette's light shows it: darker, and a little warmer."""
    keep = 1.0 - palette.picture_dim
    if keep >= 1.0:
        return colour
    light = QColor(colour)
    return QColor.fromRgbF(
        light.redF() * min(keep * 1.06, 1.0),
        light.greenF() * keep,
        light.blueF() * keep * 0.94,
    ).name()
