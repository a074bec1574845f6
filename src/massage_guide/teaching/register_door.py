"""The door of the register: shut while a class looks on, opened with care where others may."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.teaching.screens import Screens
from massage_guide.windows.teach import Teach


class RegisterDoor(QObject):
    """Says on the page Teach why it stays closed.

    Signals:
    opened(): the register may be shown.
    shut(): it is to be put away at once.
    """

    opened = Signal()
    shut = Signal()

    def __init__(self, page: Teach, screens: Screens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._screens = page, screens
        self._closed = self.tr("The register can’t be opened just now.")
        """Why there is none to open; empty where there is."""
        self.is_open = False
        self._teaching = self._warned = self._careful = False
        page.register_requested.connect(self.knock)
        screens.changed.connect(self._on_screens)

    @Slot()
    def knock(self) -> None:
        """Open, where nobody else looks; where others may, when it is asked for once more."""
        if self._teaching:
            self._page.show_register(self.tr("The register stays closed while a class is open."))
        elif self._closed:
            self._page.show_register(self._closed)
        elif self._others_may_look and not self._warned:
            self._warned = True
            self._page.show_register(
                self.tr("Others may see this screen. Press Register once more to open it.")
            )
        else:
            self.is_open = True
            self.opened.emit()

    def close(self) -> None:
        """Whoever teaches goes on to something else."""
        self.is_open = self._warned = False

    def keep(self, journal: object | None, unavailable: str) -> None:
        """There is a journal that holds the register, or there is none, and why."""
        closed = self.tr("The register can’t be opened just now.")
        self._closed = "" if journal is not None else unavailable or closed

    @Slot(bool)
    def be_careful(self, on: bool) -> None:
        """Others may see this screen, though there is no other: it may be mirrored."""
        self._careful = on

    @Slot()
    def class_opened(self) -> None:
        """The class looks on from now."""
        self._teaching, self._warned = True, False
        self._shut()

    @Slot()
    def class_closed(self) -> None:
        """It has gone."""
        self._teaching = False

    @property
    def _others_may_look(self) -> bool:
        return self._careful or len(self._screens.facts()) > 1

    @Slot()
    def _on_screens(self) -> None:
        """Somebody plugs a projector in: what is on this screen may be seen by others."""
        if self.is_open and len(self._screens.facts()) > 1 and not self._warned:
            self._shut()
            self._page.show_register(
                self.tr("The register is closed, since others may see this screen now.")
            )

    def _shut(self) -> None:
        if self.is_open:
            self.shut.emit()
