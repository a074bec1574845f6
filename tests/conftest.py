"""What every test gets: Qt without a screen, folders of its own, and nothing left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.doubles import FakeClock
    from tests.parent import Parent, Starting

# Both are read when the application object is made, so they are set before any test module loads.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_finish() -> None:
    """Take what is imported out of the collector's rounds: each test looks through the rest."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep every test away from the person's own data, whatever HOME is."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("HOME", str(home))
        yield home


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Pages alone are laid out in the letters that the whole program is set in."""
    from massage_guide.widgets.typeface import use_typeface

    use_typeface()
    return qapp


@pytest.fixture
def at_home(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starting]:
    """Starts the program with a parent at its keys; the window is closed when the test ends."""
    # No test asks the desktop of whoever runs it to keep the display awake.
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    from tests.parent import Parent
    from tests.shipped import keep_what_is_drawn

    keep_what_is_drawn(monkeypatch)
    parents: list[Parent] = []

    def start(folder: Path | None = None, clock: FakeClock | None = None) -> Parent:
        parents.append(Parent(folder or tmp_path / "data", clock))
        return parents[-1].open()

    yield start
    for parent in parents:
        parent.close()
        assert not parent.mistakes


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open, a timer ticking or a thread running."""
    threads = set(threading.enumerate())
    yield
    left = _windows_and_timers()
    if left:
        # An object in a reference cycle is already gone for the program, only not yet collected.
        gc.collect()
        left = _windows_and_timers()
    left += [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread not in threads and not thread.daemon
    ]
    assert not left, f"left behind: {', '.join(left)}"


def _windows_and_timers() -> list[str]:
    """Name each visible top-level widget and each active timer."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    application = QCoreApplication.instance()
    if application is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = QApplication.topLevelWidgets() if isinstance(application, QApplication) else []
    # Children show the timers that only Qt knows, the collector those that have no parent.
    timers = {timer for parent in (application, *windows) for timer in parent.findChildren(QTimer)}
    timers |= {held for held in gc.get_objects() if isinstance(held, QTimer) and isValid(held)}
    return [f"window {window!r}" for window in windows if window.isVisible()] + [
        f"timer {timer!r}" for timer in timers if timer.isActive()
    ]
