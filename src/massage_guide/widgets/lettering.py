"""Lettering: lines of large words, painted once and then only laid over a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import floor

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.widgets.pressable import widest_word, wrapped_height
from massage_guide.widgets.theme import Theme, themed

SMALLEST = 0.5
"""How far words may shrink before they would rather be cut."""
_STEP = 0.96
_GROUND = 0.9
"""How much of the picture a ground hides."""
_HALO = 18
"""How often the blurred words are laid on each other to become a ground."""


class Ground(Enum):
    """What words over a picture lie on."""

    NONE = "none"
    HALO = "halo"
    """Paper in the shape of the words, that fades out."""
    CARD = "card"
    """A card, for words that lie on the picture for certain."""


@dataclass(frozen=True, slots=True)
class Line:
    """A few words of one size; they wrap."""

    text: str
    size: float
    """Pixels in the design window at 100 %."""
    strong: bool = False
    tint: str = "ink"
    """Name of a colour of the palette."""
    gap: float = 0.0
    """Room above, pixels of the design window."""
    grows: float = 1.0
    """How much of the text size setting it follows; large words need less."""
    indent: float = 0.0
    """Room to the left, pixels of the design window; a dot stands there."""

    def font(self, theme: Theme, factor: float) -> QFont:
        """The font for a theme, shrunk by a factor."""
        percent = 100 + (theme.text_percent - 100) * self.grows
        font = QFont(QApplication.font())
        font.setPixelSize(max(round(self.size * theme.space * percent / 100 * factor), 8))
        font.setWeight(QFont.Weight.Bold if self.strong else QFont.Weight.Normal)
        return font

    def height(self, theme: Theme, factor: float, width: float) -> int:
        """Height of the wrapped words, without the room above."""
        left = self.indent * theme.space
        return wrapped_height(self.text, self.font(theme, factor), floor(width - left))

    def widest(self, theme: Theme, factor: float) -> float:
        """Width of the longest word."""
        return widest_word(self.text, self.font(theme, factor)) + self.indent * theme.space


def block_height(lines: Sequence[Line], theme: Theme, factor: float, width: float) -> float:
    """Height of lines one above the other, pixels."""
    high = 0.0
    for at, line in enumerate(lines):
        high += line.height(theme, factor, width) + (theme.px(line.gap) * factor if at else 0)
    return high


def fitting(lines: Sequence[Line], theme: Theme, width: float, height: float) -> float:
    """The largest factor, at most 1, at which the lines fit."""
    factor = 1.0
    while factor > SMALLEST:
        tall = block_height(lines, theme, factor, width)
        if tall <= height and all(line.widest(theme, factor) <= width for line in lines):
            break
        factor *= _STEP
    return factor


def paint_lines(
    painter: QPainter,
    lines: Sequence[Line],
    box: QRectF,
    theme: Theme,
    factor: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint lines one above the other from the top of the box."""
    top = box.y()
    flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip | align)
    for at, line in enumerate(lines):
        top += theme.px(line.gap) * factor if at else 0
        high = line.height(theme, factor, box.width())
        left = line.indent * theme.space
        font = line.font(theme, factor)
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme.palette, line.tint)))
        # As wide as it was measured to the pixel, or a last word would fall off the end.
        where = QRectF(box.x() + left, top, floor(box.width() - left), high)
        painter.drawText(where, flags, line.text)
        if line.indent:
            _paint_dot(painter, box.x(), top, font, theme)
        top += high


def _paint_dot(painter: QPainter, left: float, top: float, font: QFont, theme: Theme) -> None:
    metrics = QFontMetrics(font)
    size = max(metrics.xHeight() * 0.55, 4.0)
    middle = top + metrics.ascent() - metrics.xHeight() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.warm))
    painter.drawEllipse(QRectF(left + size * 0.4, middle - size / 2, size, size))


