"""A routine: the steps of one massage, as its author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from massage_guide.domain.stroke import Position, Stroke

FORMAT = 1
"""The newest routine format this program reads."""


class SidePlan(StrEnum):
    """The baby's side of a step; `each` makes two steps, left then right."""

    LEFT = "left"
    RIGHT = "right"
    EACH = "each"


class Oil(StrEnum):
    """Whether oil is used."""

    NONE = "none"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Step:
    """One `[[step]]`: a stroke, or a rest [rules 1]."""

    stroke: str = ""
    """Stroke id; empty for a rest."""
    rest: float = 0.0
    """Seconds of stillness; 0 for a stroke."""
    side: SidePlan | None = None
    repeats: int | None = None
    """None means the stroke's own."""
    seconds: float | None = None
    """Seconds a repeat, instead of the stroke's own."""
    place: str = ""
    optional: bool = False
    swap: str = ""
    """Stroke offered instead."""
    say: str = ""
    """Announce, instead of the stroke's own."""
    note: str = ""
    """For the presenter."""


@dataclass(frozen=True, slots=True)
class Block:
    """A `[[block]]`: steps played together, a side or a round at a time."""

    steps: tuple[Step, ...]
    side: SidePlan | None = None
    repeats: int = 1


@dataclass(frozen=True, slots=True)
class Prelude:
    """What comes before the first step."""

    breathing_seconds: float = 0.0
    ask: bool = True


@dataclass(frozen=True, slots=True)
class Routine:
    """One routine file."""

    id: str
    version: str
    title: str
    purpose: str
    language: str
    licence: str
    authors: tuple[str, ...]
    from_weeks: int
    """Youngest corrected age, weeks."""
    positions: tuple[Position, ...]
    oil: Oil
    entries: tuple[Step | Block, ...]
    sources: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()
    when: str = ""
    """In words, when it suits."""
    prelude: Prelude = field(default_factory=Prelude)
    class_week: int | None = None
    strokes: Mapping[str, Stroke] = field(default_factory=dict)
    """Strokes that the file brings along."""
    digest: str = ""
    """SHA-256 of the file's text, hexadecimal."""

    def steps(self) -> Iterator[Step]:
        """Every written step, blocks opened but not multiplied."""
        for entry in self.entries:
            yield from entry.steps if isinstance(entry, Block) else (entry,)
