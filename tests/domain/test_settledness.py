"""How settled: five things a parent can see."""

from __future__ import annotations

import pytest

from massage_guide.domain.settledness import (
    BabyState,
    Settledness,
    goes_with,
    states_for,
)


def test_five_points_each_with_a_word_and_something_to_see() -> None:
    assert [each.value for each in Settledness] == [1, 2, 3, 4, 5]
    assert [each.label for each in Settledness] == [
        "Crying",
        "Fretful",
        "Wriggly",
        "Calm",
        "At ease",
    ]
    assert all(each.seen.endswith(".") and len(each.seen) < 90 for each in Settledness)


@pytest.mark.parametrize("value", list(Settledness))
def test_the_second_tap_may_always_stay_blank(value: Settledness) -> None:
    assert goes_with(value, None)


def test_nobody_cries_or_frets_while_asleep() -> None:
    impossible = [
        (value, state)
        for value in Settledness
        for state in BabyState
        if not goes_with(value, state)
    ]
    assert impossible == [
        (Settledness.CRYING, BabyState.ASLEEP),
        (Settledness.FRETFUL, BabyState.ASLEEP),
    ]
    assert BabyState.ASLEEP not in states_for(Settledness.CRYING)
