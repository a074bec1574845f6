"""Offers: what Home is given to show, and what it cannot."""

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
