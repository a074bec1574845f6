"""Limbs: how the joints that a stroke does not name follow those it moves."""

from __future__ import annotations

import math
from collections.abc import Mapping

from massage_guide.domain.figure import Point

_CHAINS = (("shoulder", "elbow", "wrist", "hand"), ("hip", "knee", "ankle", "toes"))
_REACH = 0.97
"""How far a limb may straighten, of its drawn length, before it is drawn longer."""


def followed(rest: Mapping[str, Point], pose: Mapping[str, Point]) -> dict[str, Point]:
    """The pose with every joint below a moved one brought along, and bends worked out."""
    full = {name: point for name, point in pose.items() if rest.get(name) != point}
    for side in (".R", ".L"):
        for chain in _CHAINS:
            names = tuple(joint + side for joint in chain)
            if all(name in rest for name in names) and any(name in full for name in names):
                _follow(rest, full, names)
    return full


def _follow(rest: Mapping[str, Point], full: dict[str, Point], names: tuple[str, ...]) -> None:
    root, bend, end, tip = names
    if tip in full and end not in full and bend not in full:
        full[end] = _carried(rest, full, tip, end)
    if bend not in full and end in full:
        full[bend] = _bent(rest, full.get(root, rest[root]), full[end], names)
    for upper, lower in ((root, bend), (bend, end), (end, tip)):
        if lower not in full and upper in full:
            full[lower] = _carried(rest, full, upper, lower)


def _carried(rest: Mapping[str, Point], full: Mapping[str, Point], by: str, what: str) -> Point:
    moved, was, start = full[by], rest[by], rest[what]
    return Point(start.x + moved.x - was.x, start.y + moved.y - was.y)


def _bent(rest: Mapping[str, Point], root: Point, end: Point, names: tuple[str, ...]) -> Point:
    """Where the elbow or knee goes when only the far end is led: outward, as at rest."""
    upper = math.dist(rest[names[0]], rest[names[1]])
    lower = math.dist(rest[names[1]], rest[names[2]])
    span = math.dist(root, end)
    if span < 0.01:
        return Point(root.x, root.y + upper)
    reach = min(span, (upper + lower) * _REACH)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    along = min(max(along, -upper), upper)
    aside = math.sqrt(max(0.0, upper**2 - along**2))
    unit = Point((end.x - root.x) / span, (end.y - root.y) / span)
    along *= span / reach
    straight = Point(root.x + unit.x * along, root.y + unit.y * along)
    rest_root, rest_bend, rest_end = (rest[name] for name in names[:3])
    turn = (rest_end.x - rest_root.x) * (rest_bend.y - rest_root.y) - (rest_end.y - rest_root.y) * (
        rest_bend.x - rest_root.x
    )
    side = 1.0 if turn > 0 else -1.0
    return Point(straight.x - side * unit.y * aside, straight.y + side * unit.x * aside)
