"""The outlines of a posed hand: fingers, thumb and palm as smooth paths."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from massage_guide.stage.hand_model import Finger, Skeleton

_STEPS = 7
"""Places along each bone at which its outline is laid."""
_WAIST = 0.05
"""How much slimmer a bone is at its middle than at its joints."""
WEB = 0.42
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
            place = _between(*ends[bone : bone + 4], t)
            if middle and abs(place - middle[-1]) < 0.08:
                continue
            middle.append(place)
            radius.append((radii[bone] + (radii[bone + 1] - radii[bone]) * t) * waist)
    normals = []
    for number in range(len(middle)):
        way = middle[min(number + 1, len(middle) - 1)] - middle[max(number - 1, 0)]
        normals.append(way / abs(way) * -1j if abs(way) > 1e-6 else -1 + 0j)
    return Stem(tuple(middle), tuple(normals), tuple(radius))


def _between(a: complex, b: complex, c: complex, d: complex, t: float) -> complex:
    """A place on the Catmull-Rom curve from b to c."""
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
    count = len(places)
    fine = [
        _between(
            places[n - 1], places[n], places[(n + 1) % count], places[(n + 2) % count], step / 8
        )
        for n in range(count)
        for step in range(8)
    ]
    return smooth(fine)


def open_line(places: Sequence[complex]) -> QPainterPath:
    """An open smooth path through the given places."""
    ends = (2 * places[0] - places[1], *places, 2 * places[-1] - places[-2])
    path = QPainterPath(point(places[0]))
    for n in range(len(places) - 1):
        for step in range(1, 9):
            path.lineTo(point(_between(*ends[n : n + 4], step / 8)))
    return path


def palm_path(bones: Skeleton) -> QPainterPath:
    """The back of the hand from the wrist to the webs between the fingers."""
    wrist_left, wrist_right = bones.wrist
    fingers = bones.fingers
    places = [wrist_left + 6j, wrist_left, *_thumb_side(bones)]
    index, little = fingers[0], fingers[3]
    places.append(_beside(index, 0.0, 2.25))
    places.append(_beside(index, WEB, 1.75))
    for one, other in zip(fingers, fingers[1:], strict=False):
        places.append((_up(one, WEB) + _up(other, WEB)) / 2)
    places.append(_beside(little, WEB, -1.55))
    places.append(_beside(little, 0.0, -2.05))
    heel = little.joints[0] * 0.5 + wrist_right * 0.5
    places += [heel + 1.5, wrist_right * 0.86 + little.joints[0] * 0.14 + 0.75]
    places += [wrist_right + 1j, wrist_right + 7j]
    return loop(places)


def _thumb_side(bones: Skeleton) -> list[complex]:
    """The edge from the wrist to the index finger: round the root of the thumb."""
    root, knuckle, joint = bones.thumb.joints[:3]
    index = bones.fingers[0]
    left = _left(root, knuckle)
    ahead = left * 1j
    web = knuckle + ahead * 1.6 - left * 3.3
    web = web * 0.62 + (_beside(index, 0.0, 2.2)) * 0.38 + 0.8
    open_hand = [
        root + left * 3.2 + ahead * 1.2,
        knuckle + left * 2.5,
        knuckle + _left(knuckle, joint) * 2.3 + ahead * 1.4,
        knuckle + ahead * 1.6 - left * 1.6,
        web,
    ]
    edge = _beside(index, 0.0, 2.25)
    wrist = bones.wrist[0]
    closed = [wrist + (edge - wrist) * t - 0.9 * math.sin(math.pi * t) for t in
              (0.2, 0.38, 0.52, 0.66, 0.82)]
    w = bones.wraps
    return [a * (1 - w) + b * w for a, b in zip(open_hand, closed, strict=True)]


def _left(one: complex, other: complex) -> complex:
    """The unit vector to the left of the way from one to the other."""
    way = other - one
    return way / abs(way) * -1j if abs(way) > 1e-6 else -1 + 0j


def _up(finger: Finger, share: float) -> complex:
    return finger.joints[0] + (finger.joints[1] - finger.joints[0]) * share


def _beside(finger: Finger, share: float, far: float) -> complex:
    return _up(finger, share) + _left(finger.joints[0], finger.joints[1]) * far


def angle(way: complex) -> float:
    """The direction of a vector in degrees, as QPainter.rotate wants it."""
    return math.degrees(cmath.phase(way))
