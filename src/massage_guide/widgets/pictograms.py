"""Pictograms: the few things to have to hand, drawn small and said in words."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from massage_guide.stage.palette import Palette
from massage_guide.widgets.theme import themed
from massage_guide.widgets.words import Words


class Thing(Enum):
    """What can be drawn."""

    ROOM = "room"
    TOWEL = "towel"
    OIL = "oil"
    NAPPY = "nappy"


class _Drawing(QWidget):
    """One pictogram; the words beside it say what it is."""

    def __init__(self, thing: Thing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thing = thing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        side = themed(self).px(52)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        palette = themed(self).palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 52, self.height() / 52)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent_soft))
        painter.drawEllipse(QRectF(0, 0, 52, 52))
        pen = QPen(QColor(palette.accent_deep), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.card))
        _DRAW[self.thing](painter, palette)


class ThingRow(QWidget):
    """A pictogram with its words."""

    def __init__(self, thing: Thing, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._words = Words(words)
        self._drawing = _Drawing(thing)
        row.addWidget(self._drawing)
        row.addWidget(self._words, 1)

    def say(self, words: str) -> None:
        """Change the words."""
        self._words.setText(words)


def _room(painter: QPainter, palette: Palette) -> None:
    house = QPainterPath(QPointF(12, 25))
    for x, y in ((26, 13), (40, 25), (37, 25), (37, 39), (15, 39), (15, 25)):
        house.lineTo(x, y)
    house.closeSubpath()
    painter.drawPath(house)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.warm))
    painter.drawEllipse(QPointF(26, 30), 5.2, 5.2)


def _towel(painter: QPainter, palette: Palette) -> None:
    for at, top in enumerate((31, 24, 17)):
        painter.setBrush(QColor(palette.warm_soft if at == 1 else palette.card))
        painter.drawRoundedRect(QRectF(12, top, 28, 8), 4, 4)


def _oil(painter: QPainter, palette: Palette) -> None:
    painter.drawRoundedRect(QRectF(18, 20, 16, 21), 5, 5)
    painter.drawRoundedRect(QRectF(22, 12, 8, 8), 2, 2)
    drop = QPainterPath(QPointF(26, 25))
    drop.cubicTo(QPointF(31, 31), QPointF(30, 36), QPointF(26, 36))
    drop.cubicTo(QPointF(22, 36), QPointF(21, 31), QPointF(26, 25))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.warm))
    painter.drawPath(drop)


def _nappy(painter: QPainter, palette: Palette) -> None:
    nappy = QPainterPath(QPointF(11, 18))
    nappy.lineTo(41, 18)
    nappy.cubicTo(QPointF(41, 30), QPointF(35, 37), QPointF(31, 38))
    nappy.lineTo(21, 38)
    nappy.cubicTo(QPointF(17, 37), QPointF(11, 30), QPointF(11, 18))
    painter.drawPath(nappy)
    painter.setPen(QPen(QColor(palette.warm), 3.4))
    painter.drawLine(QLineF(15, 23, 21, 24))
    painter.drawLine(QLineF(37, 23, 31, 24))


_DRAW = {Thing.ROOM: _room, Thing.TOWEL: _towel, Thing.OIL: _oil, Thing.NAPPY: _nappy}