class Lettering(QWidget):
    """Lines of words in a box that somebody else sets; they shrink rather than be cut.

    Signals: none. It takes no mouse events, so that a press reaches what lies below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._ground = Ground.NONE
        self._image: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it says."""
        return self._lines

    def set_lines(self, *lines: Line) -> bool:
        """Say something else; tells whether anything changed."""
        kept = tuple(line for line in lines if line.text)
        if kept == self._lines:
            return False
        self._lines = kept
        self._image = None
        self.setAccessibleName(". ".join(line.text.rstrip(".") for line in kept))
        self.update()
        return True

    def set_ground(self, ground: Ground) -> None:
        """Lie on this."""
        if ground != self._ground:
            self._ground = ground
            self._image = None
            self.update()

    def edge(self) -> int:
        """Room round the words that the soft ground fades out in, pixels."""
        return themed(self).px(38)

    def pad(self) -> int:
        """How far its ground reaches beyond the words where it is a card, pixels."""
        return themed(self).px(18) if self._ground is Ground.CARD else 0

    def place(self, box: QRect) -> QRect:
        """Lie at the top of a box, as high as the words need; returns where the words are."""
        theme, edge = themed(self), self.edge()
        factor = fitting(self._lines, theme, box.width(), box.height())
        high = min(round(block_height(self._lines, theme, factor, box.width())), box.height())
        words = QRect(box.x(), box.y(), box.width(), high)
        self._image = None
        self.setGeometry(words.adjusted(-edge, -edge, edge, edge))
        self.update()
        return words

    def words_box(self) -> QRect:
        """Where the words are, in its own pixels."""
        edge = self.edge()
        return self.rect().adjusted(edge, edge, -edge, -edge)

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        return QSize(themed(self).px(320), themed(self).px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        self._image = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._image = None
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay down what was painted before."""
        if not self._lines:
            return
        ratio = self.devicePixelRatioF()
        if self._image is None or self._image.devicePixelRatio() != ratio:
            self._image = self._painted(ratio)
        QPainter(self).drawImage(0, 0, self._image)

    def _painted(self, ratio: float) -> QImage:
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = themed(self), QRectF(self.words_box())
        factor = fitting(self._lines, theme, box.width(), box.height() + 1)
        paint_lines(painter, self._lines, box, theme, factor)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        painter.setOpacity(_GROUND)
        if self._ground is Ground.HALO:
            colour = between(theme.palette.paper, theme.palette.card, 0.5)
            painter.drawImage(0, 0, _halo(image, colour, self.edge()))
        elif self._ground is Ground.CARD:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.card))
            pad, radius = self.pad(), theme.px(22)
            painter.drawRoundedRect(box.adjusted(-pad, -pad, pad, pad), radius, radius)
        painter.end()
        return image


def between(one: str, other: str, share: float) -> QColor:
    """A colour between two others."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def _halo(words: QImage, colour: QColor, reach: int) -> QImage:
    """A soft cloud of a colour round words, as large as their image."""
    blurred = _blurred(words, reach)
    halo = QImage(words.size(), QImage.Format.Format_ARGB32_Premultiplied)
    halo.setDevicePixelRatio(words.devicePixelRatio())
    halo.fill(Qt.GlobalColor.transparent)
    painter = QPainter(halo)
    for _ in range(_HALO):
        painter.drawImage(0, 0, blurred)
    painter.end()
    # what was laid on itself so often is even, and ends hard: once more, so that it fades out
    halo = _blurred(halo, reach)
    painter.begin(halo)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(halo.rect(), colour)
    painter.end()
    return halo


def _blurred(image: QImage, reach: int) -> QImage:
    """The image without what is finer than a third of the reach; doubled step by step: no edges."""
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    wide, high = (max(side * 3 // max(reach, 1), 1) for side in image.size().toTuple())
    blurred = image.scaled(wide, high, keep, smooth)
    while wide * 2 < image.width():
        wide, high = wide * 2, high * 2
        blurred = blurred.scaled(wide, high, keep, smooth)
    blurred = blurred.scaled(image.size(), keep, smooth)
    blurred.setDevicePixelRatio(image.devicePixelRatio())
    return blurred
