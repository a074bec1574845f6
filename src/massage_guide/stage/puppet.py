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

from massage_guide.domain.figure import Point, mirrored_landmark
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.figure_file import FigureDrawing, Part
from massage_guide.stage.limbs import followed
from massage_guide.stage.sprite_cache import Run, SpriteCache, gathered
from massage_guide.stage.sprites import Brush, Drawing, reach, recoloured

_FACE = "face"
"""The limb name under which expressions are kept apart from the still parts."""
_SCALES_KEPT = 3
"""Windows of different size that may share a puppet."""
_FOLD_FROM, _FOLD_TO = 0.78, 0.5
"""Between these shares of its length a bone turns toward us and cloth gives way to it."""


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

    def __init__(self, drawing: FigureDrawing, look: Look) -> None:
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
        self._caches: OrderedDict[float, SpriteCache] = OrderedDict()

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
            if not _seen(part, face, False, scene):
                continue
            cache.upright(index)
            yield
            if part.limb in moved and part.bone is not None and not part.gives_way:
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
        full = followed(self.rest, pose)
        brush = Brush.of(painter, scale)
        moved = self._moved(full)
        shown = [
            index
            for index in self._ordered(on_top)
            if _seen(self._parts[index], face, blink, scene)
            and self._turned(self._parts[index], full)
        ]
        for apart, run in groupby(shown, key=lambda index: self._apart(index, moved)):
            self._paint_run(brush, tuple(run), full, apart)

    def bounds(self, pose: Mapping[str, Point]) -> QRectF:
        """What the pose covers with moved limbs, figure units; empty when nothing moves."""
        full = followed(self.rest, pose)
        return self._cover(self._moved(full), full)

    def limb_bounds(self, limb: str, pose: Mapping[str, Point]) -> QRectF:
        """What one limb covers in the pose, figure units."""
        return self._cover((limb,), followed(self.rest, pose))

    def face_bounds(self) -> QRectF:
        """What the expressions cover, figure units."""
        area = QRectF()
        for index in range(len(self._parts)):
            if self._group(index) == _FACE:
                area = area.united(self._drawings[index].edges)
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

    def _ordered(self, on_top: Collection[str]) -> Iterable[int]:
        """The parts from the back, a limb of `on_top` after its twin."""
        order = list(range(len(self._parts)))
        for limb in on_top:
            twin = mirrored_landmark(limb)
            own = [index for index in order if self._parts[index].limb == limb]
            others = [n for n, index in enumerate(order) if self._parts[index].limb == twin]
            if own and others and order.index(own[0]) < others[0]:
                last = order[others[-1]]
                order = [index for index in order if index not in own]
                place = order.index(last) + 1
                order[place:place] = own
        return order

    def _cache(self, scale: float) -> SpriteCache:
        if scale not in self._caches:
            self._caches[scale] = SpriteCache(self._drawings, self._bones, scale)
        self._caches.move_to_end(scale)
        while len(self._caches) > _SCALES_KEPT:
            self._caches.popitem(last=False)
        return self._caches[scale]

    def _paint_run(self, brush: Brush, run: Run, full: Mapping[str, Point], apart: str) -> None:
        cache = self._cache(brush.scale)
        if not apart or apart == _FACE:
            brush.blit(cache.run(run))
            return
        now = tuple(full.get(name) for index in run for name in self._parts[index].bone or ())
        held = cache.held(run, now)
        if not held:
            self._paint_moved(brush, cache, run, full)
            return
        if held.sprite is None:
            # The limb is held as it was in the last frame: from now on it is one picture.
            held.sprite = gathered(
                self._cover((apart,), full),
                brush.scale,
                partial(self._paint_moved, cache=cache, run=run, full=full),
            )
        brush.blit(held.sprite)

    def _paint_moved(
        self, brush: Brush, cache: SpriteCache, run: Run, full: Mapping[str, Point]
    ) -> None:
        for index in run:
            part = self._parts[index]
            if part.bone is None:
                brush.blit(cache.upright(index))
                continue
            start, end = (full.get(name, self.rest[name]) for name in part.bone)
            length = math.dist(*(self.rest[name] for name in part.bone))
            unfolded = (math.dist(start, end) / length - _FOLD_TO) / (_FOLD_FROM - _FOLD_TO)
            if part.gives_way:
                brush.blit(cache.upright(index), unfolded)
            else:
                opacity = unfolded if part.fades else 1.0
                brush.paint_along(cache.along(index), length, start, end, opacity)

    def _cover(self, limbs: Collection[str], full: Mapping[str, Point]) -> QRectF:
        area = QRectF()
        for index, part in enumerate(self._parts):
            if part.limb in limbs:
                area = area.united(self._reach(index, full))
        return area

    def _reach(self, index: int, full: Mapping[str, Point]) -> QRectF:
        """What a part covers in the pose, figure units."""
        part, edges = self._parts[index], self._drawings[index].edges
        if part.bone is None or part.gives_way:
            return edges
        start, end = (full.get(name, self.rest[name]) for name in part.bone)
        return reach(edges, self._bones[index] or (start, end), (start, end))


def _shown(part: Part, look: Look) -> bool:
    return part.wear in (None, look.dress) and (look.hair or not part.hair)


def _seen(part: Part, face: Face, blink: bool, scene: str) -> bool:
    return part.face in (None, face) and part.blink in (None, blink) and part.scene in (None, scene)
