"""The jointed hand: bones in space, laid flat as the parent sees them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

# The right hand lies with its wrist on the origin and its fingers up the
# picture; x grows right, y down, z towards the eye. Flat places are complex
# numbers (x + iy): offsets, turns and lengths are then one operation each.


class Bend(NamedTuple):
    """How one finger is held."""

    spread: float
    """Where it points in the plane of the hand: degrees clockwise from straight ahead."""
    knuckle: float
    """Bend at the knuckle, degrees away from the eye."""
    middle: float
    """Further bend at the middle joint, degrees."""
    tip: float
    """Further bend at the last joint, degrees."""


class ThumbBend(NamedTuple):
    """How the thumb is held: a direction and a slope for each of its three bones."""

    base: float
    """Direction of the bone within the palm: degrees clockwise from straight ahead."""
    base_down: float
    """Its slope away from the eye, degrees."""
    near: float
    """Direction of the first free bone, degrees."""
    near_down: float
    """Its slope away from the eye, degrees."""
    far: float
    """Direction of the last bone, degrees."""
    far_down: float
    """Its slope away from the eye, degrees."""
    roll: float
    """How far the nail is turned to the thumb's side, degrees."""


class Contact(NamedTuple):
    """Which part of the hand touches: a mean of named places, then moved."""

    palm: float = 0.0
    """Weight of the middle of the palm."""
    pads: float = 0.0
    """Weight of the pads of the four fingers."""
    pointer: float = 0.0
    """Weight of the pad of the index finger."""
    thumb: float = 0.0
    """Weight of the pad of the thumb."""
    ahead: float = 0.0
    """Then so far towards the fingertips, units."""
    aside: float = 0.0
    """Then so far to the right, units."""


class Stance(NamedTuple):
    """How the hand as a whole is held."""

    roll: float = 0.0
    """Turn about its length that brings the thumb's side to the eye, degrees; 180: the palm."""
    pitch: float = 0.0
    """Dip of the fingers away from the eye, degrees."""
    arch: float = 0.7
    """How far the palm is rounded: drop of its outer knuckles, units."""
    wraps: float = 0.0
    """1 when the fingers go behind what is held, 0 when they lie on it."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Every joint of one hand."""

    index: Bend
    middle: Bend
    ring: Bend
    little: Bend
    thumb: ThumbBend
    contact: Contact
    stance: Stance


def blend(one: Pose, other: Pose, amount: float) -> Pose:
    """The pose `amount` (0 to 1) of the way from one to the other."""

    def mixed(a: Iterable[float], b: Iterable[float]) -> list[float]:
        return [x + (y - x) * amount for x, y in zip(a, b, strict=True)]

    if amount <= 0.0 or one is other:
        return one
    return Pose(
        Bend(*mixed(one.index, other.index)),
        Bend(*mixed(one.middle, other.middle)),
        Bend(*mixed(one.ring, other.ring)),
        Bend(*mixed(one.little, other.little)),
        ThumbBend(*mixed(one.thumb, other.thumb)),
        Contact(*mixed(one.contact, other.contact)),
        Stance(*mixed(one.stance, other.stance)),
    )


class Space(NamedTuple):
    """A place or a direction in space, in units of a hand of size 1."""

    x: float
    y: float
    z: float

    def moved(self, way: Space, far: float) -> Space:
        """The place `far` units along a direction."""
        return Space(self.x + way.x * far, self.y + way.y * far, self.z + way.z * far)

    @property
    def flat(self) -> complex:
        """Where the eye sees it."""
        return complex(self.x, self.y)


@dataclass(frozen=True, slots=True)
class Facing:
    """The back of one bone as a little plane: for nails and creases."""

    along: Space
    across: Space
    out: Space


