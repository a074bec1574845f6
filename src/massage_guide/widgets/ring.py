"""The ring: how far this stroke has come, softly, without a number; inside it, where it is."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_guide.domain.figure import Side
from massage_guide.domain.stroke import Region
from massage_guide.widgets.side_figure import paint_side_figure
from massage_guide.widgets.theme import Theme, themed

_VISIBLE = 2.0
"""Pixels of arc that are worth painting anew."""
_BREATHS = 8
"""Shades of a breath while a stroke is held."""


class Ring(QWidget):
    """A ring that fills with the repeats; while a stroke is held it is full, and breathes.

    Signals: none. It takes no mouse events.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notch = 0
        self._shade: int | None = None
        self._place: tuple[Region | None, Side | None] = (None, None)
        self._inside: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("How far this stroke has come"))

    @property
    def share(self) -> float:
        """How much of it is filled, 0 to 1."""
        return self._notch / self._notches()

    @property
    def is_breathing(self) -> bool:
        """Whether it shows a stroke that is held."""
        return self._shade is not None

    def show_place(self, region: Region | None, side: Side | None) -> None:
        """Show where on the baby this stroke is."""
        if (region, side) != self._place:
            self._place = (region, side)
            self._inside = None
            self.update()

    def show_share(self, share: float) -> None:
        """Fill so much of it, 0 to 1; painted only when that can be seen."""
        self._show(round(min(max(share, 0.0), 1.0) * self._notches()), None)

    def show_held(self, phase: float) -> None:
        """Be full and breathe; `phase` goes up by one with each repeat."""
        breath = 0.0 if themed(self).reduced_motion else (1 - math.cos(phase * 2 * math.pi)) / 2
        self._show(self._notches(), round(breath * _BREATHS))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        side = themed(self).px(132)
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the share at the new size."""
        self._inside = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._inside = None
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        if self._inside is None or self._inside.devicePixelRatio() != ratio:
            self._inside = self._painted_inside(theme, ratio)
        painter.drawImage(0, 0, self._inside)
        if not self._notch:
            return
        line = self._line(theme)
        colour = QColor(theme.palette.ring)
        if self._shade is not None:
            line *= 0.8 + 0.35 * self._shade / _BREATHS
            colour.setAlphaF(0.65 + 0.35 * self._shade / _BREATHS)
        pen = QPen(colour, line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._notch >= self._notches():
            painter.drawEllipse(self._circle(theme))
        else:
            painter.drawArc(self._circle(theme), 90 * 16, -round(360 * 16 * self.share))

    def _painted_inside(self, theme: Theme, ratio: float) -> QImage:
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self._circle(theme)
        ground = QColor(theme.palette.card)
        ground.setAlphaF(0.86)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(theme.palette.ring_track), self._line(theme)))
        painter.drawEllipse(circle)
        side = circle.width() * 0.66
        box = QRectF(0, 0, side, side)
        box.moveCenter(circle.center())
        region, which = self._place
        paint_side_figure(painter, box, region, which, theme.palette)
        painter.end()
        return image

    def _show(self, notch: int, shade: int | None) -> None:
        if (notch, shade) != (self._notch, self._shade):
            self._notch, self._shade = notch, shade
            self.update()

    def _notches(self) -> int:
        return max(round(math.pi * max(self.width(), 60) / _VISIBLE), 1)

    def _line(self, theme: Theme) -> float:
        return max(6.0, theme.px(100) * 0.09)

    def _circle(self, theme: Theme) -> QRectF:
        # Room for the breath, which makes the line a little wider.
        inset = self._line(theme) * 0.62
        side = min(self.width(), self.height())
        return QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset)
