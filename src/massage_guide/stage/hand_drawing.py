"""The drawing of one posed hand: skin, light, nails and creases on a sprite."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from massage_guide.stage.hand_back import creases, knuckle, nail
from massage_guide.stage.hand_inside import folds, lines, mounds, palmar
from massage_guide.stage.hand_light import model
from massage_guide.stage.hand_model import Finger, Skeleton
from massage_guide.stage.hand_shapes import (
    Stem,
    digit_path,
    palm_path,
    point,
    spreading,
    stem,
)
from massage_guide.stage.hand_sheet import Sheet, Skin, Sprite, line_width, with_alpha

_Mode = QPainter.CompositionMode
_SHADOW = QColor("#1c1009")


class HandDrawing:
    """Draws one posed hand, part by part, from the back to the front."""

    def __init__(
        self, bones: Skeleton, skin: Skin, zoom: float, mirrored: bool, size: float = 1.0
    ) -> None:
        self._bones, self._skin = bones, palmar(skin, bones.inner)
        # A palm lies as the other hand's back does.
        mirrored = mirrored != bool(bones.inner)
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

    def shape(self, whole: bool, wider: float) -> Sprite:
        """The dark shape of the whole hand, or of what stays in front of what is held; units."""
        edge = palm_path(self._bones, knuckled=0.0 if whole else 1.0)
        paths = [edge, *(self._paths if whole else self._paths[4:])]
        sheet = self._sheet(paths)
        painter = sheet.painter()
        painter.setPen(QPen(_SHADOW, 2 * (self._pen + wider)))
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
            if self._bones.inner:
                folds(part, finger, self._skin)
            else:
                creases(part, finger, 1, self._skin)
                creases(part, finger, 2, self._skin)
            nail(part, finger, 1.0, self._skin)
            self._outline(part, self._paths[number])
            if fade and not _bends_back(finger):
                more = spreading(self._bones)
                low, high = -0.12 + 0.34 * more, 0.3 + 0.2 * more
                self._fade(part, finger.joints[0], finger.joints[1], low, high)
            sheet.lay(part)

    def _thumb(self, sheet: Sheet) -> None:
        thumb, line = self._digits[4]
        part = self._part(self._paths[4], 0.95, line)
        self._slope(part, thumb)
        if self._bones.inner:
            folds(part, thumb, self._skin)
        else:
            creases(part, thumb, 2, self._skin)
        nail(part, thumb, 1.06, self._skin)
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
        if bones.inner:
            mounds(painter, bones, self._skin, self._light)
            lines(painter, bones, self._skin)
        else:
            for finger in bones.fingers:
                knuckle(painter, bones, finger, self._skin, self._light)
        painter.end()
        self._outline(part, path)
        self._fade(part, 4.5j, 0j, 0.0, 1.0)
        sheet.lay(part)

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
            seen = -facing.out.z if self._bones.inner else facing.out.z
            dark = 0.62 * (1 - max(0.0, seen)) ** 1.2
            ramp.setColorAt(max(0.0, min(1.0, share)), with_alpha(self._skin.shade, dark))
        painter = part.painter()
        painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        painter.fillRect(part.everything, ramp)
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


def _bends_back(finger: Finger) -> bool:
    """Whether its tip is seen nearer to its root than its first bone reaches: it is curled in."""
    root, knuckle = finger.joints[:2]
    along = knuckle - root
    tip = finger.joints[-1] - root
    return (tip * along.conjugate()).real < 1.2 * abs(along) ** 2
