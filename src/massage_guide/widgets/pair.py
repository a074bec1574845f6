"""A pair: before and after as two dots on five quiet lines; no arrow, no grade."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.domain.settledness import Settledness
from massage_guide.stage.palette import Palette
from massage_guide.widgets.theme import Role, themed


class Pair(QWidget):
    """Paints the two dots with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Settledness | None = None
        self._after: Settledness | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pair(self, before: Settledness | None, after: Settledness | None) -> None:
        """Show these two; either may be blank."""
        self._before, self._after = before, after
        told = [
            text.format(_word(value))
            for text, value in ((self.tr("Before: {0}"), before), (self.tr("After: {0}"), after))
            if value is not None
        ]
        self.setAccessibleName(". ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        return QSize(theme.px(360), theme.px(150) + 3 * theme.text_px(Role.BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.text_px(Role.BODY) * 1.4
        box = QRectF(0, 0, self.width(), self.height() - 2 * line).adjusted(10, 10, -10, -10)
        paint_pair(painter, box, self._before, self._after, theme.palette)
        half = self.width() / 2
        columns = ((self.tr("Before"), self._before), (self.tr("After"), self._after))
        for at, (name, value) in enumerate(columns):
            place = QRectF(at * half, self.height() - 2 * line, half, line)
            painter.setFont(theme.font(Role.SMALL))
            painter.setPen(QColor(theme.palette.soft_ink))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)
            painter.setFont(theme.font(Role.BODY, strong=True))
            painter.setPen(QColor(theme.palette.ink))
            low = place.translated(0, line)
            painter.drawText(low, int(Qt.AlignmentFlag.AlignCenter), _word(value))


def paint_pair(
    painter: QPainter,
    box: QRectF,
    before: Settledness | None,
    after: Settledness | None,
    palette: Palette,
) -> None:
    """Paint two dots in a box: an open one before, a full one after; at ease is on top."""
    painter.setPen(QPen(QColor(palette.line), 1.5))
    step = box.height() / 4
    for row in range(5):
        y = box.y() + row * step
        painter.drawLine(QLineF(box.x(), y, box.right(), y))
    size = min(step * 0.62, 13.0)
    places = [
        None if value is None else QPointF(box.x() + box.width() * share, box.bottom() - at * step)
        for value, share, at in (
            (before, 0.25, (before or 1) - 1),
            (after, 0.75, (after or 1) - 1),
        )
    ]
    first, second = places
    if first is not None and second is not None:
        painter.setPen(QPen(QColor(palette.accent_soft), size * 0.7))
        painter.drawLine(QLineF(first, second))
    if first is not None:
        painter.setPen(QPen(QColor(palette.accent), max(2.0, size / 4)))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(first, size, size)
    if second is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawEllipse(second, size, size)


def _word(value: Settledness | None) -> str:
    return "" if value is None else QCoreApplication.translate("Settledness", value.label)
