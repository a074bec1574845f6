"""Outlines: how much of the picture a parent's hand covers, fingers and all, in figure units."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF

from massage_guide.domain.choreography import elbow_of
from massage_guide.domain.figure import Figure, Point, Zone
from massage_guide.domain.picture import HandShape, HandState
from massage_guide.stage.framing import hand_size
from massage_guide.stage.hand_model import Skeleton, blend, stand
from massage_guide.stage.hand_poses import POSES
from massage_guide.stage.hand_sprites import STEPS
from massage_guide.stage.hand_standing import form_of, is_round, placed

BETWEEN = 4
"""Places along each bone at which its width is laid."""

PALM = 2.2
"""Half the way from one bone of the palm to the next, hand units."""


class Disc(NamedTuple):
    """A round bit of a hand."""

    at: Point
    radius: float


@cache
def _bones(was: HandShape, shape: HandShape, step: int) -> Skeleton:
    return stand(blend(POSES[was], POSES[shape], step / STEPS))


@cache
def _discs(was: HandShape, shape: HandShape, step: int, around: bool) -> tuple[Disc, ...]:
    """A hand in its own units; fingers that go round a limb are behind it."""
    bones = _bones(was, shape, step)
    found: list[Disc] = []
    for finger in (bones.thumb, *(() if around else bones.fingers)):
        ends = list(zip(finger.joints, finger.radii, strict=True))
        for (a, wide), (b, narrow) in pairwise(ends):
            for i in range(BETWEEN + 1):
                part = i / BETWEEN
                found.append(_disc(a + (b - a) * part, wide + (narrow - wide) * part))
    root = (bones.wrist[0] + bones.wrist[1]) / 2
    for finger in bones.fingers:
        for share in (0.25, 0.5, 0.75, 1.0):
            found.append(_disc(root + (finger.joints[0] - root) * share, PALM))
    return tuple(found)


def _disc(at: complex, radius: float) -> Disc:
    return Disc(Point(at.real, at.imag), radius)


def outline(state: HandState, figure: Figure) -> list[Disc]:
    """What a hand covers of the picture, without its arm."""
    form = form_of(state)
    bones = _bones(form.was, form.shape, form.step)
    size = hand_size(figure.name)
    way = placed(form, bones, state, elbow_of(figure, state.side, state.at), size).hand
    flip = -1.0 if (state.side == "left") != bool(bones.inner) else 1.0
    grown = math.sqrt(abs(way.determinant()))
    found = []
    for at, radius in _discs(form.was, form.shape, form.step, is_round(state)):
        place = way.map(QPointF(flip * at.x, at.y))
        found.append(Disc(Point(place.x(), place.y()), radius * grown))
    return found


def covered(discs: list[Disc], zone: Zone) -> float:
    """How deep a hand reaches into a zone, units; nothing or less: clear of it by so much."""
    return max(disc.radius - _away(disc.at, zone) for disc in discs)


def _away(at: Point, zone: Zone) -> float:
    x = max(zone.left - at.x, 0.0, at.x - zone.right)
    y = max(zone.top - at.y, 0.0, at.y - zone.bottom)
    return math.hypot(x, y)
