"""The puppet: a drawn figure whose limbs follow a pose, painted from sprites."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from massage_guide.domain.figure import Point
from massage_guide.domain.picture import Dress
from massage_guide.files.figure_file import FigureDrawing, Part
from massage_guide.stage.bones import Bone, Breadth, breadth, joints_at, laid, pieces
from massage_guide.stage.keepsakes import Keepsakes
from massage_guide.stage.limbs import followed, ordered
from massage_guide.stage.sight import Layer, Sight
from massage_guide.stage.sprite_cache import Run, SpriteCache
from massage_guide.stage.sprites import Brush, Drawing, recoloured

_FACE = "face"
"""The limb name under which expressions are kept apart from the still parts."""
_CALM = Sight()
_SCALES_KEPT = 3
"""Windows of different size that may share a puppet."""
_NEAR = 0.3
"""How far apart two ways of a bone lie that have pictures of their own, figure units."""


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
        self._runs: dict[tuple[object, ...], list[tuple[str, Run]]] = {}
        self._limbs = {part.limb: self._bones_of(part.limb) for part in self._parts}
        self._limb_of = {
            joint: limb for limb, bones in self._limbs.items() for bone in bones for joint in bone
        }
        self._turning = {
            part.bone for part in self._parts if part.bone and part.turned_up is not None
        }
        self._breadths: dict[Bone, Breadth] = {}
        self._last: list[tuple[Mapping[str, Point], dict[str, Point]]] = []

    def preparing(self, scale: float, pose: Mapping[str, Point], sight: Sight) -> Iterator[None]:
        """Make the sprites of this scale (device pixels a unit), one at a time.

        Limbs that the pose moves are made ready to turn; other faces and scenes are left out.
        """
        cache = self._cache(scale)
        # limbs that are to move may still be at rest
        stirred = {name: Point(at.x + 0.01, at.y) for name, at in pose.items()}
        moved = self._moved(followed(self.rest, stirred))
        for index, part in enumerate(self._parts):
            if not sight.may_show(part):
                continue
            if part.limb in moved and part.bone is not None and not part.stays:
                cache.along((index,))
                yield
        for index, part in enumerate(self._parts):
            if sight.may_show(part) and not part.folded:
                cache.upright(index)
                yield

    def paint_mat(self, painter: QPainter, scale: float) -> None:
        """Paint what the baby lies on; meant for a background that is kept."""
        if self._mat is not None:
            with Brush.of(painter, scale) as brush:
                brush.blit(self._mat.upright(brush.scale))

    def paint(
        self,
        painter: QPainter,
        scale: float,
        pose: Mapping[str, Point],
        sight: Sight = _CALM,
        on_top: Collection[str] = (),
        layer: Layer = Layer.WHOLE,
    ) -> None:
        """Paint the figure, its origin at the painter's origin, `scale` pixels a unit.

        `on_top` names limbs that cross above their twin.
        """
        full = self._full(pose)
        with Brush.of(painter, scale) as brush:
            for apart, run in self._layer(layer, full, on_top, sight):
                if apart and apart != _FACE:
                    self._paint_limb(brush, apart, run, full)
                else:
                    brush.blit(self._cache(brush.scale).run(run))

    def seen(
        self, layer: Layer, pose: Mapping[str, Point], sight: Sight, on_top: Collection[str]
    ) -> tuple[Run, ...]:
        """The parts that a layer shows: in poses that share them, what lies still is the same."""
        return tuple(run for _, run in self._layer(layer, self._full(pose), on_top, sight))

    def _layer(
        self,
        layer: Layer,
        full: Mapping[str, Point],
        on_top: Collection[str],
        sight: Sight,
    ) -> list[tuple[str, Run]]:
        moved = self._moved(full)
        # a foot shows its top or its sole
        up = frozenset(bone for bone in self._turning if self._is_turned_up(bone, full))
        key = (moved, tuple(on_top), sight, up)
        if key not in self._runs:
            self._runs[key] = self._ordered(moved, on_top, sight, up)
        order = self._runs[key]
        if layer is Layer.WHOLE:
            return order
        first = 0 if order and order[0][0] else 1
        return order[:first] if layer is Layer.BENEATH else order[first:]

    def _ordered(
        self,
        moved: frozenset[str],
        on_top: Collection[str],
        sight: Sight,
        up: frozenset[Bone],
    ) -> list[tuple[str, Run]]:
        """What to paint one after the other: limbs that move, and all that lies still between."""
        shown = [
            index
            for index in ordered([part.limb for part in self._parts], on_top)
            if sight.shows(part := self._parts[index])
            if part.turned_up is None or part.turned_up is (part.bone in up)
            if part.limb in moved or not part.folded
        ]
        grouped = groupby(shown, key=lambda index: self._apart(index, moved))
        return [(apart, tuple(run)) for apart, run in grouped]

    def changed(
        self, before: Mapping[str, Point], now: Mapping[str, Point], *, wholly: bool, slack: float
    ) -> list[QRectF]:
        """What limbs leave and come to from one pose to the next, bone by bone; figure units.

        `wholly` counts those that are held as well; `slack` is how far beside its place a
        limb may be painted.
        """
        was, is_now = self._full(before), self._full(now)
        areas = []
        for limb in self._moved(was) | self._moved(is_now):
            bones = self._limbs[limb]
            left, come = (
                [self._joint(name, full) for bone in bones for name in bone]
                for full in (was, is_now)
            )
            if wholly or left != come:
                for i, bone in enumerate(bones):
                    room = self._breadth(bone)
                    area = room.round_it(*left[2 * i : 2 * i + 2])
                    area = area.united(room.round_it(*come[2 * i : 2 * i + 2]))
                    areas.append(area.adjusted(-slack, -slack, slack, slack))
        return areas

    def eye_bounds(self, sight: Sight) -> QRectF:
        """What a blink changes, figure units."""
        area = QRectF()
        for part, drawing in zip(self._parts, self._drawings, strict=True):
            if part.blink is not None and sight.may_show(part):
                area = area.united(drawing.edges)
        return area

    def _joint(self, name: str, full: Mapping[str, Point]) -> Point:
        return full.get(name) or self.rest[name]

    def _full(self, pose: Mapping[str, Point]) -> dict[str, Point]:
        """The pose with all joints that follow; painting asks for it again and again."""
        if not pose:
            return {}
        for known, full in self._last:
            if known is pose:
                return full
        full = followed(self.rest, pose)
        self._last = [*self._last[-1:], (pose, full)]
        return full

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
        return frozenset(self._limb_of[name] for name in full if name in self._limb_of)

    def _bones_of(self, limb: str) -> list[Bone]:
        return list(dict.fromkeys(p.bone for p in self._parts if p.limb == limb and p.bone))

    def _is_turned_up(self, bone: Bone, full: Mapping[str, Point]) -> bool:
        return self._joint(bone[1], full).y < self._joint(bone[0], full).y

    def _breadth(self, bone: Bone) -> Breadth:
        if bone not in self._breadths:
            parts = zip(self._parts, self._drawings, strict=True)
            drawings = [drawing for part, drawing in parts if part.bone == bone and not part.stays]
            self._breadths[bone] = breadth((self.rest[bone[0]], self.rest[bone[1]]), drawings)
        return self._breadths[bone]

    def _cache(self, scale: float) -> SpriteCache:
        if scale not in self._caches:
            self._caches[scale] = SpriteCache(self._drawings, self._bones, scale, self._keepsakes)
        self._caches.move_to_end(scale)
        while len(self._caches) > _SCALES_KEPT:
            self._caches.popitem(last=False)
        return self._caches[scale]

    def _paint_limb(self, brush: Brush, limb: str, run: Run, full: Mapping[str, Point]) -> None:
        bones, cache = self._limbs[limb], self._cache(brush.scale)
        near = max(round(_NEAR * brush.scale), 1)
        at = joints_at(bones, self.rest, full, brush.scale)
        root, bend = bones[0]
        length = math.dist(self.rest[root], self.rest[bend]) * brush.scale
        share = math.dist(at[root], at[bend]) / length
        for piece in pieces(self._parts, run, share):
            if piece.bone is None:
                brush.blit(cache.run(piece.run))
            else:
                corner, way = laid(piece, at, share, near)
                brush.blit(cache.turned(piece.run, way), corner, piece.clear)


def _shown(part: Part, look: Look) -> bool:
    return part.wear in (None, look.dress) and (look.hair or not part.hair)
