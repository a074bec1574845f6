"""What shows on the inside of a hand: a paler skin, soft mounds, and the lines of the palm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient

from massage_guide.stage.hand_model import Finger, Skeleton
from massage_guide.stage.hand_shapes import WEB, open_line, point
from massage_guide.stage.hand_sheet import Sheet, Skin, mixed, with_alpha

_Mode = QPainter.CompositionMode
_PALE = 0.55
"""How much of the nail's colour, which is skin without its brown, there is in a palm."""
_SWELLS = ((0.62, 0.40, 5.6, 0.8), (-0.66, 0.42, 4.6, 0.55))
"""The balls of the thumb and of the little finger: aside, up, radius in units, strength."""
_PADS = 2.3
"""Radius of the pad below each finger, units."""


def palmar(skin: Skin, inner: float) -> Skin:
    """The skin of a hand whose palm is seen: paler and rosier, most so on dark hands."""
    share = min(1.0, 2.5 * inner) * _PALE
    if not share:
        return skin
    base = mixed(skin.base, skin.nail, share)
    return Skin(
        mixed(skin.light, skin.nail.lighter(108), share),
        base,
        mixed(skin.shade, base, share * 0.55),
        mixed(skin.line, base, share * 0.25),
        skin.nail,
        skin.edge,
    )


def mounds(painter: QPainter, bones: Skeleton, skin: Skin, light: complex) -> None:
    """The balls of the thumb and the little finger, the hollow between, a pad below each finger."""
    painter.setPen(Qt.PenStyle.NoPen)
    wrist = (bones.wrist[0] + bones.wrist[1]) / 2
    up, aside = bones.palm - wrist, (bones.wrist[0] - bones.wrist[1]) / 2
    _spot(painter, wrist + up * 1.02, 4.2, skin.shade, 0.42)
    for across, along, radius, strength in _SWELLS:
        at = wrist + aside * across + up * along
        _spot(painter, at - light * 0.8, radius, skin.shade, 0.18)
        _spot(painter, at + light * 1.1, radius, skin.light, strength)
    for finger in bones.fingers:
        at = finger.joints[0] + (bones.palm - finger.joints[0]) * 0.1
        _spot(painter, at - light * 0.7, _PADS, skin.shade, 0.26)
        _spot(painter, at + light * 0.4, _PADS, skin.light, 0.6)


def lines(painter: QPainter, bones: Skeleton, skin: Skin) -> None:
    """The three lines of a palm, and the folds at the wrist."""
    index, middle, ring, little = (finger.joints[0] for finger in bones.fingers)
    wrist = (bones.wrist[0] + bones.wrist[1]) / 2
    edge = little + (little - ring) * 0.42
    web = index + (index - middle) * 0.42 + (wrist - index) * 0.14
    down = (wrist - bones.palm) * 0.1
    heart = [edge + down * 2.6, ring + down * 3.4, middle + down * 2.6, (index + middle) / 2 - down]
    head = [web, middle + down * 5.6, ring + down * 8.2, little + down * 10.5]
    deep = bones.palm + (middle - index) * 0.1
    life = [web, index * 0.5 + deep * 0.5, deep * 0.85 + wrist * 0.15, wrist * 0.72 + index * 0.14]
    for places, strength in ((heart, 0.42), (head, 0.34), (life, 0.5)):
        _line(painter, places, skin, strength)


def folds(part: Sheet, finger: Finger, skin: Skin) -> None:
    """The folds where a finger bends, right across it, and the soft pads between them."""
    painter = part.painter()
    painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
    painter.setPen(Qt.PenStyle.NoPen)
    for bone in range(3):
        start, end = finger.joints[bone : bone + 2]
        share = 0.62 if bone < 2 else 0.75
        _spot(painter, start + (end - start) * share, finger.radii[bone + 1] * 1.2, skin.light, 0.5)
    bases = ((0, WEB + 0.06), (1, 0.0), (2, 0.0))
    for bone, share in bases:
        start, end = finger.joints[bone : bone + 2]
        way = end - start
        if abs(way) < 0.6:
            continue
        on = way / abs(way)
        wide = finger.radii[bone] * 0.82
        at = start + way * share
        fold = [at - on * 1j * wide + on * 0.16, at - on * 0.18, at + on * 1j * wide + on * 0.16]
        _line(painter, fold, skin, 0.5)
        if bone == 1:
            _line(painter, [place + on * 0.62 for place in fold], skin, 0.3)
    painter.end()


def _spot(painter: QPainter, at: complex, radius: float, colour: QColor, strength: float) -> None:
    spot = QRadialGradient(point(at), radius)
    spot.setColorAt(0, with_alpha(colour, strength))
    spot.setColorAt(0.5, with_alpha(colour, strength * 0.55))
    spot.setColorAt(1, with_alpha(colour, 0))
    painter.setBrush(spot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(point(at), radius, radius)


def _line(painter: QPainter, places: Sequence[complex], skin: Skin, strength: float) -> None:
    """A fold: a fine line in a soft dip."""
    path = open_line(places)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, alpha, width in (
        (skin.shade, 0.22 * strength, 0.9),
        (skin.shade, 0.4 * strength, 0.5),
        (skin.line, strength, 0.19),
    ):
        pen = QPen(with_alpha(colour, alpha), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
