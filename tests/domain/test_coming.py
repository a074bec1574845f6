"""What is coming: the playhead tells it ahead, and then it comes at just that time."""

from __future__ import annotations

import pytest

from massage_guide.domain.cues import Cue
from massage_guide.domain.playhead import Playhead
from tests.doubles import a_massage

TICK = 0.01


def came(head: Playhead, seconds: float) -> list[tuple[Cue, float]]:
    """The cues that really come, and when, to the hundredth of a second."""
    found = []
    for tick in range(round(seconds / TICK)):
        found += [(one, (tick + 1) * TICK) for one in head.advance(TICK) if isinstance(one, Cue)]
    return found


def standing_at(
    seconds: float, pace: float, *, hold: bool = False, let_go: bool = False
) -> Playhead:
    head = Playhead(a_massage("resting", "gliding", "legs:each", "rest:6", "gliding"))
    head.pace, head.hold = pace, hold
    head.advance(seconds)
    if let_go:
        head.hold = False
    return head


@pytest.mark.parametrize("pace", [0.5, 1.0, 1.25])
def test_what_is_told_ahead_comes_when_it_was_told(pace: float) -> None:
    for begin in (0.0, 20.3, 26.0, 57.7, 70.05, 90.0):
        ahead = standing_at(begin, pace).coming(29.995)
        after = came(standing_at(begin, pace), 29.99)
        assert len(after) > 1
        assert [cue for cue, _ in ahead] == [cue for cue, _ in after]
        assert [due for _, due in ahead] == pytest.approx([at for _, at in after], abs=1.1 * TICK)


def test_what_will_come_once_hold_is_let_go_is_told_too() -> None:
    for begin in (40.0, 100.0, 173.3):
        assert standing_at(begin, 1.0, hold=True).coming(60.0) == []
        ahead = standing_at(begin, 1.0, hold=True, let_go=True).coming(29.995)
        after = came(standing_at(begin, 1.0, hold=True, let_go=True), 29.99)
        assert after and [cue for cue, _ in ahead] == [cue for cue, _ in after]
        assert [due for _, due in ahead] == pytest.approx([at for _, at in after], abs=1.1 * TICK)


def test_looking_ahead_changes_nothing() -> None:
    head, other = standing_at(19.0, 1.0), standing_at(19.0, 1.0)
    for _ in range(50):
        head.coming(20.0)
        assert head.advance(0.3) == other.advance(0.3)
        assert head.moment == other.moment
