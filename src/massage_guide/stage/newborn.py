"""The newborn: the baby on the back made smaller and folded, with a larger head."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from massage_guide.domain.figure import FigureName, Point, Zone
from massage_guide.files.figure_file import FigureDrawing, Part

SIZE = 0.87
"""A newborn's length beside that of the baby of three months who is drawn."""
_HEAD = 1.14
"""How much more of the newborn the head is."""
_LIMB, _THIN = 0.94, 0.92
"""Length and width of its limbs beside its body's."""
_MIDDLE = Point(50.0, 84.0)
"""What stays in place, figure units."""
_CHAINS = (
    (("hip", 36.0), ("knee", -30.0), ("ankle", 6.0), ("toes", 0.0)),
    (("shoulder", 48.0), ("elbow", -10.0), ("wrist", -4.0), ("hand", 0.0)),
)
"""Each joint, and how far outward the bone that begins there points, degrees from down."""
_OF_HEAD = ("head", "hair", "face", "eyes", "blink")
"""Names that drawings of the head begin with."""


def with_newborn(
    drawings: Mapping[FigureName, FigureDrawing],
) -> Mapping[FigureName, FigureDrawing]:
    """The same figures, with a newborn on the back; close to, babies differ little."""
    return {**drawings, FigureName.FRONT: newborn(drawings[FigureName.FRONT])}


def newborn(drawing: FigureDrawing) -> FigureDrawing:
    """The newborn of a figure that is drawn as an older baby, landmarks and parts."""
    rest = drawing.figure.landmarks
    places = _places(rest)
    zones = {name: _zone(zone, rest, places) for name, zone in drawing.figure.zones.items()}
    figure = replace(drawing.figure, landmarks=places, zones=zones, drawn=rest)
    parts = tuple(_shaped(part, rest, places) for part in drawing.parts)
    return replace(drawing, figure=figure, parts=parts)


def _smaller(point: Point) -> Point:
    return Point(_MIDDLE.x + SIZE * (point.x - _MIDDLE.x), _MIDDLE.y + SIZE * (point.y - _MIDDLE.y))


def _zone(zone: Zone, rest: Mapping[str, Point], places: Mapping[str, Point]) -> Zone:
    """A zone moved to where the newborn has it; those of the head with the head."""
    size, before, now = SIZE, _MIDDLE, _MIDDLE
    if zone.bottom <= rest["chin"].y:
        size, before, now = SIZE * _HEAD, rest["chin"], places["chin"]
    across, down = now.x - size * before.x, now.y - size * before.y
    return Zone(
        across + size * zone.left,
        down + size * zone.top,
        across + size * zone.right,
        down + size * zone.bottom,
    )


def _places(rest: Mapping[str, Point]) -> dict[str, Point]:
    """Where a newborn's landmarks are."""
    places = {name: _smaller(point) for name, point in rest.items()}
    chin, tall = places["chin"], SIZE * _HEAD
    crown = rest["crown"]
    places["crown"] = Point(chin.x, chin.y - tall * (rest["chin"].y - crown.y))
    for side, out in ((".R", -1.0), (".L", 1.0)):
        for chain in _CHAINS:
            for (name, degrees), (beyond, _) in pairwise(chain):
                start = places[name + side]
                length = math.dist(rest[name + side], rest[beyond + side]) * SIZE * _LIMB
                way = math.radians(degrees)
                places[beyond + side] = Point(
                    start.x + out * length * math.sin(way), start.y + length * math.cos(way)
                )
    return places


def _shaped(part: Part, rest: Mapping[str, Point], places: Mapping[str, Point]) -> Part:
    """A part's drawing moved to where the newborn has it."""
    if part.bone is not None and not part.gives_way:
        move = _along((rest[part.bone[0]], rest[part.bone[1]]), [places[n] for n in part.bone])
    elif part.name.startswith(_OF_HEAD):
        move = _about(rest["chin"], places["chin"], SIZE * _HEAD)
    else:
        move = _about(_MIDDLE, _MIDDLE, SIZE)
    head, begin, inside = part.svg.partition("<svg")
    tag, close, inside = inside.partition(">")
    inside, end, after = inside.rpartition("</svg>")
    svg = f'{head}{begin}{tag}{close}<g transform="{move}">{inside}</g>{end}{after}'
    return replace(part, svg=svg)


def _about(before: Point, now: Point, size: float) -> str:
    """What moves a drawing from one point to another, and changes its size about it."""
    return (
        f"translate({now.x:.3f} {now.y:.3f}) scale({size:.4f})"
        f" translate({-before.x:.3f} {-before.y:.3f})"
    )


def _along(before: tuple[Point, Point], now: list[Point]) -> str:
    """What lays a drawing along another bone, thinner."""
    (a, b), (start, end) = before, now
    was = math.degrees(math.atan2(b.y - a.y, b.x - a.x))
    turned = math.degrees(math.atan2(end.y - start.y, end.x - start.x))
    length = math.dist(start, end) / math.dist(a, b)
    return (
        f"translate({start.x:.3f} {start.y:.3f}) rotate({turned:.3f})"
        f" scale({length:.4f} {SIZE * _THIN:.4f}) rotate({-was:.3f})"
        f" translate({-a.x:.3f} {-a.y:.3f})"
    )
