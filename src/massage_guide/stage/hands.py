"""The parent's hands as the stage shows them: posed, lit, and laid on the picture."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from massage_guide.domain.figure import Point, Side
from massage_guide.domain.picture import HandShape, HandState
from massage_guide.stage.hand_arm import arm_room
from massage_guide.stage.hand_laying import Laying
from massage_guide.stage.hand_sprites import (
    AIR_MARGIN,
    STEPS,
    TOUCH_MARGIN,
    Form,
    Grain,
    HandLook,
    Part,
    Sprites,
)

UNDER = "under"
"""The layer behind what the hand holds: fingers that go round a limb."""
OVER = "over"
"""The layer in front: everything else."""

_GROWTH = 0.06
_WRIST_LIMIT = 76.0
"""How far a hand turns from its forearm, degrees."""
_LIMB = 9.5
"""How far a hand turning about a limb would be carried by a quarter turn, units."""
_SHADED_UP_TO = 9.0
"""Pixels a unit up to which a hand is kept together with its shadow, for every pressure."""
_TOUCH_BLUR, _AIR_BLUR, _ARM_BLUR = 2.0, 5.0, 2.0
"""How much less exactly than a hand its soft shadows and the far end of its arm have to lie."""
_ARM_STEP = 60.0
_ARM_LONGEST = 260.0
_ARM_BOXES = 4
"""Boxes that tell where an arm is, when it has to be painted again."""

__all__ = ["OVER", "UNDER", "HandLook", "Hands", "is_round"]


class _Stand(NamedTuple):
    """Where a hand and its arm are on the picture."""

    form: Form
    hand: QTransform
    """From hand units to figure units."""
    arm: QTransform
    """From arm units (wrist at the origin, elbow below) to figure units."""
    reach: float
    """From wrist to elbow, hand units."""
    shift: QPointF
    """How far the shadow lies from the hand, figure units."""


_Asked = tuple[HandState, Point, float]
_T = TypeVar("_T")
_KEPT = 8


def _keep(answers: OrderedDict[_Asked, _T], asked: _Asked, answer: _T) -> _T:
    answers[asked] = answer
    if len(answers) > _KEPT:
        answers.popitem(last=False)
    return answer


def is_round(state: HandState) -> bool:
    """Whether the fingers go behind what the hand holds, so that both layers are needed."""
    wraps = (state.was in _ROUND, state.shape in _ROUND)
    return (wraps[1] if state.change >= 0.5 else wraps[0]) and state.lift < 0.5


_ROUND = frozenset(
    {HandShape.C_CUP, HandShape.THUMB_PAD, HandShape.THUMB_AND_INDEX, HandShape.BABY_GRIP}
)


class Hands:
    """Paints the parent's hands."""

    def __init__(self, look: HandLook | None = None) -> None:
        self._sprites = Sprites(look or HandLook())
        self._laying = Laying()
        # asked for by both layers, and once more by the next frame
        self._stands: OrderedDict[_Asked, _Stand] = OrderedDict()
        self._boxes: OrderedDict[_Asked, tuple[QRectF, ...]] = OrderedDict()

    def preparing(self, states: Sequence[HandState], scale: float, size: float) -> Iterator[None]:
        """Draw beforehand what these hands need, a sprite at a time (10 to 40 ms each).

        So a pause can be used for it. Hands that take turns are now active and now waiting.
        `scale` counts device pixels: on a dense screen, the frame's scale times its ratio.
        """
        grain = Grain(scale * size, size)
        for state in states:
            # first what the hand goes through on its way, then what it comes to
            way = sorted((state.was, state.shape))
            for step in range(1, STEPS) if state.was is not state.shape else ():
                form = Form(state.side, way[0], way[1], step)
                self._sprites.shadow(form, Part.AIR)
                self._sprites.hand(form, Part.WHOLE, state.active, grain)
                yield
        for state in states:
            for shape in dict.fromkeys((state.form, state.shape)):
                form = Form(state.side, shape, shape, 0)
                for active in (state.active, not state.active):
                    yield from self._prepare_settled(form, active, grain)

    def _prepare_settled(self, form: Form, active: bool, grain: Grain) -> Iterator[None]:
        self._sprites.shadow(form, Part.AIR)
        self._sprites.shadow(form, Part.TOUCH)
        yield
        for part in (Part.WHOLE, Part.OVER, Part.UNDER):
            if part is Part.WHOLE or form.shape in _ROUND:
                self._sprites.hand(form, part, active, grain)
                yield
                if part is not Part.UNDER and grain.zoom <= _SHADED_UP_TO:
                    self._sprites.resting(form, part, active, grain, _shade(0.5))
                    yield

    def paint(
        self,
        painter: QPainter,
        state: HandState,
        scale: float,
        elbow: Point,
        size: float,
        layer: str,
    ) -> None:
        """Paint one layer of a hand; the painter is in figure units, `scale` pixels each."""
        around = is_round(state)
        if state.presence <= 0.0 or (layer == UNDER and not around):
            return
        stand = self._stand(state, elbow, size)
        grain = Grain(scale * size * painter.device().devicePixelRatioF(), size)
        painter.save()
        # Sprites carry their own soft edge: smoothing them costs a fifth more and shows nothing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if layer == UNDER:
            under = self._sprites.hand(stand.form, Part.UNDER, state.active, grain)
            place = (state.side, Part.UNDER)
            self._laying.lay(painter, stand.hand, under, 1.0, place, grain.size)
        else:
            self._over(painter, state, stand, grain, Part.OVER if around else Part.WHOLE)
        painter.restore()

    def bounds(self, state: HandState, elbow: Point, size: float) -> QRectF:
        """What both layers of a hand may touch, figure units."""
        whole = QRectF()
        for area in self.areas(state, elbow, size):
            whole = whole.united(area)
        return whole

    def areas(self, state: HandState, elbow: Point, size: float) -> tuple[QRectF, ...]:
        """In tight boxes, what both layers may touch: round the hand, and along the arm."""
        asked = (state, elbow, size)
        return self._boxes.get(asked) or _keep(self._boxes, asked, self._areas(*asked))

    def _areas(self, state: HandState, elbow: Point, size: float) -> tuple[QRectF, ...]:
        if state.presence <= 0.0:
            return ()
        stand = self._stand(state, elbow, size)
        around = self._sprites.shadow(stand.form, Part.AIR).room
        if state.lift <= 0:
            spare = AIR_MARGIN - TOUCH_MARGIN - 1.0
            around = around.adjusted(spare, spare, -spare, -spare)
        hand = stand.hand.mapRect(around)
        room = arm_room(_arm_length(stand))
        step = room.height() / _ARM_BOXES
        boxes = [
            stand.arm.mapRect(QRectF(room.x(), room.y() + i * step, room.width(), step))
            for i in range(_ARM_BOXES)
        ]
        return (hand.united(hand.translated(stand.shift)), *boxes)

    def _over(
        self, painter: QPainter, state: HandState, stand: _Stand, grain: Grain, part: Part
    ) -> None:
        """The arm, then the hand that melts into it at the wrist, over their shadows."""
        shade = _shade(state.pressure / 2)
        lift = min(1.0, max(0.0, state.lift))
        apart = lift > 0 or grain.zoom > _SHADED_UP_TO
        if apart:
            self._shadows(painter, stand, shade * (1 - 2.5 * lift), 0.30 * math.sqrt(lift))
        length = _arm_length(stand)
        arm = self._sprites.arm(state.side, state.active, length, grain)
        share = min(1.0, (_reach(painter, stand) - arm.room.top()) / arm.room.height())
        blur = _ARM_BLUR * grain.size
        self._laying.lay(painter, stand.arm, arm, share, (state.side, "arm"), blur)
        if apart:
            painter.setOpacity(1 - 0.08 * lift)
            sprite = self._sprites.hand(stand.form, part, state.active, grain)
        else:
            sprite = self._sprites.resting(stand.form, part, state.active, grain, shade)
        self._laying.lay(painter, stand.hand, sprite, 1.0, (state.side, part), grain.size)

    def _shadows(self, painter: QPainter, stand: _Stand, touch: float, air: float) -> None:
        """A tight one that fades as the hand lifts, and a wide one that wanders off."""
        way = stand.hand * QTransform.fromTranslate(stand.shift.x(), stand.shift.y())
        for part, strength in ((Part.TOUCH, touch), (Part.AIR, air)):
            if strength > 0.01:
                painter.setOpacity(strength)
                shadow = self._sprites.shadow(stand.form, part)
                blur = _AIR_BLUR if part is Part.AIR else _TOUCH_BLUR
                self._laying.lay(painter, way, shadow, 1.0, (stand.form.side, part), blur)
        painter.setOpacity(1.0)

    def _stand(self, state: HandState, elbow: Point, size: float) -> _Stand:
        asked = (state, elbow, size)
        return self._stands.get(asked) or _keep(self._stands, asked, self._posed(*asked))

    def _posed(self, state: HandState, elbow: Point, size: float) -> _Stand:
        form = _form(state)
        bones = self._sprites.bones(form)
        flip = -1.0 if (state.side is Side.LEFT) != bool(bones.inner) else 1.0
        grown = size * (1 + _GROWTH * state.lift)
        at = _present(state, elbow, size)
        hand = QTransform.fromTranslate(at.x, at.y)
        hand.rotate(state.heading)
        # A twist round a limb carries the hand over its top and back.
        hand.translate(0, -math.sin(math.radians(state.turn)) * _LIMB * size)
        hand.scale(grown, grown)
        hand.translate(-bones.contact.real * flip, -bones.contact.imag)
        wrist = hand.map(QPointF(0, 0))
        way = QPointF(elbow.x, elbow.y) - wrist
        wanted = math.degrees(math.atan2(-way.x(), way.y())) - state.heading
        wanted = (wanted + 180) % 360 - 180
        bend = max(-_WRIST_LIMIT, min(_WRIST_LIMIT, wanted))
        arm = QTransform.fromTranslate(wrist.x(), wrist.y())
        arm.rotate(state.heading + bend)
        arm.scale(grown, grown)
        reach = max(10.0, math.hypot(way.x(), way.y()) / grown)
        far = size * state.lift
        return _Stand(form, hand, arm, reach, QPointF(0.25 + 2.0 * far, 0.45 + 3.4 * far))


