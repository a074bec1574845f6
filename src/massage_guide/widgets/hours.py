"""Hours: a time of day as the language of this computer writes it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime


def clock_time(hour: int, minute: int) -> str:
    """Say "18:30", or "6:30 PM"."""
    return QLocale().toString(QTime(hour, minute), QLocale.FormatType.ShortFormat)