@dataclass(frozen=True, slots=True)
class Finger:
    """One finger or the thumb, seen by the eye."""

    joints: tuple[complex, ...]
    """From its root to the middle of its rounded tip."""
    radii: tuple[float, ...]
    """Half its width at each joint, units."""
    depth: tuple[float, ...]
    """Height of each joint towards the eye, units."""
    facings: tuple[Facing, ...]
    """The back of each bone."""

    @property
    def pad(self) -> complex:
        """The middle of the pad of its last bone."""
        return self.joints[-2] + (self.joints[-1] - self.joints[-2]) * 0.72


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A posed hand, seen by the eye: flat places of every joint."""

    fingers: tuple[Finger, ...]
    """Index, middle, ring, little."""
    thumb: Finger
    """From its root by the wrist: the first bone lies within the palm."""
    wrist: tuple[complex, complex]
    """The thumb's side and the little finger's side of the wrist."""
    palm: complex
    """The middle of the palm."""
    contact: complex
    """The place that touches."""
    wraps: float
    """1 when the fingers go behind what is held."""
    inner: float
    """0 when its back is seen, up to 1 when its palm is; then it lies as its mirror image."""


_KNUCKLES = (
    Space(-6.0, -16.7, 0.0),
    Space(-2.0, -17.5, 0.6),
    Space(2.2, -16.7, 0.3),
    Space(6.0, -14.9, -0.5),
)
_ARCH = (-0.8, 0.5, 0.2, -1.5)
_BONES = ((8.4, 5.2, 3.2), (9.2, 6.0, 3.4), (8.6, 5.5, 3.3), (6.9, 4.0, 2.9))
_RADII = (
    (2.12, 1.92, 1.70, 1.42),
    (2.16, 1.96, 1.74, 1.46),
    (2.06, 1.86, 1.64, 1.38),
    (1.86, 1.64, 1.44, 1.22),
)
_LEAN = (1.6, 0.2, -1.8, -3.0)
"""How much each further bone of a finger leans towards the middle one, degrees."""
_THUMB_ROOT = Space(-3.6, -3.4, -1.6)
_THUMB_BONES = (8.2, 6.6, 4.6)
_THUMB_RADII = (3.3, 2.6, 2.14, 1.72)


def _way(direction: float, down: float) -> Space:
    turn, slope = math.radians(direction), math.radians(down)
    return Space(
        math.sin(turn) * math.cos(slope), -math.cos(turn) * math.cos(slope), -math.sin(slope)
    )


def _facing(direction: float, down: float, roll: float = 0.0) -> Facing:
    along = _way(direction, down)
    out = _way(direction, down - 90.0)
    # The third side of the frame points to the thumb's side.
    across = Space(
        along.y * out.z - along.z * out.y,
        along.z * out.x - along.x * out.z,
        along.x * out.y - along.y * out.x,
    )
    c, s = math.cos(math.radians(roll)), math.sin(math.radians(roll))
    turned_out = Space(*(o * c + a * s for o, a in zip(out, across, strict=True)))
    turned_across = Space(*(a * c - o * s for o, a in zip(out, across, strict=True)))
    return Facing(along, turned_across, turned_out)


class _Eye:
    """The turn from the hand's own space to the eye's."""

    def __init__(self, stance: Stance) -> None:
        roll, pitch = math.radians(stance.roll), math.radians(stance.pitch)
        self._cr, self._sr = math.cos(roll), math.sin(roll)
        self._cp, self._sp = math.cos(pitch), math.sin(pitch)
        # A hand that shows its palm has the outline of the other hand's back.
        self.inner = max(0.0, min(1.0, (stance.roll - 90.0) / 90.0))
        self._flip = -1.0 if self.inner else 1.0

    def see(self, at: Space) -> Space:
        """The same place as the eye has it."""
        x = self._flip * (at.x * self._cr + at.z * self._sr)
        z = -at.x * self._sr + at.z * self._cr
        return Space(x, at.y * self._cp - z * self._sp, at.y * self._sp + z * self._cp)

    def finger(
        self, root: Space, bones: Iterable[float], facings: list[Facing], radii: tuple[float, ...]
    ) -> Finger:
        """A chain of bones as the eye has it."""
        places = [root]
        for bone, facing in zip(bones, facings, strict=True):
            places.append(places[-1].moved(facing.along, bone))
        seen = [self.see(place) for place in places]
        return Finger(
            tuple(place.flat for place in seen),
            radii,
            tuple(place.z for place in seen),
            tuple(Facing(self.see(f.along), self.see(f.across), self.see(f.out)) for f in facings),
        )


def stand(pose: Pose) -> Skeleton:
    """The hand in this pose as the parent sees it."""
    eye = _Eye(pose.stance)
    fingers = []
    bends = (pose.index, pose.middle, pose.ring, pose.little)
    for number, bend in enumerate(bends):
        root = _KNUCKLES[number]
        root = root._replace(z=root.z + _ARCH[number] * pose.stance.arch)
        slopes = (bend.knuckle, bend.knuckle + bend.middle, bend.knuckle + bend.middle + bend.tip)
        lean = _LEAN[number]
        facings = [_facing(bend.spread + lean * n, slope) for n, slope in enumerate(slopes)]
        fingers.append(eye.finger(root, _BONES[number], facings, _RADII[number]))
    t = pose.thumb
    facings = [
        _facing(t.base, t.base_down, t.roll),
        _facing(t.near, t.near_down, t.roll),
        _facing(t.far, t.far_down, t.roll),
    ]
    thumb = eye.finger(_THUMB_ROOT, _THUMB_BONES, facings, _THUMB_RADII)
    sides = (eye.see(Space(-5.0, 0.0, 0.0)).flat, eye.see(Space(4.8, 0.0, 0.0)).flat)
    # The wrist hardly narrows when the hand rolls, as the forearm rolls with it.
    wrist = (complex((sides[0].real - 5.0) / 2, 0), complex((sides[1].real + 4.8) / 2, 0))
    palm = eye.see(Space(0.0, -10.0, 0.0)).flat
    return Skeleton(
        tuple(fingers),
        thumb,
        wrist,
        palm,
        _touch(pose.contact, palm, fingers, thumb),
        pose.stance.wraps,
        eye.inner,
    )


def _touch(contact: Contact, palm: complex, fingers: list[Finger], thumb: Finger) -> complex:
    pads = sum((finger.pad for finger in fingers), 0j) / len(fingers)
    weighed = (
        (contact.palm, palm),
        (contact.pads, pads),
        (contact.pointer, fingers[0].pad),
        (contact.thumb, thumb.pad),
    )
    total = sum(weight for weight, _ in weighed) or 1.0
    mean = sum((weight * place for weight, place in weighed), 0j) / total
    return mean + complex(contact.aside, -contact.ahead)
