"""Offers: what Home and the course are given to show, and what they cannot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoutineOffer:
    """A routine as Home offers it."""

    id: str
    title: str
    minutes: int
    """Whole minutes at pace 1, rounded."""
    purpose: str
    from_weeks: int
    """Youngest corrected age, weeks."""


@dataclass(frozen=True, slots=True)
class BrokenRoutine:
    """A routine file that cannot be read, and why."""

    name: str
    """Of the file."""
    reason: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class StrokeOffer:
    """A stroke as the course offers it."""

    id: str
    name: str
    line: str
    """What to do, in one line."""
    from_weeks: int
    """Youngest corrected age, weeks."""
    later: bool
    """Whether the baby is too young for it."""
    met: bool
    """Whether it was done at least once."""
