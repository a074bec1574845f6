"""What is heard, to the sample: no device is needed for that."""

from __future__ import annotations

import numpy as np
import pytest

from massage_guide.playback.ducking import AHEAD, RELEASE
from massage_guide.playback.limiter import CEILING
from massage_guide.playback.mixer import PAUSE_FADE, Bus, Mixer
from massage_guide.playback.samples import RATE, Samples, decibels, frames


class Steady:
    """A bed that is the same at every frame, so that only gains are seen."""

    def __init__(self, level: float = 0.1) -> None:
        self.level = level
        self.read_at: list[int] = []

    def read(self, first: int, count: int) -> Samples:
        self.read_at.append(first)
        return np.full((count, 2), self.level, np.float32)


def a_voice(seconds: float, level: float = 0.2) -> Samples:
    return np.full((frames(seconds), 2), level, np.float32)


def heard(mixer: Mixer, seconds: float, block: int = 1999) -> Samples:
    """The left channel, rendered in blocks of an odd size."""
    wanted = frames(seconds)
    parts = []
    while wanted:
        parts.append(mixer.render(min(block, wanted)))
        wanted -= len(parts[-1])
    return np.concatenate(parts)[:, 0]


def bedded(level: float = 0.1) -> Mixer:
    mixer = Mixer()
    mixer.set_bed(Steady(level), -10, 1)
    return mixer


def test_every_cue_begins_at_its_frame() -> None:
    mixer = Mixer()
    starts = [0, 1, 1998, 1999, 2000, 30_011, 95_000]
    for at in starts:
        mixer.schedule(np.full(400, 0.3, np.float32), Bus.VOICE, at)
    loud = heard(mixer, 2.2) > 0.01
    onsets = [0, *(np.flatnonzero(loud[1:] & ~loud[:-1]) + 1)] if loud[0] else []

    assert onsets == [0, 1998, 30_011, 95_000]


def test_the_size_of_a_block_changes_nothing() -> None:
    def whole() -> Mixer:
        mixer = bedded(0.6)
        mixer.schedule(a_voice(0.5, 0.7), Bus.VOICE, frames(0.7))
        mixer.schedule(a_voice(0.2, 0.3), Bus.CHIME, frames(0.9))
        return mixer

    at_once = heard(whole(), 3.0, block=frames(3.0))

    assert np.array_equal(heard(whole(), 3.0, block=777), at_once)
    again = whole()
    heard(again, 2.0)
    again.seek(frames(1.0))
    assert np.array_equal(heard(again, 1.0), at_once[frames(1.0) : frames(2.0)])


