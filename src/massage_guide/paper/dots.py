"""Dots: massages over some weeks, each as how settled before (a ring) and after (a dot)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from massage_guide.domain.handover import apart
from massage_guide.domain.settledness import Settledness
from massage_guide.paper import letters
from massage_guide.paper.items import HAIR, dot, line
from massage_guide.paper.leaflet import Item
from massage_guide.paper.letters import Style

_ROW = 5.2
"""Millimetres between two of the five points."""
_LEFT = 19.0
"""Millimetres for the five words."""
_EDGE = 3.0
"""Millimetres between the edge and the first and last massage."""
_RING, _DOT = 1.45, 0.8
"""How much larger and smaller than usual they are where both lie on one line."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One massage."""

    at: float
    """Where it lies in the weeks told of, 0 to 1."""
    before: Settledness | None
    after: Settledness | None


@dataclass(frozen=True, slots=True)
class Dots(Item):
    """Five lines, a column for each massage; what was not noted stays empty."""

    pairs: tuple[Pair, ...]
    marks: tuple[tuple[float, str], ...]
    """Where weeks begin, 0 to 1, and the date."""
    names: tuple[str, ...]
    """Of the five points, from the lowest."""
    before: str
    after: str

    def height(self, wide: float) -> float:
        """Millimetres."""
        return _ROW * len(self.names) + 2 * letters.line_height(Style.SMALL) + 1.5

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Draw them."""
        left, right = x + _LEFT, x + wide
        small = letters.line_height(Style.SMALL)
        for number, name in enumerate(reversed(self.names)):
            middle = y + _ROW * (number + 0.5)
            line(painter, (left, middle), (right, middle))
            letters.write(painter, name, Style.SMALL, (x, middle - small / 2), _LEFT)
        bottom = y + _ROW * len(self.names)
        span = right - left - 2 * _EDGE
        for at, words in self.marks:
            where = left + _EDGE + at * span
            line(painter, (where, y), (where, bottom + 0.8))
            room = letters.width(words, Style.SMALL) + 1.0
            at_left = min(where - 1.0, right - room)
            letters.write(painter, words, Style.SMALL, (at_left, bottom + 0.9), room + 5.0)
        # every massage has a place of its own: none hides how another ended
        radius = max(0.35, min(1.25, 0.32 * span / max(len(self.pairs), 1)))
        places = apart([pair.at for pair in self.pairs], 2.2 * _RING * radius / span)
        for pair, at in zip(self.pairs, places, strict=True):
            self._paint_pair(painter, pair, left + _EDGE + at * span, y, radius)
        self._paint_key(painter, left, bottom + 1.5 + small)

    def _paint_pair(self, painter: QPainter, pair: Pair, x: float, y: float, radius: float) -> None:
        def high(value: Settledness) -> float:
            return y + _ROW * (len(self.names) - value + 0.5)

        before, after = pair.before, pair.after
        if before is not None and after is not None:
            line(painter, (x, high(before)), (x, high(after)), 2 * HAIR, letters.DEEP)
        if before is not None:
            # where nothing changed the ring is seen round the dot
            dot(painter, x, high(before), radius * (_RING if after is before else 1), filled=False)
        if after is not None:
            dot(painter, x, high(after), radius * (_DOT if after is before else 1), filled=True)

    def _paint_key(self, painter: QPainter, x: float, y: float) -> None:
        middle = y + letters.line_height(Style.SMALL) / 2
        for words, filled in ((self.before, False), (self.after, True)):
            dot(painter, x + 1.25, middle, 1.0, filled=filled)
            room = letters.width(words, Style.SMALL) + 1.0
            letters.write(painter, words, Style.SMALL, (x + 3.6, y), room)
            x += 3.6 + room + 6.0
