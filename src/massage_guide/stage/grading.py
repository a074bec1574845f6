"""Grading: the colours of drawings made to suit a palette, before anything is painted."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor

from massage_guide.stage.palette import Palette

_WARMTH = (1.06, 1.0, 0.92)
"""Red, green and blue of dimmed light."""
_DARK = 0.12
"""Luminance about which colours are dark enough to be left nearly as they are."""
_SPARED = 0.5
"""How much more of its light the darkest colour keeps than the brightest, of 1."""
_GLOW = "#fdf3dc"
"""The pool of light behind a baby who is held; in a dark room it is no more than a card."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


def graded(colours: Iterable[str], palette: Palette, tone: Mapping[str, str]) -> dict[str, str]:
    """Each default colour and what this palette and skin tone make of it."""
    pairs = {
        colour: dimmed(tone.get(colour, colour), palette)
        for colour in colours
        if palette.picture_dim or colour in tone
    }
    if palette.dark and _GLOW in pairs:
        pairs[_GLOW] = palette.card
    return pairs


def grounded(colours: Iterable[str], palette: Palette) -> dict[str, str]:
    """The same for what the baby lies on, which is darker than the baby in a dark room."""
    if not palette.ground_dim:
        return {}
    return {colour: _lit(colour, 1.0 - palette.ground_dim) for colour in colours}


def colours_of(svg: str) -> set[str]:
    """Every hex colour that a drawing uses, in small letters."""
    return {found.lower() for found in _HEX.findall(svg)}


def dimmed(colour: str, palette: Palette) -> str:
    """The colour as this palette's light shows it: darker, and a little warmer.

    What is dark already keeps more of its light, so that dark skin stays alive.
    """
    if not palette.picture_dim:
        return colour
    keep = 1.0 - palette.picture_dim
    return _lit(colour, keep + _SPARED * math.exp(-luminance(colour) / _DARK))


def relit(colour: str, wanted: float, paler: float = 0.0) -> str:
    """The colour as bright as wanted, its hue kept; `paler` takes that share of it away."""
    now = max(luminance(colour), 1e-4)
    parts = (wanted * (part / now * (1.0 - paler) + paler) for part in _linear(colour))
    return "#" + "".join(f"{round(255 * _encoded(min(part, 1.0))):02x}" for part in parts)


def luminance(colour: str) -> float:
    """How bright a colour is, from 0 (black) to 1 (white), as eyes weigh it."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lit(colour: str, share: float) -> str:
    """The colour in this share of the light."""
    return "#" + "".join(
        f"{round(255 * _encoded(min(part * share * warm, 1.0))):02x}"
        for part, warm in zip(_linear(colour), _WARMTH, strict=True)
    )


def _linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light."""
    parts = QColor(colour)
    return _decoded(parts.redF()), _decoded(parts.greenF()), _decoded(parts.blueF())


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
