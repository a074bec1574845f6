"""The application: builds the program, opens its window and stays until it is closed."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from massage_guide.crash import CrashReports
from massage_guide.files.paths import DataDir
from massage_guide.front import Front
from massage_guide.loading import Loading
from massage_guide.only_one import OnlyOne

if TYPE_CHECKING:  # all but the front is loaded once the window has been seen
    from massage_guide.program import Program


def build(
    clock: Callable[[], float], wall_clock: Callable[[], datetime], data_dir: Path
) -> Program:
    """Build the program around these clocks and this data folder; shows nothing yet."""
    return furnished(Front(clock, wall_clock(), DataDir(data_dir)), clock, wall_clock)


def furnished(
    front: Front, clock: Callable[[], float], wall_clock: Callable[[], datetime]
) -> Program:
    """Build and wire everything behind the front."""
    from massage_guide.program import Program
    from massage_guide.stage.allocation import give_pictures_back
    from massage_guide.wiring import wire

    give_pictures_back()
    program = Program(front, clock, wall_clock)
    wire(program)
    return program


class Run(QObject):
    """One run of the program: what happens when, from the first paint to the last."""

    def __init__(
        self, folder: DataDir, only: OnlyOne, reports: CrashReports, *, teach: bool = False
    ) -> None:
        super().__init__()
        self._teach = teach
        self._only, self._reports = only, reports
        self._apology = reports.install()
        self._program: Program | None = None
        self.front = Front(time.monotonic, _now(), folder)
        self._loading = Loading(self.front.window, self)
        self._loading.painted.connect(self._furnish)
        self._loading.journal_ready.connect(self._open_journal)
        self._loading.sound_ready.connect(self._open_sound)
        self._reports.tell = self.front.window.show_notice

    @Slot()
    def _furnish(self) -> None:
        """The window has been seen: fetch the database beside it, and build all the rest."""
        self._loading.fetch()
        self._program = furnished(self.front, time.monotonic, _now)
        self._only.listen()
        self._only.asked_to_front.connect(self._program.steward.to_front)
        self._program.load()
        if self._teach:
            # started for a class: nothing of a family in sight, and the week that comes next
            self._program.memory.be_discreet(True)
            self._program.school.timetable.open()
        if self._apology:
            self.front.window.show_notice(self._apology)
        # what is built by now stays as long as the program
        gc.freeze()
        gc.enable()

    @Slot()
    def _open_journal(self) -> None:
        if self._program is not None:
            self._program.safekeeping.begin()

    @Slot()
    def _open_sound(self) -> None:
        if self._program is not None:
            from massage_guide.playback.output import MiniaudioOutput

            self._program.open_sound(MiniaudioOutput)

    def end(self) -> None:
        """The window is closed."""
        self._loading.wait()
        self._only.let_go()
        self._reports.uninstall()


def run(data: str | None, *, teach: bool = False) -> int:
    """Open the window, for a class if so, and stay until it is closed."""
    # what this program writes is for its owner's eyes only
    os.umask(0o077)
    # antialiased painting in many threads costs more than it saves on small regions
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("massage-guide")
    application.setDesktopFileName("massage-guide")
    folder = DataDir.choose(data)
    only = OnlyOne(folder.root)
    if not only.claim():
        print(only.sentence)
        return 0
    this = Run(folder, only, CrashReports(folder.root, _now), teach=teach)
    this.front.window.show()
    status = application.exec()
    this.end()
    return status


def _now() -> datetime:
    return datetime.now().astimezone()
