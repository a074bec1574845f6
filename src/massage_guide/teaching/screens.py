"""The screens of this computer, as a class needs to know them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QRect, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_screens import ScreenFacts


class Screens(Protocol):
    """What a class asks of screens; real ones here, others in tests."""

    @property
    def changed(self) -> SignalInstance:
        """A signal: one was plugged in or unplugged, or has another size."""
        ...

    @property
    def places_windows(self) -> bool:
        """Whether a window may say on which screen it lies."""
        ...

    def facts(self) -> tuple[ScreenFacts, ...]:
        """All there are now."""
        ...

    def put(self, window: QWidget, screen: ScreenFacts) -> None:
        """Lay the window on that screen; its state stays as it is."""
        ...


class DesktopScreens(QObject):
    """The real ones.

    Signals:
    changed(): one was plugged in or unplugged, or has another size.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_added)
            application.screenRemoved.connect(self._on_removed)
            application.primaryScreenChanged.connect(self._on_removed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.changed)

    @property
    def places_windows(self) -> bool:
        """Wayland lets no window say where it lies."""
        return not QGuiApplication.platformName().startswith("wayland")

    def facts(self) -> tuple[ScreenFacts, ...]:
        """All there are now."""
        primary = QGuiApplication.primaryScreen()
        return tuple(_facts(screen, screen is primary) for screen in QGuiApplication.screens())

    def put(self, window: QWidget, screen: ScreenFacts) -> None:
        """Lay the window on that screen."""
        found = [one for one in QGuiApplication.screens() if _facts(one, False).key == screen.key]
        if found:
            window.setScreen(found[0])
            full, place = window.isFullScreen(), found[0].geometry()
            window.setGeometry(place if full else _inside(found[0].availableGeometry(), window))

    @Slot(QScreen)
    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    @Slot(QScreen)
    def _on_removed(self, _screen: QScreen) -> None:
        self.changed.emit()


def _facts(screen: QScreen, primary: bool) -> ScreenFacts:
    place = screen.geometry()
    return ScreenFacts(screen.name(), place.x(), place.y(), place.width(), place.height(), primary)


def _inside(room: QRect, window: QWidget) -> QRect:
    """The window in the middle of the room, no larger than it."""
    place = QRect(0, 0, min(window.width(), room.width()), min(window.height(), room.height()))
    place.moveCenter(room.center())
    return place
