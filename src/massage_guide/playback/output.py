"""Outputs: where the mixed sound goes: to a device that may come and go, or nowhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Protocol

from massage_guide.playback.beat import Beat
from massage_guide.playback.devices import Device
from massage_guide.playback.mixer import Mixer
from massage_guide.playback.ring import AHEAD
from massage_guide.playback.samples import frames
from massage_guide.playback.tube import Tube

_BLOCK = frames(0.1)
"""Most frames rendered at a time."""
_ROUND = 0.12
"""Seconds between two looks at what the device has taken."""
_SOON = frames(0.06)
"""Frames ahead of what the device takes now at which something new can still begin."""
_DEAF = 1.0
"""Seconds without a take after which a device counts as gone."""
_GRACE = 3.0
"""Seconds that a device has until it takes more than what fills its buffers."""
_FILLING = 0.05
"""Seconds after opening within which takes only fill the device's buffers."""
_RETRY = 2.0
"""Seconds between two attempts to open one."""
_MOMENT = 0.01
"""Seconds for which who asks to render anew waits until that has begun."""
_SWITCH = 0.001
"""Seconds for which a thread that renders may keep the window's waiting."""


class Output(Protocol):
    """Takes what the mixer renders."""

    available: bool
    """Whether it is heard."""

    def start(self) -> None:
        """Take sound from now on."""
        ...

    def stop(self) -> None:
        """Take no more for now."""
        ...

    def close(self) -> None:
        """Take no more, ever."""
        ...

    def choose(self, device: str) -> None:
        """Play on the device of this name; empty for the one that the system chooses."""
        ...

    def frame_at(self, seconds: float) -> int:
        """The frame that is heard at this second of the clock."""
        ...

    def soonest(self) -> int:
        """The first frame that can still be changed, by scheduling and then `renew`."""
        ...

    def renew(self) -> None:
        """What has been rendered ahead does not hold any more."""
        ...


class MiniaudioOutput:
    """Plays on a device, and goes on counting where there is none until there is one again.

    A thread of its own has the device opened, renders ahead for it and watches it; the device
    itself is looked after by another process, at the other end of a tube. Who asks from the
    window's thread never waits for the device, and a hundredth of a second at most for the other.
    """

    def __init__(
        self,
        mixer: Mixer,
        clock: Callable[[], float],
        changed: Callable[[bool], None],
        device: str = "",
    ) -> None:
        """`clock` is the machine's monotonic one, which both processes read.

        `changed` is called in the output's thread: whether there is sound from now on.
        """
        self._mixer, self._clock, self._changed = mixer, clock, changed
        self._wish = device
        self._worn = ""
        """The wish by which the device that plays was opened."""
        self._tube, self._beat = Tube(self._note), Beat()
        self._beat.begin(0, clock())
        self._playing = False
        self._read = self._written = 0
        """The next frame that the device takes, and that has not been sent to it."""
        self._opened = self._took = 0.0
        """Seconds of the clock, of opening and of the last take."""
        self._taking = False
        """Whether the device takes more than what fills its buffers."""
        self._next_try = 0.0
        self._wake, self._anew, self._renewed = Event(), Event(), Event()
        self._on = self._over = False
        self._told: bool | None = None
        self.available = False
        self._thread = Thread(target=self._run, name="sound", daemon=True)

    def start(self) -> None:
        """Open the device, as soon as may be."""
        self._on = True
        self._next_try = 0.0
        if not self._thread.is_alive() and not self._over:
            # the switch is the whole interpreter's
            sys.setswitchinterval(_SWITCH)
            self._thread.start()
        self._wake.set()

    def stop(self) -> None:
        """Let the device go until the next start."""
        self._on = False
        self._wake.set()

    def close(self) -> None:
        """Let the device go for good; waits for it, but not for ever."""
        self._on, self._over = False, True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(2.0)
        self._tube.end()

    def choose(self, device: str) -> None:
        """Go over to this device."""
        if device != self._wish:
            self._wish = device
            self._wake.set()

    def frame_at(self, seconds: float) -> int:
        """The frame that is heard at this second; a device holds it back for a while."""
        held = Device.latency if self._playing else 0.0
        return round(self._beat.frame_at(seconds - held))

    def soonest(self) -> int:
        """The first frame that what is sent now can still change."""
        return self._taken() + (_SOON if self.available else 0)

    def renew(self) -> None:
        """Render anew what the device is not about to take."""
        self._renewed.clear()
        self._anew.set()
        self._wake.set()
        if self.available:
            # what is painted next may keep every other thread waiting
            self._renewed.wait(_MOMENT)

    def _taken(self) -> int:
        """The first frame that the device may not have taken; it is told of with a delay."""
        return max(round(self._beat.frame_at(self._clock())), self._read if self.available else 0)

    def _run(self) -> None:
        while not self._over:
            self._look()
            if self._playing:
                self._fill()
            busy = self._on or self._playing
            self._wake.wait(_ROUND if busy else None)
            self._wake.clear()
        self._let_go()

    def _look(self) -> None:
        """Open, keep or let go of the device."""
        now = self._clock()
        if self._playing:
            gone = now - self._took > (_DEAF if self._taking else _GRACE)
            if gone or not self._on or self._worn != self._wish:
                self._let_go()
                self._next_try = now
                if gone:
                    self._tell(False)
        if self._on and not self._playing and now >= self._next_try:
            self._open()

    def _open(self) -> None:
        self._worn = self._wish
        if not self._tube.open(self._worn):
            self._fail()
            return
        now = self._clock()
        frame = self._read = self._written = round(self._beat.frame_at(now))
        self._mixer.seek(frame)
        self._anew.clear()
        self._opened = self._took = now
        self._taking = False
        self._beat.begin(frame, now)
        self._tube.begin(frame)
        self._fill_up()
        self._playing = True
        if not self._tube.start():
            self._fail()

    def _fail(self) -> None:
        self._let_go()
        self._next_try = self._clock() + _RETRY
        self._tell(False)

    def _let_go(self) -> None:
        playing, self._playing = self._playing, False
        self.available = False
        if playing:
            self._tube.close()

    def _note(self, frame: int, seconds: float) -> None:
        """The device has taken all before this frame; told in the tube's thread."""
        self._read, self._took = frame, seconds
        self._beat.taken(frame, seconds)
        if not self._taking and seconds - self._opened > _FILLING:
            self._taking = True
            self._wake.set()

    def _fill(self) -> None:
        if self._taking and not self.available:
            self.available = True
            self._tell(True)
        if self._anew.is_set():
            self._anew.clear()
            self._go_to(min(self._taken(), self._written))
        self._fill_up()

    def _fill_up(self) -> None:
        if self._written < self._read:
            self._go_to(self._taken())
        while (wanted := self._read + AHEAD - self._written) > 0 and not self._anew.is_set():
            samples = self._mixer.render(min(wanted, _BLOCK))
            self._tube.send(self._written, samples)
            self._written += len(samples)
            if not self._anew.is_set():
                self._renewed.set()

    def _go_to(self, frame: int) -> None:
        self._written = frame
        self._mixer.seek(frame)

    def _tell(self, there: bool) -> None:
        if there is not self._told and not self._over:
            self._told = there
            # the window may be on its way out
            with suppress(RuntimeError):
                self._changed(there)
