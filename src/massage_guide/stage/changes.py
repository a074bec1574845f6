"""Changes: which pixels have to be painted again when one picture follows another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from massage_guide.domain.choreography import elbow_of
from massage_guide.domain.figure import Figure
from massage_guide.domain.picture import Picture
from massage_guide.stage import trail
from massage_guide.stage.hands import Hands
from massage_guide.stage.puppet import Puppet
from massage_guide.stage.sight import Sight

_BESIDE = 3.0
"""How far beside its place a limb may be painted, pixels."""


def is_another(before: Picture, now: Picture) -> bool:
    """Whether more than hands and limbs change, so that all has to be painted."""
    return (
        before.figure is not now.figure
        or (before.side is not now.side and now.sided)
        or before.scene != now.scene
        or before.framing != now.framing
        or before.fading != now.fading
        or before.bare != now.bare
        or before.opacity != now.opacity
        or before.face is not now.face
        or before.dress is not now.dress
        or before.bob != now.bob
        or before.ghosts != now.ghosts
        or before.ghost_pose != now.ghost_pose
        or before.marks != now.marks
        or before.veil != now.veil
    )


def hands_changed(
    before: Picture, now: Picture, hands: Hands, figure: Figure, size: float
) -> list[QRectF]:
    """What hands that moved leave and come to, figure units.

    A forearm lies aslant: it is told in slices, since the box round all of it is mostly bare.
    """
    if before.hands == now.hands:
        return []
    if [hand.side for hand in before.hands] != [hand.side for hand in now.hands]:
        all_hands = (*before.hands, *now.hands)
        return [
            hands.bounds(hand, elbow_of(figure, hand.side, hand.at), size) for hand in all_hands
        ]
    areas: list[QRectF] = []
    for was, is_now in zip(before.hands, now.hands, strict=True):
        if was != is_now:
            left, come_to = (
                hands.areas(hand, elbow_of(figure, hand.side, hand.at), size)
                for hand in (was, is_now)
            )
            if len(left) == len(come_to):
                areas += map(QRectF.united, left, come_to)
            else:
                areas += (*left, *come_to)
    return areas


def figure_changed(before: Picture, now: Picture, puppet: Puppet, scale: float) -> list[QRectF]:
    """What limbs that moved leave and come to, and eyes that blink; figure units."""
    areas = []
    crossed = before.on_top != now.on_top
    if crossed or before.pose != now.pose:
        areas = puppet.changed(before.pose, now.pose, wholly=crossed, slack=_BESIDE / scale)
    if before.blink is not now.blink:
        areas.append(puppet.eye_bounds(Sight.of(now)))
    return areas


def lines_changed(before: Picture, now: Picture, size: float) -> list[QRectF]:
    """What the lines on the skin leave and come to, figure units."""
    areas: list[QRectF] = []
    if before.trail != now.trail or before.guide != now.guide:
        # a trail lies where its hand is: two of them far from each other
        areas += [trail.bounds((line,), size) for line in (*before.trail, *now.trail)]
    if before.ahead != now.ahead or before.guide != now.guide:
        areas.append(trail.bounds((*before.ahead, *now.ahead), size))
    return areas


def region_of(rects: Iterable[QRect], within: QRect) -> QRegion:
    """The pixels of the rectangles, as far as they can be seen."""
    region = QRegion()
    for rect in rects:
        region = region.united(rect & within)
    return region
