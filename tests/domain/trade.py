"""A routine in a line of words, such as `hold:20 leg/left:3x5 rest:6`, and strokes to play it."""

from __future__ import annotations

from dataclasses import replace

from massage_guide.domain.figure import Figure, FigureName, Point, Zone
from massage_guide.domain.picture import HandShape
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

FRONT = Figure(
    FigureName.FRONT,
    100,
    160,
    0.4,
    {
        "navel": Point(50, 82),
        "belly.top": Point(50, 72),
        "belly.low": Point(50, 92),
        "rib.R": Point(40, 70),
        "rib.L": Point(60, 70),
        "lowR": Point(41, 92),
        "lowL": Point(59, 92),
        "side.R": Point(36, 82),
        "side.L": Point(64, 82),
        "hip.L": Point(61, 98),
        "knee.L": Point(66, 122),
        "ankle.L": Point(62, 144),
    },
    {"tummy": Zone(36, 70, 64, 93)},
)
FIGURES = {FigureName.FRONT: FRONT}


def points(*written: str | tuple[float, float]) -> tuple[PathPoint, ...]:
    """Path points from landmark names and pairs."""
    return tuple(
        PathPoint(one, Point(0, 0)) if isinstance(one, str) else PathPoint("", Point(*one))
        for one in written
    )


def hand(*written: str | tuple[float, float]) -> Hand:
    """A stroking flat hand along these points."""
    return Hand(Role.STROKES, HandShape.FLAT_PALM, points(*written))


HOLD = Stroke(
    id="hold",
    code="H2",
    name="Resting hands",
    class_names=(),
    region=Region.HOLDING,
    positions=(Position.ON_BACK,),
    figure=FigureName.FRONT,
    motion=Motion.HOLD,
    sides=Sides.ONCE,
    direction_rule=DirectionRule.NONE,
    pressure=0,
    seconds=20,
    repeats=1,
    repeats_range=(1, 1),
    from_weeks=0,
    say=Say("Rest your hands.", "Resting hands.", "Lay them down.", "Soon, a hold."),
    watch="Breath.",
    care="Still.",
    if_no="hold",
    sources=("S1",),
    left=hand("navel"),
)
LEG = replace(
    HOLD,
    id="leg",
    code="L1",
    name="Leg glide",
    region=Region.LEGS,
    motion=Motion.GLIDE,
    sides=Sides.EACH,
    direction_rule=DirectionRule.DOWN,
    seconds=5,
    repeats=6,
    repeats_range=(3, 8),
    say=Say("Glide.", "Baby's {side} leg.", "Glide down.", "Soon, the leg.", "Soon, the other."),
    left=hand("hip.L", "knee.L", "ankle.L"),
)
TUMMY = replace(
    HOLD,
    id="tummy",
    code="T2",
    name="Water wheel",
    region=Region.TUMMY,
    motion=Motion.GLIDE,
    direction_rule=DirectionRule.DOWN,
    seconds=3,
    repeats=6,
    repeats_range=(6, 8),
    from_weeks=4,
    left=hand("belly.top", "navel", "belly.low"),
)
STROKES = {stroke.id: stroke for stroke in (HOLD, LEG, TUMMY)}


def step(words: str) -> Step:
    """One step: `name/side:REPEATSxSECONDS`, or `rest:SECONDS`; numbers may be left out."""
    name, _, numbers = words.partition(":")
    name, _, side = name.partition("/")
    if name == "rest":
        return Step(rest=float(numbers))
    repeats, _, seconds = numbers.rpartition("x")
    return Step(
        stroke=name,
        side=SidePlan(side) if side else None,
        repeats=int(repeats) if repeats else None,
        seconds=float(seconds) if seconds else None,
    )


def routine(words: str = "hold:20", breathing: float = 0, ask: bool = False) -> Routine:
    """A routine from a line of words."""
    return Routine(
        id="trial",
        version="1.0.0",
        title="Trial",
        purpose="A trial",
        language="en",
        licence="CC-BY-4.0",
        authors=("Somebody",),
        from_weeks=0,
        positions=(Position.ON_BACK,),
        oil=Oil.NONE,
        entries=tuple(step(word) for word in words.split()),
        prelude=Prelude(breathing, ask),
    )
