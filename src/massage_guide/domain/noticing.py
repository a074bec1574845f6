"""Noticing: what a parent noticed at one massage, and what was written down in own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Noticed:
    """One massage at which something was noticed."""

    session: UUID
    when: datetime
    """When it began, in the time of that day and place."""
    title: str
    """Of the routine."""
    moments: tuple[str, ...]
    note: str
    """The parent's own words; empty for none."""


def by_month(kept: Iterable[Noticed]) -> Iterator[tuple[date, tuple[Noticed, ...]]]:
    """Each month that has something, in the order given, by its first day."""
    for first, these in groupby(kept, key=lambda one: one.when.date().replace(day=1)):
        yield first, tuple(these)
