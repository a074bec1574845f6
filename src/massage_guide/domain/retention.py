"""Retention: which dated copies stay, so that recent days are close and older ones thin out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS = 7
WEEKS = 5
MONTHS = 12


def kept(taken: Iterable[datetime]) -> frozenset[datetime]:
    """The newest of each of the last days, weeks and months that have any copy.

    They count from copy to copy, not from today: a laptop that lay unused for a
    year loses nothing by being opened.
    """
    newest_first = sorted(taken, reverse=True)
    return frozenset(
        (
            *_newest_of(newest_first, lambda at: (at.date(),), DAYS),
            *_newest_of(newest_first, lambda at: at.isocalendar()[:2], WEEKS),
            *_newest_of(newest_first, lambda at: (at.year, at.month), MONTHS),
        )
    )


def _newest_of(
    newest_first: Iterable[datetime], period: Callable[[datetime], tuple[object, ...]], many: int
) -> Iterable[datetime]:
    first: dict[tuple[object, ...], datetime] = {}
    for at in newest_first:
        first.setdefault(period(at), at)
    return list(first.values())[:many]
