"""The shipped beds and chimes, as they come out of their files."""

from __future__ import annotations

import numpy as np
import pytest

from massage_guide.domain.chimes import Chime
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.playback.decoding import Loop, decoded
from massage_guide.playback.loudness import loudness
from massage_guide.playback.samples import RATE, Samples, frames

SOUNDS = read_sounds(assets_dir())


def test_the_index_names_just_what_is_there() -> None:
    for folder, names in (("beds", SOUNDS.beds), ("chimes", SOUNDS.captions)):
        files = {path.stem for path in (SOUNDS.folder / folder).iterdir()}
        assert files == set(names)
    assert set(SOUNDS.captions) == set(Chime)
    assert all(caption.startswith("chime: ") for caption in SOUNDS.captions.values())


def bright(samples: Samples) -> Samples:
    """What of the left channel is above 2.5 kHz, at each frame."""
    spectrum = np.fft.rfft(samples[:, 0])
    spectrum[np.fft.rfftfreq(len(samples), 1 / RATE) < 2500] = 0
    return np.abs(np.fft.irfft(spectrum, len(samples))).astype(np.float32)


@pytest.mark.parametrize("name", SOUNDS.beds)
def test_a_bed_is_a_minute_that_begins_again_without_a_click(name: str) -> None:
    loop = Loop(SOUNDS.bed(name))
    assert len(loop) == 60 * RATE

    # its last seconds and its first, so that the seam lies in the middle
    around = loop.read(-12 * RATE, 24 * RATE)
    above = bright(around)
    seam = above[12 * RATE - frames(0.01) : 12 * RATE + frames(0.01)]
    assert seam.max() < max(float(np.quantile(above, 0.999)), 1e-5)
    assert loudness(loop.read(0, 30 * RATE), RATE) == pytest.approx(-32.0, abs=1.0)
    assert np.abs(loop.read(0, len(loop))).max() < 0.25


def test_a_heart_beats_66_times_a_minute() -> None:
    beat = loop_envelope(Loop(SOUNDS.bed("womb")))
    spectrum = np.abs(np.fft.rfft(beat - beat.mean()))
    assert int(spectrum[20:200].argmax()) + 20 in (66, 132)
    assert spectrum[66] > 5 * np.median(spectrum[20:200])


def loop_envelope(loop: Loop) -> Samples:
    """How loud it is, a hundred times a second."""
    power: Samples = np.square(loop.read(0, len(loop))[:, 0]).reshape(6000, -1).mean(axis=1)
    return power


@pytest.mark.parametrize("name", SOUNDS.captions)
def test_a_chime_is_short_soft_and_begins_at_once(name: str) -> None:
    ring = decoded(SOUNDS.chime(name))
    loud = np.abs(ring)

    assert ring.ndim == 1
    assert len(ring) == pytest.approx(frames(3.5), abs=frames(0.05))
    assert loudness(ring, RATE) == pytest.approx(-24.0, abs=1.0)
    # it is struck at its first frame and there within a hundredth of a second
    assert loud[: frames(0.02)].max() > 0.3 * loud[: frames(0.3)].max()
    assert loud[: frames(0.0005)].max() < 0.2 * loud.max()
    assert loud[-frames(0.02) :].max() < 0.01 * loud.max()
