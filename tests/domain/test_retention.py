"""Which dated copies stay: close together lately, farther apart the older they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from massage_guide.domain.retention import kept

NOON = datetime(2026, 11, 22, 12, 0)


def test_a_copy_a_day_for_two_years_leaves_days_weeks_and_months() -> None:
    every = [NOON - timedelta(days=days) for days in range(730)]
    stay = sorted(kept(every), reverse=True)
    assert stay[:7] == every[:7]
    assert len(stay) <= 7 + 5 + 12
    assert NOON - stay[-1] > timedelta(days=300)
    gaps = [later - earlier for later, earlier in pairwise(stay)]
    assert max(gaps) <= timedelta(days=31)


def test_pruned_every_day_the_same_stay() -> None:
    stay: frozenset[datetime] = frozenset()
    for days in range(400):
        stay = kept({*stay, NOON + timedelta(days=days)})
    assert min(stay) < NOON + timedelta(days=400 - 300)


def test_of_one_day_the_newest_stays() -> None:
    morning = NOON.replace(hour=8)
    assert kept([morning, NOON]) == {NOON}


def test_a_laptop_that_lay_in_a_drawer_loses_nothing() -> None:
    long_ago = {NOON - timedelta(days=900 + days) for days in range(5)}
    assert long_ago <= kept({*long_ago, NOON})
