"""Finding: which routines fit what a parent wishes for just now."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Position, Region

LENGTHS = (5, 10, 30)
"""Minutes that a parent may have."""


class Part(StrEnum):
    """A part of the body, as a parent asks for it."""

    LEGS = "legs"
    TUMMY = "tummy"
    CHEST = "chest"
    ARMS = "arms"
    FACE = "face"
    BACK = "back"
    HOLDING = "holding"
    """No part: hands that rest, and nothing that moves."""


class Lie(StrEnum):
    """How the baby lies or is held, as a parent asks for it."""

    BACK = "back"
    TUMMY = "tummy"
    HELD = "held"


_PARTS = {
    Region.LEGS: Part.LEGS,
    Region.FEET: Part.LEGS,
    Region.HIPS: Part.LEGS,
    Region.TUMMY: Part.TUMMY,
    Region.CHEST: Part.CHEST,
    Region.ARMS: Part.ARMS,
    Region.HANDS: Part.ARMS,
    Region.FACE: Part.FACE,
    Region.HEAD: Part.FACE,
    Region.BACK: Part.BACK,
}
_LIES = {
    Position.ON_BACK: Lie.BACK,
    Position.ON_TUMMY: Lie.TUMMY,
    Position.LAP: Lie.HELD,
    Position.HELD: Lie.HELD,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be asked of a routine."""

    words: str
    """Its title, its purpose and the names of its strokes, plain."""
    minutes: int
    """Whole minutes at pace 1, as its card says."""
    parts: frozenset[Part]
    lies: frozenset[Lie]
    week: int | None
    """Of the five-week class."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a parent asks for; what is left open fits everything."""

    words: str = ""
    minutes: int | None = None
    """At most so many."""
    part: Part | None = None
    lie: Lie | None = None
    week: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for."""
        return not plain(self.words) and self == Wish(self.words)


def facts_of(routine: Routine, steps: Iterable[PlayedStep], minutes: int) -> Facts:
    """Tell what a routine and its steps are about; `minutes` is what its card says."""
    played = [step.stroke for step in steps if step.stroke]
    moving = [stroke for stroke in played if not stroke.motion.is_still]
    parts = {_PARTS[stroke.region] for stroke in moving if stroke.region in _PARTS}
    names = [name for stroke in played for name in (stroke.name, *stroke.class_names)]
    return Facts(
        words=plain("\n".join((routine.title, routine.purpose, *dict.fromkeys(names)))),
        minutes=minutes,
        parts=frozenset(parts if moving else {Part.HOLDING}),
        lies=frozenset(_LIES[position] for position in routine.positions if position in _LIES),
        week=routine.class_week,
    )


def fits(facts: Facts, wish: Wish) -> bool:
    """Tell whether a routine is what was asked for, in everything that was."""
    return (
        all(word in facts.words for word in plain(wish.words).split())
        and (wish.minutes is None or facts.minutes <= wish.minutes)
        and (wish.part is None or wish.part in facts.parts)
        and (wish.lie is None or wish.lie in facts.lies)
        and (wish.week is None or wish.week == facts.week)
    )


def plain(text: str) -> str:
    """Words without capitals, accents and the bend of an apostrophe, as they may be typed."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
