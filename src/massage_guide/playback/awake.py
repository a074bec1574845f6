"""The display kept awake during a massage, and given its own rules back after it."""

from __future__ import annotations

import atexit
from threading import Event, Thread
from time import monotonic

from PySide6.QtCore import QObject, Signal


class Awake(QObject):
    """Asks the desktop to leave the display on.

    The asking is done in a thread of its own, which lives as long as the
    request: a desktop may take seconds to answer, and a window must not wait.
    Should the program be killed, the desktop drops the request with the
    program's connection to it.

    Signals:
        changed: `held` or `reason` is not what it was.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grip: _Grip | None = None
        self._let_go: list[_Grip] = []

    @property
    def held(self) -> bool:
        """Whether the desktop has said that it will leave the display on."""
        return self._grip is not None and self._grip.held

    @property
    def reason(self) -> str | None:
        """Why the display cannot be kept awake; None while it is, or is not asked to be."""
        return self._grip.reason if self._grip is not None else None

    def hold(self) -> None:
        """Keep the display awake from now on; asking twice is asking once."""
        if self._grip is None:
            self._grip = _Grip(self)
            # A thread that still talks to Qt while Python winds down would crash.
            atexit.register(self._grip.leave)
            self._grip.start()

    def release(self) -> None:
        """Give the display back; without a hold, nothing."""
        if self._grip is not None:
            self._grip.enough.set()
            self._let_go = [grip for grip in self._let_go if grip.is_alive()] + [self._grip]
            self._grip = None
            self.changed.emit()

    def close(self, patience: float = 2.0) -> None:
        """Give the display back and wait for that, at most so many seconds; for the way out."""
        self.release()
        deadline = monotonic() + patience
        for grip in self._let_go:
            grip.leave(max(deadline - monotonic(), 0))

    def told(self, grip: _Grip) -> None:
        """Hear from the thread that the desktop has answered."""
        if grip is self._grip:
            self.changed.emit()


class _Grip(Thread):
    """One request to the desktop, from the asking to the giving back."""

    def __init__(self, owner: Awake) -> None:
        # A daemon: a desktop that does not answer must not keep the program open.
        super().__init__(name="keeps the display awake", daemon=True)
        self.enough = Event()
        self.held = False
        self.reason: str | None = None
        self._owner = owner

    def run(self) -> None:
        """Ask, wait until it is enough, give back."""
        try:
            self._hold()
        except Exception as error:
            # Whatever a desktop or its library comes up with, the massage goes on.
            self.reason = str(error) or type(error).__name__
            self._tell()
        finally:
            self.held = False
            atexit.unregister(self.leave)

    def leave(self, patience: float = 2.0) -> None:
        """Give back, and wait for that at most so many seconds."""
        self.enough.set()
        self.join(patience)

    def _hold(self) -> None:
        # Imported here: it is wanted only once a massage begins.
        from wakepy import keep

        mode = keep.presenting(on_fail="pass")
        try:
            with mode:
                self.held = mode.active
                if not mode.active:
                    self.reason = mode.result.get_failure_text(style="inline")
                self._tell()
                self.enough.wait()
        finally:
            # wakepy leaves its connection open when no desktop would have it.
            adapter = getattr(mode, "_dbus_adapter", None)
            if adapter is not None:
                adapter.close_connections()

    def _tell(self) -> None:
        if self.enough.is_set():
            return
        try:
            self._owner.told(self)
        except RuntimeError:
            # The window and its Awake are gone already.
            return
