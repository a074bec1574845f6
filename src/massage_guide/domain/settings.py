"""Settings: what a person chose, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The colours of the whole program."""

    LIGHT = "light"
    EVENING = "evening"
    PROJECTOR = "projector"


class TextSize(StrEnum):
    """How large words are."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def factor(self) -> float:
        """How many times the usual size."""
        return {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.25, TextSize.LARGEST: 1.5}[self]


TONES = range(1, 11)
"""The skin tones of pictures, from the lightest; the ten of the Monk Skin Tone scale."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice, with what holds until it is made."""

    theme: Theme = Theme.LIGHT
    text_size: TextSize = TextSize.NORMAL
    left_handed: bool = False
    """Swaps which hand does which job, and leaves every path alone [domain.md 1.1]."""
    reduced_motion: bool = False
    captions: bool = True
    country: str = ""
    """Code of the country whose help lines are shown, such as UK; empty when not chosen."""
    baby: str = ""
    """Uuid of the baby chosen last; empty for none."""
    baby_tone: int = 5
    """Skin of the drawn baby, one of TONES."""
    hand_tone: int = 6
    """Skin of the drawn hands, one of TONES."""
    hair: bool = True
    """Whether the drawn baby has hair."""
    welcome_seen: bool = False
