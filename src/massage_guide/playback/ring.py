"""A ring: sound rendered ahead, from which the device's own thread only takes slices."""

from __future__ import annotations

from massage_guide.playback.samples import CHANNELS, Samples, frames

_FRAME = 4 * CHANNELS
"""Bytes of a frame."""
AHEAD = frames(0.4)
"""Frames that are kept rendered."""
_SIZE = 2 * AHEAD


class Ring:
    """Frames between `read` and `written`, by numbers that only grow.

    One thread writes and one reads; each moves its own number alone, so that neither waits.
    """

    def __init__(self) -> None:
        self._bytes = bytearray(_SIZE * _FRAME)
        self.read = 0
        """The next frame that the device takes."""
        self.written = 0
        """The next frame that is not there yet."""

    def begin(self, frame: int) -> None:
        """Start anew at this frame, with nothing rendered."""
        self.read = self.written = frame

    def wanted(self) -> int:
        """How many more frames should be rendered."""
        return self.read + AHEAD - self.written

    def write(self, samples: Samples) -> None:
        """Put the next frames in."""
        data = samples.astype("<f4", copy=False).tobytes()
        at = self.written % _SIZE * _FRAME
        first = min(len(data), len(self._bytes) - at)
        self._bytes[at : at + first] = data[:first]
        self._bytes[: len(data) - first] = data[first:]
        self.written += len(samples)

    def take(self, count: int) -> bytes:
        """The next frames; silence where they are not rendered yet, for time goes on."""
        there = min(max(self.written - self.read, 0), count)
        at = self.read % _SIZE * _FRAME
        data = bytes(self._bytes[at : at + there * _FRAME])
        if len(data) < there * _FRAME:
            data += bytes(self._bytes[: there * _FRAME - len(data)])
        self.read += count
        return data if there == count else data + bytes((count - there) * _FRAME)
