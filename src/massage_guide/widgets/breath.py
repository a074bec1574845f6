"""The breath: a soft shape that grows for an in-breath and sinks for an out-breath."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.stage.palette import Palette
from massage_guide.widgets.theme import themed

IN = 4.0
"""Seconds of an in-breath [domain.md 5.4]."""

OUT = 6.0
"""Seconds of an out-breath, without holding."""


def fullness(seconds: float) -> float:
    """How full the lungs are at a time: 0 out, 1 in."""
    at = seconds % (IN + OUT)
    if at < IN:
        return (1 - math.cos(math.pi * at / IN)) / 2
    return (1 + math.cos(math.pi * (at - IN) / OUT)) / 2


def breathing_in(seconds: float) -> bool:
    """Whether this is the in-breath."""
    return seconds % (IN + OUT) < IN


class Breath(QWidget):
    """Paints one instant of a breath; somebody else owns the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = 0.0
        self.setAccessibleName(self.tr("A shape that breathes in for four and out for six"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_seconds(self, seconds: float) -> None:
        """Show the breath as it is at this many seconds."""
        if seconds != self._seconds:
            self._seconds = seconds
            self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        return QSize(360, 300)

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        return QSize(120, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # With reduced motion the size stays and only the light comes and goes.
        light = fullness(self._seconds)
        full = 0.6 if theme.reduced_motion else light
        reach = min(self.width(), self.height()) / 2 - 4
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_bloom(painter, centre, reach, full, light, theme.palette)


_PETALS = 8


def paint_bloom(
    painter: QPainter,
    centre: QPointF,
    reach: float,
    full: float,
    light: float,
    palette: Palette,
) -> None:
    """Paint the shape: petals of soft light that open and close within a reach, pixels."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    halo = QRadialGradient(centre, reach)
    strength = 0.6 if palette.dark else 1.0
    for stop, opacity in ((0.0, 0.40 + 0.2 * light), (0.65, 0.16 + 0.1 * light), (1.0, 0.0)):
        halo.setColorAt(stop, _clear(palette.warm, opacity * strength))
    painter.setBrush(halo)
    painter.drawEllipse(centre, reach, reach)
    size = reach * (0.20 + 0.14 * full)
    out = reach * (0.12 + 0.34 * full)
    for petal in range(_PETALS):
        turn = 2 * math.pi * petal / _PETALS - math.pi / 2
        at = centre + QPointF(math.cos(turn), math.sin(turn)) * out
        soft = QRadialGradient(at, size)
        soft.setColorAt(0.0, _clear(palette.warm, 0.16 * strength))
        soft.setColorAt(0.7, _clear(palette.warm, (0.24 + 0.08 * light) * strength))
        soft.setColorAt(1.0, _clear(palette.warm, 0.34 * strength))
        painter.setBrush(soft)
        painter.drawEllipse(at, size, size)
    heart = reach * (0.22 + 0.16 * full)
    glow = QRadialGradient(centre, heart)
    lit = palette.warm_ink if palette.dark else palette.card
    glow.setColorAt(0.0, _clear(lit, 0.35 + 0.15 * light if palette.dark else 0.95))
    glow.setColorAt(0.5, _clear(lit, 0.2 if palette.dark else 0.6))
    glow.setColorAt(1.0, _clear(lit, 0.0))
    painter.setBrush(glow)
    painter.drawEllipse(centre, heart, heart)
    painter.restore()


def _clear(colour: str, opacity: float) -> QColor:
    clear = QColor(colour)
    clear.setAlphaF(opacity)
    return clear
