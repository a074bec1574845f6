"""Devices: what plays sound on this computer, opened and closed so that nothing is left over."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from massage_guide.playback.counting import CHANNELS, RATE

_PERIOD = 80
"""Milliseconds that a device takes at a time: a busy computer plays a gap with less, and a pause is
heard later with more."""
_PERIODS = 2
"""Takes that fill a device's buffer; PulseAudio keeps about two, whatever it is asked for."""
_HELD = 0.9
"""The share of its buffer for which a device holds sound back, as measured on PulseAudio."""


class DeviceError(Exception):
    """There is no device, or it does not open."""


def device_names() -> tuple[str, ...]:
    """What could be chosen; may take a while, so not in the window's thread."""
    try:
        library = _library()
    except DeviceError:
        return ()
    for backends in _backends(library):
        with _quiet(), suppress(library.MiniaudioError):
            return tuple(_found(library, backends))
    return ()


def open_device(wish: str) -> Device:
    """The device of this name, or else the one that the system chooses; raises DeviceError."""
    library = _library()
    trouble: Exception = DeviceError("there is no sound on this computer")
    for backends in _backends(library):
        try:
            with _quiet():
                return Device(library, wish, backends)
        except (DeviceError, library.MiniaudioError) as error:
            trouble = error
    raise DeviceError(str(trouble)) from trouble


class Device:
    """One that is open."""

    latency = _PERIOD * _PERIODS / 1000 * _HELD
    """Seconds for which it holds sound back before it is heard."""

    def __init__(self, library: ModuleType, wish: str, backends: list[Any]) -> None:
        self.wish = wish
        self._library = library
        found = _found(library, backends)
        if not found:
            # the library loses five open files each time that it fails to open what is not there
            raise DeviceError("there is no device")
        chosen = found.get(wish)
        # made and set up apart, so that its connection can be closed where setting up fails
        self._device = library.PlaybackDevice.__new__(library.PlaybackDevice)
        try:
            self._device.__init__(
                library.SampleFormat.FLOAT32,
                CHANNELS,
                RATE,
                _PERIOD,
                chosen,
                _PERIODS,
                backends,
                app_name="Massage Guide",
            )
        except library.MiniaudioError:
            self._disconnect()
            raise

    def start(self, feeder: Generator[bytes, int, None]) -> None:
        """Take sound from `feeder`, which has been started; raises DeviceError."""
        try:
            self._device.start(feeder)
        except self._library.MiniaudioError as error:
            raise DeviceError(str(error)) from error

    def close(self) -> None:
        """Let it go."""
        self._device.close()
        self._disconnect()

    def _disconnect(self) -> None:
        """Close the connection to the sound server, which the library leaves open."""
        context = getattr(self._device, "_context", None)
        if context is not None:
            self._library.lib.ma_context_uninit(context)


def _found(library: ModuleType, backends: list[Any]) -> dict[str, Any]:
    """Names of devices, with what the library knows them by."""
    return {str(one["name"]): one["id"] for one in library.Devices(backends).get_playbacks()}


def _library() -> ModuleType:
    try:
        return importlib.import_module("miniaudio")
    except ImportError as error:
        raise DeviceError("sound cannot be played on this kind of computer") from error


def _backends(library: ModuleType) -> Iterator[list[Any]]:
    """What to try, in this order; an empty list lets the system choose."""
    if sys.platform != "linux":
        yield []
        return
    yield [library.Backend.PULSEAUDIO]
    if Path("/dev/snd").is_dir():
        yield [library.Backend.ALSA]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep from the terminal what the system's libraries mutter each time they find nothing."""
    if sys.platform != "linux":
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        kept = os.dup(2)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
