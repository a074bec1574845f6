"""The last resort: a mistake of ours is written down, and the massage goes on."""

from __future__ import annotations

import faulthandler
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication

FATAL = "stopped.txt"
"""Where the interpreter writes when it is stopped from outside or below."""


class CrashReports:
    """Keeps reports of our own mistakes in the data folder; names and notes never enter them."""

    def __init__(self, folder: Path, wall_clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._wall_clock = wall_clock
        self._fatal: TextIO | None = None
        self.tell: Callable[[str], None] | None = None
        """Shows one sentence to the parent, once there is a window."""

    def install(self) -> str | None:
        """Begin to listen; returns an apology when the last run ended badly."""
        apology = self._earlier()
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._fatal = (self._folder / FATAL).open("w", encoding="utf-8")
            faulthandler.enable(self._fatal)
        except OSError:
            self._fatal = None
        sys.excepthook = self.caught
        return apology

    def uninstall(self) -> None:
        """Stop listening; a run that ended well leaves nothing behind."""
        sys.excepthook = sys.__excepthook__
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None
            (self._folder / FATAL).unlink(missing_ok=True)

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the mistake down and say one calm sentence; nothing stops."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        lines = [line for frame in traceback.extract_tb(trace) for line in (_place(frame),)]
        text = "\n".join([*lines, kind.__name__])
        sys.stderr.write(text + "\n")
        name = f"report-{self._wall_clock():%Y-%m-%d-%H%M%S}.txt"
        try:
            (self._folder / name).write_text(text + "\n", encoding="utf-8")
        except OSError:
            name = ""
        if self.tell is not None:
            self.tell(_sorry(name))

    def _earlier(self) -> str | None:
        fatal = self._folder / FATAL
        try:
            if not fatal.exists():
                return None
            told = fatal.stat().st_size > 0
            if told:
                fatal.replace(self._folder / f"report-{self._wall_clock():%Y-%m-%d-%H%M%S}.txt")
        except OSError:
            return None
        if not told:
            return None
        return QCoreApplication.translate(
            "crash", "Last time the program stopped by itself. Sorry about that. Nothing was lost."
        )


def _place(frame: traceback.FrameSummary) -> str:
    """File, line and function; never the values, which might be somebody's name."""
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"


def _sorry(name: str) -> str:
    if not name:
        return QCoreApplication.translate(
            "crash", "Something went wrong inside the program. You can simply go on."
        )
    return QCoreApplication.translate(
        "crash", "Something went wrong inside the program. You can go on; it is noted in {file}."
    ).format(file=name)
