"""Cards: help, cue card, keys and welcome over any screen; the massage waits beneath."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from massage_guide.playback.player import Player, PlayState
from massage_guide.windows.main_window import MainWindow

_REASONS = {"help": "help", "talk": "help", "cue": "card", "keys": "card"}
"""Card to the reason for which the player rests meanwhile."""


class Cards(QObject):
    """Opens cards, lets the player rest beneath, and goes on with the same moment."""

    def __init__(
        self, window: MainWindow, players: tuple[Player, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._players = window, players
        self._waiting: list[Player] = []

    @Slot()
    def open_help(self) -> None:
        """Stop and get help."""
        self._open("help")

    @Slot()
    def open_talk(self) -> None:
        """Someone to talk to."""
        self._open("talk")

    @Slot()
    def open_reading(self) -> None:
        """When not to, getting ready, and oil."""
        self._open("reading")

    @Slot()
    def open_cue(self) -> None:
        """What is my baby telling me."""
        self._open("cue")

    @Slot()
    def open_keys(self) -> None:
        """Which key does what."""
        self._open("keys")

    @Slot()
    def open_welcome(self) -> None:
        """What this is."""
        self._open("welcome")

    @Slot()
    def open_unlock(self) -> None:
        """The journal's passphrase."""
        self._open("unlock")

    @Slot(str)
    def closed(self, name: str) -> None:
        """Whoever waited beneath goes on."""
        waiting, self._waiting = self._waiting, []
        for player in waiting:
            player.start()

    def _open(self, name: str) -> None:
        if not self._window.card_name:
            playing = [p for p in self._players if p.state is PlayState.PLAYING]
            reason = _REASONS.get(name, "card")
            for player in playing:
                player.rest(reason)
            # One that finds just now that the lid was closed rests for that, and asks.
            self._waiting = [p for p in playing if p.rest_reason == reason]
        self._window.open_card(name)
