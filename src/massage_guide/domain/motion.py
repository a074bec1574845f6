"""Motion: where both hands and the baby's joints are at one instant of a stroke."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from massage_guide.domain.circles import circle, circle_walk, rub_show_wait, sun_moon
from massage_guide.domain.figure import Figure, Point, Side, mirrored_landmark
from massage_guide.domain.glides import alternate, glide, held, letters, opposed
from massage_guide.domain.path import eased, keyed
from massage_guide.domain.presses import press, press_walk
from massage_guide.domain.stroke import Hand, Motion, PathPoint, Role, Stroke
from massage_guide.domain.touch import Instant, Touch

SETTLE = 5.0
"""Seconds over which a bounce softens to stillness at the end of its step [H5]."""

_KINDS: Mapping[Motion, Callable[[Instant], Touch]] = {
    Motion.HOLD: held,
    Motion.GLIDE: glide,
    Motion.ALTERNATE_GLIDE: alternate,
    Motion.PAIRED_GLIDE: glide,
    Motion.PAIRED_OPPOSED: opposed,
    Motion.CIRCLE: circle,
    Motion.CIRCLE_WALK: circle_walk,
    Motion.SUN_MOON: sun_moon,
    Motion.LETTER_PATH: letters,
    Motion.TWIST_GLIDE: glide,
    Motion.ROLL: glide,
    Motion.PRESS: press,
    Motion.PRESS_WALK: press_walk,
    Motion.BOUNCE: held,
    Motion.JOINT_MOVE: held,
    Motion.RUB_SHOW_WAIT: rub_show_wait,
}


@dataclass(frozen=True, slots=True, eq=False)
class Doing:
    """One stroke made ready to be done: on this side, with these hands."""

    stroke: Stroke
    figure: Figure
    side: Side | None
    """The baby's side; None where the stroke has none."""
    repeats: int
    seconds_each: float
    """Length of a repeat at pace 1, seconds."""
    left: Hand | None
    """What the parent's left hand does, mirrored and exchanged as need be."""
    right: Hand | None
    first: Side
    """The parent's hand that begins."""

    @property
    def shared(self) -> bool:
        """Whether both hands stroke."""
        return all(hand and hand.role is Role.STROKES for hand in (self.left, self.right))

    def hand(self, side: Side) -> Hand | None:
        """What the parent's left or right hand does."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Movement:
    """Both hands and the moved joints at one instant; None is a hand not used."""

    left: Touch | None
    right: Touch | None
    pose: Mapping[str, Point]
    """Landmarks moved from rest, absolute, figure units."""

    def of(self, hand: Side) -> Touch | None:
        """The parent's left or right hand."""
        return self.left if hand is Side.LEFT else self.right


def prepare(
    stroke: Stroke,
    figure: Figure,
    side: Side | None,
    repeats: int,
    *,
    seconds_each: float | None = None,
    place: str = "",
    left_handed: bool = False,
) -> Doing:
    """Make a stroke ready.

    Mirroring exchanges the hands; left-handed exchanges who strokes and who holds,
    and leaves every stroked path alone [domain.md 1.1].
    """
    left, right = stroke.left, stroke.right
    if place in stroke.places and left and right:
        ours = stroke.places[place]
        left, right = replace(left, path=(ours[0],)), replace(right, path=(ours[1],))
    if side is Side.RIGHT and stroke.takes_sides:
        left, right = _mirrored(right, figure.width), _mirrored(left, figure.width)
    swaps = left_handed and _has_two_jobs(stroke)
    if swaps:
        left, right = _taken_over(right, figure.width), _taken_over(left, figure.width)
    first = _first_hand(stroke, side)
    return Doing(
        stroke,
        figure,
        side,
        repeats,
        seconds_each or stroke.seconds,
        left,
        right,
        first.other if swaps else first,
    )


def _first_hand(stroke: Stroke, side: Side | None) -> Side:
    """Which of the parent's hands makes the first pass: the outside one on a limb."""
    if stroke.takes_sides and stroke.motion is Motion.ALTERNATE_GLIDE:
        return Side.LEFT if side is Side.RIGHT else Side.RIGHT
    return Side.LEFT


