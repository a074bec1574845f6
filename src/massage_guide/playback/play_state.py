"""What a player is doing, as one word."""

from __future__ import annotations

from enum import StrEnum

FOR_BABY = "baby"
"""Why it rests, when a parent saw that the baby needs a moment."""


class PlayState(StrEnum):
    """What the player is doing."""

    READY = "ready"
    PLAYING = "playing"
    RESTING = "resting"
    OVER = "over"
