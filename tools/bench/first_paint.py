"""The first paint of a window, told by its own process: an empty one, or the program's."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget


class Watch(QObject):
    """Prints the monotonic second of the first paint, then of the first rest after it.

    Signals: none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint of a window."""
        is_paint = event.type() == QEvent.Type.Paint
        if is_paint and not self._seen and isinstance(watched, QWidget) and watched.isWindow():
            self._seen = True
            # the event loop comes back once all is painted and flushed
            QTimer.singleShot(0, self.painted)
        return False

    @Slot()
    def painted(self) -> None:
        """The window has been seen."""
        sys.stdout.write(f"{time.monotonic()}\n")
        QTimer.singleShot(0, self.laid_out)

    @Slot()
    def laid_out(self) -> None:
        """What the program put off until after the first paint has been done."""
        QApplication.processEvents()
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        os._exit(0)


def empty() -> None:
    """An application with one empty window."""
    app = QApplication(["empty"])
    window = QWidget()
    window.resize(1280, 720)
    window.show()
    app.exec()


def program() -> None:
    """The program as the command starts it."""
    from massage_guide.__main__ import main

    main([])


def main() -> None:
    """Open one of the two."""
    watch = Watch()
    stay = QApplication.exec

    def watched(application: QApplication | None = None) -> int:
        if running := QApplication.instance():
            running.installEventFilter(watch)
        return stay()

    # the program is started as it is; only the last thing that it does is seen
    QApplication.exec = watched  # type: ignore[method-assign]
    program() if sys.argv[1] == "program" else empty()


if __name__ == "__main__":
    main()
