"""Beds: five quiet sounds of 60 s that begin again exactly where they end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from massage_guide.playback.samples import RATE

Wave = NDArray[np.float64]

SECONDS = 60
LENGTH = SECONDS * RATE
BEATS = 66
"""Heartbeats in a bed, which is a minute long."""


def tone(hertz: float, phase: float = 0.0) -> Wave:
    """A sine of a whole number of waves in the minute."""
    waves = round(hertz * SECONDS)
    return np.asarray(np.sin(2 * np.pi * (waves * np.arange(LENGTH) / LENGTH + phase)))


def noise(shape: Callable[[Wave], Wave], random: np.random.Generator, channels: int = 2) -> Wave:
    """Noise of which `shape` tells the strength at each frequency, Hz."""
    hertz = np.fft.rfftfreq(LENGTH, 1 / RATE)
    strength = shape(np.maximum(hertz, 1.0)) * (hertz > 0)
    size = (channels, len(hertz))
    spectrum = strength * (random.normal(size=size) + 1j * random.normal(size=size))
    return np.asarray(np.fft.irfft(spectrum, LENGTH)).T


def bent(hertz: Wave, low: float, high: float, slope: float = 2.0) -> Wave:
    """1 between two corners, falling outside of them."""
    return np.asarray(
        1 / np.sqrt(1 + (low / hertz) ** (2 * slope)) / np.sqrt(1 + (hertz / high) ** (2 * slope))
    )


def placed(events: Iterable[tuple[float, Wave, float]]) -> Wave:
    """Sounds at seconds, each from so far left (-1) or right (1); the end runs into the start."""
    bed = np.zeros((LENGTH, 2))
    for second, sound, side in events:
        at = (round(second * RATE) + np.arange(len(sound))) % LENGTH
        angle = (side + 1) * np.pi / 4
        bed[at] += sound[:, None] * (np.cos(angle), np.sin(angle))
    return bed


def in_a_room(dry: Wave, seconds: float, share: float, random: np.random.Generator) -> Wave:
    """The same with an echo that fades over so long; it too runs from the end into the start."""
    long = round(seconds * 1.5 * RATE)
    fade = np.exp(-6.9 * np.arange(long) / (seconds * RATE))
    answer = random.normal(size=(long, 2)) * fade[:, None]
    answer = np.apply_along_axis(lambda one: np.convolve(one, np.hanning(25), "same"), 0, answer)
    answer /= np.sqrt(np.square(answer).sum(axis=0))
    wet = np.fft.irfft(
        np.fft.rfft(dry, axis=0) * np.fft.rfft(answer, LENGTH, axis=0), LENGTH, axis=0
    )
    return np.asarray(dry + share * wet)


def pad() -> Wave:
    """Two soft chords that come and go."""
    random = np.random.default_rng(1)
    chords = ((146.83, 220.0, 293.66, 369.99, 493.88), (98.0, 196.0, 293.66, 392.0, 440.0))
    swell = 0.5 + 0.5 * np.cos(2 * np.pi * np.arange(LENGTH) / LENGTH)
    bed = np.zeros((LENGTH, 2))
    for chord, comes in zip(chords, (swell, 1 - swell), strict=True):
        for note in chord:
            waves, phase = random.integers(2, 7), random.random()
            breath = 0.65 + 0.35 * np.sin(2 * np.pi * (waves * np.arange(LENGTH) / LENGTH + phase))
            for harmonic, strength in ((1, 1.0), (2, 0.28), (3, 0.1), (4, 0.03)):
                loud = strength * (220 / max(note, 220)) ** 0.7
                for channel, detuned in ((0, 0.9988), (1, 1.0012)):
                    voice = tone(note * harmonic * detuned, random.random())
                    bed[:, channel] += loud * comes * breath * voice
    return bed


def music_box() -> Wave:
    """A slow tune of five notes, plucked, in a small room."""
    random = np.random.default_rng(2)
    scale = (392.0, 440.0, 523.25, 587.33, 659.26, 783.99, 880.0)
    beat, at, step = 60 / 72, 0.6, 3
    events = []
    while at < SECONDS - 0.3:
        step = int(np.clip(step + random.choice((-2, -1, -1, 0, 1, 1, 2)), 0, len(scale) - 1))
        events.append((at, plucked(scale[step]), float(random.uniform(-0.4, 0.4))))
        if random.random() < 0.25:
            events.append((at, plucked(scale[0] / 2, 0.6), -0.2))
        at += beat * random.choice((1, 1, 2, 2, 3))
    return in_a_room(placed(events), 1.8, 0.35, random)


def plucked(hertz: float, strength: float = 1.0) -> Wave:
    """One tooth of the comb."""
    seconds = np.arange(round(2.5 * RATE)) / RATE
    sound = sum(
        loud * np.sin(2 * np.pi * hertz * ratio * seconds) * np.exp(-seconds * fade)
        for ratio, loud, fade in ((1.0, 1.0, 2.2), (2.0, 0.18, 4.0), (5.4, 0.06, 14.0))
    )
    end = np.clip((2.5 - seconds) / 0.3, 0, 1)
    return np.asarray(strength * sound * np.minimum(seconds / 0.006, 1) * end)


def brown_noise() -> Wave:
    """Deep and even, like a far waterfall."""
    random = np.random.default_rng(3)
    return noise(lambda hertz: bent(hertz, 40, 6000, 2) / hertz, random)


def womb() -> Wave:
    """What a baby heard before: blood that rushes, and a heart beating 66 times a minute."""
    random = np.random.default_rng(4)
    rush = noise(lambda hertz: bent(hertz, 60, 330, 2.0) / np.sqrt(hertz), random)
    rush /= rush.std()
    beats = BEATS * np.arange(LENGTH) / LENGTH
    rush *= (0.75 + 0.25 * np.cos(2 * np.pi * (beats - 0.22)))[:, None]
    every = SECONDS / BEATS
    hearts = [
        event
        for beat in range(BEATS)
        for event in (
            (beat * every, thump(62.0, 1.0), 0.0),
            (beat * every + 0.31, thump(78.0, 0.6), 0.0),
        )
    ]
    return 0.16 * rush + placed(hearts)


def thump(hertz: float, strength: float) -> Wave:
    """One sound of a heart."""
    seconds = np.arange(round(0.3 * RATE)) / RATE
    shape = np.sin(np.pi * np.minimum(seconds / 0.05, 0.5)) * np.exp(-seconds * 18)
    end = np.clip((0.3 - seconds) / 0.05, 0, 1)
    both = np.sin(2 * np.pi * hertz * seconds) + 0.5 * np.sin(2 * np.pi * 2 * hertz * seconds)
    return np.asarray(strength * shape * end * both)


def rain() -> Wave:
    """Steady rain, with drops that are nearer."""
    random = np.random.default_rng(5)
    steady = noise(lambda hertz: bent(hertz, 400, 5500, 1.0) / hertz**0.35, random)
    steady /= steady.std()
    waves = np.arange(LENGTH) / LENGTH
    gusts = 1 + 0.12 * np.sin(2 * np.pi * 4 * waves) + 0.08 * np.sin(2 * np.pi * (9 * waves + 0.3))
    drops = [
        (
            float(random.uniform(0, SECONDS)),
            drop(float(random.uniform(700, 2600)), float(random.uniform(0.3, 2.5)), random),
            float(random.uniform(-0.9, 0.9)),
        )
        for _ in range(900)
    ]
    return 0.5 * steady * gusts[:, None] + placed(drops)


def drop(hertz: float, strength: float, random: np.random.Generator) -> Wave:
    """One drop."""
    seconds = np.arange(round(0.03 * RATE)) / RATE
    ring = np.sin(2 * np.pi * hertz * seconds * (1 + 4 * seconds))
    splash = 0.3 * random.normal(size=len(seconds))
    return np.asarray(
        strength * (ring + splash) * np.exp(-seconds * 160) * np.minimum(seconds / 0.002, 1)
    )


BEDS: dict[str, Callable[[], Wave]] = {
    "pad": pad,
    "music-box": music_box,
    "brown-noise": brown_noise,
    "womb": womb,
    "rain": rain,
}
"""By the name under which Settings offers them."""
