"""Motion: where both hands and the baby's joints are at one instant of a stroke."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from massage_guide.domain.builds import fitted
from massage_guide.domain.circles import circle, circle_walk, rub_show_wait, sun_moon
from massage_guide.domain.exchange import exchanging
from massage_guide.domain.figure import Figure, Point, Side, mirrored_landmark
from massage_guide.domain.glides import alternate, glide, held, letters, opposed
from massage_guide.domain.path import eased, keyed
from massage_guide.domain.presses import press, press_walk
from massage_guide.domain.stroke import Hand, Motion, PathPoint, Role, Stroke
from massage_guide.domain.touch import Instant, Touch

SETTLE = 5.0
"""Seconds over which a bounce softens to stillness at the end of its step [H5]."""
LIGHTENED = 0.6
"""Share of its weight that a stroke which slows has lost in its last repeat."""
WEIGHING = 0.5
"""Seconds in which a hand gives its weight, or takes it away."""

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
    written_left: Hand | None
    """What the left hand does on the baby's left, exchanged if left-handed."""
    written_right: Hand | None
    written_first: Side
    """The hand that begins on the baby's left."""

    @property
    def flipped(self) -> bool:
        """Whether all is mirrored, since strokes are written for the baby's left limb."""
        return self.side is Side.RIGHT and self.stroke.takes_sides

    @property
    def first(self) -> Side:
        """The parent's hand that begins."""
        return self.written_first.other if self.flipped else self.written_first

    @property
    def shared(self) -> bool:
        """Whether both hands stroke."""
        hands = (self.written_left, self.written_right)
        return all(hand and hand.role is Role.STROKES for hand in hands)

    def hand(self, side: Side) -> Hand | None:
        """What the parent's left or right hand does, as written for the baby's left."""
        written = side.other if self.flipped else side
        return self.written_left if written is Side.LEFT else self.written_right

    def exchanged(self, side: Side) -> Hand | None:
        """What a hand does, as written, once the two have exchanged their jobs."""
        theirs = self.written_right if side is Side.LEFT else self.written_left
        return _taken_over(self.stroke, theirs, self.figure)

    def heading(self, side: Side) -> float | None:
        """Where that hand's fingers point, degrees clockwise from up; None: as the arm."""
        hand = self.hand(side)
        if hand is None or hand.heading is None:
            return None
        return -hand.heading if self.flipped else hand.heading

    def line(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """A written line as it lies on this side of the baby."""
        return tuple(self.figure.mirror(point) for point in points) if self.flipped else points


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
    stroke = fitted(stroke, figure)
    left, right = stroke.left, stroke.right
    if place in stroke.places and left and right:
        ours = stroke.places[place]
        left, right = replace(left, path=(ours[0],)), replace(right, path=(ours[1],))
    # the outside hand begins on a limb, and strokes are written for the left one
    outside = stroke.takes_sides and stroke.motion is Motion.ALTERNATE_GLIDE
    first = Side.RIGHT if outside else Side.LEFT
    if left_handed and _has_two_jobs(stroke):
        left, right = _taken_over(stroke, right, figure), _taken_over(stroke, left, figure)
        first = first.other
    return Doing(stroke, figure, side, repeats, seconds_each or stroke.seconds, left, right, first)


def _has_two_jobs(stroke: Stroke) -> bool:
    if stroke.motion is Motion.SUN_MOON:
        return True
    hands = [hand for hand in (stroke.left, stroke.right) if hand]
    return {hand.role for hand in hands} == {Role.STROKES, Role.HOLDS} or len(hands) == 1


def _taken_over(stroke: Stroke, hand: Hand | None, figure: Figure) -> Hand | None:
    """The other hand does this job: a hold on the body crosses to its own side, paths stay."""
    if hand is None:
        return None
    path = hand.path
    if hand.role is Role.HOLDS and not stroke.takes_sides:
        path = tuple(_mirrored(point, figure) for point in path)
    return replace(hand, path=path, heading=None if hand.heading is None else -hand.heading)


def _mirrored(point: PathPoint, figure: Figure) -> PathPoint:
    if point.landmark:
        return PathPoint(mirrored_landmark(point.landmark), Point(-point.by.x, point.by.y))
    return PathPoint("", figure.mirror(point.by))


def movement(doing: Doing, cycle: float, *, looping: bool = False) -> Movement:
    """Where everything is, `cycle` repeats (with fraction) into the stroke."""
    stroke, figure = doing.stroke, doing.figure
    last = doing.repeats - 1e-6
    cycle = max(cycle, 0.0) if looping else min(max(cycle, 0.0), last)
    if stroke.slows:
        cycle = slowed(cycle, doing.repeats)
    pose = _pose(doing, cycle, looping=looping)
    landmarks = {**figure.landmarks, **pose} if pose else figure.landmarks
    goes_on = looping or int(cycle) + 1 < doing.repeats

    def touch(side: Side, hand: Hand | None) -> Touch | None:
        if hand is None:
            return None
        now = Instant(
            stroke=stroke,
            hand=hand,
            first=side is doing.written_first,
            landmarks=landmarks,
            cycle=cycle,
            repeats=doing.repeats,
            goes_on=goes_on,
            shared=doing.shared,
            seconds_each=doing.seconds_each,
        )
        other = doing.exchanged(side) if stroke.changes_hands else None
        return _touch(now) if other is None else exchanging(now, other, _touch)

    written = Movement(
        touch(Side.LEFT, doing.written_left), touch(Side.RIGHT, doing.written_right), pose
    )
    return _flipped(written, figure) if doing.flipped else written


def _flipped(written: Movement, figure: Figure) -> Movement:
    """The same on the baby's right: places mirrored, hands exchanged."""

    def across(touch: Touch | None) -> Touch | None:
        return touch and replace(touch, at=figure.mirror(touch.at))

    pose = {mirrored_landmark(name): figure.mirror(at) for name, at in written.pose.items()}
    return Movement(across(written.right), across(written.left), pose)


def _touch(now: Instant) -> Touch:
    motion = now.stroke.motion
    if now.holds:
        return held(now)
    touch = _KINDS[motion](now)
    if motion in (Motion.BOUNCE, Motion.JOINT_MOVE):
        touch = replace(touch, active=True, press=1.0)
    weight = _beginning_and_end(now)
    touch = replace(touch, vivid=touch.colour * weight)
    if now.stroke.slows:
        weight *= 1.0 - LIGHTENED * (now.repeat - 1) / max(now.repeats - 1, 1)
    return replace(touch, press=touch.press * weight)


def slowed(cycle: float, repeats: int) -> float:
    """The repeats of a stroke that slows down, when `cycle` even ones would have been done.

    Each takes a sixth of the first one's time more than the one before: 6 s, 7, 8 [domain.md B6];
    all together take as long as even ones.
    """
    rounds, since = divmod(cycle, repeats)
    shares = [6.0 + i for i in range(repeats)]
    left = since * sum(shares) / repeats
    for done, share in enumerate(shares):
        if left < share:
            return rounds * repeats + done + left / share
        left -= share
    return rounds * repeats + since


def _beginning_and_end(now: Instant) -> float:
    """The weight of the hands comes on over the step's first moments and goes over its last."""
    since = now.cycle * now.seconds_each
    left = math.inf if now.goes_on else (int(now.cycle) + 1 - now.cycle) * now.seconds_each
    return eased(min(since, left) / WEIGHING)


def _pose(doing: Doing, cycle: float, *, looping: bool) -> dict[str, Point]:
    """The moved landmarks, as written for the baby's left."""
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
    return pose


def uppermost(doing: Doing, cycle: float) -> tuple[str, ...]:
    """The limbs that lie over their twins now, where the stroke crosses them in turn."""
    written = cycle % 1.0 * doing.stroke.seconds
    if sum(at <= written for at in doing.stroke.crosses) % 2 == 0:
        return ()
    arms = any(joint.landmark == "wrist.R" for joint in doing.stroke.joints)
    return ("arm.R",) if arms else ("leg.R",)


def _bounce(doing: Doing, cycle: float, *, looping: bool) -> float:
    """How far up the bounce is: once a second, softening to stillness at the end."""
    seconds = cycle * doing.seconds_each
    soft = 1.0 if looping else eased((doing.repeats * doing.seconds_each - seconds) / SETTLE)
    return doing.stroke.amplitude * soft * (0.5 - 0.5 * math.cos(2 * math.pi * seconds))
