"""Dim: the light of the night, dark colours and a thin veil, so that words stay readable."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_guide.stage.palette import EVENING, Palette
from massage_guide.widgets.theme import Theme

_VEIL = QColor(8, 5, 3, 40)


class Dim(QWidget):
    """A thin dark sheet over the whole window that lets every press through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark."""
        QPainter(self).fillRect(event.rect(), _VEIL)


def dimmed(theme: Theme) -> Theme:
    """The theme as it is worn in dimmed light."""
    return replace(theme, palette=dimmed_palette(theme.palette))


def dimmed_palette(palette: Palette) -> Palette:
    """The colours as they are in dimmed light."""
    return palette if palette.dark else EVENING
