"""Travel: how hands and figure pass from one step to the next, without a jump."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from massage_guide.domain.figure import Point, Side, Zone
from massage_guide.domain.path import between, eased
from massage_guide.domain.picture import HandState, Picture

ARRIVING = 2.0
"""Seconds in which hands come down on the skin, or leave it [H2]."""
CHANGING = 1.6
"""Seconds in which one figure, or one framing of it, gives way to another."""
APART = 0.08
"""Share of the time, before and after the middle of a change of framing, that is without hands."""
EMPTY = 0.042
"""Share of either half of it in which the mat is quite empty: the frame that changes the view."""
SETTLING = 2.0
"""Seconds in which hands come to lie still for a rest."""
OUTSIDE = Point(20.0, 8.0)
"""How far beside its place a hand comes down that is then slid under, figure units of FRONT."""
FADING = 0.7
"""Seconds in which the way of one step goes, and that of the next one comes."""


def height(hand: HandState) -> float:
    """Painting order: a lifted or stroking hand lies over a resting one."""
    return hand.lift + (0.5 if hand.active else 0.0)


def same_canvas(a: Picture, b: Picture) -> bool:
    """Whether both pictures show the same drawing, so that hands can simply go over."""
    return a.figure is b.figure and a.scene == b.scene and (not a.sided or a.side is b.side)


def same_framing(a: Picture, b: Picture) -> bool:
    """Whether hands that go over from one picture to the other stay in the same place on screen."""
    return a.framing == b.framing


def settled(left: Picture, part: float) -> Picture:
    """Hands come to lie where a stroke left them, and wait."""
    hands = tuple(
        replace(
            hand,
            lift=hand.lift * (1.0 - eased(part)),
            pressure=hand.pressure * (1.0 - eased(part)),
            vivid=hand.vivid * (1.0 - eased(part)),
            turn=hand.turn * (1.0 - eased(part)),
            active=False,
        )
        for hand in left.hands
    )
    return replace(left, hands=hands, guide=left.guide * (1.0 - eased(2.0 * part)))


def arriving(coming: Picture, part: float) -> Picture:
    """Hands come into an empty picture and settle."""
    hands = tuple(_coming(hand, part) for hand in coming.hands)
    return replace(coming, hands=hands, guide=eased((part - 0.6) / 0.4))


def _beside(hand: HandState, share: float = 1.0) -> Point:
    """How far out a hand comes down that is then slid under the baby; it goes by its lift."""
    if not hand.beneath:
        return Point(0.0, 0.0)
    far = min(1.3 * hand.lift, 1.0) * share
    return Point(-OUTSIDE.x * far if hand.side is Side.LEFT else OUTSIDE.x * far, OUTSIDE.y * far)


def _moved(hand: HandState, *ways: Point) -> HandState:
    at = Point(
        hand.at.x + sum(way.x for way in ways),
        hand.at.y + sum(way.y for way in ways),
    )
    return replace(hand, at=at)


def _coming(hand: HandState, part: float) -> HandState:
    down = max(eased((part - 0.55) / 0.45), 0.0)
    came = replace(
        hand,
        presence=eased(part / 0.6),
        lift=max(hand.lift, 1.0 - down),
        pressure=hand.pressure * down,
        vivid=hand.vivid * down,
        active=False,
    )
    return _moved(came, _beside(came))


def _leaving(hand: HandState, part: float) -> HandState:
    left = replace(
        hand,
        presence=hand.presence * (1.0 - eased((part - 0.3) / 0.7)),
        lift=max(hand.lift, eased(part / 0.5)),
        pressure=hand.pressure * (1.0 - eased(part / 0.3)),
        vivid=hand.vivid * (1.0 - eased(part / 0.3)),
        active=False,
    )
    return _moved(left, _beside(left))


def changing(going: Picture, coming: Picture, into: float, length: float) -> Picture:
    """One figure gives way to another, softly, with no hands in the picture."""
    middle = length / 2
    fade = min(CHANGING / 2, middle)
    if into < middle:
        part = into / middle
        gone = eased((into - (middle - fade)) / fade)
        opacity = going.opacity * (1.0 - gone)
        hands = tuple(_leaving(hand, part) for hand in going.hands)
        guide = 1.0 - eased(into / FADING)
        return replace(going, hands=hands, opacity=opacity, guide=going.guide * guide)
    part = (into - middle) / middle
    opacity = eased((into - middle) / fade)
    return replace(arriving(coming, part), opacity=opacity)


def reframing(
    going: Picture, coming: Picture, rest: Mapping[str, Point], into: float, length: float
) -> Picture:
    """The same baby from nearer or farther: hands leave, it fades on its mat and comes again.

    Mats dissolve into each other, and are never without a baby for longer than a breath.
    """
    spent = min(CHANGING, length)
    middle = length / 2
    share = eased((into - (middle - spent / 2)) / spent)
    apart = APART * length
    if into < middle:
        hands = tuple(_leaving(hand, into / (middle - apart)) for hand in going.hands)
        guide = going.guide * (1.0 - eased(into / FADING))
        bare = 1.0 - (1.0 - going.bare) * (1.0 - _bare((middle - into) / (spent / 2)))
        now = replace(going, hands=hands, guide=guide, bare=bare)
    else:
        now = arriving(coming, (into - middle - apart) / (middle - apart))
        now = replace(now, bare=_bare((into - middle) / (spent / 2)))
    return replace(
        now,
        pose=_eased_pose(going.pose, coming.pose, rest, into / length),
        fading=_shares(going, coming.framing, share, now.framing),
        opacity=_reappearing(going, into),
    )


def _bare(part: float) -> float:
    """How bare the mat is, that part of the time from the middle of a change of framing.

    It goes quickly at the middle, so that the mat is hardly ever seen to be empty.
    """
    return (1.0 - min(max(part - EMPTY, 0.0) / (1.0 - EMPTY), 1.0)) ** 2


def _shares(
    going: Picture, coming: Zone | None, share: float, own: Zone | None
) -> tuple[tuple[Zone | None, float], ...]:
    """How much of each framing shows when that share of the way to the next one is done."""
    shown = {going.framing: 1.0 - sum(part for _, part in going.fading), **dict(going.fading)}
    mixed = {framing: part * (1.0 - share) for framing, part in shown.items()}
    mixed[coming] = mixed.get(coming, 0.0) + share
    return tuple((one, part) for one, part in mixed.items() if one != own and part > 0.0)


def _reappearing(going: Picture, into: float) -> float:
    """The opacity of a figure that was still coming when it was told to go elsewhere."""
    return going.opacity + (1.0 - going.opacity) * eased(into / (CHANGING / 2))


def travelling(
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
    order = [hand.side for hand in (going if way < 0.5 else coming).hands]
    hands.sort(key=lambda hand: order.index(hand.side) if hand.side in order else len(order))
    pose = _eased_pose(going.pose, coming.pose, rest, into / length)
    if into < length / 2:
        lines, guide = going, going.guide * (1.0 - eased(into / FADING))
    else:
        lines, guide = coming, eased((into - (length - FADING)) / FADING)
    return replace(
        coming,
        hands=tuple(hands),
        pose=pose,
        trail=lines.trail,
        ahead=lines.ahead,
        through=lines.through,
        on_top=lines.on_top,
        guide=guide,
        fading=_shares(going, coming.framing, eased(into / min(CHANGING, length)), coming.framing),
        bare=going.bare * (1.0 - eased(into / (CHANGING / 2))),
        opacity=_reappearing(going, into),
    )


def _on_the_way(a: HandState, b: HandState, way: float, up: float, down: float) -> HandState:
    # a hand that hardly moves stays on the skin; the further it goes, the higher it lifts
    far = 1.0 if a.form is not b.form else (math.dist(a.at, b.at) - 1.0) / 3.0
    air = min(up, 1.0 - down) * min(max(far, 0.0), 1.0)
    low = max(a.lift * (1.0 - way), b.lift * way)
    lift = max(air, low)
    return _moved(
        replace(
            b,
            at=between(a.at, b.at, way),
            heading=a.heading + (b.heading - a.heading) * way,
            was=a.form,
            shape=b.form,
            change=way,
            lift=lift,
            pressure=a.pressure * (1.0 - up) + b.pressure * down,
            vivid=a.vivid * (1.0 - up) + b.vivid * down,
            active=False,
            beneath=b.beneath if way >= 0.5 else a.beneath,
            turn=a.turn * (1.0 - way) + b.turn * way,
            presence=a.presence * (1.0 - way) + b.presence * way,
        ),
        _beside(replace(a, lift=lift), 1.0 - way),
        _beside(replace(b, lift=lift), way),
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
