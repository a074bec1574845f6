"""One prompt out of rendered sentences."""

from __future__ import annotations

import numpy as np
import pytest

from massage_guide.playback.loudness import limited, loudness
from massage_guide.playback.prompt import BREATH, CEILING, LEVEL, prompt_of, trimmed
from massage_guide.playback.samples import Samples, decibels

RATE = 24_000


def tone(seconds: float, level: float = -12.0, rate: int = RATE) -> Samples:
    t = np.arange(round(seconds * rate)) / rate
    return (decibels(level) * np.sin(2 * np.pi * 440 * t)).astype(np.float32)


def quiet(seconds: float) -> Samples:
    noise = np.random.default_rng(1).standard_normal(round(seconds * RATE))
    return (noise * decibels(-75)).astype(np.float32)


def test_the_near_silence_around_a_render_is_cut_and_a_little_stays() -> None:
    rendered = np.concatenate((quiet(0.35), tone(1.0), quiet(0.6)))

    assert len(trimmed(rendered, RATE)) / RATE == pytest.approx(1.04, abs=0.02)


def test_sentences_are_joined_with_a_breath_at_the_loudness_of_all_voices() -> None:
    prompt = prompt_of([tone(1.0, -30), tone(0.5, -30), quiet(0) + 0], RATE)

    assert len(prompt) / RATE == pytest.approx(1.5 + BREATH, abs=0.03)
    assert loudness(prompt, RATE) == pytest.approx(LEVEL, abs=0.2)


def test_a_click_is_held_under_the_ceiling() -> None:
    clicking = tone(1.0, -30)
    clicking[12_000:12_010] = 0.9
    prompt = prompt_of([clicking], RATE)

    assert np.abs(prompt).max() <= decibels(CEILING) + 1e-6


def test_what_is_silent_makes_no_prompt() -> None:
    assert not len(prompt_of([np.zeros(RATE, np.float32)], RATE))
    assert not len(prompt_of([], RATE))


@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_loudness_is_that_of_the_standard(rate: int) -> None:
    t = np.arange(3 * rate) / rate
    full = np.sin(2 * np.pi * 997 * t).astype(np.float32)

    # one channel at full scale reads -3.01 LUFS, two of them 0.0 [ITU-R BS.1770, annex 1]
    assert loudness(full, rate) == pytest.approx(-3.01, abs=0.05)
    assert loudness(np.stack([full, full], axis=1), rate) == pytest.approx(0.0, abs=0.05)


def test_the_limiter_leaves_what_is_soft_enough() -> None:
    soft = tone(0.3, -20)

    assert limited(soft, RATE, -2.0) is soft
