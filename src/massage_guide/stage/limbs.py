"""Limbs: how the joints that a stroke does not name follow those it moves."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from massage_guide.domain.figure import Point, mirrored_landmark

_CHAINS = (("shoulder", "elbow", "wrist", "hand"), ("hip", "knee", "ankle", "toes"))
_SEEN = 0.7
"""The share of an elbow's bend that shows; the rest points toward us."""
_SMOOTH = 0.5, 0.7
"""Between these shares of its length a bone that turns toward us loses its creases."""
_HIDDEN = 0.6
"""The share below which a folded thigh is hidden by the one in front of the nappy."""
_BENT = 0.86, 0.74
"""The same for the knee: it comes while all that it covers is skin of its own leg."""
_LOW, _HIGH = 0.62, 0.05
"""How far down its bone a thigh that folds begins in front of the nappy: at first, and at last."""
_RISES = 0.78, 0.45
"""The shares between which it comes up there."""


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
    if end not in full and bend in full:
        full[end] = _carried(rest, full, bend, end)
    if bend not in full and root in full:
        full[bend] = _carried(rest, full, root, bend)
        full[end] = _carried(rest, full, root, end)
    if tip not in full:
        full[tip] = _turned(rest, full, names)


def _carried(rest: Mapping[str, Point], full: Mapping[str, Point], by: str, what: str) -> Point:
    moved, was, start = full[by], rest[by], rest[what]
    return Point(start.x + moved.x - was.x, start.y + moved.y - was.y)


def _turned(rest: Mapping[str, Point], full: Mapping[str, Point], names: tuple[str, ...]) -> Point:
    """Where the hand or foot goes: it keeps its angle to the limb it ends."""
    _, bend, end, tip = names
    now = _angle(full.get(bend, rest[bend]), full[end]) - _angle(rest[bend], rest[end])
    x, y = rest[tip].x - rest[end].x, rest[tip].y - rest[end].y
    return Point(
        full[end].x + x * math.cos(now) - y * math.sin(now),
        full[end].y + x * math.sin(now) + y * math.cos(now),
    )


def _angle(start: Point, end: Point) -> float:
    return math.atan2(end.y - start.y, end.x - start.x)


def _bent(rest: Mapping[str, Point], root: Point, end: Point, names: tuple[str, ...]) -> Point:
    if names[0].startswith("hip"):
        return _knee(rest, root, end, names)
    return _elbow(rest, root, end, names)


def _elbow(rest: Mapping[str, Point], root: Point, end: Point, names: tuple[str, ...]) -> Point:
    """Where the elbow goes when only the wrist is led: toward the feet, and half toward us."""
    upper = math.dist(rest[names[0]], rest[names[1]])
    lower = math.dist(rest[names[1]], rest[names[2]])
    span = max(math.dist(root, end), 0.01)
    reach = min(max(span, abs(upper - lower)), upper + lower)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(0.0, upper**2 - along**2)) * _SEEN
    unit = Point((end.x - root.x) / span, (end.y - root.y) / span)
    share = along / reach * span
    straight = Point(root.x + unit.x * share, root.y + unit.y * share)
    side = 1.0 if unit.x > 0 else -1.0
    return Point(straight.x - side * unit.y * aside, straight.y + side * unit.x * aside)


def _knee(rest: Mapping[str, Point], root: Point, end: Point, names: tuple[str, ...]) -> Point:
    """Where the knee goes when only the ankle is led: up and outward as the leg folds."""
    hip, knee, ankle = (rest[name] for name in names[:3])
    fold = min(max((ankle.y - end.y) / (ankle.y - hip.y), 0.0), 1.2)
    outward = math.copysign(1.0, hip.x - rest["navel"].x) if "navel" in rest else 0.0
    return Point(
        root.x + (knee.x - hip.x) * (1 - fold) + outward * 9 * fold + (end.x - ankle.x) * 0.2,
        root.y + (knee.y - hip.y) * (1 - fold) - 4 * fold,
    )


def ordered(limbs: Sequence[str], on_top: Collection[str]) -> list[int]:
    """Parts of these limbs from the back, by their place; a limb of `on_top` after its twin.

    What a limb has beneath its twin's last drawings, such as cloth at its root, stays there.
    """
    order = list(range(len(limbs)))
    for limb in on_top:
        twin = mirrored_landmark(limb)
        own, others = (_last_run(limbs, order, name) for name in (limb, twin))
        if own and others and order.index(own[0]) < order.index(others[0]):
            place = order.index(others[-1]) + 1 - len(own)
            order = [index for index in order if index not in own]
            order[place:place] = own
    return order


def _last_run(limbs: Sequence[str], order: Sequence[int], limb: str) -> list[int]:
    """The last parts of a limb that follow each other."""
    run: list[int] = []
    for index in reversed(order):
        if limbs[index] == limb:
            run.insert(0, index)
        elif run:
            break
    return run


def shown(rest: Mapping[str, Point], full: Mapping[str, Point], joints: Sequence[str]) -> float:
    """How much of its length the first bone of a limb shows."""
    root, bend = joints[:2]
    now = math.dist(full.get(root, rest[root]), full.get(bend, rest[bend]))
    return now / math.dist(rest[root], rest[bend])


def unfolded(share: float) -> float:
    """How far a bone that shows this share of its length lies flat, 0 to 1."""
    return _between(share, *_SMOOTH)


def hidden(share: float) -> bool:
    """Whether what gives way to a folded limb is gone."""
    return share < _HIDDEN


def folded(share: float) -> float:
    """How far the drawings of a folded limb are there, 0 to 1."""
    return _between(share, *_BENT)


def slid(start: Point, end: Point, share: float) -> Point:
    """Where a thigh begins that comes up in front of what stays at its root."""
    down = _LOW + (_HIGH - _LOW) * _between(share, *_RISES)
    return Point(start.x + (end.x - start.x) * down, start.y + (end.y - start.y) * down)


def _between(value: float, begin: float, end: float) -> float:
    return min(max((value - begin) / (end - begin), 0.0), 1.0)
