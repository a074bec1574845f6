"""Tapping along: how late headphones play is found by hands that are not quite steady."""

from __future__ import annotations

import random

import pytest

from massage_guide.domain.tapping import EVERY, TAPS, Tapping


def tapped(late: float, jitter: float = 0.03, slips: int = 0, seed: int = 4) -> Tapping:
    hand = random.Random(seed)
    tapping = Tapping()
    for number in range(TAPS):
        at = 100.0 + number * EVERY
        tapping.chime(at)
        slip = 0.35 if number < slips else 0.0
        tapping.tap(at + late + hand.uniform(-jitter, jitter) + slip)
    return tapping


@pytest.mark.parametrize("late", [-0.06, 0.0, 0.18, 0.32])
def test_eight_taps_tell_how_late_it_plays(late: float) -> None:
    for seed in range(20):
        tapping = tapped(late, seed=seed)
        assert tapping.is_done
        assert abs(tapping.offset_ms - late * 1000) <= 25


def test_three_slips_do_no_harm() -> None:
    assert abs(tapped(0.18, slips=3).offset_ms - 180) <= 35


def test_a_tap_without_a_chime_of_its_own_tells_nothing_and_a_ninth_changes_nothing() -> None:
    tapping = Tapping()
    tapping.tap(99.0)
    tapping.chime(100.0)
    tapping.tap(99.2)
    assert tapping.count == 0 and not tapping.is_done and tapping.offset_ms == 0
    for _ in range(TAPS):
        tapping.tap(100.18)
    tapping.tap(101.0)
    assert tapping.count == TAPS and tapping.offset_ms == 180


def test_no_answer_is_beyond_what_can_be_kept() -> None:
    assert tapped(0.9).offset_ms == 500
    assert tapped(-0.35, jitter=0.0).offset_ms == -100
