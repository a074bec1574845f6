"""The beat of a device: which frame it takes at which second of the program's own clock."""

from __future__ import annotations

from massage_guide.playback.samples import RATE

_SETTLING = 0.6
"""Seconds after opening in which a device fills its buffers and its beat tells little."""
_MEMORY = 400
"""Takes over which the beat is a mean; a drifting device is followed this slowly."""
_JUMP = 0.1 * RATE
"""Frames; a take that is as far off is no jitter: the device stood still, or began anew."""
_JUMPS = 5
"""So many of them in a row are believed."""


class Beat:
    """A line through takes that come a little early or late; only the clock moves time on."""

    def __init__(self) -> None:
        self._origin = 0.0
        """The frame that is taken at second 0 of the clock."""
        self._takes = 0
        self._jumps = 0
        self._since = float("-inf")

    def begin(self, frame: int, seconds: float) -> None:
        """A device begins here; the first takes only fill its buffers."""
        self._origin = frame - seconds * RATE
        self._takes = self._jumps = 0
        self._since = seconds

    def taken(self, frame: int, seconds: float) -> None:
        """The device has taken all before `frame`, at this second."""
        origin = frame - seconds * RATE
        if seconds - self._since < _SETTLING:
            self._origin = origin
            return
        off = origin - self._origin
        if abs(off) > _JUMP:
            self._jumps += 1
            if self._jumps >= _JUMPS:
                self.begin(frame, seconds - _SETTLING)
            return
        self._jumps = 0
        self._takes = min(self._takes + 1, _MEMORY)
        self._origin += off / self._takes

    def frame_at(self, seconds: float) -> float:
        """The frame that is taken at this second."""
        return self._origin + seconds * RATE
