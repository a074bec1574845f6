"""The edge of the hands: a line that keeps them apart from the baby, whatever their skins."""

from __future__ import annotations

from collections.abc import Mapping

from massage_guide.stage.grading import dimmed, luminance, relit
from massage_guide.stage.hand_sprites import DEFAULT_TONE, HandLook
from massage_guide.stage.palette import Palette
from massage_guide.stage.tones import Tones

_LIGHT, _BASE, _LINE = DEFAULT_TONE[0], DEFAULT_TONE[1], DEFAULT_TONE[3]
_BABY_LIGHT, _BABY_BASE = "#f9dcc4", "#f1c3a0"

_APART = 2.2
"""Contrast of skin with skin from which a hand needs no help."""
_BELOW = 2.5
"""Contrast of a dark line with the baby's skin; half of it is lost where the line is thin."""
_DARKEST = 0.006
"""Luminance of the darkest line that still looks like skin in shade."""
_ABOVE = 2.5
"""Contrast of a light line, which is light that falls on the edge of a dark hand."""
_PALER = 0.34
"""How much less colour than skin that light has."""


def hand_look(tones: Tones, palette: Palette) -> HandLook:
    """The colours of the hands in this light, on this baby."""
    tone = {name: dimmed(tones.hands.get(name, name), palette) for name in DEFAULT_TONE}
    light, base = (
        luminance(dimmed(tones.baby.get(name, name), palette)) for name in (_BABY_LIGHT, _BABY_BASE)
    )
    return HandLook(
        tone=tone, edge=_edge(tone, base, light), sleeve=dimmed(HandLook().sleeve, palette)
    )


def _edge(tone: Mapping[str, str], below: float, lit: float) -> str:
    """The line round a hand, on a baby whose skin is so bright, and so bright where it is lit.

    The hand's own line will do where it or the skin stands apart; else it is made darker, and
    on dark skin lighter, like light that falls on the edge.
    """
    skin, line = luminance(tone[_BASE]), luminance(tone[_LINE])
    if _contrast(skin, below) >= _APART or _contrast(line, below) >= _BELOW:
        return tone[_LINE]
    dark = (below + 0.05) / _BELOW - 0.05
    if dark >= _DARKEST:
        return relit(tone[_LINE], min(dark, line))
    return relit(tone[_LIGHT], (max(skin, below, 0.8 * lit) + 0.05) * _ABOVE - 0.05, _PALER)


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
