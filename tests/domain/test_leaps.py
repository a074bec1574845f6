"""Next, again and back in the middle of a stroke: the hands come over, they never jump."""

from __future__ import annotations

import pytest

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.picture import Picture
from massage_guide.domain.played import played_steps
from massage_guide.domain.playhead import Playhead
from massage_guide.domain.timeline import Timeline
from tests.domain.test_choreography import hand_jumps, joint_jumps, same_drawing, view_jumps
from tests.shipped import LIBRARY

FRAMES = 40
"""Looks a second: a hurried hand may lift a little quicker than in an undisturbed massage."""

ROUTINE = next(routine for routine in LIBRARY.routines if routine.id == "wind-and-tummy")


class Showing:
    """A massage and its picture, looked at forty times a second."""

    def __init__(self) -> None:
        steps = played_steps(ROUTINE, LIBRARY.strokes)
        self.head = Playhead(Timeline(ROUTINE, steps))
        self.choreography = Choreography(LIBRARY.figures)
        self.shown = self.picture()

    def picture(self) -> Picture:
        return self.choreography.picture(self.head.moment)

    def play(self, seconds: float) -> None:
        for _ in range(round(seconds * FRAMES)):
            self.head.advance(1 / FRAMES)
            self.look()

    def look(self) -> None:
        now = self.picture()
        if same_drawing(self.shown, now):
            figure = LIBRARY.figures[now.figure]
            found = [*hand_jumps(self.shown, now, figure), *joint_jumps(self.shown, now, figure)]
            found += view_jumps(self.shown, now)
            # a hand told to turn back in mid-air may close its fingers at once; it never jumps
            assert not [jump for jump in found if "form" not in jump]
        self.shown = now

    def go(self, where: str) -> None:
        step = self.head.moment.step
        assert step is not None
        timeline = self.head.timeline
        row = {
            "next": timeline.lead_of(step.number + 1),
            "again": timeline.row_of(step.number),
            "back": timeline.lead_of(max(step.number - 1, 1)),
        }[where]
        self.head.leap(row.start)
        self.look()


@pytest.mark.parametrize("seconds", [31.0, 47.0, 70.0, 88.0])
@pytest.mark.parametrize("where", ["next", "again", "back"])
def test_hands_come_over_softly_wherever_the_massage_goes(seconds: float, where: str) -> None:
    showing = Showing()
    showing.play(seconds)
    showing.go(where)
    showing.play(6.0)


def test_a_hand_turned_back_on_its_way_does_not_jump() -> None:
    showing = Showing()
    showing.play(31.0)
    showing.go("next")
    showing.play(3.0)
    showing.go("again")
    showing.play(6.0)


@pytest.mark.parametrize("seconds", [0.9, 1.8, 2.4, 2.6, 3.1, 4.2])
@pytest.mark.parametrize("where", ["next", "again", "back"])
def test_a_view_that_is_changing_turns_back_without_a_jump(seconds: float, where: str) -> None:
    showing = Showing()
    timeline = showing.head.timeline
    legs = next(s for s in timeline.steps if s.stroke and s.stroke.id == "knees-to-tummy")
    showing.head.stand(timeline.lead_of(legs.number).start)
    showing.shown = showing.picture()
    showing.play(seconds)
    showing.go(where)
    showing.play(1.1)
    showing.go("next")
    showing.play(6.0)
