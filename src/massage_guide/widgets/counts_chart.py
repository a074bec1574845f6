"""The chart of counts: how many massages, before and after, on the five points, or of all."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen, QTransform
from PySide6.QtWidgets import QGraphicsSimpleTextItem, QVBoxLayout, QWidget

from massage_guide.domain.patterns import BeforeAfter, Often
from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.theme import Role, Theme, themed

pg.setConfigOptions(antialias=True, exitCleanup=False)

_BEFORE, _AFTER = 0.3, 0.7
"""How far down its row each of the two lies."""


class CountsChart(QWidget):
    """Stands still: it is neither moved nor zoomed, and has no menu.

    Read without colours: each line is named, what was before is hollow, and every count is written.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[BeforeAfter | Often] = ()
        self._view = pg.GraphicsLayoutWidget(self)
        # what scrolls the page scrolls it here as well
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout = self._view.ci.layout
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self._names, self._kinds = pg.AxisItem("left"), pg.AxisItem("left")
        self._points = pg.AxisItem("top")
        self._view.addItem(self._points, 0, 2)
        self._view.addItem(self._names, 1, 0)
        self._view.addItem(self._kinds, 1, 1)
        self._view.addItem(self._box, 1, 2)
        for axis in (self._names, self._kinds, self._points):
            axis.linkToView(self._box)
            axis.setPen(pg.mkPen(None))
            axis.setStyle(tickAlpha=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)

    def show_lines(self, lines: Sequence[BeforeAfter | Often]) -> None:
        """Draw these, from the top; all of one kind."""
        self._lines = lines
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        theme = themed(self)
        self._view.setBackground(QColor(theme.palette.card))
        self._box.clear()
        both = [line for line in self._lines if isinstance(line, BeforeAfter)]
        often = [line for line in self._lines if isinstance(line, Often)]
        self._draw_rows(theme)
        if both:
            self._draw_points(both, theme)
        else:
            self._draw_bars(often, theme)

    def _draw_rows(self, theme: Theme) -> None:
        """Everything but what is counted: names, lines between, and room."""
        rows, line = len(self._lines), _line(theme)
        bold, font = theme.font(Role.SMALL, strong=True), theme.font(Role.SMALL)
        ink = QColor(theme.palette.ink)
        for axis in (self._names, self._kinds, self._points):
            axis.setTextPen(ink)
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=theme.px(10))
        self._names.setStyle(tickFont=bold)
        wide = QFontMetrics(bold)
        widest = theme.px(150 * theme.text_percent / 100)
        names = [_wrapped(each.name, wide, widest) for each in self._lines]
        longest = max(
            (wide.horizontalAdvance(part) for n in names for part in n.split("\n")), default=0
        )
        self._names.setWidth(longest + theme.px(16))
        self._names.setTicks([[(row + 0.5, name) for row, name in enumerate(names)]])
        high = 2 * line if rows and isinstance(self._lines[0], BeforeAfter) else round(1.4 * line)
        self._view.setFixedHeight(self._top(theme) + high * rows)
        self._box.setRange(yRange=(0, max(rows, 1)), padding=0, disableAutoRange=True)
        if rows > 1:
            between = [float(row) for row in range(1, rows) for _ in range(2)]
            across = [-1e6, 1e6] * (rows - 1)
            pen = pg.mkPen(QColor(theme.palette.line), width=max(theme.px(1.5), 1))
            self._box.addItem(
                pg.PlotCurveItem(across, between, pen=pen, connect="pairs"), ignoreBounds=True
            )

    def _draw_points(self, lines: Sequence[BeforeAfter], theme: Theme) -> None:
        kinds = [
            (row + down, word)
            for row in range(len(lines))
            for down, word in ((_BEFORE, self.tr("before")), (_AFTER, self.tr("after")))
        ]
        self._kinds.setTicks([kinds])
        self._kinds.setWidth(self._widest([word for _, word in kinds], theme))
        self._points.setTicks([[(point.value, self._label(point)) for point in Settledness]])
        self._points.setHeight(self._top(theme))
        # a little more at the right, where the last count stands beside its dot
        self._box.setRange(xRange=(0.55, 5.85), padding=0)
        own = theme.palette
        hollow = QPen(QColor(own.ink), max(theme.px(2), 1))
        hollow.setCosmetic(True)
        for down, pen, brush in ((_BEFORE, hollow, own.card), (_AFTER, None, own.accent_deep)):
            x, y, sizes = [], [], []
            for row, line in enumerate(lines):
                counts = line.before if down == _BEFORE else line.after
                for point, count in enumerate(counts, 1):
                    if count:
                        x.append(point)
                        y.append(row + down)
                        sizes.append(_across(count / line.times, theme))
                        self._write(count, point, row + down, theme)
            dots = pg.ScatterPlotItem(x, y, size=sizes, pen=pen, brush=QColor(brush), pxMode=True)
            self._box.addItem(dots)

    def _draw_bars(self, lines: Sequence[Often], theme: Theme) -> None:
        counts = [(row + 0.5, line.count) for row, line in enumerate(lines)]
        self._kinds.setTicks([counts])
        self._kinds.setWidth(self._widest([word for _, word in counts], theme))
        self._points.setTicks([[]])
        self._points.setHeight(self._top(theme))
        longest = max((line.of or line.times for line in lines), default=1)
        self._box.setRange(xRange=(0, longest * 1.01), padding=0)
        own = theme.palette
        rows = [row + 0.5 for row in range(len(lines))]
        edge = pg.mkPen(QColor(own.soft_ink), width=max(theme.px(1.5), 1))
        all_of_them = [line.of or 0 for line in lines]
        bars = (
            (all_of_them, edge, own.card),
            ([line.times for line in lines], None, own.accent_deep),
        )
        for wide, pen, brush in bars:
            item = pg.BarGraphItem(
                x0=0, width=wide, y=rows, height=0.5, pen=pen, brush=QColor(brush)
            )
            self._box.addItem(item)

    @staticmethod
    def _label(point: Settledness) -> str:
        return QCoreApplication.translate("Settledness", point.label)

    def _write(self, count: int, x: float, y: float, theme: Theme) -> None:
        """Write a count to the right of its dot, as large as the words of the page."""
        item = QGraphicsSimpleTextItem(str(count))
        item.setFont(theme.font(Role.SMALL))
        item.setBrush(QColor(theme.palette.ink))
        item.setFlag(QGraphicsSimpleTextItem.GraphicsItemFlag.ItemIgnoresTransformations)
        right = _across(1.0, theme) / 2 + theme.px(4)
        item.setTransform(QTransform.fromTranslate(right, -item.boundingRect().height() / 2))
        item.setPos(x, y)
        self._box.addItem(item, ignoreBounds=True)

    def _top(self, theme: Theme) -> int:
        points = bool(self._lines) and isinstance(self._lines[0], BeforeAfter)
        return _line(theme) if points else 0

    @staticmethod
    def _widest(words: Sequence[str], theme: Theme) -> int:
        metrics = QFontMetrics(theme.font(Role.SMALL))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return widest + theme.px(18)


def _line(theme: Theme) -> int:
    """Pixels from one line of a row to the next."""
    return round(1.75 * theme.text_px(Role.SMALL))


def _across(share: float, theme: Theme) -> float:
    """How wide a dot is: its area shows the share, and one massage is seen among thousands."""
    widest = 0.88 * _line(theme)
    return widest * max(sqrt(share), 0.16)


def _wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in lines of this width, as far as its words allow."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    longest = round(1.5 * width)
    return "\n".join(
        metrics.elidedText(line, Qt.TextElideMode.ElideRight, longest) for line in lines
    )
