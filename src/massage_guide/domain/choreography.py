"""Choreography: the picture that belongs to a moment; hands enter, travel and leave."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from massage_guide.domain.figure import Figure, FigureName, Point, Side
from massage_guide.domain.motion import Doing, Movement, movement, prepare
from massage_guide.domain.path import between, eased, walk
from massage_guide.domain.picture import Dress, Face, HandShape, HandState, Picture
from massage_guide.domain.stroke import Hand, Motion
from massage_guide.domain.timeline import Moment, PlayedStep, RowKind
from massage_guide.domain.touch import Touch

ARRIVING = 2.0
"""Seconds in which hands come down on the skin, or leave it [H2]."""
CHANGING = 1.6
"""Seconds in which one figure gives way to another."""
TRAIL_SECONDS = 1.2
"""How far back the trail reaches, seconds."""
TRAIL_POINTS = 8
"""Points of a trail."""
LOOSEST = 70.0
"""How far a hand may turn from its forearm, degrees."""


class Choreography:
    """Turns moments into pictures, for one set of figures and one pair of hands."""

    def __init__(
        self,
        figures: Mapping[FigureName, Figure],
        *,
        left_handed: bool = False,
        dress: Dress = Dress.NAPPY,
    ) -> None:
        self._figures = figures
        self._left_handed = left_handed
        self._dress = dress
        self._ready: dict[int, Doing | None] = {}
        self._steps: dict[int, PlayedStep] = {}

    def picture(self, moment: Moment) -> Picture:
        """What is to be drawn at that moment."""
        if moment.step is None:
            return Picture(FigureName.FRONT, None, (), dress=self._dress)
        if moment.row.kind is RowKind.STROKE:
            doing = self._doing(moment.step)
            if doing is not None:
                return self.doing(doing, moment.cycle, looping=moment.looping)
        if moment.row.kind is RowKind.PAUSE:
            return self._between(moment)
        return self._resting(moment)

    def doing(self, doing: Doing, cycle: float, *, looping: bool = False) -> Picture:
        """One stroke, that many repeats in."""
        now = movement(doing, cycle, looping=looping)
        hands = [
            _state(doing, side, touch)
            for side in (Side.LEFT, Side.RIGHT)
            if (touch := now.of(side)) is not None
        ]
        hands.sort(key=_height)
        return Picture(
            figure=doing.figure.name,
            side=doing.side,
            hands=tuple(hands),
            pose=now.pose,
            scene=doing.stroke.scene or _held_scene(doing),
            trail=_trail(doing, cycle, looping=looping),
            ahead=_ahead(doing, cycle),
            face=Face.CALM,
            dress=self._dress,
        )

    def _doing(self, step: PlayedStep) -> Doing | None:
        if step.stroke is None:
            return None
        if self._steps.get(step.number) is not step:
            self._steps[step.number] = step
            self._ready[step.number] = prepare(
                step.stroke,
                self._figures[step.stroke.figure],
                step.side,
                step.repeats,
                place=step.written.place,
                left_handed=self._left_handed,
            )
        return self._ready[step.number]

    def _resting(self, moment: Moment) -> Picture:
        """A rest: the hands lie still where the step before left them."""
        before = self._doing(moment.previous) if moment.previous else None
        if before is None:
            return Picture(FigureName.FRONT, None, (), dress=self._dress)
        still = self.doing(before, before.repeats)
        hands = tuple(replace(hand, lift=0.0, pressure=0.0, active=False) for hand in still.hands)
        return replace(still, hands=hands, trail=(), ahead=())

    def _between(self, moment: Moment) -> Picture:
        """A pause: the hands leave one step and come to the next."""
        step = moment.step
        after = self._doing(step) if step else None
        before = self._doing(moment.previous) if moment.previous else None
        if after is None:
            return self._resting(moment)
        coming = replace(self.doing(after, 0.0), trail=())
        length = max(moment.row.length, 0.1)
        if before is None:
            return _arriving(coming, moment.into / length)
        going = replace(self.doing(before, before.repeats), trail=(), ahead=())
        if _same_canvas(going, coming):
            rest = self._figures[coming.figure].landmarks
            return _travelling(going, coming, rest, moment.into, length)
        return _changing(going, coming, moment.into, length)


def _same_canvas(a: Picture, b: Picture) -> bool:
    sided = a.figure in (FigureName.FOOT, FigureName.HAND)
    return a.figure is b.figure and a.scene == b.scene and (not sided or a.side is b.side)


def _arriving(coming: Picture, part: float) -> Picture:
    """Hands come into an empty picture and settle."""
    return replace(coming, hands=tuple(_coming(hand, part) for hand in coming.hands))


def _coming(hand: HandState, part: float) -> HandState:
    down = max(eased((part - 0.55) / 0.45), 0.0)
    return replace(
        hand,
        presence=eased(part / 0.6),
        lift=max(hand.lift, 1.0 - down),
        pressure=hand.pressure * down,
        active=False,
    )


def _leaving(hand: HandState, part: float) -> HandState:
    return replace(
        hand,
        presence=1.0 - eased((part - 0.3) / 0.7),
        lift=max(hand.lift, eased(part / 0.5)),
        pressure=0.0,
        active=False,
    )


def _changing(going: Picture, coming: Picture, into: float, length: float) -> Picture:
    """One figure gives way to another, softly, with no hands in the picture."""
    middle = length / 2
    if into < middle:
        part = into / middle
        opacity = 1.0 - eased((into - (middle - CHANGING / 2)) / (CHANGING / 2))
        hands = tuple(_leaving(hand, part) for hand in going.hands)
        return replace(going, hands=hands, opacity=opacity)
    part = (into - middle) / middle
    opacity = eased((into - middle) / (CHANGING / 2))
    return replace(_arriving(coming, part), opacity=opacity)


def _travelling(
    going: Picture, coming: Picture, rest: Mapping[str, Point], into: float, length: float
) -> Picture:
    """Hands lift, go over to their next place and come down; the baby eases along."""
    leave = min(ARRIVING, length / 2.5)
    way = eased((into - leave * 0.6) / max(length - leave * 1.2, 0.1))
    up = eased(into / leave)
    down = eased((into - (length - leave)) / leave)
    old = {hand.side: hand for hand in going.hands}
    new = {hand.side: hand for hand in coming.hands}
    hands: list[HandState] = []
    for side in (Side.LEFT, Side.RIGHT):
        a, b = old.get(side), new.get(side)
        if a and b:
            hands.append(_on_the_way(a, b, way, up, down))
        elif b:
            hands.append(_coming(b, into / length))
        elif a:
            hands.append(_leaving(a, into / length))
    hands.sort(key=_height)
    pose = _eased_pose(going.pose, coming.pose, rest, into / length)
    return replace(coming, hands=tuple(hands), pose=pose)


def _on_the_way(a: HandState, b: HandState, way: float, up: float, down: float) -> HandState:
    stays = math.dist(a.at, b.at) < 1.0 and a.shape is b.shape
    air = 0.0 if stays else min(up, 1.0 - down)
    low = max(a.lift * (1.0 - way), b.lift * way)
    return replace(
        b,
        at=between(a.at, b.at, way),
        heading=a.heading + (b.heading - a.heading) * way,
        was=a.shape,
        change=way,
        lift=max(air, low),
        pressure=0.0,
        active=False,
        turn=a.turn * (1.0 - way) + b.turn * way,
    )


def _eased_pose(
    going: Mapping[str, Point],
    coming: Mapping[str, Point],
    rest: Mapping[str, Point],
    part: float,
) -> dict[str, Point]:
    """The baby's limbs ease from one pose to the next; unnamed joints are at rest."""
    return {
        name: between(going.get(name, rest[name]), coming.get(name, rest[name]), eased(part))
        for name in going.keys() | coming.keys()
    }


