"""The application: builds the program, opens its window and stays until it is closed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from massage_guide.crash import CrashReports
from massage_guide.files.paths import DataDir
from massage_guide.loading import Loading
from massage_guide.only_one import OnlyOne
from massage_guide.program import Program
from massage_guide.wiring import wire


def build(
    clock: Callable[[], float], wall_clock: Callable[[], datetime], data_dir: Path
) -> Program:
    """Build the program around these clocks and this data folder; shows nothing yet."""
    program = Program(clock, wall_clock, DataDir(data_dir))
    wire(program)
    return program


def run(data: str | None) -> int:
    """Open the window and stay until it is closed."""
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
    reports = CrashReports(folder.root, _now)
    apology = reports.install()
    program = build(time.monotonic, _now, folder.root)
    reports.tell = program.window.show_notice
    only.asked_to_front.connect(program.to_front)
    loading = Loading(program.window)
    loading.painted.connect(program.load)
    loading.painted.connect(loading.fetch_journal)
    loading.journal_ready.connect(program.open_journal)
    program.window.show()
    if apology:
        program.window.show_notice(apology)
    status = application.exec()
    loading.wait()
    only.let_go()
    reports.uninstall()
    return status


def _now() -> datetime:
    return datetime.now().astimezone()
