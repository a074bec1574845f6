"""Choreography: the picture that belongs to a moment; hands enter, travel and leave."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from massage_guide.domain.figure import Figure, FigureName, Point, Side, Zone
from massage_guide.domain.motion import Doing, movement, prepare, uppermost
from massage_guide.domain.path import eased
from massage_guide.domain.picture import THROUGH, Dress, Face, HandShape, HandState, Picture
from massage_guide.domain.played import PlayedStep, RowKind
from massage_guide.domain.playhead import AFRESH, SOFTLY
from massage_guide.domain.still import giving_way, lying, stands, still
from massage_guide.domain.stroke import Motion
from massage_guide.domain.timeline import Leap, Moment
from massage_guide.domain.touch import Touch
from massage_guide.domain.trails import trail
from massage_guide.domain.travel import (
    SETTLING,
    changing,
    height,
    reframing,
    same_canvas,
    same_framing,
    settled,
    travelling,
)
from massage_guide.domain.turns import has_turns
from massage_guide.domain.ways import ahead, clearness

LOOSEST = 70.0
"""How far a hand may turn from its forearm, degrees."""
_HEAD_FROM, _HEAD_TO = 36.0, 14.0
"""Between these heights on FRONT a forearm swings to the side, figure units."""
_FROM_SIDE = Point(118.0, 205.0)
"""Then it comes from so far beside the middle, and from this height, figure units."""

OVER_HANDS = 0.75
"""How clearly arrows show through hands of which they say how these work."""

_BLINKS_EVERY = 14.0
_BLINK = 0.15
"""Seconds from one blink to the next, more or less, and seconds of one."""

_SOON = 6.0
"""Seconds before the end of a step in which the drawings of the next one are made."""
_LOOKED_AT = 0.2
"""Seconds of a stroke between two pictures that are made ready."""

_SLID_UNDER = (HandShape.FLAT_FINGERS, HandShape.CRADLE)
"""Shapes that hold from below, when they cup."""


class Choreography:
    """Turns moments into pictures, for one set of figures and one pair of hands."""

    def __init__(
        self,
        figures: Mapping[FigureName, Figure],
        *,
        left_handed: bool = False,
        dress: Dress = Dress.NAPPY,
        still: bool = False,
    ) -> None:
        """`still` shows each stroke as one telling picture, for less movement on screen."""
        self._still = still
        self._figures = figures
        self._left_handed = left_handed
        self._dress = dress
        self._alone = Picture(FigureName.FRONT, None, (), dress=dress)
        self._ready: dict[int, Doing | None] = {}
        self._steps: dict[int, PlayedStep] = {}
        self._stills: dict[int, Picture] = {}

    def picture(self, moment: Moment) -> Picture:
        """What is to be drawn at that moment."""
        if self._still:
            return self._telling(moment)
        picture = self._moving(moment)
        return replace(picture, blink=True) if blinks(moment.seconds) else picture

    def _moving(self, moment: Moment) -> Picture:
        if moment.step is None:
            return self._alone
        if moment.row.kind is RowKind.STROKE:
            doing = self._doing(moment.step)
            if doing is not None:
                now = self.doing(doing, moment.cycle, looping=moment.looping)
                return self._anew(moment.leap, now, moment.seconds) if moment.leap else now
        if moment.row.kind is RowKind.PAUSE:
            return self._between(moment)
        return self._resting(moment)

    def coming(self, moment: Moment) -> Iterator[Picture]:
        """The first repeat of the step that comes, for whoever gets its drawings ready."""
        step = step_to_come(moment)
        doing = self._doing(step) if step else None
        if doing is not None:
            looks = max(round(doing.seconds_each / _LOOKED_AT), 1)
            yield from (self.doing(doing, i / looks) for i in range(looks))

    def still(self, doing: Doing) -> Picture:
        """The one picture that tells a stroke: for calm screens, cards, lists and print."""
        return still(doing, partial(self.doing, doing))

    def doing(self, doing: Doing, cycle: float, *, looping: bool = False) -> Picture:
        """One stroke, that many repeats in."""
        if not looping:
            # the very end still belongs to the last repeat
            cycle = min(cycle, doing.repeats - 1e-6)
        now = movement(doing, cycle, looping=looping)
        hands = [
            _state(doing, side, touch)
            for side in (Side.LEFT, Side.RIGHT)
            if (touch := now.of(side)) is not None
        ]
        hands.sort(key=_depth if doing.stroke.motion is Motion.HOLD else height)
        crossing = uppermost(doing, cycle)
        if crossing:
            # the hand that leads the upper limb lies over the other one
            hands.reverse()
        if doing.figure.name is FigureName.HELD:
            hands = []
        return Picture(
            figure=doing.figure.name,
            side=doing.side,
            hands=tuple(hands),
            pose=now.pose,
            scene=doing.stroke.scene or _held_scene(doing),
            trail=trail(doing, cycle, looping=looping),
            ahead=ahead(doing, cycle, looping=looping),
            through=OVER_HANDS if has_turns(doing.stroke) else THROUGH,
            guide=clearness(doing, cycle, looping=looping),
            on_top=crossing,
            face=Face.CALM,
            dress=self._dress,
            framing=_framing(doing),
        )

    def _doing(self, step: PlayedStep) -> Doing | None:
        if step.stroke is None:
            return None
        if self._steps.get(step.number) is not step:
            self._steps[step.number] = step
            self._stills.pop(step.number, None)
            self._ready[step.number] = prepare(
                step.stroke,
                self._figures[step.stroke.figure],
                step.side,
                step.repeats,
                seconds_each=step.seconds_each,
                place=step.written.place,
                left_handed=self._left_handed,
            )
        return self._ready[step.number]

    def _anew(self, leap: Leap, now: Picture, seconds: float) -> Picture:
        """A stroke begun anew: the hands come over from where they were."""
        going = replace(self.picture(leap.came_from), trail=(), ahead=())
        into = seconds - leap.at
        if same_canvas(going, now) and same_framing(going, now):
            return self._over(going, now, into, SOFTLY) if into < SOFTLY else now
        return self._over(going, now, into, AFRESH)

    def _telling(self, moment: Moment) -> Picture:
        """The still of the step, or of the one to come once that of the one before is gone."""
        now = self._standing(moment.step, moment.stroked)
        if stands(moment):
            return now
        if moment.leap:
            return giving_way(self._telling(moment.leap.came_from), now, moment.into)
        return giving_way(self._standing(moment.previous, moment.stroked), now, moment.into)

    def _standing(self, step: PlayedStep | None, stroked: PlayedStep | None) -> Picture:
        """The still of a step; of a rest, the hands where the stroke before it begins."""
        told = step if step is None or step.stroke else stroked
        doing = self._doing(told) if told else None
        if told is None or doing is None:
            return self._alone
        if told.number not in self._stills:
            self._stills[told.number] = self.still(doing)
        picture = self._stills[told.number]
        return picture if told is step else lying(picture)

    def _resting(self, moment: Moment) -> Picture:
        """A rest: the hands come down where the step before left them, and lie still."""
        before = self._doing(moment.stroked) if moment.stroked else None
        if before is None:
            return self._alone
        part = moment.into / SETTLING if moment.row.kind is RowKind.PAUSE else 1.0
        left = self.doing(before, before.repeats)
        if moment.previous and moment.previous.stroke is None:
            part = 1.0
        return settled(left, part)

    def _between(self, moment: Moment) -> Picture:
        """A pause: the hands leave one step and come to the next."""
        step = moment.step
        after = self._doing(step) if step else None
        before = self._doing(moment.stroked) if moment.stroked else None
        if after is None:
            return self._resting(moment)
        coming = replace(self.doing(after, 0.0), trail=())
        length = max(moment.row.length, 0.1)
        going = self.doing(before, before.repeats) if before else self._alone
        if moment.leap:
            going = replace(self.picture(moment.leap.came_from), trail=(), ahead=())
        elif moment.previous is None and same_canvas(going, coming):
            # nothing was shown before: the baby is seen as the first step will show it
            going = replace(going, framing=coming.framing)
        elif moment.previous and moment.previous.stroke is None:
            going = settled(going, 1.0)
        return self._over(going, coming, moment.into, length)

    def _over(self, going: Picture, coming: Picture, into: float, length: float) -> Picture:
        """On the way from one picture to the next."""
        if not same_canvas(going, coming):
            return changing(going, coming, into, length)
        rest = self._figures[coming.figure].landmarks
        if not same_framing(going, coming):
            return reframing(going, coming, rest, into, length)
        return travelling(going, coming, rest, into, length)


def step_to_come(moment: Moment) -> PlayedStep | None:
    """The step of that moment; when it is about to end, the one that follows."""
    row = moment.row
    ends = row.kind is not RowKind.PAUSE and row.end - moment.seconds < _SOON
    return moment.following if ends and moment.following else moment.step


def blinks(seconds: float) -> bool:
    """Whether the baby's eyes close now: some four times a minute, as babies do, and unevenly."""
    turn, since = divmod(seconds, _BLINKS_EVERY)
    return 0.0 <= since - 2.0 - turn**2 * 3.1 % 11.0 < _BLINK


