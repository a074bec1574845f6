"""Oily hands: presses as a parent makes them, and an ear for what Guide asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.playback.player import Player
from massage_guide.windows.guide import Guide
from tests.doubles import FakeClock

REQUESTS = (
    "rest_toggled",
    "next_requested",
    "again_requested",
    "pace_requested",
    "hold_requested",
    "rated",
    "cue_card_requested",
    "enough_requested",
    "help_requested",
    "keys_requested",
    "dim_requested",
    "full_screen_requested",
)
SIZES = [(1024, 640), (1280, 720), (1366, 768), (1920, 1080)]
Key = Qt.Key
ARROWS = {
    "right": Key.Key_Right,
    "left": Key.Key_Left,
    "up": Key.Key_Up,
    "down": Key.Key_Down,
}


class Heard(QObject):
    """Writes down every request of a guide."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.words: list[str] = []
        for name in REQUESTS:
            getattr(guide, name).connect(self._writer(name))
        for name in ("go_on", "holding_only", "leave_region_out", "enough"):
            getattr(guide.rest, name).connect(self._writer(name))

    def _writer(self, name: str) -> Callable[..., None]:
        def write(*detail: object) -> None:
            self.words.append(" ".join([name, *map(str, detail)]))

        return write

    def take(self) -> list[str]:
        words, self.words = self.words, []
        return words


def play(player: Player, clock: FakeClock, seconds: float) -> None:
    for _ in range(round(seconds)):
        clock.pass_by(1.0)
        player.look()


def press(key: Key, on: QWidget | None = None) -> None:
    focused = on or QApplication.focusWidget()
    assert focused is not None, "keys go nowhere"
    # Sent as it is: QTest cannot type the media keys of clickers.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key.value, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(focused, event)


def move(guide: Guide, x: int, y: int) -> None:
    at = QPointF(x, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        guide.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(guide, event)
