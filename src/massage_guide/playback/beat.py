"""The beat of a device: which frame it takes at which second of the program's own clock."""

from __future__ import annotations

from massage_guide.playback.samples import RATE

_SETTLING = 0.6
"""Seconds after opening in which a device fills its buffers and its beat tells little."""
_MEMORY = 400
"""Takes over which the beat is a mean; a drifting device is followed this slowly."""
_JUMP = 0.012 * RATE
"""Frames; takes that are as far off are no jitter: the device stood still, or ran ahead."""
_JUMPS = 8
"""So many of them in a row are believed."""


class Beat:
    """A line through takes that come a little early or late; only the clock moves time on."""

    def __init__(self) -> None:
        self._origin = 0.0
        """The frame that is taken at second 0 of the clock."""
        self._takes = 0
        self._jumps: list[float] = []
        """How far off the last takes were, all of them too early or all too late."""
        self._since = float("-inf")

    def begin(self, frame: int, seconds: float) -> None:
        """A device begins here; the first takes only fill its buffers."""
        self._origin = frame - seconds * RATE
        self._takes = 0
        self._jumps = []
        self._since = seconds

    def taken(self, frame: int, seconds: float) -> None:
        """The device has taken all before `frame`, at this second."""
        origin = frame - seconds * RATE
        if seconds - self._since < _SETTLING:
            self._origin = origin
            return
        off = origin - self._origin
        if abs(off) <= _JUMP:
            self._jumps = []
            self._takes = min(self._takes + 1, _MEMORY)
            self._origin += off / self._takes
            return
        if self._jumps and (off > 0) is not (self._jumps[-1] > 0):
            self._jumps = []
        self._jumps.append(off)
        if len(self._jumps) == _JUMPS:
            # one take may have been late besides; the middle one is not
            self._origin += sorted(self._jumps)[_JUMPS // 2]
            self._takes, self._jumps = _JUMPS, []

    def frame_at(self, seconds: float) -> float:
        """The frame that is taken at this second."""
        return self._origin + seconds * RATE
