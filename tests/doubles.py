"""Doubles: clocks that tests turn by hand, and a tiny massage to play."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from massage_guide.domain.figure import FigureName, Point
from massage_guide.domain.picture import HandShape
from massage_guide.domain.played import played_steps
from massage_guide.domain.routine import Oil, Prelude, Routine, SidePlan, Step
from massage_guide.domain.stroke import (
    DirectionRule,
    Hand,
    Motion,
    PathPoint,
    Position,
    Region,
    Role,
    Say,
    Sides,
    Stroke,
)
from massage_guide.domain.timeline import Timeline

START = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


class FakeClock:
    """A monotonic clock and a wall clock that move only when told."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.wall_offset = 0.0

    def __call__(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return START + timedelta(seconds=self.seconds - 100.0 + self.wall_offset)

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds

    def asleep(self, seconds: float) -> None:
        """The lid was closed: the wall clock went on, the monotonic one did not."""
        self.wall_offset += seconds


def a_hand(*places: str, shape: HandShape = HandShape.FLAT_PALM) -> Hand:
    path = tuple(PathPoint(place, Point(0.0, 0.0)) for place in places)
    return Hand(role=Role.STROKES, shape=shape, path=path)


def a_stroke(
    name: str,
    motion: Motion = Motion.PAIRED_GLIDE,
    *,
    seconds: float = 5.0,
    repeats: int = 6,
    sides: Sides = Sides.ONCE,
    region: Region = Region.LEGS,
) -> Stroke:
    return Stroke(
        id=name,
        code="X1",
        name=name.replace("-", " ").capitalize(),
        class_names=(),
        region=region,
        positions=(Position.ON_BACK,),
        figure=FigureName.FRONT,
        motion=motion,
        sides=sides,
        direction_rule=DirectionRule.NONE,
        pressure=2,
        seconds=seconds,
        repeats=repeats,
        repeats_range=(1, 10),
        from_weeks=0,
        say=Say(
            line="Softly.",
            announce=f"Now {name}.",
            how="Both hands go slowly down.",
            nearly=f"Soon, {name}.",
            other="Soon, the other side." if sides is Sides.EACH else "",
        ),
        watch="",
        care="",
        if_no="hand-hug",
        sources=("ED",),
        left=a_hand("hip.L", "knee.L", "ankle.L"),
        right=a_hand("hip.L", "knee.L", "ankle.L"),
    )


STROKES = {
    stroke.id: stroke
    for stroke in (
        a_stroke("resting", Motion.HOLD, seconds=20.0, repeats=1),
        a_stroke("gliding"),
        a_stroke("legs", sides=Sides.EACH, seconds=4.0, repeats=3),
    )
}


def a_massage(*words: str, breathing: float = 0.0, ask: bool = False) -> Timeline:
    """A timeline from words such as `resting`, `gliding`, `legs:each`, `rest:6`."""
    return Timeline(
        routine := a_routine(*words, breathing=breathing, ask=ask), played_steps(routine, STROKES)
    )


def a_routine(*words: str, breathing: float = 0.0, ask: bool = False) -> Routine:
    steps = []
    for word in words:
        name, _, rest = word.partition(":")
        if name == "rest":
            steps.append(Step(rest=float(rest)))
        else:
            steps.append(Step(stroke=name, side=SidePlan(rest) if rest else None))
    return Routine(
        id="test",
        version="1.0.0",
        title="Test",
        purpose="",
        language="en",
        licence="CC-BY-4.0",
        authors=(),
        from_weeks=0,
        positions=(Position.ON_BACK,),
        oil=Oil.NONE,
        entries=tuple(steps),
        prelude=Prelude(breathing, ask),
    )
