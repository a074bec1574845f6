"""Windows to compare with: an empty one, and one that only fills what it is told to."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget


def application() -> QApplication:
    """The application object, set up as the program sets up its own."""
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    return QApplication(["bench"])


def size_of(text: str) -> QSize:
    """A size from text such as 1280x720."""
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))


def shown(window: QWidget, size: QSize) -> None:
    """Show a window and wait until it has been painted."""
    window.setFixedSize(size)
    window.show()
    until = time.monotonic() + 10
    while not (handle := window.windowHandle()) or not handle.isExposed():
        QCoreApplication.processEvents()
        if time.monotonic() > until:
            raise TimeoutError("the window was never shown")
    for _ in range(5):
        QCoreApplication.processEvents()
        time.sleep(0.02)


def painted_now(window: QWidget) -> None:
    """Paint and flush at once what the window was told to update."""
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)


def rects(region: QRegion) -> Iterable[QRect]:
    """The rectangles that make up a region; Qt's own type hints do not know of them."""
    return cast("Iterable[QRect]", region)


class Floor(QWidget):
    """Fills the region it is told to, and nothing else: the least that a frame can cost."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shade = 0

    def fill(self, region: QRegion) -> None:
        """Ask for these pixels in another colour than last time."""
        self._shade = (self._shade + 1) % 256
        self.update(region)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill each rectangle of the region."""
        colour = QColor(self._shade, 200, 180)
        with QPainter(self) as painter:
            for rect in rects(event.region()):
                painter.fillRect(rect, colour)
