"""The screen picker: which screen the class looks at, always at hand since guesses can be wrong."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from massage_guide.domain.class_keys import Wish
from massage_guide.domain.class_screens import ScreenFacts, Seats
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words
from massage_guide.windows.presenter_controls import WishButton


class ScreensCard(Overlay):
    """One button a screen; pressing it puts the class's picture there.

    Signals: closed, picked(str) the key of a screen, wished(Wish).
    """

    picked = Signal(str)
    wished = Signal(object)
    widest = 900

    def __init__(self, clock: Clock = monotonic) -> None:
        super().__init__(_words("Where does the class look?"), _words("Back"), clock)
        self._buttons: list[Button] = []
        self._screens = QVBoxLayout()
        self.body.addLayout(self._screens)
        row = QHBoxLayout()
        for wish in (Wish.SWAP, Wish.IDENTIFY, Wish.TEST):
            button = WishButton(wish)
            button.clicked.connect(self._on_wish)
            row.addWidget(button)
        self.body.addLayout(row)
        about = _words(
            "The screen is remembered. If nothing looks right, check that the computer’s display "
            "settings say “extend”, not “mirror”."
        )
        self.body.addWidget(Words(about, Role.SMALL))
        self.body.addStretch(1)

    def show_screens(self, screens: Sequence[ScreenFacts], seats: Seats) -> None:
        """Offer these, each with who looks at it now."""
        while (old := self._screens.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for number, screen in enumerate(screens, start=1):
            button = _ScreenButton(number, screen, _whose(screen, seats))
            button.clicked.connect(self._on_picked)
            self._buttons.append(button)
            self._screens.addWidget(button)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """One for each screen."""
        return tuple(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; the class's own keys go to the window."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._ask_to_close()
        else:
            event.ignore()

    @Slot()
    def _on_picked(self) -> None:
        button = self.sender()
        if isinstance(button, _ScreenButton):
            self.picked.emit(button.key)

    @Slot()
    def _on_wish(self) -> None:
        button = self.sender()
        if isinstance(button, WishButton):
            self.wished.emit(button.wish)


class _ScreenButton(Button):
    """One screen: its number, name and size, and who looks at it."""

    def __init__(self, number: int, screen: ScreenFacts, whose: str) -> None:
        size = _words("{0} × {1}").format(screen.width, screen.height)
        words = _words("{0}: {1}, {2}").format(number, screen.name, size)
        super().__init__(words, Kind.OFFER if whose else Kind.QUIET, whose)
        self.key = screen.key


def _whose(screen: ScreenFacts, seats: Seats) -> str:
    if seats.audience == seats.presenter == screen:
        return _words("The class’s picture and your own side, in turn")
    if screen == seats.audience:
        return _words("The class’s picture is here")
    return _words("Your own side is here") if screen == seats.presenter else ""


def _words(text: str) -> str:
    return QCoreApplication.translate("ScreensCard", text)
