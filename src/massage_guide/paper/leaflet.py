"""A leaflet: what is put on paper, as a value, and the sheets it is set on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

MARGIN = 16.0
"""Millimetres at every edge that stay empty."""
GAP = 3.0
"""Millimetres between one item and the next, unless an item asks for less."""
NUMBER_LINE = 5.0
"""Millimetres that the page's number takes, below the foot."""


class Size(StrEnum):
    """The sizes of paper there are."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def wide(self) -> float:
        """Millimetres."""
        return 210.0 if self is Size.A4 else 215.9

    @property
    def high(self) -> float:
        """Millimetres."""
        return 297.0 if self is Size.A4 else 279.4

    @property
    def inner(self) -> float:
        """Millimetres between the margins."""
        return self.wide - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Item(ABC):
    """Something that stands on a page and is not cut; every length in millimetres."""

    gap: float = field(default=GAP, kw_only=True)
    """What stays empty above it, where it is not the first."""

    @property
    def leads(self) -> bool:
        """Whether it belongs to what follows, and never ends a page."""
        return False

    @abstractmethod
    def height(self, wide: float) -> float:
        """How high it is in this width."""

    @abstractmethod
    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Paint it with its top left corner there."""

    def halves(self) -> tuple[Item, ...]:
        """The parts that it falls into where no page could hold it; itself where it cannot."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What is put on paper; pages come of its size."""

    title: str
    """For the file; what a reader sees stands among the items."""
    items: tuple[Item, ...]
    foot: tuple[Item, ...] = ()
    """Stands at the foot of every page."""
    numbered: bool = True
    """Whether pages are numbered where there are several."""
    about: UUID | None = None
    """Whom it tells of, so that an erasure finds a file of it; all zeros for several."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its place on a page."""

    item: Item
    y: float
    """Millimetres from the upper edge of the paper."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    number: int
    """From 1."""
    of: int
    body: tuple[Placed, ...]
    foot: tuple[Placed, ...]


def sheets(leaflet: Leaflet, size: Size) -> tuple[Sheet, ...]:
    """Set a leaflet on as many pages as it needs, cutting nothing that one page can hold."""
    foot = _foot(leaflet.foot, size)
    floor = (foot[0].y if foot else size.high - MARGIN) - GAP
    pages: list[list[Placed]] = [[]]
    at = MARGIN
    waiting = list(leaflet.items)
    while waiting:
        item = waiting.pop(0)
        whole = item.height(size.inner)
        gap = item.gap if pages[-1] else 0.0
        # headings alone are no reason for another page
        is_fresh = all(placed.item.leads for placed in pages[-1])
        parts = item.halves() if whole > floor - (at + gap if is_fresh else MARGIN) else ()
        if len(parts) > 1:
            waiting[:0] = parts
            continue
        if not is_fresh and at + gap + _kept_together(item, waiting, size) > floor:
            pages.append([])
            at, gap = MARGIN, 0.0
        pages[-1].append(Placed(item, at + gap))
        at += gap + whole
    return tuple(
        Sheet(number, len(pages), tuple(body), foot) for number, body in enumerate(pages, start=1)
    )


def fitted(leaflets: Sequence[Leaflet], size: Size) -> Leaflet:
    """The first of these that needs one page, given from the fullest to the barest; or the last."""
    return next((one for one in leaflets if len(sheets(one, size)) == 1), leaflets[-1])


def _kept_together(item: Item, following: Sequence[Item], size: Size) -> float:
    """The room that it needs, with what it leads."""
    needed = item.height(size.inner)
    for after in following:
        if not item.leads:
            break
        needed += after.gap + after.height(size.inner)
        item = after
    return needed


def _foot(items: Sequence[Item], size: Size) -> tuple[Placed, ...]:
    """What stands at the foot, above the line of the page's number."""
    placed: list[Placed] = []
    bottom = size.high - MARGIN - NUMBER_LINE
    for item in reversed(items):
        bottom -= item.height(size.inner)
        placed.append(Placed(item, bottom))
        bottom -= item.gap
    return tuple(reversed(placed))
