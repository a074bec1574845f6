"""The real program in its own window, led to where it is to be measured."""

from __future__ import annotations

import tempfile
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, QTimer

from massage_guide.app import build
from massage_guide.domain.session import Answer
from massage_guide.program import Program
from tools.bench.windows import shown

WEEKS = 30
"""The age of the baby: every stroke suits."""


class Opened:
    """The program, opened on an empty data folder or on this one; use it as a context."""

    def __init__(self, size: QSize, data: Path | None = None) -> None:
        self._size = size
        self._folder = tempfile.TemporaryDirectory(prefix="massage-guide-bench-data-")
        self.program = build(time.monotonic, _now, data or Path(self._folder.name))

    def __enter__(self) -> Program:
        """Home, with everything read and the journal open."""
        shown(self.program.window, self._size)
        self.program.load()
        self.program.safekeeping.open()
        self.program.window.close_card()
        QCoreApplication.processEvents()
        return self.program

    def __exit__(self, *_: object) -> None:
        self.program.window.close()
        self.program.close()
        self._folder.cleanup()


def play(program: Program, routine: str = "legs-and-feet") -> None:
    """From Home through Get ready and Ask to the first stroke."""
    program.ready.begin(routine)
    program.ready.age_told(WEEKS)
    program.ready.breath_done()
    program.ready.answered(Answer.YES)
    if program.window.screen_name != "guide":
        raise RuntimeError(f"the massage did not begin: {program.window.screen_name}")


def go_to(program: Program, number: int) -> None:
    """To the beginning of a step's stroke, past the pause before it, as when a massage goes on."""
    timeline = program.player.head.timeline
    program.player.load(timeline, timeline.row_of(number).start)
    program.player.start()


def let_pass(seconds: float) -> None:
    """Run the event loop for a while, asleep whenever it has nothing to do."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _now() -> datetime:
    return datetime.now().astimezone()
