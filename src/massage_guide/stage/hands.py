"""The parent's hands as the stage shows them: posed, lit, and laid on the picture."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from massage_guide.domain.figure import Point
from massage_guide.domain.picture import HandState
from massage_guide.stage.hand_arm import ARM_HALF, arm_room
from massage_guide.stage.hand_laying import Laying
from massage_guide.stage.hand_sprites import (
    STEPS,
    Form,
    Grain,
    HandLook,
    Part,
    Sprites,
)
from massage_guide.stage.hand_standing import (
    ROUND,
    Stand,
    form_of,
    in_front,
    is_round,
    placed,
    shade_of,
)
from massage_guide.stage.keepsakes import Keepsakes
from massage_guide.stage.slants import slanted

UNDER = "under"
"""The layer behind what the hand holds: fingers that go round a limb."""
OVER = "over"
"""The layer in front: everything else."""

_TOUCH_BLUR, _AIR_BLUR = 4.0, 12.0
"""How much less exactly than a hand its soft shadows have to lie."""
_LIFTED_BLUR = 2.0
"""The same for a hand that is off the skin, which passes quickly."""
_LARGE = 1.5
"""Hands larger than so many on FRONT have arms of which little more than the wrist is seen."""
_FROM_AIR = 0.4
"""How dark the shadow is of a hand that is lifted clear of the skin."""
_DRAWN = 3.0
"""Windows full of drawings that are kept."""
_ARM_STEP = 60.0
_ARM_LONGEST = 260.0
_REACHES = 0.1
"""Steps in which an arm is seen further down the screen, heights of the screen."""

__all__ = ["OVER", "UNDER", "HandLook", "Hands", "is_round"]


class _Put(NamedTuple):
    """A stand on the screen."""

    stand: Stand
    before: QTransform
    """From figure units to the painter's."""
    grain: Grain
    """How finely the hand is drawn."""
    blur: float
    """How much less exactly than a small resting hand it may lie."""


_Asked = tuple[HandState, Point, float]
_T = TypeVar("_T")
_KEPT = 8


def _keep(answers: OrderedDict[_Asked, _T], asked: _Asked, answer: _T) -> _T:
    answers[asked] = answer
    if len(answers) > _KEPT:
        answers.popitem(last=False)
    return answer


