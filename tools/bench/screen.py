"""A screen to measure on: an X server of our own, the desktop's, or none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "3840x2160x24"
"""As large as the largest window measured."""


@contextmanager
def screen(*, here: bool) -> Iterator[tuple[str, dict[str, str]]]:
    """What kind of screen there is, and the environment that leads to it.

    An own Xvfb gives the same figures whatever the desktop does meanwhile; `here` asks for
    the present desktop instead.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _DESKTOP}
    own = None if here else shutil.which("Xvfb")
    if sys.platform != "linux":
        yield "desktop", dict(os.environ)
    elif own:
        server, name = _started(own)
        try:
            yield "xvfb", environment | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()
            server.wait()
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield "desktop", dict(os.environ)
    else:
        yield "offscreen, for want of Xvfb", environment | {"QT_QPA_PLATFORM": "offscreen"}


_DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")


def _started(program: str) -> tuple[subprocess.Popen[str], str]:
    """An X server and its display's name, once it takes calls."""
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(theirs), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
        pass_fds=(theirs,),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    os.close(theirs)
    with os.fdopen(ours) as told:
        number = told.readline().strip()
    if not number:
        server.kill()
        server.wait()
        raise RuntimeError("Xvfb did not start")
    return server, f":{number}"
