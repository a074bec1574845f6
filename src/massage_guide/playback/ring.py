"""A ring: sound rendered ahead, from which the device's own thread only takes slices."""

from __future__ import annotations

from array import array

from massage_guide.playback.counting import CHANNELS, frames

FRAME = 4 * CHANNELS
"""Bytes of a frame."""
AHEAD = frames(0.5)
"""Frames that are kept rendered."""
_SIZE = 4 * AHEAD
_JOIN = frames(0.005)
"""Frames over which what was rendered anew takes the place of what was there."""


class Ring:
    """Frames between `read` and `written`, by numbers that only grow.

    One thread writes and one reads; each moves its own number alone, so that neither waits.
    """

    def __init__(self) -> None:
        self._bytes = bytearray(_SIZE * FRAME)
        self.read = 0
        """The next frame that the device takes."""
        self.written = 0
        """The next frame that is not there yet."""

    def begin(self, frame: int) -> None:
        """Start anew at this frame, with nothing rendered."""
        self.read = self.written = frame

    def write(self, frame: int, data: bytes) -> None:
        """Put frames in from this one on, over what is there already.

        What comes too late to be heard from its beginning is joined without a click.
        """
        late = max(self.read - frame, 0)
        frame, data = frame + late, data[late * FRAME :]
        if frame > self.written:
            self._put(self.written, bytes(min(frame - self.written, _SIZE) * FRAME))
        there = self._get(frame, min(max(self.written - frame, 0), _JOIN, len(data) // FRAME))
        self._put(frame, _joined(there, data[: len(there)]) + data[len(there) :])
        self.written = frame + len(data) // FRAME

    def take(self, count: int) -> bytes:
        """The next frames; silence where they are not rendered yet, for time goes on."""
        data = self._get(self.read, min(max(self.written - self.read, 0), count))
        self.read += count
        return data + bytes(count * FRAME - len(data))

    def _put(self, frame: int, data: bytes) -> None:
        at = frame % _SIZE * FRAME
        first = min(len(data), len(self._bytes) - at)
        self._bytes[at : at + first] = data[:first]
        self._bytes[: len(data) - first] = data[first:]

    def _get(self, frame: int, count: int) -> bytes:
        at = frame % _SIZE * FRAME
        data = bytes(self._bytes[at : at + count * FRAME])
        return data + bytes(self._bytes[: count * FRAME - len(data)])


def _joined(old: bytes, new: bytes) -> bytes:
    """From one to the other; the same where they are the same."""
    if old == new:
        return new
    before, after = array("f", old), array("f", new)
    steps = len(after) // CHANNELS + 1
    for i, to in enumerate(after):
        after[i] = before[i] + (to - before[i]) * (i // CHANNELS + 1) / steps
    return after.tobytes()
