"""The outlet: a small program of its own that plays what it is sent until its input ends."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
from collections.abc import Generator
from typing import Any

from massage_guide.playback.devices import Device, DeviceError, open_device
from massage_guide.playback.ring import Ring

ORDER = struct.Struct("<cqI")
"""What is to be done, from which frame on, and how many bytes belong to it."""
OPEN, BEGIN, FRAMES, START, CLOSE = b"o", b"b", b"f", b"s", b"c"
REPORT = struct.Struct("<cqd")
"""What has happened, up to which frame, and at which second of the machine's monotonic clock."""
DONE, FAILED, TOOK = b"d", b"x", b"t"


class Outlet:
    """One device at a time, and the ring from which it takes."""

    def __init__(self) -> None:
        self._ring = Ring()
        self._device: Device | None = None

    def follow(self, what: bytes, frame: int, data: bytes) -> None:
        """Do what the main program says; OPEN and START are answered."""
        if what == FRAMES:
            self._ring.write(frame, data)
        elif what == BEGIN:
            self._ring.begin(frame)
        elif what == CLOSE:
            self._close()
        else:
            self._report(DONE if self._attempt(what, data.decode()) else FAILED)

    def _attempt(self, what: bytes, wish: str) -> bool:
        try:
            if what == OPEN:
                self._close()
                self._device = open_device(wish)
            elif self._device is not None:
                feeder = self._feed()
                next(feeder)
                self._device.start(feeder)
        except DeviceError:
            self._close()
        return self._device is not None

    def _close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _feed(self) -> Generator[bytes, int, None]:
        """What the device's own thread runs: it takes a slice and tells when."""
        count = yield b""
        while True:
            data = self._ring.take(count)
            self._report(TOOK)
            count = yield data

    def _report(self, what: bytes) -> None:
        os.write(1, REPORT.pack(what, self._ring.read, time.monotonic()))


def main() -> None:
    """Follow the main program, which keeps this one's input open as long as it lives."""
    # Ctrl+C in a terminal is meant for the program, whose end then ends this too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # the library would load arrays, which nothing here needs
    modules: dict[str, Any] = sys.modules
    modules["numpy"] = None
    orders = sys.stdin.buffer
    outlet = Outlet()
    while len(head := orders.read(ORDER.size)) == ORDER.size:
        what, frame, length = ORDER.unpack(head)
        outlet.follow(what, frame, orders.read(length))
    # a device whose server is gone may never close
    os._exit(0)


if __name__ == "__main__":
    main()
