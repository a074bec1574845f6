"""Samples: how sound is counted and kept here, 48,000 stereo frames a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Frames a second."""
CHANNELS = 2
Samples = NDArray[np.float32]
"""Frames by channels, 1 for full scale; one channel alone is a plain row of frames."""


def frames(seconds: float) -> int:
    """So many seconds as whole frames."""
    return round(seconds * RATE)


def decibels(amount: float) -> float:
    """The factor that so many decibels are."""
    return float(10.0 ** (amount / 20.0))


def raised_cosine(share: Samples) -> Samples:
    """From 0 to 1 without a corner, for shares from 0 to 1; flat outside."""
    risen: Samples = 0.5 - 0.5 * np.cos(np.float32(np.pi) * np.clip(share, 0.0, 1.0))
    return risen
