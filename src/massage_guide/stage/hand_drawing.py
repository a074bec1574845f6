"""The drawing of one posed hand: skin, light, nails and creases on a sprite."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from massage_guide.stage.hand_light import model
from massage_guide.stage.hand_model import Facing, Finger, Skeleton
from massage_guide.stage.hand_shapes import (
    Stem,
    digit_path,
    open_line,
    palm_path,
    point,
    stem,
)
from massage_guide.stage.hand_sheet import Sheet, Skin, Sprite, line_width, with_alpha

_Mode = QPainter.CompositionMode
_SHADOW = QColor("#4a2f24")


class HandDrawing:
    """Draws one posed hand, part by part, from the back to the front."""

    def __init__(
        self, bones: Skeleton, skin: Skin, zoom: float, mirrored: bool, size: float = 1.0
    ) -> None:
        self._bones, self._skin = bones, skin
        self._digits = [(f, stem(f)) for f in (*bones.fingers, bones.thumb)]
        self._paths = [digit_path(line) for _, line in self._digits]
        self._zoom, self._mirrored = zoom, mirrored
        self._pen = line_width(size)
        # Light falls from the upper left of the picture, on both hands.
        self._light = complex(0.5 if mirrored else -0.5, -0.6)

    def whole(self) -> Sprite:
        """Every part: a hand with nothing held."""
        edge = palm_path(self._bones)
        sheet = self._blank = self._sheet([*self._paths, edge])
        self._palm(sheet, edge)
        thumb, index = self._bones.thumb, self._bones.fingers[0]
        if thumb.depth[2] > index.depth[1]:
            self._fingers(sheet, fade=True)
            self._thumb(sheet)
        else:
            self._thumb(sheet)
            self._fingers(sheet, fade=True)
        return sheet.sprite()

    def under(self) -> Sprite:
        """The fingers that go behind what is held."""
        sheet = self._blank = self._sheet(self._paths[:4])
        self._fingers(sheet, fade=False)
        return sheet.sprite()

    def over(self) -> Sprite:
        """What stays in front of what is held."""
        edge = palm_path(self._bones, knuckled=1.0)
        sheet = self._blank = self._sheet([self._paths[4], edge])
        self._palm(sheet, edge)
        self._thumb(sheet)
        return sheet.sprite()

    def shape(self, whole: bool) -> Sprite:
        """The dark shape of the whole hand, or of what stays in front of what is held."""
        edge = palm_path(self._bones, knuckled=0.0 if whole else 1.0)
        paths = [edge, *(self._paths if whole else self._paths[4:])]
        sheet = self._sheet(paths)
        painter = sheet.painter()
        painter.setPen(QPen(_SHADOW, 2 * self._pen))
        painter.setBrush(_SHADOW)
        for path in paths:
            painter.drawPath(path)
        painter.end()
        return sheet.sprite()

    def _sheet(self, paths: Iterable[QPainterPath]) -> Sheet:
        """An empty sheet that holds these paths with their outlines."""
        room = QRectF()
        for path in paths:
            room = room.united(path.boundingRect())
        return Sheet(room.adjusted(-0.8, -0.8, 0.8, 0.8), self._zoom, self._mirrored)

    def _fingers(self, sheet: Sheet, fade: bool) -> None:
        order = sorted(range(4), key=lambda n: self._bones.fingers[n].depth[1])
        for number in order:
            finger, line = self._digits[number]
            part = self._part(self._paths[number], 0.85, line)
            self._slope(part, finger)
            for bone in (1, 2):
                self._creases(part, finger, bone)
            self._nail(part, finger, 2, 1.0)
            self._outline(part, self._paths[number])
            if fade:
                self._fade(part, finger.joints[0], finger.joints[1], -0.12, 0.3)
            sheet.lay(part)

    def _thumb(self, sheet: Sheet) -> None:
        thumb, line = self._digits[4]
        part = self._part(self._paths[4], 0.95, line)
        self._slope(part, thumb)
        self._creases(part, thumb, 2)
        self._nail(part, thumb, 2, 1.06)
        self._outline(part, self._paths[4])
        wraps = self._bones.wraps
        near, far = 0.72 - 0.57 * wraps, 1.12 - 0.22 * wraps
        self._fade(part, thumb.joints[0], thumb.joints[1], near, far)
        sheet.lay(part)

    def _palm(self, sheet: Sheet, path: QPainterPath) -> None:
        bones = self._bones
        part = self._part(path, 1.5, None)
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        glow = QRadialGradient(point(bones.palm + self._light * 6), 13)
        glow.setColorAt(0, with_alpha(self._skin.light, 0.55))
        glow.setColorAt(0.5, with_alpha(self._skin.light, 0.22))
        glow.setColorAt(1, with_alpha(self._skin.light, 0))
        painter.fillPath(path, glow)
        for finger in bones.fingers:
            self._knuckle(painter, finger)
        painter.end()
        self._outline(part, path)
        self._fade(part, 4.5j, 0j, 0.0, 1.0)
        sheet.lay(part)

    def _knuckle(self, painter: QPainter, finger: Finger) -> None:
        at = finger.joints[0]
        wrist = self._bones.wrist
        root = (wrist[0] + wrist[1]) / 2 + (at - self._bones.palm).real * 0.35
        way = at - root
        # The tendon: a soft pale line towards the wrist.
        end = at - way * 0.62
        run = QLinearGradient(point(at), point(end))
        run.setColorAt(0, with_alpha(self._skin.light, 0.16))
        run.setColorAt(1, with_alpha(self._skin.light, 0))
        for width in (0.5, 1.0, 1.5):
            painter.setPen(QPen(run, width))
            painter.drawLine(point(at), point(end))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, radius, colour, alpha in (
            (at - self._light * 1.1, 2.1, self._skin.shade, 0.34),
            (at + self._light * 0.5, 1.8, self._skin.light, 0.75),
        ):
            spot = QRadialGradient(point(place), radius)
            spot.setColorAt(0, with_alpha(colour, alpha))
            spot.setColorAt(1, with_alpha(colour, 0))
            painter.setBrush(spot)
            painter.drawEllipse(point(place), radius, radius)

    def _part(self, path: QPainterPath, depth: float, ridge: Stem | None) -> Sheet:
        """A filled part with soft round edges: lit above, shaded below."""
        part = self._blank.part(path.boundingRect().adjusted(-0.9, -0.9, 0.9, 0.9))
        model(part, path, self._skin, self._light, depth, ridge)
        return part

    def _slope(self, part: Sheet, finger: Finger) -> None:
        """The shade that gathers where a finger bends away from the light."""
        joints = finger.joints
        ramp = QLinearGradient(point(joints[0]), point(joints[-1]))
        way = joints[-1] - joints[0]
        for number, facing in enumerate(finger.facings):
            middle = (joints[number] + joints[number + 1]) / 2 - joints[0]
            share = (middle * way.conjugate()).real / (abs(way) ** 2 or 1.0)
            dark = 0.62 * (1 - max(0.0, facing.out.z)) ** 1.2
            ramp.setColorAt(max(0.0, min(1.0, share)), with_alpha(self._skin.shade, dark))
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        painter.fillRect(part.everything, ramp)
        painter.end()

    def _creases(self, part: Sheet, finger: Finger, joint: int) -> None:
        """The small folds of skin over a joint."""
        below, above = finger.facings[joint - 1].out, finger.facings[joint].out
        seen = (below.z + above.z) / 2
        if seen < 0.25:
            return
        out = (below.flat + above.flat) / 2
        along = finger.facings[joint].along.flat
        across = finger.facings[joint].across.flat
        radius = finger.radii[joint]
        centre = finger.joints[joint] + out * radius * 0.75
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        spot = QRadialGradient(point(centre), radius * 1.1)
        spot.setColorAt(0, with_alpha(self._skin.shade, 0.2))
        spot.setColorAt(1, with_alpha(self._skin.shade, 0))
        painter.setBrush(spot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(point(centre), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rows = (-0.42, 0.0, 0.42) if joint == 1 else (-0.2, 0.22)
        for row in rows:
            wide = radius * (0.62 - abs(row) * 0.35)
            middle = centre + along * row * radius
            fold = open_line(
                [
                    middle - across * wide,
                    middle - along * row * 0.5 + along * 0.12,
                    middle + across * wide,
                ]
            )
            pen = QPen(with_alpha(self._skin.line, 0.3 * min(1.0, seen * 1.3)), 0.17)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.strokePath(fold, pen)
        painter.end()

    def _nail(self, part: Sheet, finger: Finger, bone: int, wide: float) -> None:
        facing = finger.facings[bone]
        if facing.out.z < 0.12:
            return
        radius = finger.radii[-1] * wide
        start, end = finger.joints[bone], finger.joints[bone + 1]
        centre = start + (end - start) * 0.86 + facing.out.flat * radius * 0.86
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        painter.setTransform(_plane(facing, centre, radius), combine=True)
        shape = _nail_shape()
        painter.strokePath(shape, QPen(with_alpha(self._skin.line, 0.45), 0.26))
        light = QLinearGradient(QPointF(0, -0.9), QPointF(0, 1))
        light.setColorAt(0, self._skin.nail)
        light.setColorAt(0.75, self._skin.nail.lighter(104))
        light.setColorAt(1, self._skin.nail.lighter(112))
        painter.fillPath(shape, light)
        painter.setPen(
            QPen(with_alpha(self._skin.nail.lighter(130), 0.6), 0.2, c=Qt.PenCapStyle.RoundCap)
        )
        painter.drawLine(QPointF(-0.3, -0.3), QPointF(-0.32, 0.45))
        painter.end()

    def _outline(self, part: Sheet, path: QPainterPath) -> None:
        """The dark warm line outside a part, heavier on the side away from the light."""
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_DestinationOver)
        pen = QPen(self._skin.edge, self._pen * 2.5)
        # The paths are fine enough to need no rounding of their joins, which costs the most.
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.translate(point(-self._light * self._pen * 0.4))
        painter.strokePath(path, pen)
        painter.end()

    def _fade(self, part: Sheet, root: complex, tip: complex, low: float, high: float) -> None:
        """Let a part melt away towards its root."""
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_DestinationIn)
        ramp = QLinearGradient(point(root + (tip - root) * low), point(root + (tip - root) * high))
        ramp.setColorAt(0, QColor(0, 0, 0, 0))
        ramp.setColorAt(1, QColor(0, 0, 0, 255))
        painter.fillRect(part.everything, ramp)
        painter.end()


def _plane(facing: Facing, centre: complex, radius: float) -> QTransform:
    """The back of a bone as a plane: x across it, y towards the tip, in half widths."""
    across, along = facing.across.flat * radius, facing.along.flat * radius
    return QTransform(-across.real, -across.imag, along.real, along.imag, centre.real, centre.imag)


def _nail_shape() -> QPainterPath:
    """A short nail: round at its root, nearly straight at its end; in half widths."""
    path = QPainterPath(QPointF(-0.56, 0.5))
    path.cubicTo(-0.62, -0.2, -0.6, -0.85, 0, -0.9)
    path.cubicTo(0.6, -0.85, 0.62, -0.2, 0.56, 0.5)
    path.cubicTo(0.5, 0.92, -0.5, 0.92, -0.56, 0.5)
    path.closeSubpath()
    return path
