"""The puppet: a drawn figure whose limbs follow a pose, painted from sprites."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from massage_guide.domain.figure import Point
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.figure_file import FigureDrawing, Part
from massage_guide.stage.keepsakes import Keepsakes
from massage_guide.stage.limbs import folded, followed, hidden, ordered, shown, slid, unfolded
from massage_guide.stage.sprite_cache import Joints, Run, SpriteCache, gathered
from massage_guide.stage.sprites import Brush, Drawing, Sprite, reach, recoloured

_FACE = "face"
"""The limb name under which expressions are kept apart from the still parts."""
_SCALES_KEPT = 3
"""Windows of different size that may share a puppet."""
_NEAR = 1 / 1080
"""How far apart two poses lie that have pictures of their own, heights of the screen."""
_ROUGHLY = 0.25
"""The same for poses of which only what they cover is told, figure units."""
_COVERS_KEPT = 400
"""Poses of which it is remembered."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the puppet is coloured and dressed; a cache key."""

    swaps: tuple[tuple[str, str], ...] = ()
    """Default hex colours and what to paint instead."""
    dress: Dress = Dress.NAPPY
    """What the baby wears."""
    hair: bool = True
    """Whether the baby has hair yet."""
    mirrored: bool = False
    """Flipped left to right (a foot or hand of the other side); poses are given flipped too."""
    ground: tuple[tuple[str, str], ...] = ()
    """What to paint instead of the colours of the mat."""
    palms: tuple[tuple[str, str], ...] = ()
    """What to paint instead on soles and palms, besides the swaps."""


