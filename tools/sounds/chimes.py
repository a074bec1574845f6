"""Chimes: a small family of bells, one for each thing that a parent should know without looking."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from massage_guide.playback.samples import RATE

Wave = NDArray[np.float64]

SECONDS = 3.5
ATTACK = 0.008
"""Seconds until a bell is loudest."""
_PARTIALS = ((1.0, 1.0, 1.3), (2.76, 0.32, 2.4), (5.40, 0.1, 5.0), (8.93, 0.03, 9.0))
"""Of a bar that is struck: frequency, strength, and how quickly it fades."""

NOTES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "begin": ((0.0, 392.0, 0.8), (0.45, 523.25, 0.9), (0.9, 659.26, 1.0)),
    "next": ((0.0, 587.33, 1.0),),
    "other-side": ((0.0, 587.33, 0.9), (0.35, 440.0, 1.0)),
    "rest": ((0.0, 329.63, 1.0),),
    "end": ((0.0, 659.26, 0.9), (0.5, 523.25, 0.9), (1.0, 392.0, 1.0)),
}
"""Second, hertz and strength of each bell that is struck."""


def chime(name: str) -> Wave:
    """One of the family."""
    sound = np.zeros(round(SECONDS * RATE))
    for second, hertz, strength in NOTES[name]:
        at = round(second * RATE)
        sound[at:] += strength * bell(hertz)[: len(sound) - at]
    left = (len(sound) - np.arange(len(sound))) / RATE
    return np.asarray(sound * np.clip(left / 0.6, 0, 1) ** 2)


def bell(hertz: float) -> Wave:
    """One bell, struck once."""
    seconds = np.arange(round(SECONDS * RATE)) / RATE
    sound = sum(
        loud * np.sin(2 * np.pi * hertz * ratio * seconds) * np.exp(-seconds * fade)
        for ratio, loud, fade in _PARTIALS
    )
    attack = np.clip(seconds / ATTACK, 0, 1)
    return np.asarray(sound * (0.5 - 0.5 * np.cos(np.pi * attack)))