def _state(doing: Doing, side: Side, touch: Touch) -> HandState:
    hand = doing.hand(side)
    shape = hand.shape if hand else HandShape.FLAT_PALM
    return HandState(
        side=side,
        at=touch.at,
        heading=_heading(doing, side, hand, touch.at),
        shape=shape,
        was=shape,
        change=1.0,
        lift=touch.lift,
        pressure=doing.stroke.pressure * touch.press if touch.active else 0.0,
        active=touch.active,
        turn=touch.turn,
    )


def elbow_of(figure: Figure, side: Side) -> Point:
    """Where the parent's forearm comes from: below the picture, on its own side."""
    middle, reach = figure.width / 2, figure.width * 0.36
    out = -reach if side is Side.LEFT else reach
    return Point(middle + out, figure.height * 1.42)


def _heading(doing: Doing, side: Side, hand: Hand | None, at: Point) -> float:
    elbow = elbow_of(doing.figure, side)
    forearm = math.degrees(math.atan2(at.x - elbow.x, elbow.y - at.y))
    if hand is None or hand.heading is None:
        return forearm
    return forearm + min(max(hand.heading - forearm, -LOOSEST), LOOSEST)


def _held_scene(doing: Doing) -> str:
    return doing.stroke.id if doing.figure.name is FigureName.HELD else ""


def _height(hand: HandState) -> float:
    return hand.lift + (0.5 if hand.active else 0.0)


def _trail(doing: Doing, cycle: float, *, looping: bool) -> tuple[tuple[Point, ...], ...]:
    """Where the active hands have just been, oldest first."""
    if doing.stroke.motion.is_still or doing.stroke.motion is Motion.BOUNCE:
        return ()
    step = TRAIL_SECONDS / TRAIL_POINTS / doing.stroke.seconds
    past = [
        movement(doing, at, looping=looping)
        for i in range(TRAIL_POINTS, -1, -1)
        if (at := cycle - i * step) >= 0.0
    ]
    lines = []
    for side in (Side.LEFT, Side.RIGHT):
        line = _unbroken(past, side)
        if len(line) > 1:
            lines.append(line)
    return tuple(lines)


def _unbroken(past: list[Movement], side: Side) -> tuple[Point, ...]:
    """The latest stretch on which the hand kept stroking."""
    line: list[Point] = []
    for moved in past:
        touch = moved.of(side)
        if touch is None or not touch.active or touch.lift > 0.2:
            line = []
        else:
            line.append(touch.at)
    return tuple(line)


def _ahead(doing: Doing, cycle: float) -> tuple[tuple[Point, ...], ...]:
    """The way of each stroking hand in this repeat, for a quiet line with an arrow."""
    landmarks, repeat = doing.figure.landmarks, int(cycle) % max(doing.repeats, 1) + 1
    lines = []
    for hand in (doing.left, doing.right):
        if hand is None or len(hand.path) < 2 or doing.stroke.motion.is_still:
            continue
        if doing.stroke.motion in _GLIDING:
            lines.append(walk(hand.path, landmarks, repeat).points)
    return tuple(lines)


_GLIDING = (
    Motion.GLIDE,
    Motion.ALTERNATE_GLIDE,
    Motion.PAIRED_GLIDE,
    Motion.TWIST_GLIDE,
    Motion.ROLL,
)
