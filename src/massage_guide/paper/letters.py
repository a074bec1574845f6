"""Letters on paper: the program's own typeface, and words broken into lines once for all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QTextLayout

from massage_guide.files.paths import assets_dir

UNIT = 100
"""Painters count in so many units to the millimetre, since letters have whole sizes."""
_POINT = 25.4 / 72
"""Millimetres."""
FAMILY = "Nunito"
_DRAWN_ONLY = ("liga", "locl")
"""Forms of letters of which a PDF file would not know which letters they are."""

INK = "#1d1915"
SOFT = "#4f4740"
"""Words that may be overlooked; dark enough for any printer."""
DEEP = "#3f5a46"
"""Sage for rules and dots; a dark grey where there is no colour."""
LINE = "#b9b0a5"
"""Hairlines."""
TINT = "#eef2ec"
"""The ground of a panel; all but white without colour."""


class Style(Enum):
    """What words on paper are for: points, weight, colour, space between lines."""

    TITLE = (22.0, True, INK, 1.0)
    LEAD = (11.5, False, SOFT, 1.06)
    HEADING = (12.5, True, DEEP, 1.0)
    BODY = (10.0, False, INK, 1.06)
    STRONG = (10.0, True, INK, 1.06)
    SMALL = (8.5, False, SOFT, 1.04)
    HUGE = (34.0, True, INK, 1.0)

    @property
    def points(self) -> float:
        """The size of its letters."""
        return float(self.value[0])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words as they are set."""

    words: str
    wide: float
    """Millimetres."""


@lru_cache(maxsize=len(Style))
def font(style: Style) -> QFont:
    """The letters of a style; not to be changed."""
    _load()
    points, bold, _, _ = style.value
    letters = QFont()
    letters.setFamilies([FAMILY])
    letters.setPixelSize(round(points * _POINT * UNIT))
    letters.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _DRAWN_ONLY:
        letters.setFeature(QFont.Tag(feature), 0)
    return letters


def line_height(style: Style) -> float:
    """Millimetres from one line to the next."""
    return float(QFontMetricsF(font(style)).height() * style.value[3] / UNIT)


@lru_cache(maxsize=4096)
def broken(words: str, style: Style, wide: float) -> tuple[Line, ...]:
    """Break words into lines of this width, the same on every device."""
    lines: list[Line] = []
    for paragraph in words.split("\n"):
        layout = QTextLayout(paragraph, font(style))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide * UNIT)
            start = line.textStart()
            text = paragraph.encode("utf-16-le")[2 * start : 2 * (start + line.textLength())]
            lines.append(Line(text.decode("utf-16-le").rstrip(), line.naturalTextWidth() / UNIT))
        layout.endLayout()
    return tuple(lines)


def height(words: str, style: Style, wide: float) -> float:
    """Millimetres that words take in this width."""
    return len(broken(words, style, wide)) * line_height(style) if words else 0.0


def width(words: str, style: Style) -> float:
    """Millimetres that words take in one line."""
    return float(QFontMetricsF(font(style)).horizontalAdvance(words) / UNIT)


def write(
    painter: QPainter,
    words: str,
    style: Style,
    at: tuple[float, float],
    wide: float,
    *,
    middle: bool = False,
    colour: str = "",
) -> None:
    """Write words with their upper left corner there, millimetres; in the middle if asked."""
    x, y = at
    painter.setFont(font(style))
    painter.setPen(QColor(colour or style.value[2]))
    up = QFontMetricsF(font(style)).ascent() / UNIT
    for number, line in enumerate(broken(words, style, wide)):
        left = x + (wide - line.wide) / 2 if middle else x
        base = y + up + number * line_height(style)
        # a plain space would become a tab in a PDF file
        painter.drawText(QPointF(left * UNIT, base * UNIT), line.words.replace(" ", "\u00a0"))


@lru_cache(maxsize=1)
def _load() -> None:
    if FAMILY not in QFontDatabase.families():
        for file in sorted((assets_dir() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
