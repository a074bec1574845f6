"""A prompt: rendered sentences trimmed, joined with a breath, and set to one loudness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from massage_guide.playback.loudness import limited, loudness
from massage_guide.playback.samples import Samples, decibels

LEVEL = -21.0
"""Loudness of every voice, LUFS."""
CEILING = -2.5
"""Highest peak of a prompt, dBFS; what compresses it may add a little."""
BREATH = 0.6
"""Silence between two sentences, seconds."""
SHAPE = "1"
"""Version of what this module does to a sound; another one makes all sounds anew."""

_MOST_GAIN = 40.0
"""What is softer than this can make up for is noise, dB."""
_QUIET = -45.0
"""Level below the loudest instant that counts as silence, dB."""
_KEPT = 0.02
"""Seconds of that silence which stay."""
_WINDOW = 0.01
"""Seconds over which an instant is weighed."""


def prompt_of(rendered: Sequence[Samples], rate: int) -> Samples:
    """One prompt of the sentences as an engine rendered them; empty where all are silent."""
    parts = [part for part in (trimmed(one, rate) for one in rendered) if len(part)]
    if not parts:
        return np.zeros(0, np.float32)
    breath = np.zeros(round(BREATH * rate), np.float32)
    joined = [piece for part in parts for piece in (breath, part)][1:]
    return levelled(np.concatenate(joined), rate)


def trimmed(samples: Samples, rate: int) -> Samples:
    """The sound without the near silence that engines put around it."""
    if not len(samples):
        return samples
    window = max(round(_WINDOW * rate), 1)
    power = np.convolve(samples.astype(np.float64) ** 2, np.ones(window) / window, mode="same")
    heard = np.flatnonzero(power > power.max() * decibels(_QUIET) ** 2)
    if not len(heard):
        return samples[:0]
    kept = round(_KEPT * rate)
    first, last = max(int(heard[0]) - kept, 0), int(heard[-1]) + kept + 1
    return _soft_edges(samples[first:last], kept // 2)


def levelled(samples: Samples, rate: int) -> Samples:
    """The sound at the loudness of every voice, with no peak above the ceiling."""
    gain = decibels(min(LEVEL - loudness(samples, rate), _MOST_GAIN))
    return limited((samples * np.float32(gain)).astype(np.float32), rate, CEILING)


def _soft_edges(samples: Samples, frames: int) -> Samples:
    edge = min(frames, len(samples) // 2)
    rise = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, edge))).astype(np.float32)
    soft = samples.astype(np.float32, copy=True)
    soft[:edge] *= rise
    soft[len(soft) - edge :] *= rise[::-1]
    return soft
