"""A cue: words or a chime that belong to one instant of the timeline."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.figure import Side

WORDS_A_SECOND = 2.0
"""Pace of speech where no voice says otherwise [rules 8]."""
NEARLY_FROM = 12.0
"""Shortest step that says what comes next, seconds [rules 8]."""
NEARLY_BEFORE_END = 1.5
"""Silence left between `nearly` and the end of its step, seconds."""


class CueKind(StrEnum):
    """What a cue is for."""

    BREATHE = "breathe"
    ASK = "ask"
    ANNOUNCE = "announce"
    CHANGE_SIDE = "change-side"
    HOW = "how"
    REPEAT = "repeat"
    NEARLY = "nearly"
    REST = "rest"
    FILLER = "filler"
    PRAISE = "praise"
    CLOSING = "closing"

    @property
    def is_spoken(self) -> bool:
        """Whether it is said; the others are seen, or sound as a chime."""
        return self not in (CueKind.CHANGE_SIDE, CueKind.REPEAT)


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue, with its caption."""

    start: float
    """Timeline seconds at pace 1."""
    length: float
    """Seconds of speech; the same at every pace."""
    kind: CueKind
    text: str
    row: str
    """Kind of the row it falls in: breathing, ask, pause, stroke or rest."""
    step: int | None = None
    """Number of the played step, from 1."""
    stroke: str | None = None
    side: Side | None = None
    repeat: int | None = None
    """From 1; None outside a stroke."""


Lengths = Callable[[str], float]
"""How long it takes to say a text, seconds."""


def speech_seconds(text: str) -> float:
    """How long it takes to say a text that no voice has said yet, to the half second above."""
    return math.ceil(len(text.split()) / WORDS_A_SECOND * 2) / 2


@dataclass(frozen=True, slots=True)
class StandingWords:
    """Words that belong to no stroke."""

    breathe: str = "Drop your shoulders. Breathe in through your nose, and out slowly."
    ask: str = "Rub your hands where your baby can hear. Show them, and wait."
    other_side: str = "Now baby’s {side} side."
    rest: str = "Rest. Let your hands lie still."
    soon_rest: str = "Soon, a little rest."
    closing: str = "That was lovely. Thank your baby in your own words."
    praise: tuple[str, ...] = (
        "You noticed, and you stopped. That is listening.",
        "Pause a little. Take all the time you both need.",
        "Stay close. There is no hurry.",
    )
    """Said in turn, when the parent rests for the baby."""
    kind: tuple[str, ...] = (
        "No hurry at all.",
        "Let your shoulders drop.",
        "Slow hands, warm hands.",
        "Watch your baby’s face.",
        "Breathe out slowly.",
    )
    """Said in turn, where a parent wants no long silence."""
    sample: str = "Hello. This is how I sound, slow and close by."
    """Said in Settings, to choose a voice by."""

    def all(self) -> Iterator[str]:
        """Every text, for both sides."""
        yield from (self.breathe, self.ask, self.rest, self.soon_rest, self.closing, self.sample)
        yield from self.praise
        yield from self.kind
