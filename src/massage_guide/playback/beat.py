"""The beat of a device: which frame it takes at which second of the program's own clock."""

from __future__ import annotations

from collections import deque

from massage_guide.playback.counting import RATE

_SETTLING = 0.6
"""Seconds after opening in which a device fills its buffers and its beat tells little."""
_MEMORY = 400
"""Takes over which the beat is a mean; a drifting device is followed this slowly."""
_JUMP = 0.012 * RATE
"""Frames; takes that are as far off for a whole window are no jitter: the device stood still."""
_WINDOW = 1.0
"""Seconds of takes that are weighed together."""
_FEWEST = 4
"""Takes by which a window tells anything."""


class Beat:
    """A line through takes; a take may come late, when others keep its thread waiting, never early.

    Only the clock moves time on.
    """

    def __init__(self) -> None:
        self._origin = 0.0
        """The frame that is taken at second 0 of the clock."""
        self._takes = 0
        self._window: deque[tuple[float, float]] = deque()
        """Second and origin of the last takes."""
        self._since = float("-inf")

    def begin(self, frame: int, seconds: float) -> None:
        """A device begins here; the first takes only fill its buffers."""
        self._origin = frame - seconds * RATE
        self._takes = 0
        self._window.clear()
        self._since = seconds

    def taken(self, frame: int, seconds: float) -> None:
        """The device has taken all before `frame`, at this second."""
        origin = frame - seconds * RATE
        if seconds - self._since < _SETTLING:
            self._origin = origin
            return
        window = self._window
        window.append((seconds, origin))
        while seconds - window[0][0] > _WINDOW:
            window.popleft()
        promptest = max(one for _, one in window)
        off = promptest - self._origin
        if abs(off) <= _JUMP:
            self._takes = min(self._takes + 1, _MEMORY)
            self._origin += off / self._takes
        elif len(window) >= _FEWEST and seconds - window[0][0] > 0.8 * _WINDOW:
            self._origin, self._takes = promptest, _FEWEST

    def frame_at(self, seconds: float) -> float:
        """The frame that is taken at this second."""
        return self._origin + seconds * RATE
