"""The tube: leads sound to a small program of its own, which plays it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from massage_guide.playback.outlet import (
    BEGIN,
    CLOSE,
    DONE,
    FRAMES,
    OPEN,
    ORDER,
    REPORT,
    START,
    TOOK,
)
from massage_guide.playback.samples import Samples

_OUTLET = "massage_guide.playback.outlet"
_PATIENCE = 5.0
"""Seconds within which the other program answers, or is ended."""


class Tube:
    """Talks to the outlet, which is begun when it is needed first, and anew when it is gone.

    Painting keeps every thread of this program waiting, at times for a quarter of a second, and a
    device does not wait; the outlet has nothing else to do. However this program ends, the
    other sees its input end. Where no program can be started, there is no device.
    """

    def __init__(self, took: Callable[[int, float], None]) -> None:
        """`took` is called in a thread of its own: the device has all before this frame, since."""
        self._took = took
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[bool] = SimpleQueue()

    def open(self, wish: str) -> bool:
        """Open the device of this name, or what the system chooses."""
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None and not self._begin():
            return False
        return self._ask(OPEN, wish.encode())

    def begin(self, frame: int) -> None:
        """The device is to play from this frame on, once it is started."""
        self._say(BEGIN, frame)

    def send(self, frame: int, samples: Samples) -> None:
        """Have these played from this frame on, in the place of what was sent for it before."""
        self._say(FRAMES, frame, samples.astype("<f4", copy=False).tobytes())

    def start(self) -> bool:
        """Have the device take what was sent."""
        return self._ask(START)

    def close(self) -> None:
        """Let the device go."""
        self._say(CLOSE)

    def end(self) -> None:
        """End the other program."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            with suppress(OSError):
                if process.stdin is not None:
                    process.stdin.close()

    def _begin(self) -> bool:
        try:
            process = subprocess.Popen(
                # -P: the folder that somebody happens to be in holds no modules of ours
                [sys.executable, "-P", "-m", _OUTLET],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return False
        self._process, self._answers = process, SimpleQueue()
        Thread(
            target=self._listen, args=(process, self._answers), name="outlet", daemon=True
        ).start()
        return True

    def _ask(self, what: bytes, data: bytes = b"") -> bool:
        self._say(what, 0, data)
        try:
            return self._answers.get(timeout=_PATIENCE)
        except Empty:
            self.end()
            return False

    def _say(self, what: bytes, frame: int = 0, data: bytes = b"") -> None:
        process = self._process
        if process is not None and process.stdin is not None:
            # an outlet that is gone takes nothing any more, which is soon noticed
            with suppress(OSError, ValueError):
                process.stdin.write(ORDER.pack(what, frame, len(data)) + data)
                process.stdin.flush()

    def _listen(self, process: subprocess.Popen[bytes], answers: SimpleQueue[bool]) -> None:
        if process.stdout is None:
            return
        with process.stdout as reports:
            while len(report := reports.read(REPORT.size)) == REPORT.size:
                what, frame, seconds = REPORT.unpack(report)
                if what == TOOK:
                    self._took(frame, seconds)
                else:
                    answers.put(what == DONE)
        answers.put(False)