class Puppet:
    """A figure drawing in one look, ready to be painted in any pose at any scale."""

    def __init__(
        self, drawing: FigureDrawing, look: Look, keepsakes: Keepsakes | None = None
    ) -> None:
        """Parse the parts that this look shows; sprites are made when first needed."""
        self.figure = drawing.figure
        self.look = look
        self.rest = dict(drawing.figure.landmarks)
        if look.mirrored:
            self.rest = {name: self.figure.mirror(point) for name, point in self.rest.items()}
        self._parts = [part for part in drawing.parts if _shown(part, look)]
        palms = (*look.swaps, *look.palms)
        self._drawings = [
            self._parsed(part, palms if part.palm else look.swaps) for part in self._parts
        ]
        self._mat = None if drawing.mat is None else self._parsed(drawing.mat, look.ground)
        self._bones = [
            None if part.bone is None else (self.rest[part.bone[0]], self.rest[part.bone[1]])
            for part in self._parts
        ]
        self._keepsakes = keepsakes or Keepsakes(2.0)
        self._caches: OrderedDict[float, SpriteCache] = OrderedDict()
        self._turning = [i for i, part in enumerate(self._parts) if part.turned_up is not None]
        self._runs: dict[tuple[object, ...], list[tuple[str, Run]]] = {}
        self._covers: dict[tuple[str, Joints], QRectF] = {}
        self._joints = {
            limb: tuple(
                dict.fromkeys(
                    name for part in self._parts if part.limb == limb for name in part.bone or ()
                )
            )
            for limb in {part.limb for part in self._parts if part.bone is not None}
        }

    def preparing(
        self, scale: float, pose: Mapping[str, Point], face: Face, scene: str
    ) -> Iterator[None]:
        """Make the sprites of this scale (device pixels a unit), one at a time.

        Limbs that the pose moves are made ready to turn; other faces and scenes are left out.
        """
        cache = self._cache(scale)
        # limbs that are to move may still be at rest
        stirred = {name: Point(at.x + 0.01, at.y) for name, at in pose.items()}
        moved = self._moved(followed(self.rest, stirred))
        for index, part in enumerate(self._parts):
            if not (_seen(part, face, False, scene) or _seen(part, face, True, scene)):
                continue
            if not part.folded:
                cache.upright(index)
                yield
            if part.limb in moved and part.bone is not None and not part.stays:
                cache.along(index)
                yield

    def paint_mat(self, painter: QPainter, scale: float) -> None:
        """Paint what the baby lies on; meant for a background that is kept."""
        if self._mat is not None:
            brush = Brush.of(painter, scale)
            brush.blit(self._mat.upright(brush.scale))

    def paint(
        self,
        painter: QPainter,
        scale: float,
        pose: Mapping[str, Point],
        face: Face = Face.CALM,
        *,
        blink: bool = False,
        scene: str = "",
        on_top: Collection[str] = (),
    ) -> None:
        """Paint the figure, its origin at the painter's origin, `scale` pixels a unit.

        `on_top` names limbs that cross above their twin.
        """
        brush = Brush.of(painter, scale)
        # limbs go by whole pixels, so that a pose that comes again finds its picture
        grid = max(painter.viewport().height() * brush.ratio * _NEAR, 1.0) / brush.scale
        full = followed(self.rest, pose) if pose else {}
        now = {name: _on_grid(at, grid) for name, at in full.items()}
        # of a foot the pose shows its top or its sole
        away = frozenset(i for i in self._turning if not self._turned(self._parts[i], full))
        for apart, run in self._order(self._moved(full), on_top, (face, blink, scene), away):
            self._paint_run(brush, run, now, apart)

    def _order(
        self,
        moved: frozenset[str],
        on_top: Collection[str],
        sight: tuple[Face, bool, str],
        away: frozenset[int],
    ) -> list[tuple[str, Run]]:
        """What to paint one after the other: limbs that move, and all that lies still between."""
        key = (moved, tuple(on_top), sight, away)
        if key not in self._runs:
            shown = [
                index
                for index in ordered([part.limb for part in self._parts], on_top)
                if _seen(part := self._parts[index], *sight) and index not in away
                if part.limb in moved or not part.folded
            ]
            grouped = groupby(shown, key=lambda index: self._apart(index, moved))
            self._runs[key] = [(apart, tuple(run)) for apart, run in grouped]
        return self._runs[key]

    def bounds(self, pose: Mapping[str, Point]) -> QRectF:
        """What the pose covers with moved limbs, figure units; empty when nothing moves."""
        full = followed(self.rest, pose)
        return self._cover(self._moved(full), full)

    def areas(self, pose: Mapping[str, Point]) -> list[QRectF]:
        """The same for each limb, figure units."""
        full = followed(self.rest, pose) if pose else {}
        return [self._covered(limb, full) for limb in sorted(self._moved(full))]

    def _covered(self, limb: str, full: Mapping[str, Point]) -> QRectF:
        """A little more than what one limb covers: poses near each other share it."""
        near = {
            name: _on_grid(at, _ROUGHLY)
            for name in self._joints[limb]
            if (at := full.get(name)) is not None
        }
        key = (limb, tuple(near.get(name, self.rest[name]) for name in self._joints[limb]))
        if key not in self._covers:
            if len(self._covers) >= _COVERS_KEPT:
                self._covers.clear()
            more = _ROUGHLY
            self._covers[key] = self._cover((limb,), near).adjusted(-more, -more, more, more)
        return self._covers[key]

    def limb_bounds(self, limb: str, pose: Mapping[str, Point]) -> QRectF:
        """What one limb covers in the pose, figure units."""
        return self._cover((limb,), followed(self.rest, pose))

    def eye_bounds(self, face: Face, scene: str) -> QRectF:
        """What a blink changes, figure units."""
        area = QRectF()
        for part, drawing in zip(self._parts, self._drawings, strict=True):
            if part.blink is not None and _seen(part, face, part.blink, scene):
                area = area.united(drawing.edges)
        return area

    def joint(self, name: str, pose: Mapping[str, Point]) -> Point:
        """Where a landmark is in the pose."""
        return followed(self.rest, pose).get(name, self.rest[name])

    def _parsed(self, part: Part, swaps: Sequence[tuple[str, str]]) -> Drawing:
        return Drawing(
            recoloured(part.svg, dict(swaps)),
            self.figure.width,
            self.figure.height,
            self.look.mirrored,
        )

    def _group(self, index: int) -> str:
        part = self._parts[index]
        return _FACE if part.face is not None or part.blink is not None else part.limb

    def _apart(self, index: int, moved: Collection[str]) -> str:
        group = self._group(index)
        return group if group == _FACE or group in moved else ""

    def _moved(self, full: Mapping[str, Point]) -> frozenset[str]:
        return frozenset(
            part.limb
            for part in self._parts
            if part.bone is not None and (part.bone[0] in full or part.bone[1] in full)
        )

    def _turned(self, part: Part, full: Mapping[str, Point]) -> bool:
        """Whether this is the view of a foot that the pose shows: its top, or its sole."""
        if part.turned_up is None or part.bone is None:
            return True
        start, end = (full.get(name, self.rest[name]) for name in part.bone)
        return part.turned_up is (end.y < start.y)

    def _cache(self, scale: float) -> SpriteCache:
        if scale not in self._caches:
            self._caches[scale] = SpriteCache(self._drawings, self._bones, scale, self._keepsakes)
        self._caches.move_to_end(scale)
        while len(self._caches) > _SCALES_KEPT:
            self._caches.popitem(last=False)
        return self._caches[scale]

    def _paint_run(self, brush: Brush, run: Run, full: Mapping[str, Point], apart: str) -> None:
        cache = self._cache(brush.scale)
        if not apart or apart == _FACE:
            brush.blit(cache.run(run))
            return
        joints = tuple(full.get(name, self.rest[name]) for name in self._joints[apart])

        def make() -> Sprite:
            paint = partial(self._paint_moved, cache=cache, run=run, full=full)
            return gathered(self._reached(run, full), brush.scale, paint)

        brush.blit(cache.limb(run, joints, make))

    def _paint_moved(
        self, brush: Brush, cache: SpriteCache, run: Run, full: Mapping[str, Point]
    ) -> None:
        for index in run:
            part = self._parts[index]
            if part.bone is None or part.stays:
                brush.blit(cache.upright(index))
                continue
            start, end = (full.get(name, self.rest[name]) for name in part.bone)
            length = math.dist(*(self.rest[name] for name in part.bone))
            share = shown(self.rest, full, self._joints[part.limb])
            if part.gives_way and hidden(share):
                continue
            start = slid(start, end, share) if part.slides else start
            opacity = folded(share) if part.folded else unfolded(share) if part.fades else 1.0
            brush.paint_along(cache.along(index), length, start, end, opacity)

    def _cover(self, limbs: Collection[str], full: Mapping[str, Point]) -> QRectF:
        return self._reached(
            [index for index, part in enumerate(self._parts) if part.limb in limbs], full
        )

    def _reached(self, indices: Iterable[int], full: Mapping[str, Point]) -> QRectF:
        area = QRectF()
        for index in indices:
            area = area.united(self._reach(index, full))
        return area

    def _reach(self, index: int, full: Mapping[str, Point]) -> QRectF:
        """What a part covers in the pose, figure units."""
        part, edges = self._parts[index], self._drawings[index].edges
        if part.bone is None or part.stays:
            return edges
        start, end = (full.get(name, self.rest[name]) for name in part.bone)
        return reach(edges, self._bones[index] or (start, end), (start, end))


def _on_grid(at: Point, grid: float) -> Point:
    return Point(round(at.x / grid) * grid, round(at.y / grid) * grid)


def _shown(part: Part, look: Look) -> bool:
    return part.wear in (None, look.dress) and (look.hair or not part.hair)


def _seen(part: Part, face: Face, blink: bool, scene: str) -> bool:
    return part.face in (None, face) and part.blink in (None, blink) and part.scene in (None, scene)
