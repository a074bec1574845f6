"""What shows on the back of a hand: knuckles, folds of skin and nails."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from massage_guide.stage.hand_model import Facing, Finger, Skeleton
from massage_guide.stage.hand_shapes import open_line, point
from massage_guide.stage.hand_sheet import Sheet, Skin, with_alpha

_Mode = QPainter.CompositionMode


def knuckle(painter: QPainter, bones: Skeleton, finger: Finger, skin: Skin, light: complex) -> None:
    """A knuckle of the back of the hand, with the tendon that comes to it."""
    at = finger.joints[0]
    wrist = bones.wrist
    root = (wrist[0] + wrist[1]) / 2 + (at - bones.palm).real * 0.35
    way = at - root
    # The tendon: a soft pale line towards the wrist.
    end = at - way * 0.62
    run = QLinearGradient(point(at), point(end))
    run.setColorAt(0, with_alpha(skin.light, 0.16))
    run.setColorAt(1, with_alpha(skin.light, 0))
    for width in (0.5, 1.0, 1.5):
        painter.setPen(QPen(run, width))
        painter.drawLine(point(at), point(end))
    painter.setPen(Qt.PenStyle.NoPen)
    for place, radius, colour, alpha in (
        (at - light * 1.1, 2.1, skin.shade, 0.34),
        (at + light * 0.5, 1.8, skin.light, 0.75),
    ):
        spot = QRadialGradient(point(place), radius)
        spot.setColorAt(0, with_alpha(colour, alpha))
        spot.setColorAt(1, with_alpha(colour, 0))
        painter.setBrush(spot)
        painter.drawEllipse(point(place), radius, radius)


def creases(part: Sheet, finger: Finger, joint: int, skin: Skin) -> None:
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
    spot.setColorAt(0, with_alpha(skin.shade, 0.2))
    spot.setColorAt(1, with_alpha(skin.shade, 0))
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
        pen = QPen(with_alpha(skin.line, 0.3 * min(1.0, seen * 1.3)), 0.17)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(fold, pen)
    painter.end()


def nail(part: Sheet, finger: Finger, wide: float, skin: Skin) -> None:
    """The nail on the last bone, as far as the eye sees that side."""
    bone = 2
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
    painter.strokePath(shape, QPen(with_alpha(skin.line, 0.45), 0.26))
    light = QLinearGradient(QPointF(0, -0.9), QPointF(0, 1))
    light.setColorAt(0, skin.nail)
    light.setColorAt(0.75, skin.nail.lighter(104))
    light.setColorAt(1, skin.nail.lighter(112))
    painter.fillPath(shape, light)
    painter.setPen(QPen(with_alpha(skin.nail.lighter(130), 0.6), 0.2, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(-0.3, -0.3), QPointF(-0.32, 0.45))
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
