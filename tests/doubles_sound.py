"""Doubles of sound: a tape in place of a device, and a voice that says everything alike."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from massage_guide.playback.limiter import LOOK
from massage_guide.playback.mixer import Mixer
from massage_guide.playback.samples import RATE, Samples, frames


class Tape:
    """An output that keeps all that is played, up to now."""

    def __init__(
        self, mixer: Mixer, clock: Callable[[], float], changed: Callable[[bool], None]
    ) -> None:
        self._mixer, self._clock = mixer, clock
        self._begin = clock()
        self._parts: list[Samples] = []
        self.available = True
        self.running = False
        changed(True)

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.running = False

    def choose(self, device: str) -> None:
        self.device = device

    def frame_at(self, seconds: float) -> int:
        return round((seconds - self._begin) * RATE)

    def soonest(self) -> int:
        self.roll()
        return self._mixer.frame + LOOK

    def renew(self) -> None:
        """Nothing is rendered ahead of the clock."""

    def roll(self) -> None:
        """Render up to now."""
        count = self.frame_at(self._clock()) - self._mixer.frame
        if count > 0:
            self._parts.append(self._mixer.render(count))

    def heard(self) -> Samples:
        """The left channel, from the beginning to now."""
        self.roll()
        return np.concatenate(self._parts)[:, 0] if self._parts else np.zeros(0, np.float32)


class Teller:
    """A voice that says each text as one steady note, which a test can measure."""

    def __init__(self, seconds: float = 0.8, level: float = 0.25) -> None:
        self._sound = np.full((frames(seconds), 2), level, np.float32)
        self.said: list[str] = []
        self.name = ""

    def say(self, text: str) -> Samples | None:
        self.said.append(text)
        return self._sound

    def choose(self, name: str) -> None:
        self.name = name


def onsets(heard: Samples, level: float = 0.2) -> list[int]:
    """The frames at which it becomes as loud as a teller is."""
    loud = np.concatenate(([False], heard > level))
    return [int(frame) for frame in np.flatnonzero(loud[1:] & ~loud[:-1])]


def lengths(heard: Samples, level: float = 0.2) -> list[int]:
    """For how many frames it stays so."""
    loud = np.concatenate(([False], heard > level, [False]))
    edges = np.flatnonzero(loud[1:] != loud[:-1])
    return [int(length) for length in edges[1::2] - edges[::2]]
