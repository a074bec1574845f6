"""The outlines of a posed hand: fingers, thumb and palm as smooth paths."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from massage_guide.stage.hand_model import Finger, Skeleton

_STEPS = 7
"""Places along each bone at which its outline is laid."""
_WAIST = 0.035
"""How much slimmer a bone is at its middle than at its joints."""
WEB = 0.46
"""How far up the first bone of a finger the skin between the fingers reaches."""


class Stem(NamedTuple):
    """The middle line of a finger with its half widths."""

    middle: tuple[complex, ...]
    normal: tuple[complex, ...]
    """Unit vectors to the left of the way to the tip."""
    radius: tuple[float, ...]

    def side(self, number: int, sign: float) -> complex:
        """The outline at one place; sign +1 is the left side."""
        return self.middle[number] + self.normal[number] * self.radius[number] * sign


def point(place: complex) -> QPointF:
    """A flat place as Qt says it."""
    return QPointF(place.real, place.imag)


def stem(finger: Finger) -> Stem:
    """The smooth middle line through the joints of a finger."""
    joints, radii = finger.joints, finger.radii
    ends = (2 * joints[0] - joints[1], *joints, 2 * joints[-1] - joints[-2])
    middle: list[complex] = []
    radius: list[float] = []
    for bone in range(len(joints) - 1):
        last = bone == len(joints) - 2
        for step in range(_STEPS + (1 if last else 0)):
            t = step / _STEPS
            waist = 1 - _WAIST * math.sin(math.pi * t) * (0.3 if last else 1.0)
            place = _between(ends, bone, t)
            if middle and abs(place - middle[-1]) < 0.08:
                continue
            middle.append(place)
            radius.append((radii[bone] + (radii[bone + 1] - radii[bone]) * t) * waist)
    normals = []
    for number in range(len(middle)):
        way = middle[min(number + 1, len(middle) - 1)] - middle[max(number - 1, 0)]
        normals.append(way / abs(way) * -1j if abs(way) > 1e-6 else -1 + 0j)
    return Stem(tuple(middle), tuple(normals), tuple(radius))


def _between(places: Sequence[complex], first: int, t: float) -> complex:
    """A place on the Catmull-Rom curve from the second to the third of four places."""
    a, b, c, d = places[first : first + 4]
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def digit_path(line: Stem) -> QPainterPath:
    """The outline of a finger or thumb: round at both ends."""
    count = len(line.middle)
    left = [line.side(n, 1) for n in range(count)]
    right = [line.side(n, -1) for n in range(count)]
    tip = _round(line.middle[-1], line.normal[-1], line.radius[-1], 1.14)
    root = _round(line.middle[0], -line.normal[0], line.radius[0], 1.0)
    return smooth([*left, *tip, *reversed(right), *root])


def _round(middle: complex, side: complex, radius: float, longer: float) -> list[complex]:
    """A half circle from the given side over the end to the other side."""
    ahead = side * 1j
    turns = [math.pi / 2 - math.pi * n / 8 for n in range(1, 8)]
    return [middle + radius * (side * math.sin(a) + ahead * math.cos(a) * longer) for a in turns]


def smooth(places: Sequence[complex]) -> QPainterPath:
    """A closed path that rounds the corners of a fine polygon."""
    path = QPainterPath(point((places[-1] + places[0]) / 2))
    for number, place in enumerate(places):
        after = places[(number + 1) % len(places)]
        path.quadTo(point(place), point((place + after) / 2))
    path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def loop(places: Sequence[complex]) -> QPainterPath:
    """A closed smooth path through the given places."""
    ring = [places[-1], *places, places[0], places[1]]
    fine = [_between(ring, n, step / 8) for n in range(len(places)) for step in range(8)]
    return smooth(fine)


def open_line(places: Sequence[complex]) -> QPainterPath:
    """An open smooth path through the given places."""
    ends = (2 * places[0] - places[1], *places, 2 * places[-1] - places[-2])
    path = QPainterPath(point(places[0]))
    for n in range(len(places) - 1):
        for step in range(1, 9):
            path.lineTo(point(_between(ends, n, step / 8)))
    return path


def palm_path(bones: Skeleton, knuckled: float = 0.0) -> QPainterPath:
    """The back of the hand from the wrist to the webs, or `knuckled` (1): to bent knuckles."""
    wrist_left, wrist_right = bones.wrist
    index, little = bones.fingers[0], bones.fingers[3]
    middle = (wrist_left + wrist_right) / 2
    heel = little.joints[0] * 0.5 + wrist_right * 0.5
    return loop(
        [
            wrist_left + 0.5j,
            *_thumb_side(bones),
            _beside(index, 0.0, 2.0),
            *([] if knuckled else [_beside(index, 0.4, 2.0)]),
            *_far_edge(bones, knuckled),
            *([] if knuckled else [_beside(little, 0.4, -1.76)]),
            _beside(little, 0.0, -1.95),
            heel + 1.4,
            wrist_right * 0.86 + little.joints[0] * 0.14 + 0.6,
            wrist_right + 0.5j,
            middle + 3.2 + 4.2j,
            middle + 5.2j,
            middle - 3.2 + 4.2j,
        ]
    )


def spreading(bones: Skeleton) -> float:
    """How far the fingers are apart, so that skin is seen between them: 0 to 1."""
    across = abs(bones.fingers[0].joints[1] - bones.fingers[3].joints[1])
    return min(1.0, max(0.0, (across - 14.5) / 3.0))


def _far_edge(bones: Skeleton, knuckled: float) -> list[complex]:
    """The edge towards the fingers: webs that they cover, or a row of bent knuckles."""
    share, bump = WEB * (1 - knuckled), 1.15 * knuckled
    tops = [_up(f, share) + _left(f.joints[0], f.joints[1]) * 1j * bump for f in bones.fingers]
    webs = [(a + b) / 2 + 0.12j * knuckled for a, b in itertools.pairwise(tops)]
    edge = [place for pair in zip(tops, webs, strict=False) for place in pair]
    return [*edge, tops[-1]]


def _thumb_side(bones: Skeleton) -> list[complex]:
    """The edge from the wrist to the index finger: round the root of the thumb."""
    root, knuckle, joint = bones.thumb.joints[:3]
    left, on = _left(root, knuckle), _left(knuckle, joint)
    edge = _beside(bones.fingers[0], 0.0, 2.0)
    inner = knuckle + on * 1j * 2.4 - on * 1.2
    fold = (knuckle - left * 2.2) * 0.55 + edge * 0.45
    inward = (bones.palm - fold) / abs(bones.palm - fold)
    return [
        root + left * 3.2 + left * 1j * 1.2,
        knuckle + left * 2.55,
        knuckle + on * 2.2 + on * 1j * 1.6,
        inner,
        inner * 0.2 + (fold + inward * 0.9) * 0.8,
        edge * 0.55 + (fold + inward * 0.9) * 0.45 - inward * 0.05,
    ]


def _left(one: complex, other: complex) -> complex:
    """The unit vector to the left of the way from one to the other."""
    way = other - one
    return way / abs(way) * -1j if abs(way) > 1e-6 else -1 + 0j


def _up(finger: Finger, share: float) -> complex:
    return finger.joints[0] + (finger.joints[1] - finger.joints[0]) * share


def _beside(finger: Finger, share: float, far: float) -> complex:
    return _up(finger, share) + _left(finger.joints[0], finger.joints[1]) * far
