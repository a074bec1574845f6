"""The limiter: nothing above -2 dB of full scale, by looking a hundredth of a second ahead."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from massage_guide.playback.samples import Samples, decibels, frames

CEILING = decibels(-2.0)
"""The loudest sample."""
LOOK = frames(0.01)
"""Frames before and after that it has to see."""
_HALF = LOOK // 2
_WINDOW = np.hanning(2 * _HALF + 3)[1:-1]
_WINDOW /= _WINDOW.sum()


def limited(around: Samples) -> Samples:
    """The frames without LOOK at either end, which are only looked at."""
    inner = around[LOOK : len(around) - LOOK]
    peaks = np.abs(around).max(axis=1)
    if not len(peaks) or peaks.max() <= CEILING:
        return inner.copy()
    needed = np.minimum(CEILING / np.maximum(peaks, CEILING), 1.0)
    # the lowest gain near each frame, then a mean over it: never above what any frame needs
    lowest = sliding_window_view(needed, 2 * _HALF + 1).min(axis=1)
    gains = np.convolve(lowest, _WINDOW, mode="valid").astype(np.float32)
    softer: Samples = np.clip(inner * gains[:, None], -CEILING, CEILING)
    return softer
