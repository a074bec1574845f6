"""Items: what stands on a page: words, lists, tables, panels, pictures, things side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from massage_guide.paper import letters
from massage_guide.paper.leaflet import Item
from massage_guide.paper.letters import UNIT, Style

HAIR = 0.2
"""Millimetres, the width of a hairline."""
_PAD = 0.8
"""Millimetres above and below the words of a row."""


@dataclass(frozen=True, slots=True)
class Words(Item):
    """A paragraph."""

    text: str
    style: Style = Style.BODY
    middle: bool = False

    @property
    def leads(self) -> bool:
        """A heading belongs to what follows."""
        return self.style in (Style.HEADING, Style.TITLE)

    def height(self, wide: float) -> float:
        """Millimetres."""
        return letters.height(self.text, self.style, wide)

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Write it."""
        letters.write(painter, self.text, self.style, (x, y), wide, middle=self.middle)

    def halves(self) -> tuple[Item, ...]:
        """Cut it between two words, where it is longer than a page."""
        half = self.text.rfind(" ", 0, len(self.text) // 2 + 1)
        cut = half if half > 0 else len(self.text) // 2
        first, second = self.text[:cut].rstrip(), self.text[cut:].lstrip()
        if not first or not second:
            return (self,)
        return replace(self, text=first), replace(self, text=second, gap=0.0)


@dataclass(frozen=True, slots=True)
class Rule(Item):
    """A line across the page."""

    @property
    def leads(self) -> bool:
        """It stands above something."""
        return True

    def height(self, wide: float) -> float:
        """Millimetres."""
        return HAIR

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Draw it."""
        line(painter, (x, y), (x + wide, y))


@dataclass(frozen=True, slots=True)
class Points(Item):
    """Lines that each begin with a small dot, in columns that are read downwards."""

    lines: tuple[str, ...]
    columns: int = 1
    style: Style = Style.BODY
    dotted: bool = True

    def height(self, wide: float) -> float:
        """Millimetres."""
        return max((sum(self._heights(column, wide)) for column in self._columns()), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Write them."""
        for number, column in enumerate(self._columns()):
            left, top = x + number * (self._column(wide) + _BETWEEN), y
            for words, high in zip(column, self._heights(column, wide), strict=True):
                if self.dotted:
                    middle = top + letters.line_height(self.style) / 2
                    dot(painter, left + 1.0, middle, 0.55, filled=True)
                at = (left + self._indent, top)
                letters.write(painter, words, self.style, at, self._column(wide) - self._indent)
                top += high

    def halves(self) -> tuple[Item, ...]:
        """Share out the lines; one line alone falls apart as words do."""
        if len(self.lines) < 2:
            return (
                Words(self.lines[0], self.style, gap=self.gap).halves() if self.lines else (self,)
            )
        half = len(self.lines) // 2
        first, second = self.lines[:half], self.lines[half:]
        return replace(self, lines=first), replace(self, lines=second, gap=0.0)

    def _columns(self) -> list[tuple[str, ...]]:
        each = max(-(-len(self.lines) // self.columns), 1)
        return [self.lines[at : at + each] for at in range(0, len(self.lines), each)]

    def _heights(self, column: tuple[str, ...], wide: float) -> list[float]:
        inner = self._column(wide) - self._indent
        return [letters.height(words, self.style, inner) + 0.5 for words in column]

    def _column(self, wide: float) -> float:
        return (wide - (self.columns - 1) * _BETWEEN) / self.columns

    @property
    def _indent(self) -> float:
        return 3.4 if self.dotted else 0.0


_BETWEEN = 6.0
"""Millimetres between columns."""


@dataclass(frozen=True, slots=True)
class Table(Item):
    """Rows under a head, with hairlines between; columns share the width."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    middle: tuple[int, ...] = ()
    """Columns that are set in the middle, from 0."""
    strong: tuple[int, ...] = (0,)
    """Columns in bold."""

    def height(self, wide: float) -> float:
        """Millimetres."""
        return sum(self._high(row, number, wide) for number, row in enumerate(self._all()))

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Write it."""
        for number, row in enumerate(self._all()):
            left = x
            for column, (words, share) in enumerate(zip(row, self._wide(wide), strict=True)):
                at, middle = (left, y + _PAD), column in self.middle
                style = self._style(number, column)
                letters.write(painter, words, style, at, share - 2.0, middle=middle)
                left += share
            y += self._high(row, number, wide)
            line(painter, (x, y), (x + wide, y), 2 * HAIR if number == 0 else HAIR)

    def halves(self) -> tuple[Item, ...]:
        """Share out the rows, each half under the same head."""
        half = len(self.rows) // 2
        if not half:
            return (self,)
        return replace(self, rows=self.rows[:half]), replace(self, rows=self.rows[half:])

    def _all(self) -> tuple[tuple[str, ...], ...]:
        return (self.head, *self.rows)

    def _wide(self, wide: float) -> list[float]:
        return [wide * share / sum(self.shares) for share in self.shares]

    def _high(self, row: tuple[str, ...], number: int, wide: float) -> float:
        cells = zip(row, self._wide(wide), strict=True)
        return 2 * _PAD + max(
            letters.height(words, self._style(number, column), share - 2.0)
            for column, (words, share) in enumerate(cells)
        )

    def _style(self, row: int, column: int) -> Style:
        if row == 0:
            return Style.SMALL
        return Style.STRONG if column in self.strong else Style.BODY


@dataclass(frozen=True, slots=True)
class Group(Item):
    """Items that stay together, one below the other; on a panel if asked."""

    items: tuple[Item, ...]
    panel: bool = False

    def height(self, wide: float) -> float:
        """Millimetres."""
        pad = _PANEL if self.panel else 0.0
        inner = wide - 2 * pad
        gaps = sum(item.gap for item in self.items[1:])
        return sum(item.height(inner) for item in self.items) + gaps + 2 * pad

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Paint them."""
        pad = _PANEL if self.panel else 0.0
        if self.panel:
            painter.setPen(QPen(QColor(letters.LINE), HAIR * UNIT))
            painter.setBrush(QColor(letters.TINT))
            painter.drawRoundedRect(box(x, y, wide, self.height(wide)), 2 * UNIT, 2 * UNIT)
        top = y + pad
        for number, item in enumerate(self.items):
            top += item.gap if number else 0.0
            item.paint(painter, x + pad, top, wide - 2 * pad)
            top += item.height(wide - 2 * pad)

    def halves(self) -> tuple[Item, ...]:
        """Let go of each other, where they are longer than a page."""
        return self.items


_PANEL = 4.0
"""Millimetres inside the edge of a panel."""


@dataclass(frozen=True, slots=True)
class Beside(Item):
    """Items side by side, that share the width."""

    items: tuple[Item, ...]
    shares: tuple[float, ...]
    between: float = _BETWEEN

    def height(self, wide: float) -> float:
        """Millimetres."""
        each = zip(self.items, self._wide(wide), strict=True)
        return max((item.height(share) for item, share in each), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Paint them."""
        for item, share in zip(self.items, self._wide(wide), strict=True):
            item.paint(painter, x, y, share)
            x += share + self.between

    def _wide(self, wide: float) -> list[float]:
        inner = wide - self.between * (len(self.items) - 1)
        return [inner * share / sum(self.shares) for share in self.shares]


@dataclass(frozen=True, slots=True, eq=False)
class Picture(Item):
    """A picture, as large as the width and its height allow, in the middle."""

    image: QImage
    high: float
    framed: bool = False

    def height(self, wide: float) -> float:
        """Millimetres."""
        return self.high

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Draw it."""
        if self.image.isNull():
            return
        scale = min(wide / self.image.width(), self.high / self.image.height())
        mine = self.image.width() * scale, self.image.height() * scale
        where = box(x + (wide - mine[0]) / 2, y + (self.high - mine[1]) / 2, *mine)
        painter.drawImage(where, self.image)
        if self.framed:
            painter.setPen(QPen(QColor(letters.LINE), HAIR * UNIT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(where)


def box(x: float, y: float, wide: float, high: float) -> QRectF:
    """A rectangle, from millimetres."""
    return QRectF(x * UNIT, y * UNIT, wide * UNIT, high * UNIT)


def line(
    painter: QPainter,
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float = HAIR,
    colour: str = letters.LINE,
) -> None:
    """Draw a line, in millimetres."""
    painter.setPen(QPen(QColor(colour), thick * UNIT))
    painter.drawLine(QPointF(start[0], start[1]) * UNIT, QPointF(end[0], end[1]) * UNIT)


def dot(painter: QPainter, x: float, y: float, radius: float, *, filled: bool) -> None:
    """Draw a dot, in millimetres; an empty one is a ring on white."""
    painter.setPen(QPen(QColor(letters.DEEP), min(0.35, radius / 2) * UNIT))
    painter.setBrush(QColor(letters.DEEP if filled else "#ffffff"))
    painter.drawEllipse(QPointF(x, y) * UNIT, radius * UNIT, radius * UNIT)
