"""The mixer: bed, chimes and voice as one stream; what is heard at a frame depends on it alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count as counting
from typing import Protocol

import numpy as np

from massage_guide.playback.ducking import RELEASE, Duck, ducked
from massage_guide.playback.fader import Fader
from massage_guide.playback.limiter import LOOK, limited
from massage_guide.playback.samples import CHANNELS, Samples, decibels, frames

PAUSE_FADE = frames(0.02)
"""Frames in which everything falls silent when the massage rests."""
_CUT_FADE = frames(0.02)
_SMOOTH = frames(0.05)
"""Frames in which a volume moves."""
_MONO = decibels(-3.0103)
"""One channel heard from two is as loud as it was."""


class Bus(StrEnum):
    """What has a volume of its own."""

    VOICE = "voice"
    CHIME = "chime"
    BED = "bed"


class Bed(Protocol):
    """Something that goes on beneath: a loop, or somebody's own music."""

    def read(self, first: int, count: int) -> Samples:
        """Its frames from `first` on, as stereo; the last second may be asked for once more."""
        ...


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sound at a frame."""

    handle: int
    samples: Samples
    bus: Bus
    at: int
    known: int
    """The frame at which it was placed."""
    cut: int | None = None
    """The frame at which it is faded out, if it is not heard to its end."""

    @property
    def end(self) -> int:
        """The frame at which it is over, or begins to be faded out."""
        full = self.at + len(self.samples)
        return full if self.cut is None else min(full, self.cut)

    def gains(self, first: int, count: int) -> Samples | None:
        if self.cut is None:
            return None
        left = (self.cut + _CUT_FADE - np.arange(first, first + count)) / _CUT_FADE
        return np.clip(left, 0.0, 1.0).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Bedding:
    """A bed, where its first frame lies, and how far it is faded in."""

    bed: Bed
    origin: int
    fader: Fader = field(default_factory=lambda: Fader(0.0))


class Mixer:
    """Mixes what was scheduled. One thread schedules; another may render meanwhile."""

    def __init__(self) -> None:
        self.frame = 0
        """The next frame to be rendered."""
        self._placed: tuple[_Placed, ...] = ()
        self._beds: tuple[_Bedding, ...] = ()
        self._volumes = {bus: Fader() for bus in Bus}
        self._main = Fader()
        self._pause = Fader()
        self._paused_at: int | None = None
        self._handles = counting(1)
        self._raw = np.zeros((0, CHANNELS), np.float32)
        self._raw_first = 0

    def schedule(self, samples: Samples, bus: Bus, at: int, known: int | None = None) -> int:
        """Let it be heard from frame `at` on; gives a handle with which to cancel it.

        `known` is the first frame that may still be changed: one to which it is going to `seek`,
        or the first that it has not looked at.
        """
        handle = next(self._handles)
        now = self.frame + LOOK if known is None else known
        kept = tuple(one for one in self._placed if one.end + RELEASE + frames(2.0) > now)
        self._placed = (*kept, _Placed(handle, samples, bus, at, now))
        return handle

    def cancel(self, handle: int, at: int) -> None:
        """Fade it out at frame `at`; before its beginning it is not heard at all."""
        self._placed = tuple(
            replace(one, cut=at) if one.handle == handle and at < one.end else one
            for one in self._placed
        )

    def set_bed(self, bed: Bed | None, at: int, length: int) -> None:
        """From frame `at` on this bed, or none; it comes, from where it is, and another goes."""
        lying = [one for one in self._beds if one.fader.goal or one.fader.gains(at, 1)[0]]
        if bed is not None and not any(one.bed is bed for one in lying):
            lying.append(_Bedding(bed, at))
        for one in lying:
            one.fader.move(1.0 if one.bed is bed else 0.0, at, length)
        self._beds = tuple(lying)

    def set_volume(self, bus: Bus, gain: float, at: int) -> None:
        """The volume of one bus, 1 as it was made."""
        self._volumes[bus].move(gain, at, _SMOOTH)

    def set_main(self, gain: float, at: int) -> None:
        """The volume of everything: 0 when muted, less than 1 at night."""
        self._main.move(gain, at, PAUSE_FADE)

    def pause(self, at: int) -> None:
        """The bed and all that was scheduled fall silent; what is scheduled later is heard."""
        for handle in [one.handle for one in self._placed]:
            self.cancel(handle, at)
        if self._paused_at is None:
            self._paused_at = at
            self._pause.move(0.0, at, PAUSE_FADE)

    def resume(self, at: int) -> None:
        """The bed is heard again, and goes on where it was."""
        if self._paused_at is None:
            return
        at = max(at, self._paused_at + PAUSE_FADE)
        away = at - self._paused_at
        self._paused_at = None
        self._beds = tuple(replace(one, origin=one.origin + away) for one in self._beds)
        self._pause.move(1.0, at, PAUSE_FADE)

    def clear(self) -> None:
        """Forget all beds and sounds, when nothing is to be heard any more."""
        self._placed, self._beds = (), ()

    def seek(self, frame: int) -> None:
        """Render from this frame on, with what has been scheduled since."""
        self.frame = frame
        self._raw = self._raw[:0]

    def render(self, count: int) -> Samples:
        """The next frames, stereo, none louder than the limiter lets pass."""
        first, last = self.frame - LOOK, self.frame + count + LOOK
        seen = self._raw[max(first - self._raw_first, 0) :]
        done = first + len(seen)
        self._raw = np.concatenate((seen, self._mixed(done, last - done)))
        self._raw_first = first
        self.frame += count
        return limited(self._raw)

    def _mixed(self, first: int, count: int) -> Samples:
        mixed = np.zeros((count, CHANNELS), np.float32)
        gains = self._main.gains(first, count)
        if not gains.any():
            return mixed
        placed = self._placed
        self._add_beds(mixed, first, placed)
        volumes = {bus: self._volumes[bus].gains(first, count) for bus in Bus}
        for one in placed:
            _add(mixed, first, one, volumes[one.bus])
        mixed *= gains[:, None]
        return mixed

    def _add_beds(self, mixed: Samples, first: int, placed: tuple[_Placed, ...]) -> None:
        count = len(mixed)
        volume: Samples | None = None
        for bedding in self._beds:
            fade = bedding.fader.gains(first, count) * self._pause.gains(first, count)
            if not fade.any():
                continue
            if volume is None:
                volume = self._volumes[Bus.BED].gains(first, count)
                voices = (one for one in placed if one.bus is Bus.VOICE)
                under = (Duck.under(one.at, one.end, one.known) for one in voices)
                gains = ducked(under, first, count)
                volume = volume if gains is None else volume * gains
            mixed += bedding.bed.read(first - bedding.origin, count) * (fade * volume)[:, None]


def _add(mixed: Samples, first: int, one: _Placed, volume: Samples) -> None:
    """Add what of a sound falls into these frames."""
    begin = max(one.at, first)
    end = min(one.at + len(one.samples), first + len(mixed))
    if one.cut is not None:
        end = min(end, one.cut + _CUT_FADE)
    if begin >= end or one.end <= one.at:
        return
    part = one.samples[begin - one.at : end - one.at]
    if part.ndim == 1:
        part = (part * _MONO)[:, None]
    gains = volume[begin - first : end - first]
    fade = one.gains(begin, end - begin)
    mixed[begin - first : end - first] += part * (gains if fade is None else gains * fade)[:, None]