def _form(state: HandState) -> Form:
    """The drawing nearest to the state; there and back again share their drawings."""
    one, other, change = state.was, state.shape, min(1.0, max(0.0, state.change))
    if one > other:
        one, other, change = other, one, 1.0 - change
    step = round(change * STEPS)
    if one is other or step == STEPS:
        return Form(state.side, other, other, 0)
    if step == 0:
        return Form(state.side, one, one, 0)
    return Form(state.side, one, other, step)


def _present(state: HandState, elbow: Point, size: float) -> Point:
    """Where the hand is on its way in or out: drawn back along its own arm."""
    gone = 1 - min(1.0, state.presence)
    if gone <= 0:
        return state.at
    x, y = elbow.x - state.at.x, elbow.y - state.at.y
    far = math.hypot(x, y) or 1.0
    back = gone * (far + 30 * size) / far
    return Point(state.at.x + x * back, state.at.y + y * back)


def _shade(firm: float) -> float:
    """How dark the shadow is where a hand touches, from resting (0) to firm (1)."""
    return 0.34 + 0.26 * min(1.0, max(0.0, firm))


def _arm_length(stand: _Stand) -> float:
    """As much arm as there is to see, in steps, so that few sprites are drawn."""
    return min(_ARM_LONGEST, math.ceil(stand.reach / _ARM_STEP) * _ARM_STEP)


def _reach(painter: QPainter, stand: _Stand) -> float:
    """How much arm there is to see before the elbow or the edge of the screen, hand units."""
    screen = QRectF(painter.viewport())
    back, possible = (stand.arm * painter.transform()).inverted()
    seen = back.mapRect(screen).bottom() if possible else stand.reach
    # In steps, so that a large arm lies alike from frame to frame.
    return max(8.0, math.ceil(min(stand.reach, seen) / 10) * 10)
