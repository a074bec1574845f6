"""How sound is counted here: 48,000 stereo frames a second."""

from __future__ import annotations

RATE = 48_000
"""Frames a second."""
CHANNELS = 2


def frames(seconds: float) -> int:
    """So many seconds as whole frames."""
    return round(seconds * RATE)
