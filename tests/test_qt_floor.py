"""The Qt below us: faults that have cost us a crash, watched for at every run."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage, QPainter


def test_painting_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one at every void call, and aborted within seconds."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    color = QColor("white")
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        painter.fillRect(0, 0, 8, 8, color)
    lost = before - sys.getrefcount(None)
    painter.end()

    assert lost < 100
