"""Rehearsing: a stroke is painted unseen before it begins, so that its drawings are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from massage_guide.domain.picture import Picture
from massage_guide.stage.scene import Scene


def getting_ready(
    scene: Scene, before: Picture | None, coming: Iterator[Picture], rect: QRect, ratio: float
) -> Iterator[None]:
    """Make what a step needs, in small pieces, so that no frame waits for it.

    `before` is what is shown until then, and `coming` the step from its beginning on.
    """
    first = next(coming, None)
    if first is None:
        return
    yield from scene.preparing(_from(before, first), rect, ratio)
    # a bit a pixel, and none of them is painted: only the drawings remain
    sheet = QImage(rect.size() * ratio, QImage.Format.Format_Mono)
    sheet.setDevicePixelRatio(ratio)
    for picture in coming:
        with QPainter(sheet) as painter:
            painter.setClipRect(QRect())
            scene.paint(painter, picture, rect)
        yield


def _from(before: Picture | None, coming: Picture) -> Picture:
    """The coming picture, its hands still about to change from the shapes they have."""
    if before is None or before.figure is not coming.figure:
        return coming
    was = {hand.side: hand.shape for hand in before.hands}
    hands = (replace(hand, was=was.get(hand.side, hand.shape)) for hand in coming.hands)
    return replace(coming, hands=tuple(hands))
