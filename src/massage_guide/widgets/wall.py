"""The wall: words beside the class's picture, sized to be read at eight metres."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from massage_guide.stage.palette import PROJECTOR
from massage_guide.widgets.lettering import Line, block_height
from massage_guide.widgets.theme import DESIGN, Theme, wear

SMALLEST_SHARE = 1 / 20
"""No words are lower than this share of the picture's height."""
_WAYS = (
    *((size, share) for size in (68.0, 62.0, 56.0, 50.0) for share in (0.34, 0.38)),
    *((size, share) for size in (56.0, 50.0, 44.0) for share in (0.42, 0.46)),
    *((38.0, share) for share in (0.34, 0.38, 0.42, 0.46)),
)
"""Sizes of the name, and shares of the width that words take; the picture gives way last.

Sizes are pixels where the picture is 720 high; so are the next two.
"""
_SIDE = 42.0
_LINE = 38.0
_LARGER = (46.0, 42.0)
"""Sizes of the line of what to do where there is room for it."""
_EDGE = 44
"""Room round the words, pixels where the picture is 720 high."""


@dataclass(frozen=True, slots=True)
class Wall:
    """Where the words are, and how large."""

    column: int
    """Width of the column beside the picture, pixels."""
    edge: int
    """Room round the words, pixels."""
    lines: tuple[Line, ...]


def wall_theme(size: QSize, theme: Theme | None = None) -> Theme:
    """The theme of a wall of this size: every word grows with the picture's height."""
    base = theme or Theme(PROJECTOR)
    return replace(base, text_percent=100, space=max(size.height(), 1) / DESIGN.height())


def wear_wall(root: QWidget, theme: Theme) -> None:
    """Dress a window for a wall, and all that lies in it."""
    root.setStyleSheet("")
    wear(root, theme)


def wall_of(size: QSize, theme: Theme, name: str, side: str, line: str) -> Wall:
    """A narrow column and a large name with which all the words fit."""
    edge = theme.px(_EDGE)
    high = size.height() - 2 * edge
    for title, share in _WAYS:
        column = round(size.width() * share)
        wide = column - 2 * edge
        lines = _lines(title, _LINE, name, side, line)
        if _fits(lines, theme, wide, high):
            break
    # what to do is read longest, so it takes what room is left
    for words in _LARGER:
        larger = _lines(title, words, name, side, line)
        if _fits(larger, theme, wide, high):
            return Wall(column, edge, larger)
    return Wall(column, edge, lines)


def _fits(lines: tuple[Line, ...], theme: Theme, wide: int, high: int) -> bool:
    narrow = all(one.widest(theme, 1.0) <= wide for one in lines)
    return narrow and block_height(lines, theme, 1.0, wide) <= high


def _lines(title: float, size: float, name: str, side: str, line: str) -> tuple[Line, ...]:
    """The name, the baby's side and one line of what to do."""
    said = (
        Line(name, title, strong=True),
        Line(side, _SIDE, strong=True, tint="warm_ink", gap=18),
        Line(line, size, gap=26),
    )
    return tuple(one for one in said if one.text)
