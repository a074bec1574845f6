"""The shipped voices: every word has its sound, no sound is left over, each as it should be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from massage_guide.domain.cueing import spoken
from massage_guide.domain.cues import StandingWords, speech_seconds
from massage_guide.domain.figure import Side
from massage_guide.domain.phrases import every_shipped_phrase
from massage_guide.domain.speech import pronounced
from massage_guide.domain.timeline import PAUSE
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.files.pronunciation import read_pronunciation
from massage_guide.files.voice_files import VOICES, lengths_of, read_voices
from massage_guide.playback.decoding import decoded
from massage_guide.playback.loudness import loudness
from massage_guide.playback.prompt import LEVEL
from massage_guide.playback.samples import RATE, Samples, decibels
from tools.voice.cast import CAST

ASSETS = assets_dir()
LIBRARY = Library.load(ASSETS)
PHRASES = every_shipped_phrase(LIBRARY.strokes, LIBRARY.routines, StandingWords())
SHIPPED = {voice.name: voice for voice in read_voices(ASSETS)}


def test_there_are_two_voices() -> None:
    assert set(SHIPPED) == {player.name for player in CAST} == {"bf_emma", "af_heart"}


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_word_has_its_sound_and_no_sound_is_left_over(name: str) -> None:
    maker = next(player.maker for player in CAST if player.name == name)
    table = read_pronunciation(ASSETS, name)
    wanted = {text: f"{maker.key(pronounced(text, table))}.ogg" for text in PHRASES}
    there = {path.name for path in (ASSETS / VOICES / name).iterdir()}

    assert {text: one.path.name for text, one in SHIPPED[name].words.items()} == wanted
    assert there == {*wanted.values(), "words.json"}


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_word_is_as_long_and_as_loud_as_it_should_be(name: str) -> None:
    for text, one in SHIPPED[name].words.items():
        words = len(text.split())
        assert 0.15 * words <= one.seconds <= speech_seconds(text) + 1.0, text
        assert one.lufs == pytest.approx(LEVEL, abs=0.5), text


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_the_list_tells_the_truth_about_a_few_of_its_sounds(name: str) -> None:
    for text in sorted(PHRASES)[:: len(PHRASES) // 8]:
        one = SHIPPED[name].words[text]
        samples = decoded(one.path)
        assert len(samples) / RATE == pytest.approx(one.seconds, abs=0.05)
        assert loudness(samples, RATE) == pytest.approx(one.lufs, abs=0.5)
        assert np.abs(samples).max() <= decibels(-1.5)


@pytest.mark.parametrize(
    "text",
    [
        "Soon, back and forth.",
        "Soon, the other wrist.",
        "Soon, the top of the foot.",
        "Soon, a little rest.",
    ],
)
def test_emma_hums_neither_before_nor_after_what_she_says(text: str) -> None:
    instants = low_tones(decoded(SHIPPED["bf_emma"].words[text].path))

    # an s begins each of these, and a t or a th ends it: none of them sings
    assert instants[:6].max() < -28
    assert np.median(instants[-16:-8]) < -28


def low_tones(samples: Samples) -> NDArray[np.float64]:
    """How loud each hundredth of a second is below 1 kHz, dB under the loudest one."""
    window = RATE // 100
    instants = samples[: len(samples) // window * window].reshape(-1, window)
    power = np.abs(np.fft.rfft(instants * np.hanning(window), axis=1)) ** 2
    low: NDArray[np.float64] = power[:, 1:11].sum(axis=1) / power.sum(axis=1).max()
    return 10 * np.log10(low + 1e-12)


def test_every_announcement_fits_the_pause_in_every_voice() -> None:
    for stroke in LIBRARY.strokes.values():
        for side in tuple(Side) if stroke.takes_sides else (None,):
            assert LIBRARY.lengths(spoken(stroke.say.announce, side)) <= PAUSE, stroke.id


@pytest.mark.parametrize("text", ["", "[]", '{"words": 3}', '{"words": {"Rest.": {}}}'])
def test_a_voice_whose_list_is_broken_leaves_the_words_to_captions(
    tmp_path: Path, text: str
) -> None:
    folder = tmp_path / VOICES / "bf_emma"
    folder.mkdir(parents=True)
    (folder / "words.json").write_text(text)

    assert read_voices(tmp_path) == ()
    assert lengths_of(())("Two words") == 1.0
