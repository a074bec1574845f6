"""Samples: how sound is kept and reckoned with here."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from massage_guide.playback.counting import CHANNELS, RATE, frames

__all__ = ("CHANNELS", "RATE", "Samples", "decibels", "frames", "raised_cosine")

Samples = NDArray[np.float32]
"""Frames by channels, 1 for full scale; one channel alone is a plain row of frames."""


def decibels(amount: float) -> float:
    """The factor that so many decibels are."""
    return float(10.0 ** (amount / 20.0))


def raised_cosine(share: Samples) -> Samples:
    """From 0 to 1 without a corner, for shares from 0 to 1; flat outside."""
    risen: Samples = 0.5 - 0.5 * np.cos(np.float32(np.pi) * np.clip(share, 0.0, 1.0))
    return risen
