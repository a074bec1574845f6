"""Sound files of every kind, sound and broken, and music that is never read as a whole."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from massage_guide.playback.decoding import BadSoundError, Loop, decoded
from massage_guide.playback.loudness import loudness
from massage_guide.playback.music import Music, files_of
from massage_guide.playback.samples import RATE, Samples, frames

KINDS = {"wav": "PCM_16", "flac": "PCM_16", "ogg": "VORBIS", "mp3": "MPEG_LAYER_III"}


def a_tune(seconds: float = 1.5, hertz: float = 440.0, level: float = 0.3) -> Samples:
    wave = level * np.sin(2 * np.pi * hertz * np.arange(frames(seconds)) / RATE)
    return np.stack((wave, 0.5 * wave), axis=1).astype(np.float32)


def write(path: Path, samples: Samples, rate: int = RATE) -> Path:
    kind = path.suffix[1:]
    with soundfile.SoundFile(
        path,
        "w",
        rate,
        1 if samples.ndim == 1 else 2,
        format=kind.upper(),
        subtype=KINDS[kind],
    ) as file:
        for at in range(0, len(samples), 16_384):
            file.write(samples[at : at + 16_384])
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_heard(tmp_path: Path, kind: str) -> None:
    heard = decoded(write(tmp_path / f"Süß {kind}.{kind}", a_tune()))

    assert heard.shape == pytest.approx((frames(1.5), 2), rel=0.01)
    assert np.abs(heard[:, 0]).max() == pytest.approx(0.3, abs=0.02)
    assert np.abs(heard[:, 1]).max() == pytest.approx(0.15, abs=0.02)


def test_another_rate_is_as_long_and_one_channel_stays_one(tmp_path: Path) -> None:
    heard = decoded(write(tmp_path / "a.wav", a_tune()[::2, 0], RATE // 2))

    assert heard.shape == pytest.approx((frames(1.5),), abs=50)


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def with_header(at: int, rate: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[at : at + 4] = struct.pack("<I", rate)
        path.write_bytes(data)

    return change


@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_is_left_out_in_one_sentence_that_names_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"lullaby.{kind}"
    breaking: dict[str, Callable[[Path], object]] = {
        "cut off": cut,
        f"is no {kind.upper()} file inside": lambda p: p.write_text("Dear diary. " * 500),
        "nothing to be heard": lambda p: write(p, 0 * a_tune()),
        "longer than 60 seconds": lambda p: write(p, a_tune(61.0)),
        "is not there any more": lambda p: p.unlink(),
    }
    if kind == "wav":
        breaking["384 kHz"] = with_header(24, 384_000)
    for reason, breaks in breaking.items():
        write(path, a_tune())
        breaks(path)
        with pytest.raises(BadSoundError, match=reason) as caught:
            decoded(path)
        assert path.name in str(caught.value)
        assert str(caught.value).endswith(".")


def test_empty_files_folders_and_noise_in_place_of_sound_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.ogg").write_bytes(b"")
    (tmp_path / "folder.mp3").mkdir()
    (tmp_path / "noise.flac").write_bytes(np.random.default_rng(1).bytes(20_000))
    (tmp_path / "words.txt").write_text("hello")
    for path in tmp_path.iterdir():
        with pytest.raises(BadSoundError, match=path.name):
            decoded(path)


def test_a_file_that_promises_ten_hours_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "long.wav", a_tune(0.1))
    size = 10 * 3600 * RATE * 4
    with path.open("r+b") as file:
        for at, value in ((4, size + 36), (40, size)):
            file.seek(at)
            file.write(struct.pack("<I", min(value, 2**32 - 300)))
        # a sparse file takes no room
        file.truncate(min(size + 44, 2**32 - 292))
    told: list[str] = []
    music = Music((path,), told.append, patient=True)
    assert not music.read(0, RATE).any()
    assert told == ["long.wav lasts longer than 4 hours, so it is left out."]
    with pytest.raises(BadSoundError, match="longer than 60 seconds"):
        decoded(path)


def test_a_loop_joins_its_end_to_its_beginning(tmp_path: Path) -> None:
    hertz = 100.0
    loop = Loop(write(tmp_path / "bed.ogg", a_tune(2.5, hertz)))
    assert len(loop) == frames(2.0)
    around = loop.read(3 * len(loop) - 4000, 8000)[:, 0]
    expected = a_tune(4.0, hertz)[frames(2.0) - 4000 : frames(2.0) + 4000, 0]

    assert around == pytest.approx(expected, abs=0.02)
    assert np.array_equal(loop.read(-10, 20), loop.read(len(loop) - 10, 20))


def test_a_folder_of_music_plays_on_without_what_is_broken(tmp_path: Path) -> None:
    write(tmp_path / "1 low.wav", a_tune(2.0, 200.0, 0.5))
    write(tmp_path / "2 high.flac", a_tune(2.0, 2000.0, 0.05))
    (tmp_path / "3 text.mp3").write_text("Dear diary")
    cut(write(tmp_path / "4 cut.ogg", a_tune()))
    (tmp_path / "cover.jpg").write_bytes(b"...")
    told: list[str] = []
    music = Music(files_of(tmp_path), told.append, patient=True)
    parts = [music.read(second * RATE, RATE) for second in range(8)]
    music.close()

    pitches = [np.count_nonzero(np.diff(part[:, 0] > 0)) // 2 for part in parts]
    assert pitches == [pytest.approx(hz, abs=3) for hz in (200, 200, 2000, 2000) * 2]
    # both lie as softly as a bed, however loud they were recorded
    levels = [loudness(part, RATE) for part in parts]
    assert levels == [pytest.approx(-32.0, abs=1.0)] * 8
    assert len(told) == 2 and "3 text.mp3" in told[0] and "4 cut.ogg" in told[1]


def test_music_may_be_asked_once_more_for_its_last_second(tmp_path: Path) -> None:
    told: list[str] = []
    music = Music((write(tmp_path / "a.wav", a_tune(3.0)),), told.append, patient=True)
    first = [music.read(at * 4800, 4800) for at in range(40)]
    again = music.read(31 * 4800, 9600)
    music.close()

    assert np.array_equal(again, np.concatenate(first[31:33]))
