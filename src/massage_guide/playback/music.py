"""Own music: files of the person's own as a bed, decoded a few seconds ahead, never as a whole."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread

import numpy as np

from massage_guide.playback.decoding import (
    LONGEST_MUSIC,
    SUFFIXES,
    BadSoundError,
    examined,
    is_silent,
    streamed,
)
from massage_guide.playback.loudness import loudness
from massage_guide.playback.samples import CHANNELS, RATE, Samples, decibels, frames

LEVEL = -32.0
"""LUFS at which music lies beneath, as the shipped beds do."""
_MOST_FILES = 2000
_PROBED = 60.0
"""Seconds at the beginning by which a file is judged."""
_AHEAD = 16
"""Pieces that are decoded ahead, a quarter of a second each."""
_BACK = frames(1.5)
"""Frames that are kept after they were read, to be read once more."""


def files_of(path: Path) -> tuple[Path, ...]:
    """The file itself, or what can be played in a folder, in the order of names."""
    if not path.is_dir():
        return (path,)
    found = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES)
    kept = itertools.islice((one for one in found if not one.name.startswith(".")), _MOST_FILES)
    return tuple(sorted(kept))


def why_not(path: Path) -> str:
    """One sentence where nothing of it can be played; empty where something can."""
    told: list[str] = []
    try:
        files = files_of(path)
    except OSError as error:
        return f"{path.name} could not be read: {error.strerror or error}."
    if not files:
        return f"There is no WAV, FLAC, OGG or MP3 file in {path.name}."
    if next(pieces(files, told.append), None) is not None:
        return ""
    return told[0] if len(files) == 1 else f"Nothing in {path.name} can be played."


def pieces(files: tuple[Path, ...], tell: Callable[[str], None]) -> Iterator[Samples]:
    """One file after the other, round and round; ends where none of them can be heard."""
    bad: set[Path] = set()
    while len(bad) < len(files):
        for path in files:
            if path in bad:
                continue
            try:
                yield from _levelled(path)
            except BadSoundError as error:
                bad.add(path)
                tell(str(error))


def _levelled(path: Path) -> Iterator[Samples]:
    """One file, as loud as a bed."""
    stream = streamed(path, examined(path, LONGEST_MUSIC), LONGEST_MUSIC)
    begun: list[Samples] = []
    while sum(map(len, begun)) < frames(_PROBED):
        piece = next(stream, None)
        if piece is None:
            break
        begun.append(piece)
    start = np.concatenate(begun) if begun else np.zeros((0, CHANNELS), np.float32)
    if is_silent(start):
        raise BadSoundError(f"There is nothing to be heard in {path.name}, so it is left out.")
    gain = np.float32(decibels(min(LEVEL - loudness(start, RATE), 20.0)))
    del start
    while begun:
        yield begun.pop(0) * gain
    for piece in stream:
        yield piece * gain


class Music:
    """A bed of somebody's own files. A thread of its own decodes a few seconds ahead."""

    def __init__(
        self, files: tuple[Path, ...], tell: Callable[[str], None], *, patient: bool = False
    ) -> None:
        """`tell` is called in the thread; who is `patient` waits rather than hear a gap."""
        self._files, self._tell = files, tell
        self._patient = patient
        self._queue: Queue[Samples | None] = Queue(_AHEAD)
        self._enough = Event()
        self._over = False
        self._kept = np.zeros((0, CHANNELS), np.float32)
        self._first = 0
        self._thread = Thread(target=self._decode, name="own music", daemon=True)
        self._thread.start()

    def read(self, first: int, count: int) -> Samples:
        """Its frames from `first` on; what is not decoded yet is silent, and comes later."""
        if first > self._first + len(self._kept) + RATE:
            # there was no device for a while: the music goes on where it was
            self._kept, self._first = self._kept[:0], first
        missing = first + count - self._first - len(self._kept)
        got = []
        while missing > 0:
            piece = self._next()
            if piece is None:
                piece = np.zeros((missing, CHANNELS), np.float32)
            got.append(piece)
            missing -= len(piece)
        if got:
            self._kept = np.concatenate((self._kept, *got))
        old = first - _BACK - self._first
        if old > _BACK:
            self._kept = self._kept[old:]
            self._first += old
        at = first - self._first
        if at < 0:
            return np.zeros((count, CHANNELS), np.float32)
        return self._kept[at : at + count]

    def close(self) -> None:
        """No more is wanted."""
        self._enough.set()

    def _next(self) -> Samples | None:
        if self._over:
            return None
        try:
            piece = self._queue.get(block=self._patient)
        except Empty:
            return None
        self._over = piece is None
        return piece

    def _decode(self) -> None:
        for piece in pieces(self._files, self._tell):
            if not self._put(piece):
                return
        self._put(None)

    def _put(self, piece: Samples | None) -> bool:
        while not self._enough.is_set():
            try:
                self._queue.put(piece, timeout=0.25)
            except Full:
                continue
            return True
        return False
