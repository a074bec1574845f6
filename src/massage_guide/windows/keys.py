"""The keys of Guide: which key says what, in one place."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from massage_guide.widgets.pressable import PRESS_KEYS


class Word(StrEnum):
    """What a key says."""

    MOMENT = "moment"
    """Baby needs a moment, or go on."""
    NEXT = "next"
    AGAIN = "again"
    QUICKER = "quicker"
    SLOWER = "slower"
    HOLD = "hold"
    CUE_CARD = "cue-card"
    MUTE = "mute"
    DIM = "dim"
    FULL_SCREEN = "full-screen"
    ENOUGH = "enough"
    HELP = "help"
    KEYS = "keys"
    ESCAPE = "escape"
    RATE = "rate"


RATINGS = {
    Qt.Key.Key_1: 1,
    Qt.Key.Key_2: 2,
    Qt.Key.Key_3: 3,
    Qt.Key.Key_4: 4,
    Qt.Key.Key_5: 5,
}
"""How settled baby is."""

WORDS = {
    **dict.fromkeys(PRESS_KEYS, Word.MOMENT),
    **dict.fromkeys(RATINGS, Word.RATE),
    Qt.Key.Key_Right: Word.NEXT,
    Qt.Key.Key_PageDown: Word.NEXT,
    Qt.Key.Key_Left: Word.AGAIN,
    Qt.Key.Key_PageUp: Word.AGAIN,
    Qt.Key.Key_Up: Word.QUICKER,
    Qt.Key.Key_Down: Word.SLOWER,
    Qt.Key.Key_H: Word.HOLD,
    Qt.Key.Key_C: Word.CUE_CARD,
    Qt.Key.Key_M: Word.MUTE,
    Qt.Key.Key_N: Word.DIM,
    Qt.Key.Key_F: Word.FULL_SCREEN,
    Qt.Key.Key_F11: Word.FULL_SCREEN,
    Qt.Key.Key_E: Word.ENOUGH,
    Qt.Key.Key_F1: Word.HELP,
    Qt.Key.Key_Question: Word.KEYS,
    Qt.Key.Key_Escape: Word.ESCAPE,
}

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def word_of(event: QKeyEvent) -> Word | None:
    """What a key press says; nothing for a key that is not listed, held down or in a chord."""
    if event.isAutoRepeat() or event.modifiers() & _CHORDS:
        return None
    return WORDS.get(Qt.Key(event.key()))


def rating_of(event: QKeyEvent) -> int:
    """The number on a rating key."""
    return RATINGS[Qt.Key(event.key())]
