"""Loudness: how loud a sound is to an ear, in LUFS, and how to set it [ITU-R BS.1770]."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from massage_guide.playback.samples import Samples, decibels

_BLOCK = 0.4
"""Seconds of sound that are weighed together."""
_STEP = 0.1
"""Seconds from one block to the next."""
_SILENT = -70.0
"""LUFS below which a block does not count."""
_RELATIVE = -10.0
"""LU below the mean of the other blocks at which one does not count."""
_OFFSET = -0.691
_AHEAD = 0.005
"""Seconds before a peak at which the limiter is wholly down."""


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness of a mono (n) or stereo (n, 2) sound, LUFS."""
    channels = samples.reshape(len(samples), -1).astype(np.float64)
    power = np.sum(_weighted(channels, rate) ** 2, axis=1)
    block, step = round(_BLOCK * rate), round(_STEP * rate)
    if len(power) < block:
        power = np.pad(power, (0, block - len(power)))
    sums = np.concatenate(([0.0], np.cumsum(power)))
    starts = np.arange(0, len(power) - block + 1, step)
    blocks = (sums[starts + block] - sums[starts]) / block
    loud = blocks[_lufs(blocks) > _SILENT]
    if not len(loud):
        return -math.inf
    gate = _lufs(loud.mean(keepdims=True))[0] + _RELATIVE
    return float(_lufs(loud[_lufs(loud) > gate].mean(keepdims=True))[0])


def limited(samples: Samples, rate: int, ceiling: float) -> Samples:
    """The sound with every peak held under `ceiling`, dBFS, without an edge."""
    most = decibels(ceiling)
    peaks = np.abs(samples.reshape(len(samples), -1)).max(axis=1, initial=0.0)
    if peaks.max(initial=0.0) <= most:
        return samples
    half = round(_AHEAD * rate)
    wanted = np.minimum(1.0, most / np.maximum(peaks, 1e-9))
    lowest = np.lib.stride_tricks.sliding_window_view(
        np.pad(wanted, 2 * half, mode="edge"), 2 * half + 1
    ).min(axis=1)
    # the mean of minima over the same reach is never above the gain wanted in its middle
    kernel = np.ones(2 * half + 1) / (2 * half + 1)
    gain = np.convolve(lowest, kernel, mode="valid").astype(np.float32)
    return (samples.T * gain).T


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return _OFFSET + 10 * np.log10(np.maximum(power, 1e-12))


def _weighted(channels: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    """The channels as an ear weighs them: a shelf for the head, and less of the low."""
    size = 1 << (len(channels) + rate // 4).bit_length()
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = _shelf(z, rate) * _high_pass(z, rate)
    spectrum = np.fft.rfft(channels, size, axis=0) * response[:, None]
    return np.fft.irfft(spectrum, size, axis=0)[: len(channels)]


def _shelf(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    k = math.tan(math.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    above = (high + band * k / q + k * k) + 2 * (k * k - high) * z
    above = above + (high - band * k / q + k * k) * z * z
    shelf: NDArray[np.complex128] = above / _below(z, k, q)
    return shelf


def _high_pass(z: NDArray[np.complex128], rate: int) -> NDArray[np.complex128]:
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    return (1 - 2 * z + z * z) * (1 + k / q + k * k) / _below(z, k, q)


def _below(z: NDArray[np.complex128], k: float, q: float) -> NDArray[np.complex128]:
    return (1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z
