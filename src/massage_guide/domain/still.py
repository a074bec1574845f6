"""A still: one stroke told by one picture, for calm screens, cards, lists and print."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from massage_guide.domain.circles import MOON_BEGINS, MOON_LASTS
from massage_guide.domain.figure import FigureName, Point, Side
from massage_guide.domain.glides import OVERLAP, letter_pace
from massage_guide.domain.motion import Doing, movement
from massage_guide.domain.path import eased, resolve
from massage_guide.domain.picture import HandState, Picture
from massage_guide.domain.played import RowKind
from massage_guide.domain.stroke import Motion, Role
from massage_guide.domain.timeline import Moment
from massage_guide.domain.travel import same_canvas, same_framing
from massage_guide.domain.turns import has_turns
from massage_guide.domain.ways import ahead, all_circles, turned

PART_ROUND = 0.4
"""How far round a circle its ghost has come, turns."""
THROUGH_HANDS = 0.62
"""How much of the way shows through the hands of a still, which never leave its beginning."""
LEAST_WAY = 4.0
"""Nearer than this a ghost would only blur its hand, figure units."""
BACK_OF_HAND = 9.0
"""How far behind its contact the number of a hand stands, figure units of FRONT."""
CLOSE = 2.0
"""How much further it is on FOOT and HAND, where hands are drawn larger."""
_SAMPLES = 48
"""Instants of a repeat among which the far end of a way is sought."""

STILLS_CHANGE = 1.6
"""Seconds in which one still gives way to another; after that nothing moves."""

At = Callable[[float], Picture]
"""The picture of the stroke that many repeats in."""


def still(doing: Doing, at: At) -> Picture:
    """Hands where the stroke begins, ghosts where it takes them, an arrow between."""
    begin = at(_beginning(doing))
    hands = tuple(_stood(hand) for hand in begin.hands)
    through = max(begin.through, THROUGH_HANDS)
    told = replace(begin, hands=hands, trail=(), guide=1.0, through=through)
    told = replace(told, ahead=_ways(doing))
    ghosts: list[HandState] = []
    for hand in hands:
        end = _end(doing, hand)
        ghost = next((other for other in at(end).hands if other.side is hand.side), None)
        if ghost is None or ghost.beneath or end == _beginning(doing):
            continue
        far = math.dist(ghost.at, hand.at) >= LEAST_WAY
        if far or doing.stroke.joints:
            ghosts.append(_stood(ghost))
            told = replace(told, ghost_pose=at(end).pose)
    return replace(told, ghosts=tuple(ghosts), marks=_marks(doing, hands))


def _stood(hand: HandState) -> HandState:
    """A hand that stands still, untwisted, in the colour of what it does."""
    return replace(hand, turn=0.0, vivid=1.0 if hand.active else 0.0)


def stands(moment: Moment) -> bool:
    """Whether nothing moves at this moment where stills are shown."""
    return moment.row.kind is not RowKind.PAUSE or moment.into >= STILLS_CHANGE


def lying(told: Picture) -> Picture:
    """The same hands lying still, for a rest."""
    hands = tuple(
        replace(hand, active=False, vivid=0.0, lift=0.0, pressure=0.0) for hand in told.hands
    )
    return replace(told, hands=hands, ghosts=(), ghost_pose={}, marks=(), ahead=())


def giving_way(old: Picture, new: Picture, into: float) -> Picture:
    """One still fades, then the next one comes; the baby stays where both show the same."""
    half = STILLS_CHANGE / 2
    shown, gone = (old, into / half) if into < half else (new, 2.0 - into / half)
    gone = eased(gone)
    stays = same_canvas(old, new) and same_framing(old, new)
    opacity = 1.0 if stays else 1.0 - gone
    veil = max(old.veil, gone) if shown is old else gone
    return replace(shown, veil=veil, opacity=min(shown.opacity, opacity))


def _beginning(doing: Doing) -> float:
    """Repeats in at which the hands are shown that begin."""
    if doing.stroke.motion is Motion.HOLD:
        # they have arrived, and stay
        return 0.5
    if doing.stroke.motion is Motion.JOINT_MOVE:
        # limbs where they are led to: seen through others they would tell nothing
        return doing.stroke.joints[0].times[1] / doing.stroke.seconds
    return 0.0


def _end(doing: Doing, hand: HandState) -> float:
    """Repeats in at which this hand has come furthest; the beginning, if it goes nowhere."""
    motion, begin = doing.stroke.motion, _beginning(doing)
    written = doing.hand(hand.side)
    if (
        motion in (Motion.HOLD, Motion.JOINT_MOVE)
        or written is None
        or written.role is not Role.STROKES
    ):
        return begin
    if motion is Motion.RUB_SHOW_WAIT:
        return 0.9
    if motion is Motion.LETTER_PATH:
        _, scale = letter_pace(doing.stroke, written)
        return (written.letters[0].seconds * scale - 1e-3) / doing.stroke.seconds
    if motion is Motion.BOUNCE:
        return 0.5 / doing.seconds_each
    if motion is Motion.SUN_MOON and hand.side is not doing.first:
        return MOON_BEGINS + MOON_LASTS / 2
    if motion is Motion.SUN_MOON or (motion is Motion.CIRCLE and len(written.path) == 1):
        return PART_ROUND
    return _furthest(doing, hand.side, hand.at)


def _furthest(doing: Doing, side: Side, begin: Point) -> float:
    """Repeats in at which that hand strokes furthest from where it began."""
    first, last = 0.0, 1.0
    if doing.stroke.motion is Motion.ALTERNATE_GLIDE and side is not doing.first:
        first, last = 1.0 - OVERLAP, 2.0
    elif _goes_on_elsewhere(doing):
        last = float(doing.repeats)
    last = min(last, float(doing.repeats))
    found, far = 0.0, 0.0
    for i in range(_SAMPLES + 1):
        cycle = first + (last - 1e-4 - first) * i / _SAMPLES
        touch = movement(doing, cycle).of(side)
        if touch and touch.active and touch.lift <= 0.0 and math.dist(touch.at, begin) > far:
            found, far = cycle, math.dist(touch.at, begin)
    return found


def _goes_on_elsewhere(doing: Doing) -> bool:
    """Whether each repeat is done in a place of its own: the next toe, or along a row."""
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    counted = any("{n}" in point.landmark for hand in hands for point in hand.path)
    return counted or _circles_in_a_row(doing)


def _circles_in_a_row(doing: Doing) -> bool:
    """Whether the circles of all repeats make one row."""
    hands = [hand for hand in (doing.written_left, doing.written_right) if hand]
    return doing.stroke.motion is Motion.CIRCLE and any(len(hand.path) > 1 for hand in hands)


def _ways(doing: Doing) -> tuple[tuple[Point, ...], ...]:
    """Every way that the stroke goes, not only the one it begins with."""
    motion = doing.stroke.motion
    if motion is Motion.SUN_MOON:
        return ahead(doing, MOON_BEGINS + MOON_LASTS / 2, looping=True)
    if has_turns(doing.stroke):
        # where the hands begin, instead of half way along
        return turned(doing, 0.0, share=0.0)
    if _circles_in_a_row(doing):
        return all_circles(doing)
    cycles = [0.0]
    if _goes_on_elsewhere(doing):
        cycles = [float(repeat) for repeat in range(doing.repeats)]
    elif motion is Motion.PRESS:
        cycles = [i / _SAMPLES for i in range(_SAMPLES)]
    elif motion is Motion.PRESS_WALK:
        cycles = [0.0, 1.0]
    elif motion is Motion.LETTER_PATH:
        # each letter begins one stretch earlier and goes on as the one before
        cycles = [1.0 - 1.0 / _SAMPLES]
    return tuple(dict.fromkeys(line for cycle in cycles for line in ahead(doing, cycle)))


def _marks(doing: Doing, hands: tuple[HandState, ...]) -> tuple[Point, ...]:
    """Numbers on hands that take turns, or where the letters begin; none where all is at once."""
    motion = doing.stroke.motion
    if motion is Motion.LETTER_PATH:
        letters = (hand.letters for hand in (doing.written_left, doing.written_right) if hand)
        landmarks = doing.figure.landmarks
        return tuple(resolve(one.path[0], landmarks) for row in letters for one in row)
    if motion is not Motion.ALTERNATE_GLIDE or not doing.shared:
        return ()
    close = CLOSE if doing.figure.name in (FigureName.FOOT, FigureName.HAND) else 1.0
    return tuple(
        _on_the_back(hand, BACK_OF_HAND * close)
        for side in (doing.first, doing.first.other)
        for hand in hands
        if hand.side is side
    )


def _on_the_back(hand: HandState, far: float) -> Point:
    """A place on the hand, behind its fingers."""
    way = math.radians(hand.heading)
    return Point(hand.at.x - far * math.sin(way), hand.at.y + far * math.cos(way))
