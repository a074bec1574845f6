"""A pressable thing: the base of everything that can be pressed, painted by ourselves."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from massage_guide.widgets.settling import has_settled
from massage_guide.widgets.theme import Theme, themed

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
"""Flags for painting words that wrap."""

WRAP_CENTRED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
"""Flags for words in the middle of a box."""

WRAP_BESIDE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
"""Flags for words beside a mark."""

ONCE = 400
"""A second press within this many milliseconds is a slip of the hand [rule 9]."""

PRESS_KEYS = {
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Select,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_MediaPause,
    Qt.Key.Key_MediaTogglePlayPause,
}
"""Enter and the media keys of clickers act as Space."""

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)

BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
"""Why the keyboard may have come, other than by a press or a window."""


class Pressable(QAbstractButton):
    """Something to press with a mouse, a finger, an elbow or a key.

    A click does not take the keyboard's place: after pressing a chip Space still goes on.
    A subclass says how high it is for a width and paints its face.
    """

    rapid = False
    """Whether quick presses are meant, as on a stepper."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ringed = False
        self._pressed_at = -ONCE

    def say(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint everything inside the room left for the focus ring; each kind its own way."""

    def corner(self, theme: Theme) -> float:
        """Radius of the corners, pixels."""
        return float(theme.px(20))

    def room(self) -> int:
        """Width of the edge that is kept for the focus ring, pixels."""
        return 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = self.room()
        face = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        self.paint_face(painter, face, theme)
        if self._ringed and self.hasFocus():
            painter.setPen(QPen(QColor(theme.palette.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            out = min(2.0, edge - 1.5)
            radius = self.corner(theme) + out
            painter.drawRoundedRect(face.adjusted(-out, -out, out, out), radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer keys."""
        if event.isAutoRepeat():
            return
        if event.key() in PRESS_KEYS and not is_chord(event):
            if has_settled(self):
                self.click()
            return
        # Arrows move between the buttons of a group in Qt; here a screen may want them.
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave released keys to whoever wants them."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer a press."""
        slip = not self.rapid and event.timestamp() - self._pressed_at < ONCE
        if slip or not has_settled(self):
            return
        self._pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Notice whether the keyboard came here."""
        self._ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        return self.sizeHint()


def is_chord(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with Control, Alt or Meta, which means nothing here."""
    return bool(event.modifiers() & _CHORDS)


def wrapped_height(text: str, font: QFont, width: float) -> int:
    """Height of words that wrap within a width, pixels."""
    if not text:
        return 0
    return _wrapped_height(text, font.pixelSize(), font.weight(), int(max(width, 1)))


@lru_cache(maxsize=4096)
def _wrapped_height(text: str, pixels: int, weight: int, width: int) -> int:
    # Layouts ask for the same height dozens of times before the first paint.
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, text).height()


def widest_word(text: str, font: QFont) -> int:
    """Width of the longest word, which is the least that the words need, pixels."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def line_width(text: str, font: QFont) -> int:
    """Width of words on one line, pixels; a little more, so that rounding never wraps them."""
    return QFontMetrics(font).horizontalAdvance(text) + 2
