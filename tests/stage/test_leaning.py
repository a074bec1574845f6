"""An arm that is leant in bands lies at the very angle, without a gap."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from massage_guide.stage.leaning import Band, Lie, bands

ROUGHLY = math.radians(1.0)


def length_and_side(lie: Lie, far: float) -> tuple[float, float]:
    """Where the point of an arm `far` from its wrist is: along its longer way, and beside it."""
    x, y = -math.sin(lie.angle) * lie.scale * far, math.cos(lie.angle) * lie.scale * far
    return (y, x) if lie.is_steep else (x, y)


@pytest.mark.parametrize("angle", [0.0, 0.4, -0.7, 1.3, -1.5, 2.9])
@pytest.mark.parametrize("off", [-ROUGHLY, 0.3 * ROUGHLY, ROUGHLY])
def test_every_row_comes_to_lie_within_a_pixel_of_its_place(angle: float, off: float) -> None:
    kept, wanted = Lie(angle, 10.0), Lie(angle + off, 10.06)
    end = round(length_and_side(kept, 80.0)[0])
    laid = list(bands(kept, wanted, min(0, end), max(0, end)))
    for far in range(5, 76, 5):
        row, column = length_and_side(kept, far)
        new_row, new_column = length_and_side(wanted, far)
        band = next(band for band in laid if band.begin <= new_row < band.end)
        assert abs(row + band.along - new_row) <= 1.0
        assert abs(column + band.aside / 2 - new_column) <= 0.5


def test_bands_follow_each_other_without_a_gap_and_few_are_needed() -> None:
    laid = list(bands(Lie(0.2, 10.0), Lie(0.2 + ROUGHLY, 10.0), -60, 800))
    assert all(one.end == other.begin for one, other in pairwise(laid))
    assert 10 < len(laid) < 40
    assert list(bands(Lie(0.2, 10.0), Lie(0.2, 10.0), 0, 800)) == [Band(1, 799, 0, 0)]
