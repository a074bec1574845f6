"""Loading: nothing heavy before the window has been seen, and the database beside it."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from massage_guide.loading import Loading

FIRST = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import massage_guide.app
heavy = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "wakepy", "tomlkit", "numpy", "miniaudio",
    "pyqtgraph"}
print(sorted(heavy & set(sys.modules)))
"""


class Seen(QWidget):
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()


def test_nothing_heavy_is_imported_before_the_window() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_paint_is_noticed_once(qtbot: QtBot) -> None:
    window = Seen()
    qtbot.addWidget(window)
    loading = Loading(window)
    painted: list[bool] = []
    loading.painted.connect(lambda: painted.append(True))
    with qtbot.waitSignal(loading.painted, timeout=20_000):
        window.show()
    window.repaint()
    window.repaint()
    qtbot.wait(0)
    assert painted == [True]


def test_the_journal_and_the_sound_come_from_a_thread_that_ends(qtbot: QtBot) -> None:
    window = Seen()
    qtbot.addWidget(window)
    loading = Loading(window)
    with qtbot.waitSignals([loading.journal_ready, loading.sound_ready], timeout=20_000):
        loading.fetch()
    loading.wait()
    assert {"massage_guide.storage.opening", "massage_guide.playback.engine"} <= set(sys.modules)