def _has_two_jobs(stroke: Stroke) -> bool:
    if stroke.motion is Motion.SUN_MOON:
        return True
    hands = [hand for hand in (stroke.left, stroke.right) if hand]
    return {hand.role for hand in hands} == {Role.STROKES, Role.HOLDS} or len(hands) == 1


def _taken_over(hand: Hand | None, width: float) -> Hand | None:
    """The other hand does this job: holds cross to its own side, paths stay."""
    if hand is None:
        return None
    if hand.role is Role.HOLDS:
        return _mirrored(hand, width)
    heading = None if hand.heading is None else -hand.heading
    return replace(hand, heading=heading)


def _mirrored(hand: Hand | None, width: float) -> Hand | None:
    if hand is None:
        return None
    return replace(
        hand,
        path=_mirrored_path(hand.path, width),
        letters=tuple(replace(x, path=_mirrored_path(x.path, width)) for x in hand.letters),
        heading=None if hand.heading is None else -hand.heading,
        turn=-hand.turn,
        from_hour=12.0 - hand.from_hour,
        to_hour=12.0 - hand.to_hour,
    )


def _mirrored_path(path: tuple[PathPoint, ...], width: float) -> tuple[PathPoint, ...]:
    return tuple(
        PathPoint(mirrored_landmark(point.landmark), Point(-point.by.x, point.by.y))
        if point.landmark
        else PathPoint("", Point(width - point.by.x, point.by.y))
        for point in path
    )


def movement(doing: Doing, cycle: float, *, looping: bool = False) -> Movement:
    """Where everything is, `cycle` repeats (with fraction) into the stroke."""
    stroke, figure = doing.stroke, doing.figure
    last = doing.repeats - 1e-6
    cycle = max(cycle, 0.0) if looping else min(max(cycle, 0.0), last)
    pose = _pose(doing, cycle, looping=looping)
    landmarks = {**figure.landmarks, **pose} if pose else figure.landmarks
    goes_on = looping or int(cycle) + 1 < doing.repeats

    def touch(side: Side) -> Touch | None:
        hand = doing.hand(side)
        if hand is None:
            return None
        now = Instant(
            stroke=stroke,
            hand=hand,
            first=side is doing.first,
            landmarks=landmarks,
            cycle=cycle,
            repeats=doing.repeats,
            goes_on=goes_on,
            shared=doing.shared,
            seconds_each=doing.seconds_each,
        )
        return _touch(now)

    return Movement(touch(Side.LEFT), touch(Side.RIGHT), pose)


def _touch(now: Instant) -> Touch:
    motion = now.stroke.motion
    if now.holds:
        return held(now)
    touch = _KINDS[motion](now)
    if motion in (Motion.BOUNCE, Motion.JOINT_MOVE):
        return replace(touch, active=True, press=1.0)
    return touch


def _pose(doing: Doing, cycle: float, *, looping: bool) -> dict[str, Point]:
    """The moved landmarks; written for the left, mirrored for the right."""
    stroke, figure = doing.stroke, doing.figure
    phase = cycle - int(cycle)
    rest = figure.landmarks
    pose: dict[str, Point] = {}
    for joint in stroke.joints:
        if stroke.motion is Motion.BOUNCE:
            point = rest[joint.landmark]
            up = _bounce(doing, cycle, looping=looping)
            pose[joint.landmark] = point._replace(y=point.y - up)
        else:
            written = phase * stroke.seconds
            pose[joint.landmark] = keyed(joint.path, joint.times, written, rest)
    if doing.side is Side.RIGHT and stroke.takes_sides:
        return {mirrored_landmark(name): figure.mirror(point) for name, point in pose.items()}
    return pose


def _bounce(doing: Doing, cycle: float, *, looping: bool) -> float:
    """How far up the bounce is: once a second, softening to stillness at the end."""
    seconds = cycle * doing.seconds_each
    soft = 1.0 if looping else eased((doing.repeats * doing.seconds_each - seconds) / SETTLE)
    return doing.stroke.amplitude * soft * (0.5 - 0.5 * math.cos(2 * math.pi * seconds))
