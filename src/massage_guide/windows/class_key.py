"""The names of keys, as a class's keys are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from massage_guide.widgets.pressable import is_chord

_ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
"""Keys that say nothing by themselves."""


def name_of_key(event: QKeyEvent) -> str:
    """The key's name; empty for one that is held down, in a chord, or says nothing alone."""
    key = Qt.Key(event.key())
    held = event.isAutoRepeat() or event.type() != QEvent.Type.KeyPress
    if held or key in _ALONE or is_chord(event):
        return ""
    # Shift is part of the key, as in + and ?
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText).replace(" ", "_")


def shown_key(name: str) -> str:
    """How a key is called on the screen."""
    words = name.replace("_", " ")
    return _SHOWN.get(words, words)


def keys_words(names: Sequence[str]) -> str:
    """A few keys in words; what a clicker calls its own is not worth the room."""
    named = [shown_key(name) for name in names if "Media" not in name]
    return ", ".join(dict.fromkeys(named[:_MOST]))


_MOST = 4
"""Keys that are named at most."""
_SHOWN = {
    "PgDown": "Page Down",
    "PgUp": "Page Up",
    "Esc": "Escape",
    "Return": "Enter",
    "-": "−",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}
