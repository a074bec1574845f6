"""Decoding: a sound file as samples, or one sentence that says why it is left out."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from massage_guide.playback.samples import CHANNELS, RATE, Samples, decibels, frames

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
"""What can be played."""
LONGEST_WORDS = 60.0
"""Seconds that a recording of words may last."""
LONGEST_MUSIC = 4 * 3600.0
"""Seconds that one file of music may last."""
_LONGEST_LOOP = 300.0
_RATES = range(8_000, 192_001)
_MOST_CHANNELS = 8
_SILENT = decibels(-60.0)
_CHUNK = 12_000
"""Frames decoded at a time."""
_SHORT = 0.97
"""A file that holds less than this share of what it promises was cut off."""
_TAIL = 70_000
"""Bytes at the end of a file in which Ogg's last page begins."""
LOOP_AGAIN = frames(0.5)
"""Frames of its beginning that the file of a loop holds once more at its end."""


class BadSoundError(Exception):
    """A file cannot be heard; the message is a sentence that names it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a file says of itself."""

    frames: int
    """At 48,000 a second."""
    channels: int


def decoded(path: Path, longest: float = LONGEST_WORDS) -> Samples:
    """The whole file, a plain row of frames where it has one channel; raises BadSoundError."""
    promise = examined(path, longest)
    parts = list(streamed(path, promise, longest))
    samples = np.concatenate(parts) if parts else np.zeros((0, CHANNELS), np.float32)
    if is_silent(samples):
        raise BadSoundError(f"There is nothing to be heard in {path.name}, so it is left out.")
    return samples[:, 0].copy() if promise.channels == 1 else samples


def is_silent(samples: Samples) -> bool:
    """Whether nobody would hear it."""
    return not len(samples) or float(np.abs(samples).max()) < _SILENT


def examined(path: Path, longest: float) -> Promise:
    """What a file promises; raises BadSoundError where it cannot be kept."""
    miniaudio = _decoder()
    name = path.name
    if path.suffix.lower() not in SUFFIXES:
        raise BadSoundError(f"{name} is not a WAV, FLAC, OGG or MP3 file, so it is left out.")
    try:
        if not path.is_file():
            raise BadSoundError(f"{name} is not there any more, so it is left out.")
        if _is_cut_off(path):
            raise BadSoundError(_cut_off(path))
        info = miniaudio.get_file_info(str(path))
    except OSError as error:
        raise BadSoundError(f"{name} could not be read: {error.strerror or error}.") from error
    except miniaudio.MiniaudioError as error:
        kind = path.suffix[1:].upper()
        raise BadSoundError(f"{name} is no {kind} file inside, so it is left out.") from error
    if info.sample_rate not in _RATES or not 1 <= info.nchannels <= _MOST_CHANNELS:
        raise BadSoundError(
            f"{name} says {info.sample_rate / 1000:g} kHz and {info.nchannels} channels, which "
            "cannot be played, so it is left out."
        )
    if info.duration > longest:
        raise BadSoundError(f"{name} lasts longer than {_words(longest)}, so it is left out.")
    return Promise(int(info.num_frames * RATE // info.sample_rate), int(info.nchannels))


def streamed(path: Path, promise: Promise, longest: float) -> Iterator[Samples]:
    """The file piece by piece, stereo; raises BadSoundError, at its end where it was cut off."""
    miniaudio = _decoder()
    done = 0
    try:
        stream = miniaudio.stream_file(
            str(path), miniaudio.SampleFormat.FLOAT32, CHANNELS, RATE, _CHUNK
        )
        for chunk in stream:
            samples = np.frombuffer(chunk, np.float32).reshape(-1, CHANNELS)
            done += len(samples)
            if done > frames(longest):
                raise BadSoundError(
                    f"{path.name} lasts longer than {_words(longest)}, so it is left out."
                )
            # a damaged file may hold what is no number at all
            yield np.clip(np.nan_to_num(samples, nan=0.0), -1.0, 1.0)
    except (OSError, miniaudio.MiniaudioError) as error:
        raise BadSoundError(f"{path.name} could not be read to its end.") from error
    if done < _SHORT * promise.frames:
        raise BadSoundError(_cut_off(path))


class Loop:
    """A bed that begins again where it ends."""

    def __init__(self, path: Path) -> None:
        """Read the file, in which the beginning follows once more on the end."""
        promise = examined(path, _LONGEST_LOOP)
        # piece by piece into its place: what is large and short-lived is never given back
        whole = np.zeros((promise.frames, CHANNELS), np.int16)
        done = 0
        for piece in streamed(path, promise, _LONGEST_LOOP):
            piece = piece[: len(whole) - done]
            whole[done : done + len(piece)] = np.round(piece * 32767.0)
            done += len(piece)
        if done < 3 * LOOP_AGAIN:
            raise BadSoundError(f"{path.name} is too short to go on and on, so it is left out.")
        whole = whole[:done]
        after = whole[-LOOP_AGAIN:]
        self._loop = whole[:-LOOP_AGAIN]
        # coming is what the encoder made of the beginning, going what it made of it at the end
        coming = (0.5 - 0.5 * np.cos(np.pi * np.arange(LOOP_AGAIN) / LOOP_AGAIN))[:, None]
        seam = self._loop[:LOOP_AGAIN] * coming + after * (1.0 - coming)
        self._loop[:LOOP_AGAIN] = np.round(seam).astype(np.int16)

    def __len__(self) -> int:
        return len(self._loop)

    def read(self, first: int, count: int) -> Samples:
        """Its frames from `first` on, round and round."""
        at = first % len(self._loop)
        piece = self._loop[at : at + count]
        if len(piece) < count:
            wanted = np.arange(at, at + count) % len(self._loop)
            piece = self._loop[wanted]
        return piece.astype(np.float32) / np.float32(32767.0)


def _decoder() -> ModuleType:
    """The library that decodes; raises BadSoundError where there is none for this computer."""
    try:
        return importlib.import_module("miniaudio")
    except ImportError as error:
        raise BadSoundError("Sounds cannot be played on this kind of computer.") from error


def _is_cut_off(path: Path) -> bool:
    """Whether the container says that more should follow."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == b"RIFF" and head[8:] == b"WAVE":
            promised = int(struct.unpack("<I", head[4:8])[0])
            # programs that stream leave the length open
            return promised < 0xFFFF_FF00 and promised + 8 > size + 1
        if head[:4] == b"OggS":
            file.seek(max(size - _TAIL, 0))
            tail = file.read()
            at = tail.rfind(b"OggS")
            return at < 0 or at + 5 >= len(tail) or not tail[at + 5] & 4
    return False


def _cut_off(path: Path) -> str:
    return f"{path.name} ends before its time, as if it had been cut off, so it is left out."


def _words(seconds: float) -> str:
    return f"{seconds / 3600:g} hours" if seconds >= 7200 else f"{seconds:g} seconds"
