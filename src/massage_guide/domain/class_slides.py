"""Slides: what a class may see in place of the picture; nothing of a family is ever on one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.tone import Tone


class SlideKind(StrEnum):
    """What a slide looks like."""

    BLACK = "black"
    TITLE = "title"
    """What today is about."""
    TALK = "talk"
    HOLDING = "holding"
    CUE_CARD = "cue-card"
    BREATHING = "breathing"
    TEST = "test-pattern"


@dataclass(frozen=True, slots=True)
class Signs:
    """One column of the cue card."""

    title: str
    tone: Tone
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide."""

    kind: SlideKind
    title: str = ""
    over: str = ""
    """A few words above the title."""
    lines: tuple[str, ...] = ()
    columns: tuple[Signs, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All that it says."""
        signs = tuple(word for one in self.columns for word in (one.title, *one.signs))
        return tuple(word for word in (self.over, self.title, *self.lines, *signs) if word)


BLACK = Slide(SlideKind.BLACK)
