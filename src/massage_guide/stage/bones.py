"""Bones: what of a limb turns together, and how far each drawing of it is there."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from massage_guide.domain.figure import Point
from massage_guide.files.figure_file import Part
from massage_guide.stage.limbs import folded, hidden, slid, unfolded
from massage_guide.stage.sprite_cache import Run, Vector
from massage_guide.stage.sprites import Drawing

_LEVELS = 16
"""Steps in which a drawing comes and goes."""

Bone = tuple[str, str]
"""The joints at its two ends."""


class Piece(NamedTuple):
    """Parts of a limb that are laid down as one picture."""

    run: Run
    bone: Bone | None
    """None for what lies still."""
    slides: bool
    clear: float
    """Opacity, 0 to 1."""


class Breadth(NamedTuple):
    """How far drawings reach beyond their bone, figure units."""

    aside: float
    beyond: float

    def round_it(self, start: Point, end: Point) -> QRectF:
        """What the drawings cover when their bone lies so, or a little less."""
        x, y = end.x - start.x, end.y - start.y
        length = math.hypot(x, y) or 1.0
        along, across = abs(x) / length, abs(y) / length
        wide = self.aside * across + self.beyond * along
        high = self.aside * along + self.beyond * across
        left, top = min(start.x, end.x) - wide, min(start.y, end.y) - high
        return QRectF(left, top, abs(x) + 2 * wide, abs(y) + 2 * high)


def breadth(bone: tuple[Point, Point], drawings: Sequence[Drawing]) -> Breadth:
    """How far drawings of one bone reach, when it lies at rest; as far to either side."""
    start, end = bone
    length = math.dist(start, end) or 1.0
    x, y = (end.x - start.x) / length, (end.y - start.y) / length
    aside = beyond = 0.0
    for drawing in drawings:
        edges = drawing.edges
        for corner in (edges.topLeft(), edges.topRight(), edges.bottomLeft(), edges.bottomRight()):
            dx, dy = corner.x() - start.x, corner.y() - start.y
            along = dx * x + dy * y
            aside = max(aside, abs(dx * y - dy * x))
            beyond = max(beyond, -along, along - length)
    return Breadth(aside, beyond)


def pieces(parts: Sequence[Part], run: Run, share: float) -> list[Piece]:
    """What to lay down of a limb, first beneath, when its first bone shows `share` of its length.

    Drawings of one bone that follow each other and are wholly there become one.
    """
    found: list[Piece] = []
    for index in run:
        part = parts[index]
        clear = _clear(part, share)
        if not clear:
            continue
        piece = Piece((index,), None if part.stays else part.bone, part.slides, clear)
        last = found[-1] if found else None
        if last is not None and last[1:] == piece[1:] and clear == 1.0:
            found[-1] = last._replace(run=(*last.run, index))
        else:
            found.append(piece)
    return found


def _clear(part: Part, share: float) -> float:
    if part.bone is None or part.stays:
        return 1.0
    if part.gives_way and hidden(share):
        return 0.0
    if part.folded:
        return round(folded(share) * _LEVELS) / _LEVELS
    return round(unfolded(share) * _LEVELS) / _LEVELS if part.fades else 1.0


def joints_at(
    bones: Sequence[Bone], rest: Mapping[str, Point], full: Mapping[str, Point], scale: float
) -> dict[str, Vector]:
    """Where the joints of a limb are, whole pixels; what keeps its length and way keeps its pixels.

    Each bone is taken to whole pixels by itself, so that a limb that is only carried is not
    drawn anew.
    """
    at: dict[str, Vector] = {}
    for names in bones:
        start, end = (full.get(name, rest[name]) for name in names)
        x, y = at.setdefault(names[0], (round(start.x * scale), round(start.y * scale)))
        if names[1] not in at:
            across, down = (end.x - start.x) * scale, (end.y - start.y) * scale
            at[names[1]] = x + round(across), y + round(down)
    return at


def laid(piece: Piece, at: Mapping[str, Vector], share: float, near: int) -> tuple[Vector, Vector]:
    """Where a piece is laid, and which way its bone points: pixels, the latter in steps."""
    (left, top), (right, bottom) = (at[name] for name in piece.bone or ())
    x, y = float(right - left), float(bottom - top)
    if piece.slides:
        # its lower end stays with the knee; of its upper one, on the body, less is seen
        begin = slid(Point(0.0, 0.0), Point(x, y), share)
        x, y = x - begin.x, y - begin.y
        near = 2 * near
    way = round(x / near) * near, round(y / near) * near
    if piece.slides:
        return (right - way[0], bottom - way[1]), way
    return (left, top), way