def _state(doing: Doing, side: Side, touch: Touch) -> HandState:
    hand = doing.hand(side)
    shape = hand.shape if hand else HandShape.FLAT_PALM
    return HandState(
        side=side,
        at=touch.at,
        heading=_heading(doing, side, touch.at),
        shape=(hand and hand.opens_to) or shape,
        was=shape,
        change=touch.opened if hand and hand.opens_to else 1.0,
        lift=touch.lift,
        pressure=doing.stroke.pressure * touch.press if touch.active else 0.0,
        active=touch.active,
        vivid=touch.colour,
        presence=touch.presence,
        beneath=bool(hand and hand.cups and shape in _SLID_UNDER),
        turn=touch.turn,
    )


def _depth(hand: HandState) -> float:
    """Painting order of resting hands: the arm of the farther one passes over the nearer one."""
    return -hand.at.y


def elbow_of(figure: Figure, side: Side, at: Point | None = None) -> Point:
    """Where the parent's forearm comes from: below the picture, on its own side.

    To a hand `at` the head of the whole baby it comes from the side, past the body.
    """
    middle, reach = figure.width / 2, figure.width * 0.5
    high = 0.0
    if at is not None and figure.name is FigureName.FRONT:
        high = eased((_HEAD_FROM - at.y) / (_HEAD_FROM - _HEAD_TO))
    out = reach + high * (_FROM_SIDE.x - reach)
    low = figure.height * 1.42
    x = middle - out if side is Side.LEFT else middle + out
    return Point(x, low + high * (_FROM_SIDE.y - low))


def _heading(doing: Doing, side: Side, at: Point) -> float:
    elbow = elbow_of(doing.figure, side, at)
    forearm = math.degrees(math.atan2(at.x - elbow.x, elbow.y - at.y))
    wanted = doing.heading(side)
    if wanted is None:
        return forearm
    return forearm + min(max(wanted - forearm, -LOOSEST), LOOSEST)


def _framing(doing: Doing) -> Zone | None:
    return doing.figure.views.get(doing.stroke.shown_in)


def _held_scene(doing: Doing) -> str:
    return doing.stroke.id if doing.figure.name is FigureName.HELD else ""
