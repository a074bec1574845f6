"""Talk: how much a voice says during a massage."""

from __future__ import annotations

from enum import StrEnum


class Talk(StrEnum):
    """How much is said; chimes and captions stay at every amount."""

    FULL = "full"
    NAMES = "names"
    CHIMES = "chimes"
