"""Talk: how much is said in a massage, and in what words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from massage_guide.domain.cues import CueKind, Lengths, StandingWords, speech_seconds


class Talk(StrEnum):
    """How much a parent wants to be told; captions show all of it in any case."""

    FULL = "full"
    NAMES = "names"
    CHIMES = "chimes"

    def speaks(self, kind: CueKind) -> bool:
        """Whether a voice says cues of this kind."""
        if self is Talk.FULL:
            return kind.is_spoken
        return self is Talk.NAMES and kind in _NAMES


_NAMES = frozenset({CueKind.BREATHE, CueKind.ASK, CueKind.ANNOUNCE, CueKind.REST, CueKind.FILLER})
"""What tells where one is. A filler is there only where a parent asked for it."""


@dataclass(frozen=True, slots=True)
class Narration:
    """What a timeline has to know of the voice that will tell it."""

    words: StandingWords = field(default_factory=StandingWords)
    lengths: Lengths = speech_seconds
    talk: Talk = Talk.FULL
    longest_silence: float = 0.0
    """Seconds without a word after which something gentle is said; 0 lets silence be."""
