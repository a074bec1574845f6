"""What a player is doing, as one word."""

from __future__ import annotations

from enum import StrEnum


class PlayState(StrEnum):
    """What the player is doing."""

    READY = "ready"
    PLAYING = "playing"
    RESTING = "resting"
    OVER = "over"