def test_the_bed_steps_back_under_the_voice() -> None:
    mixer = bedded()
    start, end = frames(1.0), frames(2.0)
    mixer.schedule(a_voice(1.0, 0.0), Bus.VOICE, start)
    level = 20 * np.log10(heard(mixer, 4.0) / 0.1)

    assert level[start - AHEAD] == pytest.approx(0.0, abs=0.001)
    assert level[start - AHEAD // 2] == pytest.approx(-6.0, abs=0.1)
    assert level[start:end] == pytest.approx(-12.0, abs=0.001)
    assert level[end + RELEASE // 2] == pytest.approx(-6.0, abs=0.1)
    assert level[end + RELEASE :] == pytest.approx(0.0, abs=0.001)
    assert (frames(0.35), frames(0.9)) == (AHEAD, RELEASE)
    assert np.abs(np.diff(level)).max() < 0.01


def test_between_two_sentences_the_bed_does_not_come_up_in_a_jump() -> None:
    mixer = bedded()
    for at in (1.0, 1.7, 2.2):
        mixer.schedule(a_voice(0.4, 0.0), Bus.VOICE, frames(at))
    level = 20 * np.log10(heard(mixer, 4.0) / 0.1)

    assert np.abs(np.diff(level)).max() < 0.01


def test_a_voice_that_comes_at_once_ducks_without_a_click() -> None:
    mixer = bedded()
    heard(mixer, 1.0)
    known = frames(1.0)
    mixer.schedule(a_voice(1.0, 0.0), Bus.VOICE, known + 500, known)
    mixer.seek(known)
    level = 20 * np.log10(heard(mixer, 1.0) / 0.1)

    assert level[0] == pytest.approx(0.0, abs=0.01)
    assert level[frames(0.2)] == pytest.approx(-12.0, abs=0.01)
    assert np.abs(np.diff(level)).max() < 0.01


def test_nothing_is_louder_than_the_limit() -> None:
    mixer = bedded(0.5)
    noise = np.random.default_rng(4).normal(0.0, 0.5, (RATE, 2)).astype(np.float32)
    mixer.schedule(noise, Bus.CHIME, frames(0.5))
    mixer.schedule(a_voice(0.01, 3.0), Bus.CHIME, frames(2.0))
    loudness = np.abs(heard(mixer, 3.0))

    assert loudness.max() <= CEILING == decibels(-2.0)
    assert loudness.max() > 0.99 * CEILING


def test_what_is_soft_enough_passes_untouched() -> None:
    mixer = Mixer()
    sound = np.random.default_rng(5).uniform(-0.7, 0.7, (RATE, 2)).astype(np.float32)
    mixer.schedule(sound, Bus.VOICE, 0)

    assert np.array_equal(heard(mixer, 1.0), sound[:, 0])


def test_one_channel_is_as_loud_as_it_was_when_two_say_it() -> None:
    mixer = Mixer()
    mixer.schedule(np.full(RATE, 0.4, np.float32), Bus.VOICE, 0)
    power = 2 * float(np.square(heard(mixer, 1.0)).mean())

    assert power == pytest.approx(0.16, rel=1e-3)


def test_a_rest_falls_silent_in_20_ms_and_the_bed_goes_on_where_it_was() -> None:
    mixer, bed = Mixer(), Steady()
    mixer.set_bed(bed, -10, 1)
    at = frames(1.0)
    mixer.pause(at)
    level = heard(mixer, 3.0)
    assert level[at - 1] == pytest.approx(0.1)
    assert level[at + PAUSE_FADE // 2] == pytest.approx(0.05, rel=0.02)
    assert not level[at + PAUSE_FADE :].any()
    assert frames(0.02) == PAUSE_FADE
    assert np.abs(np.diff(level)).max() < 0.001

    bed.read_at.clear()
    mixer.resume(frames(4.0))
    level = heard(mixer, 2.0)
    assert not level[: frames(1.0)].any()
    assert level[-1] == pytest.approx(0.1)
    assert min(bed.read_at) > at - frames(0.1)
    assert min(bed.read_at) < at


def test_a_sentence_that_is_cut_fades_and_gives_the_bed_back() -> None:
    mixer = bedded()
    handle = mixer.schedule(a_voice(5.0, 0.2), Bus.VOICE, frames(1.0))
    cut = frames(1.5)
    mixer.cancel(handle, cut)
    level = heard(mixer, 4.0)

    assert level[cut - 1] == pytest.approx(0.2 + 0.1 * decibels(-12), rel=1e-3)
    assert np.abs(np.diff(level)).max() < 0.2 * 0.16 or np.argmax(np.abs(np.diff(level))) < cut
    assert level[cut + RELEASE] == pytest.approx(0.1, rel=1e-3)


def test_what_is_called_off_before_it_began_is_never_heard() -> None:
    mixer = bedded()
    early = mixer.schedule(a_voice(1.0), Bus.VOICE, frames(1.0))
    late = mixer.schedule(a_voice(1.0), Bus.VOICE, frames(2.0))
    mixer.cancel(early, frames(0.99))
    mixer.cancel(late, frames(0.5))
    level = heard(mixer, 4.0)

    assert level.max() == pytest.approx(0.1, rel=1e-3)
    assert np.abs(np.diff(level)).max() < 0.001
    assert level[frames(0.99)] < 0.05


def test_each_bus_has_its_volume_and_mute_silences_all() -> None:
    mixer = bedded()
    mixer.schedule(a_voice(9.0, 0.01), Bus.CHIME, 0)
    mixer.set_volume(Bus.BED, 0.5, frames(1.0))
    mixer.set_volume(Bus.CHIME, 0.0, frames(2.0))
    mixer.set_main(0.0, frames(3.0))
    mixer.set_main(decibels(-12), frames(4.0))
    level = heard(mixer, 5.0)
    found = [level[frames(at)] for at in (0.5, 1.5, 2.5, 3.5, 4.5)]

    expected = [0.11, 0.06, 0.05, 0.0, 0.05 * decibels(-12)]
    assert found == [pytest.approx(level, abs=1e-4) for level in expected]
    assert np.abs(np.diff(level)).max() < 0.001


def test_beds_change_without_a_gap() -> None:
    mixer = bedded()
    mixer.set_bed(Steady(0.1), frames(1.0), frames(2.0))
    level = heard(mixer, 4.0)
    assert level == pytest.approx(0.1, abs=1e-3)
    mixer.set_bed(None, frames(5.0), frames(1.0))
    assert heard(mixer, 3.0)[-1] == 0.0
