"""A touch: what one hand does at one instant of a stroke, before mirroring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from massage_guide.domain.figure import Point
from massage_guide.domain.path import eased, lined, resolve
from massage_guide.domain.stroke import Hand, Role, Stroke


@dataclass(frozen=True, slots=True)
class Touch:
    """One hand's contact."""

    at: Point
    """Contact centre, figure units."""
    lift: float = 0.0
    """0 on the skin, 1 clear of it."""
    active: bool = True
    """Whether it strokes now."""
    turn: float = 0.0
    """How far it has gone round a limb, fingers first, degrees."""
    press: float = 1.0
    """Share of the stroke's pressure, 0 to 1."""
    vivid: float | None = None
    """How much it has the full colour of a hand that strokes, 0 to 1; None: as its weight is."""
    opened: float = 0.0
    """How far it has opened to the shape in which it is shown, 0 to 1."""
    presence: float = 1.0
    """1 in the picture, 0 gone below its edge."""

    @property
    def colour(self) -> float:
        """How much it has the full colour of a hand that strokes, 0 to 1."""
        if self.vivid is not None:
            return self.vivid
        return min(1.0, self.press) if self.active else 0.0


@dataclass(frozen=True, slots=True)
class Instant:
    """What the kinds of motion need to know."""

    stroke: Stroke
    hand: Hand
    first: bool
    """Whether this hand makes the first pass, or the odd presses."""
    landmarks: Mapping[str, Point]
    """The figure's landmarks in the present pose."""
    cycle: float
    """Repeats done, with the fraction of the present one."""
    repeats: int
    goes_on: bool
    """Whether another repeat follows the present one."""
    shared: bool
    """Whether both hands stroke."""
    seconds_each: float
    """Length of a repeat in this routine, seconds at pace 1."""

    @property
    def phase(self) -> float:
        """0 to 1 within the repeat."""
        return self.cycle - int(self.cycle)

    @property
    def seconds(self) -> float:
        """Seconds into the repeat, at pace 1."""
        return self.phase * self.seconds_each

    @property
    def written(self) -> float:
        """Seconds into the repeat as the stroke's own times count them."""
        return self.phase * self.stroke.seconds

    @property
    def repeat(self) -> int:
        """From 1."""
        return int(self.cycle) % max(self.repeats, 1) + 1

    @property
    def way_back(self) -> tuple[Point, ...]:
        """What this hand passes in the air on its way back."""
        return tuple(resolve(point, self.landmarks) for point in self.hand.back)

    @property
    def holds(self) -> bool:
        """Whether this hand only stays where it is."""
        return self.hand.role is Role.HOLDS


def weighed(part: float) -> float:
    """The weight of a hand on its way: it comes on as the hand lands and goes before it lifts."""
    return eased(8.0 * min(part, 1.0 - part))


def in_air(start: Point, end: Point, part: float, *by: Point) -> Touch:
    """A hand on its way through the air, lifting, travelling past some points, landing."""
    lift = min(1.0, 2.2 * min(part, 1.0 - part))
    at = lined((start, *by, end)).at(eased(part))
    return Touch(at, lift=eased(lift), active=False, press=0.0)