class Hands:
    """Paints the parent's hands."""

    def __init__(self, look: HandLook | None = None, turned: Keepsakes | None = None) -> None:
        """What is drawn, and the many copies of it that are turned, are kept apart."""
        self.drawn = Keepsakes(_DRAWN)
        self._sprites = Sprites(look or HandLook(), self.drawn)
        self._laying = Laying(turned or Keepsakes(_DRAWN))
        # asked for by both layers, and once more by the next frame
        self._stands: OrderedDict[_Asked, Stand] = OrderedDict()
        self._boxes: OrderedDict[_Asked, tuple[QRectF, ...]] = OrderedDict()

    def preparing(self, states: Sequence[HandState], scale: float, size: float) -> Iterator[None]:
        """Draw beforehand what these hands need, a sprite at a time (10 to 40 ms each).

        Hands that take turns are now active and now waiting.
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
            if part is Part.WHOLE or form.shape in ROUND:
                self._sprites.hand(form, part, active, grain)
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
        before = painter.transform()
        grain = Grain(scale * size * painter.device().devicePixelRatioF(), size)
        blur = size * (_LIFTED_BLUR if state.lift > 0 else 1.0)
        put = _Put(stand, before, grain, blur)
        painter.resetTransform()
        if layer == UNDER:
            self._lay(painter, state, put, Part.UNDER, 1.0)
        else:
            self._over(painter, state, put, Part.OVER if around else Part.WHOLE)
        painter.setTransform(before)

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
        boxes = [box.united(box.translated(stand.shift)) for box in slanted(stand.hand, around)]
        boxes += slanted(stand.arm, arm_room(min(_arm_length(stand), stand.reach + 10.0)))
        return tuple(boxes)

    def behind(self, state: HandState, elbow: Point, size: float) -> Sequence[QRectF]:
        """In the same way, what is painted behind the baby: all of the hand, or its fingers."""
        if state.beneath or state.presence <= 0.0:
            return self.areas(state, elbow, size)
        stand = self._stand(state, elbow, size)
        return slanted(stand.hand, self._sprites.fingers(stand.form))

    def _over(self, painter: QPainter, state: HandState, put: _Put, part: Part) -> None:
        """The arm, then the hand that melts into it at the wrist, over their shadows."""
        shade, lift = shade_of(state.pressure / 2), min(1.0, max(0.0, state.lift))
        before = in_front(state) if part is Part.OVER else 1.0
        self._shadows(painter, put, shade * (1 - 2.5 * lift), _FROM_AIR * math.sqrt(lift) * before)
        self._arm(painter, state, put)
        self._lay(painter, state, put, part, 1 - 0.08 * lift)
        if 0.0 < before < 1.0:
            self._lay(painter, state, put, Part.WHOLE, before)

    def _arm(self, painter: QPainter, state: HandState, put: _Put) -> None:
        stand, before, grain, _ = put
        length, way = _arm_length(stand), stand.arm * before
        for active, strength in _shades(state.vivid):
            arm = self._sprites.arm(state.side, active, length, grain)
            share = (_reach(painter, stand, way, grain.zoom) - arm.room.top()) / arm.room.height()
            share = min(1.0, round(share, 3))
            painter.setOpacity(strength)
            self._laying.lean(painter, way, arm, grain.zoom, share, grain.size > _LARGE)
        painter.setOpacity(1.0)

    def _lay(
        self, painter: QPainter, state: HandState, put: _Put, part: Part, opacity: float
    ) -> None:
        """One part, in the colour of stroking, of waiting, or on its way from one to the other."""
        form, grain, way = put.stand.form, put.grain, put.stand.hand * put.before
        for active, strength in _shades(state.vivid):
            painter.setOpacity(opacity * strength)
            sprite = self._sprites.hand(form, part, active, grain)
            self._laying.lay(painter, way, sprite, grain.zoom, put.blur)
        painter.setOpacity(1.0)

    def _shadows(self, painter: QPainter, put: _Put, touch: float, air: float) -> None:
        """A tight one that fades as the hand lifts, and a wide one that wanders off."""
        stand, before, grain, _ = put
        way = stand.hand * QTransform.fromTranslate(stand.shift.x(), stand.shift.y()) * before
        for part, strength in ((Part.TOUCH, touch), (Part.AIR, air)):
            if strength > 0.01:
                painter.setOpacity(strength)
                shadow = self._sprites.shadow(stand.form, part)
                blur = _AIR_BLUR if part is Part.AIR else _TOUCH_BLUR
                self._laying.lay(painter, way, shadow, grain.zoom, blur)
        painter.setOpacity(1.0)

    def _stand(self, state: HandState, elbow: Point, size: float) -> Stand:
        asked = (state, elbow, size)
        return self._stands.get(asked) or _keep(self._stands, asked, self._placed(*asked))

    def _placed(self, state: HandState, elbow: Point, size: float) -> Stand:
        form = form_of(state)
        return placed(form, self._sprites.bones(form), state, elbow, size)


def _shades(vivid: float) -> tuple[tuple[bool, float], ...]:
    """Which drawings to lay over one another, and how clearly: of a waiting and a stroking hand."""
    if vivid <= 0.0:
        return ((False, 1.0),)
    return ((True, 1.0),) if vivid >= 1.0 else ((False, 1.0), (True, vivid))


def _arm_length(stand: Stand) -> float:
    """As much arm as there is to see, in steps, so that few sprites are drawn."""
    return min(_ARM_LONGEST, math.ceil(stand.reach / _ARM_STEP) * _ARM_STEP)


def _reach(painter: QPainter, stand: Stand, on_screen: QTransform, zoom: float) -> float:
    """How much arm there is to see before the elbow or the edge of the screen, hand units."""
    screen = painter.viewport()
    x, y = -on_screen.m12(), on_screen.m11()  # down the arm, a unit long
    # its lower corners reach further than its middle
    right = screen.width() - on_screen.dx() if x > 0 else on_screen.dx()
    down = screen.height() - on_screen.dy() if y > 0 else on_screen.dy()
    aside = (right + ARM_HALF * abs(y)) / max(abs(x), 1e-9)
    seen = min(aside, (down + ARM_HALF * abs(x)) / max(abs(y), 1e-9), stand.reach)
    # in steps, so that few copies of an arm are turned
    step = _REACHES * screen.height() * painter.device().devicePixelRatioF() / zoom
    return max(20.0, math.ceil(seen / step) * step)
