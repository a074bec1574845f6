"""The newborn: the drawn baby made smaller and folded, with a larger head."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from massage_guide.domain.figure import Figure, FigureName, Point, Zone
from massage_guide.files.figure_file import FigureDrawing, Part

SIZE = 0.87
"""A newborn's length beside that of the baby of three months who is drawn."""
_HEAD = 1.14
"""How much more of the newborn the head is."""
_LIMB, _THIN = 0.94, 0.92
"""Length and width of its limbs beside its body's."""
_OF_HEAD = ("head", "hair", "face", "eyes", "blink")
"""Names that drawings of the head begin with."""

_Chain = tuple[tuple[str, float], ...]
"""Each joint, and how far outward the bone that begins there points, degrees from down."""


@dataclass(frozen=True, slots=True)
class _Build:
    """How one figure becomes a newborn."""

    size: float
    middle: Point
    """What stays in place, figure units."""
    neck: str = ""
    """The landmark about which the head is larger; empty where the head is all there is."""
    chains: tuple[_Chain, ...] = ()
    beside: Mapping[str, str] | None = None
    """Landmarks of the midline that keep level with a joint of the limbs."""


_BUILDS = {
    FigureName.FRONT: _Build(
        SIZE,
        Point(50.0, 84.0),
        "chin",
        (
            (("hip", 36.0), ("knee", -30.0), ("ankle", 6.0), ("toes", 0.0)),
            (("shoulder", 48.0), ("elbow", -10.0), ("wrist", -4.0), ("hand", 0.0)),
        ),
    ),
    FigureName.BACK: _Build(
        SIZE,
        Point(50.0, 84.0),
        "b.neck",
        (
            (("hip", 54.0), ("knee", -46.0), ("ankle", -4.0), ("toes", 0.0)),
            (("shoulder", 54.0), ("elbow", 176.0), ("wrist", 170.0), ("hand", 0.0)),
        ),
        {"b.knees": "knee", "b.toes": "toes"},
    ),
    # a face fills its picture: smaller within it, above the same edge
    FigureName.FACE: _Build(0.94, Point(50.0, 120.0)),
    # so do foot and hand, whose shin and forearm leave it
    FigureName.FOOT: _Build(0.9, Point(30.0, 130.0)),
    FigureName.HAND: _Build(0.9, Point(30.0, 104.0)),
}


def with_newborn(
    drawings: Mapping[FigureName, FigureDrawing],
) -> Mapping[FigureName, FigureDrawing]:
    """The same figures, with a newborn wherever a baby is drawn alone."""
    return {
        name: newborn(drawing) if name in _BUILDS else drawing for name, drawing in drawings.items()
    }


def newborn(drawing: FigureDrawing) -> FigureDrawing:
    """The newborn of a figure that is drawn as an older baby, landmarks and parts."""
    build, rest = _BUILDS[drawing.figure.name], drawing.figure.landmarks
    places = _places(drawing.figure, build)
    zones = {name: _zone(zone, build, rest, places) for name, zone in drawing.figure.zones.items()}
    figure = replace(drawing.figure, landmarks=places, zones=zones, drawn=rest)
    parts = tuple(_shaped(part, build, rest, places) for part in drawing.parts)
    return replace(drawing, figure=figure, parts=parts)


def _smaller(point: Point, build: _Build) -> Point:
    x, y = build.middle
    return Point(x + build.size * (point.x - x), y + build.size * (point.y - y))


def _zone(
    zone: Zone, build: _Build, rest: Mapping[str, Point], places: Mapping[str, Point]
) -> Zone:
    """A zone moved to where the newborn has it; those of the head with the head."""
    size, before, now = build.size, build.middle, build.middle
    if build.neck and zone.bottom <= rest[build.neck].y:
        size, before, now = size * _HEAD, rest[build.neck], places[build.neck]
    across, down = now.x - size * before.x, now.y - size * before.y
    return Zone(
        across + size * zone.left,
        down + size * zone.top,
        across + size * zone.right,
        down + size * zone.bottom,
    )


def _places(figure: Figure, build: _Build) -> dict[str, Point]:
    """Where a newborn's landmarks are."""
    rest = figure.landmarks
    places = {name: _smaller(point, build) for name, point in rest.items()}
    if "crown" in rest:
        chin, tall = places["chin"], build.size * _HEAD
        places["crown"] = Point(chin.x, chin.y - tall * (rest["chin"].y - rest["crown"].y))
    for side in (".R", ".L"):
        for chain in build.chains:
            out = math.copysign(1.0, rest[chain[0][0] + side].x - build.middle.x)
            for (name, degrees), (beyond, _) in pairwise(chain):
                start = places[name + side]
                length = math.dist(rest[name + side], rest[beyond + side]) * build.size * _LIMB
                way = math.radians(degrees)
                places[beyond + side] = Point(
                    start.x + out * length * math.sin(way), start.y + length * math.cos(way)
                )
    for name, joint in (build.beside or {}).items():
        places[name] = Point(places[name].x, places[f"{joint}.L"].y)
    return places


def _shaped(
    part: Part, build: _Build, rest: Mapping[str, Point], places: Mapping[str, Point]
) -> Part:
    """A part's drawing moved to where the newborn has it."""
    of_head = part.name.removeprefix("side-").startswith(_OF_HEAD)
    if part.bone is not None and not part.stays:
        move = _along((rest[part.bone[0]], rest[part.bone[1]]), [places[n] for n in part.bone])
    elif of_head and build.neck:
        move = _about(rest[build.neck], places[build.neck], build.size * _HEAD)
    else:
        move = _about(build.middle, build.middle, build.size)
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
