"""The sprites of the parent's hands and arms: drawn once for each look, then only laid down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from massage_guide.domain.figure import Side
from massage_guide.domain.picture import HandShape
from massage_guide.stage.hand_arm import ArmLook, draw_arm
from massage_guide.stage.hand_drawing import HandDrawing
from massage_guide.stage.hand_model import Skeleton, blend, stand
from massage_guide.stage.hand_poses import POSES
from massage_guide.stage.hand_sheet import Skin, Sprite, blank, blurred, mixed
from massage_guide.stage.keepsakes import Keepsakes, Shelf

STEPS = 12
"""Drawings between one shape and the next."""
_SHARPEST = 30.0
"""Pixels in a unit beyond which a sprite is enlarged instead of drawn anew."""
_SHARPEST_CHANGE = 9.0
"""The same for a hand that changes its grip, which passes quickly."""
_SHARPEST_ARM = 16.0
"""The same for an arm, which has no fine parts."""
_TOUCH_MARGIN = 2.4
"""Room for the tight shadow where a hand touches, units."""
_PRESSED = 0.8
"""How far the dark rim of skin reaches that gives under a hand, units."""
_AIR_MARGIN = _PRESSED + _TOUCH_MARGIN
"""Room round a hand for the wide shadow from the air, as much as the other fills; units."""
_SHADOW_ZOOM = 3.0
"""Pixels in a unit of a shadow, which is soft and needs no more."""

DEFAULT_TONE = ("#dfae8a", "#c98f68", "#a76f4b", "#7d4e33", "#f0cdb8")


class Part(StrEnum):
    """A sprite of a hand."""

    WHOLE = "whole"
    OVER = "over"
    UNDER = "under"
    TOUCH = "touch"
    AIR = "air"


@dataclass(frozen=True, slots=True)
class HandLook:
    """The colours of the parent."""

    tone: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Default skin colour to the one wanted, as hex strings."""
    edge: str = ""
    """The outline; empty for the skin's own."""
    sleeve: str = "#9cb6b0"
    """The cloth of the sleeve."""

    def skin(self, active: bool) -> Skin:
        """The skin of the stroking hand, or of the one that rests: paler and flatter."""
        colours = [QColor(self.tone.get(name, name)) for name in DEFAULT_TONE]
        if not active:
            # It must still stand out from the baby, so its lights are dimmed as its base pales.
            light, base, *others = [_paler(colour) for colour in colours]
            colours = [mixed(light, base, 0.45), base, *others]
        light, base, shade, line, nail = colours
        edge = QColor(self.edge) if self.edge else line
        return Skin(light, base, shade, line, nail, edge)


def _paler(colour: QColor) -> QColor:
    """A touch less saturated."""
    value = min(1.0, colour.valueF() * 0.995)
    return QColor.fromHsvF(max(colour.hueF(), 0.0), colour.saturationF() * 0.86, value)


class Form(NamedTuple):
    """Which hand in which pose: everything that shapes a sprite but its size."""

    side: Side
    was: HandShape
    shape: HandShape
    step: int


class Grain(NamedTuple):
    """How finely a sprite is drawn."""

    zoom: float
    """Pixels in a unit of the hand."""
    size: float
    """How much larger than on FRONT the hand is: its lines stay fine."""

    def steady(self) -> Grain:
        """The nearest grain that is kept: a little coarse, so that a resize finds it again."""
        return Grain(min(_SHARPEST, max(1.0, round(self.zoom * 4) / 4)), round(self.size, 1))


class Sprites:
    """Drawings kept by what they show."""

    def __init__(self, look: HandLook, keepsakes: Keepsakes) -> None:
        self._look = look
        self._kept: Shelf[Sprite] = Shelf(keepsakes, "hand")
        self._bones: dict[tuple[HandShape, HandShape, int], Skeleton] = {}
        self._fingers: dict[Form, QRectF] = {}

    def bones(self, form: Form) -> Skeleton:
        """The right hand in this pose."""
        key = form[1:]
        if key not in self._bones:
            self._bones[key] = stand(blend(POSES[form.was], POSES[form.shape], form.step / STEPS))
        return self._bones[key]

    def hand(self, form: Form, part: Part, active: bool, grain: Grain) -> Sprite:
        """One part of a hand."""
        grain = grain.steady()
        if form.step:
            # a hand that changes its grip is in the air, for a third of a second
            grain = grain._replace(zoom=min(grain.zoom, _SHARPEST_CHANGE))
        return self._kept.get(
            (form, part, active, grain), lambda: self._draw(form, part, active, grain)
        )

    def shadow(self, form: Form, part: Part) -> Sprite:
        """The blurred dark shape of a hand."""
        return self._kept.get((form, part), lambda: self._blur(form, part))

    def fingers(self, form: Form) -> QRectF:
        """What the fingers fill that go behind what is held."""
        if form not in self._fingers:
            skin = self._look.skin(active=True)
            left = form.side is Side.LEFT
            drawing = HandDrawing(self.bones(form), skin, _SHADOW_ZOOM, left)
            self._fingers[form] = drawing.under().room.adjusted(-0.5, -0.5, 0.5, 0.5)
        return self._fingers[form]

    def arm(self, side: Side, active: bool, length: float, grain: Grain) -> Sprite:
        """A forearm with its sleeve, wrist at the top, `length` units long."""
        fine = grain.steady()
        fine = fine._replace(zoom=min(fine.zoom, _SHARPEST_ARM))

        def draw() -> Sprite:
            look = ArmLook(self._look.skin(active), QColor(self._look.sleeve), fine.size)
            return draw_arm(look, length, fine.zoom, side is Side.LEFT)

        return self._kept.get(("arm", side, active, length, fine), draw)

    def _draw(self, form: Form, part: Part, active: bool, grain: Grain) -> Sprite:
        drawing = HandDrawing(
            self.bones(form),
            self._look.skin(active),
            grain.zoom,
            form.side is Side.LEFT,
            grain.size,
        )
        if part is Part.UNDER:
            return drawing.under()
        return drawing.over() if part is Part.OVER else drawing.whole()

    def _blur(self, form: Form, part: Part) -> Sprite:
        """Tight where the hand touches, wide from the air."""
        bones = self.bones(form)
        whole = part is Part.AIR or bones.wraps < 0.5
        skin = self._look.skin(active=True)
        drawing = HandDrawing(bones, skin, _SHADOW_ZOOM, form.side is Side.LEFT)
        source = drawing.shape(whole, _PRESSED if part is Part.TOUCH else 0.0)
        margin = _TOUCH_MARGIN if part is Part.TOUCH else _AIR_MARGIN
        room = source.room.adjusted(-margin, -margin, margin, margin)
        image = blank(room, _SHADOW_ZOOM)
        painter = QPainter(image)
        painter.drawImage(round(margin * _SHADOW_ZOOM), round(margin * _SHADOW_ZOOM), source.image)
        painter.end()
        image = blurred(image, 2 if part is Part.TOUCH else 3)
        if part is Part.TOUCH:
            _leave_wrist(image, room)
        return Sprite(image, room)


def _leave_wrist(image: QImage, room: QRectF) -> None:
    """No shadow at the wrist: the arm goes on there."""
    wrist = -room.top() * _SHADOW_ZOOM
    ramp = QLinearGradient(0, wrist + _SHADOW_ZOOM, 0, wrist - 6 * _SHADOW_ZOOM)
    ramp.setColorAt(0, QColor(0, 0, 0, 0))
    ramp.setColorAt(1, QColor(0, 0, 0, 255))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(image.rect(), ramp)
    painter.end()
