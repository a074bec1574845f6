"""The words of the rest screen: why the massage rests, what is said meanwhile, if it is heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from massage_guide.domain.session import Ending
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class RestWords(QObject):
    """A title and what stands under it; somebody else lays them out.

    Signals: changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.title = Words(role=Role.DISPLAY).centred()
        self.under = Words(role=Role.LEAD).centred()
        always = self.under.sizePolicy()
        always.setRetainSizeWhenHidden(True)
        self.under.setSizePolicy(always)
        self._gap = self._endings = self._crying = False
        self._captions = True
        self._said = self._sound = ""
        self._lines: tuple[str, ...] = ("",)

    def open(self, *, gap: bool) -> None:
        """A rest begins, because the lid was closed or for the baby."""
        self._gap, self._said, self._crying = gap, "", False

    def cry(self, crying: bool) -> None:
        """Say first of all to pick the baby up, or no longer."""
        self._crying = crying
        self._show()

    def ask_why(self, asked: bool) -> None:
        """Ask why it ends, or say why it rests."""
        self._endings = asked
        self._show()

    def show_said(self, text: str) -> None:
        """Caption what is said."""
        self._said = text
        self._show()

    def show_sound(self, words: str) -> None:
        """Say why nothing is heard; empty when something is."""
        self._sound = words
        self._show()

    def set_captions(self, on: bool) -> None:
        """Show captions, or leave them out."""
        self._captions = on
        self._show()

    def _show(self) -> None:
        if self._endings:
            title = _words("That’s enough for today.")
            under = _words("What comes now? Any answer is good.")
        elif self._crying:
            title = _words("Pick your baby up first.")
            under = self._said if self._captions else ""
            under = under or _words("Everything else can wait.")
        elif self._gap:
            title = _words("You were away for a while.")
            under = _words("Shall we go on where you were? No hurry.")
        else:
            title = _words("Your baby needs a moment.")
            under = self._said if self._captions else ""
            under = under or _words("So do you, perhaps. No hurry.")
        self.title.setText(title)
        self._lines = tuple(filter(None, (under, self._sound)))
        self.changed.emit()

    def fill(self, fits: Callable[[], bool]) -> None:
        """Say all of it under the title, or the first of it where no more fits."""
        self.under.setText("\n".join(self._lines))
        if not fits():
            self.under.setText(self._lines[0])


def endings() -> tuple[tuple[Ending, str], ...]:
    """The six equal endings, as they are offered."""
    return (
        (Ending.SLEEP, _words("Sleep")),
        (Ending.FEED, _words("A feed")),
        (Ending.NAPPY, _words("Nappy")),
        (Ending.BABY_SAID_NO, _words("Baby said no")),
        (Ending.PARENT_NEEDED_A_BREAK, _words("I need a break")),
        (Ending.OTHER, _words("Simply enough")),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("RestScreen", text)
