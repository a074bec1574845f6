"""Held keys: lets a key that is leant on speak once, however the keyboard tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from massage_guide.widgets.pressable import Pressable
from massage_guide.widgets.timeline_list import TimelineList

BOUNCE = 60
"""Milliseconds after a release within which the same key was never really let go."""
FORGOTTEN = 2000
"""Milliseconds of silence after which a key whose release got lost is taken to be up again."""
_MOVING = (Pressable, TimelineList)
_WRITING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


@dataclass(slots=True)
class _Seen:
    down: bool
    at: int
    """When it was last heard of, milliseconds by the keyboard's own clock."""


class HeldKeys(QObject):
    """An event filter for a window's handle, through which every real key comes once.

    Some displays tell of a held key as releases and presses that look like new ones, so the
    repeat mark alone is not to be trusted. Whoever writes in a field, or steps a long way to a
    date, may hold a key.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[int, _Seen] = {}

    def listen_to(self, window: QWidget) -> None:
        """Stand before the keys of this window, which has been shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back the presses that are no new press."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            # the release will be told to somebody else
            self._seen.clear()
        elif isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyRelease:
                self._seen[_which(event)] = _Seen(False, event.timestamp())
            elif kind == QEvent.Type.KeyPress:
                return self._is_held(event) and not _may_be_held()
        return False

    def _is_held(self, event: QKeyEvent) -> bool:
        now = event.timestamp()
        before = self._seen.get(_which(event))
        self._seen[_which(event)] = _Seen(True, now)
        if event.isAutoRepeat():
            return True
        return before is not None and now - before.at < (FORGOTTEN if before.down else BOUNCE)


def _which(event: QKeyEvent) -> int:
    # Shift may be let go before the key, which then has another name but the same place
    return event.nativeScanCode() or -event.key()


def _may_be_held() -> bool:
    here = QApplication.focusWidget()
    return isinstance(here, _WRITING) or (isinstance(here, _MOVING) and here.rapid)
