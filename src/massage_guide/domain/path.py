"""A path: landmarks joined to a soft line that a hand can walk at an even speed."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from massage_guide.domain.figure import Point
from massage_guide.domain.stroke import PathPoint

TOES = 5
"""Toes of a foot and fingers of a hand: how many `{n}` there are."""


class UnknownLandmark(KeyError):
    """A path names a landmark that its figure does not have."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A line of points with the distance walked at each."""

    points: tuple[Point, ...]
    """In figure units, the first is where the hand lands."""
    walked: tuple[float, ...]
    """Figure units from the first point."""

    @property
    def length(self) -> float:
        """Figure units from end to end."""
        return self.walked[-1]

    def at(self, share: float) -> Point:
        """The point that share (0 to 1) of the way along."""
        if self.length == 0.0:
            return self.points[0]
        distance = min(max(share, 0.0), 1.0) * self.length
        i = min(max(bisect_right(self.walked, distance) - 1, 0), len(self.points) - 2)
        span = self.walked[i + 1] - self.walked[i]
        part = (distance - self.walked[i]) / span if span else 0.0
        return between(self.points[i], self.points[i + 1], part)


def between(a: Point, b: Point, part: float) -> Point:
    """The point that part (0 to 1) of the way from a to b."""
    return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)


def eased(part: float) -> float:
    """0 to 1 with a soft beginning and end."""
    part = min(max(part, 0.0), 1.0)
    return part * part * (3.0 - 2.0 * part)


def flowing(part: float) -> float:
    """0 to 1, nearly even, only the very ends soft: how a hand glides."""
    return 0.7 * min(max(part, 0.0), 1.0) + 0.3 * eased(part)


def resolve(point: PathPoint, landmarks: Mapping[str, Point], repeat: int = 1) -> Point:
    """Where the path point lies; `{n}` in its landmark is the repeat, from 1 to 5 and round.

    Raises UnknownLandmark.
    """
    if not point.landmark:
        return point.by
    name = point.landmark.replace("{n}", str((repeat - 1) % TOES + 1))
    if name not in landmarks:
        raise UnknownLandmark(name)
    base = landmarks[name]
    return Point(base.x + point.by.x, base.y + point.by.y)


def walk(path: Sequence[PathPoint], landmarks: Mapping[str, Point], repeat: int = 1) -> Walk:
    """The soft line through the path's points; it never leaves their convex hull."""
    return lined(tuple(resolve(point, landmarks, repeat) for point in path))


@lru_cache(maxsize=256)
def lined(points: tuple[Point, ...]) -> Walk:
    """The soft line through points."""
    line = list(points)
    for _ in range(3 if len(points) > 2 else 0):
        line = _softened(line)
    walked = [0.0]
    for a, b in pairwise(line):
        walked.append(walked[-1] + math.dist(a, b))
    return Walk(tuple(line), tuple(walked))


def _softened(line: list[Point]) -> list[Point]:
    """One round of corner cutting (Chaikin); the two ends stay."""
    soft = [line[0]]
    for i in range(len(line) - 1):
        near = 0.0 if i == 0 else 0.25
        far = 1.0 if i == len(line) - 2 else 0.75
        soft += [between(line[i], line[i + 1], near), between(line[i], line[i + 1], far)]
    return soft[:1] + soft[2:] if soft[0] == soft[1] else soft


def keyed(
    path: Sequence[PathPoint],
    times: Sequence[float],
    seconds: float,
    landmarks: Mapping[str, Point],
) -> Point:
    """Where a path with a time for each point is at that many seconds into the cycle."""
    if len(path) == 1 or not times:
        return resolve(path[0], landmarks)
    i = min(max(bisect_right(times, seconds) - 1, 0), len(path) - 2)
    span = times[i + 1] - times[i]
    part = (seconds - times[i]) / span if span > 0 else 1.0
    a, b = resolve(path[i], landmarks), resolve(path[i + 1], landmarks)
    return between(a, b, eased(part))


def on_clock(centre: Point, radius: float, hour: float) -> Point:
    """The point of a circle at that hour, as the parent sees it: 12 up, 3 on the right."""
    angle = math.radians(hour * 30.0)
    return Point(centre.x + radius * math.sin(angle), centre.y - radius * math.cos(angle))
