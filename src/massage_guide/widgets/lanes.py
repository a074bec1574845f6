"""The lanes: five quiet places for how settled a baby was, their words, and a pair of dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.pressable import WRAP, line_width, wrapped_height
from massage_guide.widgets.theme import SMALLEST_TARGET, Role, Theme, themed

_COUNT = len(Settledness)
Pair = tuple[Settledness | None, Settledness | None]
"""Before and after; blank stays blank."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """How a row shares its width between words and lanes."""

    pitch: int = 0
    """From one lane to the next, pixels."""
    below: bool = False
    """Whether the lanes lie below the words, where both do not fit side by side."""
    row_height: int = 64
    lane_height: int = 40
    edge: int = 20
    lines: int = 1
    """Lines that the words below the first may need."""

    @classmethod
    def fitting(cls, theme: Theme, width: int, words: Sequence[str]) -> Lanes:
        """Share a width among these words and the lanes."""
        labels = max(line_width(label(one), theme.font(Role.SMALL)) for one in Settledness)
        least, edge = labels + theme.px(14), theme.px(20)
        bold, plain = theme.font(Role.BODY, strong=True), theme.font(Role.BODY)
        line = QFontMetrics(plain).lineSpacing()

        def lines_in(room: int) -> int:
            return max((wrapped_height(one, plain, room) // line for one in words[1:]), default=1)

        first = max((line_width(one, bold) for one in words[:1]), default=0)
        second = max((line_width(one, plain) for one in words[1:]), default=0)
        beside = width - 3 * edge - _COUNT * least
        below = beside < first or lines_in(beside) > 2
        room = width - 2 * edge if below else max(beside, first)
        lines = lines_in(room)
        spare = width - 3 * edge - (max(first, second) if lines == 1 else room)
        pitch = room // _COUNT if below else min(spare // _COUNT, theme.px(126))
        lane = theme.px(40)
        high = QFontMetrics(bold).lineSpacing() + lines * line + theme.px(20)
        high += lane if below else 0
        return cls(pitch, below, max(high, SMALLEST_TARGET), lane, edge, lines)

    def of(self, face: QRectF) -> QRectF:
        """Where the lanes lie in a row."""
        wide = self.pitch * _COUNT
        left = face.right() - self.edge / 2 - wide
        if self.below:
            return QRectF(left, face.bottom() - self.lane_height, wide, self.lane_height)
        return QRectF(left, face.top(), wide, face.height())

    def paint_words(
        self, painter: QPainter, face: QRectF, words: tuple[str, str], theme: Theme
    ) -> None:
        """Paint two lines, the first strong; the second wraps where that is needed."""
        bold, plain = theme.font(Role.BODY, strong=True), theme.font(Role.BODY)
        right = face.right() - self.edge if self.below else self.of(face).left()
        box = QRectF(face.left() + self.edge, face.top(), right - face.left() - self.edge, 0)
        high = face.height() - (self.lane_height if self.below else 0)
        first = QFontMetrics(bold).lineSpacing()
        second = wrapped_height(words[1], plain, box.width())
        box.moveTop(face.top() + (high - first - second) / 2)
        for line, font, tall, ink in (
            (words[0], bold, first, theme.palette.ink),
            (words[1], plain, second, theme.palette.soft_ink),
        ):
            box.setHeight(tall)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(box, WRAP, line)
            box.translate(0, tall)


def label(value: Settledness) -> str:
    """The word of a lane."""
    return QCoreApplication.translate("Settledness", value.label)


def paint_pair(painter: QPainter, box: QRectF, pair: Pair, theme: Theme) -> None:
    """Paint five quiet lanes and, where they are known, a ring for before and a dot for after.

    A line leads from one to the other; the shapes alone tell which is which.
    """
    pitch, y = box.width() / _COUNT, box.center().y()
    painter.setPen(QPen(QColor(theme.palette.line), 2))
    for number in range(_COUNT):
        x = box.left() + pitch * (number + 0.5)
        painter.drawLine(QLineF(x, box.top() + 3, x, box.bottom() - 3))
    before, after = (
        QPointF(box.left() + pitch * (value - 0.5), y) if value is not None else None
        for value in pair
    )
    ring, dot = theme.px(12), theme.px(9)
    if before is not None and after is not None and before != after:
        way = 1 if after.x() > before.x() else -1
        painter.setPen(QPen(QColor(theme.palette.soft_ink), theme.px(3)))
        painter.drawLine(QLineF(before.x() + way * ring, y, after.x() - way * dot, y))
    if before is not None:
        paint_ring(painter, before, ring, theme)
    if after is not None:
        paint_dot(painter, after, dot if before != after else dot - theme.px(2), theme)


def paint_ring(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint before."""
    painter.setPen(QPen(QColor(theme.palette.warm_ink), theme.px(3)))
    painter.setBrush(QColor(theme.palette.card))
    painter.drawEllipse(middle, radius, radius)


def paint_dot(painter: QPainter, middle: QPointF, radius: float, theme: Theme) -> None:
    """Paint after."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.accent_deep))
    painter.drawEllipse(middle, radius, radius)


class LaneWords(QWidget):
    """Says above a list what its lanes and its two shapes mean; stays while the list scrolls.

    Signals: none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = Lanes()
        self._before, self._after = self.tr("Before"), self.tr("After")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        shapes = self.tr("A ring is before, a dot is after; {0} is on the left, {1} on the right")
        ends = label(Settledness.CRYING).lower(), label(Settledness.AT_EASE).lower()
        self.setAccessibleName(shapes.format(*ends))

    def follow(self, lanes: Lanes) -> None:
        """Stand above these lanes."""
        self._lanes = lanes
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        line = QFontMetrics(themed(self).font(Role.SMALL)).lineSpacing() + themed(self).px(6)
        return QSize(100, line * (2 if self._lanes.below else 1))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words of the lanes, and what a ring and a dot are."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(Role.SMALL)
        painter.setFont(font)
        face = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        high = face.height() / (2 if self._lanes.below else 1)
        y, x = face.top() + high / 2, face.left() + self._lanes.edge + theme.px(11)
        for words, paint, radius in (
            (self._before, paint_ring, theme.px(8)),
            (self._after, paint_dot, theme.px(7)),
        ):
            paint(painter, QPointF(x, y), radius, theme)
            painter.setPen(QColor(theme.palette.soft_ink))
            beside = QRectF(x + theme.px(18), y - high / 2, face.width(), high)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += theme.px(54) + line_width(words, font)
        top = face.bottom() - high
        left = self._lanes.of(face).left()
        painter.setPen(QColor(theme.palette.ink))
        for number, value in enumerate(Settledness):
            box = QRectF(left + number * self._lanes.pitch, top, self._lanes.pitch, high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label(value))
