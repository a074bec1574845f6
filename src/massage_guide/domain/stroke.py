"""A stroke: one movement of the catalogue, with everything needed to teach it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from massage_guide.domain.figure import WHOLE, FigureName, Point
from massage_guide.domain.picture import HandShape

TEMPO = 10.0
"""Usual stroking speed, figure units a second on FRONT (4 cm/s) [S73][ED]."""


class Region(StrEnum):
    """Part of the body, in the words of a class."""

    OPENING = "opening"
    HOLDING = "holding"
    LEGS = "legs"
    FEET = "feet"
    HIPS = "hips"
    TUMMY = "tummy"
    CHEST = "chest"
    ARMS = "arms"
    HANDS = "hands"
    FACE = "face"
    HEAD = "head"
    BACK = "back"
    MOVEMENT = "movement"
    WHOLE = "whole body"
    CLOSING = "closing"


_VIEWS = {
    Region.LEGS: "legs",
    Region.FEET: "legs",
    Region.HIPS: "legs",
    Region.TUMMY: "upper",
    Region.CHEST: "upper",
    Region.ARMS: "arms",
    Region.HANDS: "arms",
}
"""The view in which strokes of a region are shown, on a figure that has it."""


class Position(StrEnum):
    """How the baby lies or is held."""

    ON_BACK = "on-back"
    ON_TUMMY = "on-tummy"
    SIDE = "side"
    LAP = "lap"
    HELD = "held"
    SITTING = "sitting"


class Motion(StrEnum):
    """The sixteen kinds of movement [domain.md 1.1]."""

    HOLD = "hold"
    GLIDE = "glide"
    ALTERNATE_GLIDE = "alternate_glide"
    PAIRED_GLIDE = "paired_glide"
    PAIRED_OPPOSED = "paired_opposed"
    CIRCLE = "circle"
    CIRCLE_WALK = "circle_walk"
    SUN_MOON = "sun_moon"
    LETTER_PATH = "letter_path"
    TWIST_GLIDE = "twist_glide"
    ROLL = "roll"
    PRESS = "press"
    PRESS_WALK = "press_walk"
    BOUNCE = "bounce"
    JOINT_MOVE = "joint_move"
    RUB_SHOW_WAIT = "rub_show_wait"

    @property
    def is_still(self) -> bool:
        """Still strokes keep their length at every pace [rules 5]."""
        return self in (Motion.HOLD, Motion.RUB_SHOW_WAIT)


class Sides(StrEnum):
    """How a stroke is shared between the baby's two sides."""

    EACH = "each"
    TOGETHER = "together"
    ONCE = "once"
    ALTERNATING = "alternating"


class DirectionRule(StrEnum):
    """The way a stroke must go, proved by the checks [rules 26]."""

    CLOCKWISE = "clockwise_parent_view"
    DOWN = "down"
    OUTWARD = "outward"
    ACROSS = "across_to_baby_left"
    NONE = "none"


class Need(StrEnum):
    """What must be true of the baby for this stroke."""

    CORD_HEALED = "cord-healed"
    NO_OIL = "no-oil"
    HIPS_OK = "hips-ok"
    HIPS_IF_CLINIC_AGREES = "hips-if-clinic-agrees"
    AWAKE_PRONE = "awake-prone"
    NOT_JUST_FED = "not-just-fed"


class Role(StrEnum):
    """What one hand does during the stroke."""

    STROKES = "strokes"
    HOLDS = "holds"


class Idle(StrEnum):
    """Where a hand of an alternate glide waits for its turn."""

    AIR = "air"
    END = "end"
    START = "start"


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A place on a path: a landmark and an offset from it, or a bare point."""

    landmark: str
    """Name of a landmark; empty for a bare point."""
    by: Point
    """Offset from the landmark, or the point itself; figure units."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One shape of a letter path."""

    path: tuple[PathPoint, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Hand:
    """What one of the parent's hands does, written for the baby's left limb."""

    role: Role
    shape: HandShape
    path: tuple[PathPoint, ...]
    """Points the contact centre passes; one point is a hand that stays."""
    opens_to: HandShape | None = None
    """The shape it takes later: shown, once rubbed [H1], or pressing last [L5]; None: the same."""
    times: tuple[float, ...] = ()
    """Seconds into the cycle at each point of the path; empty means even speed."""
    heading: float | None = None
    """Where the fingers point, degrees clockwise from up; None follows the forearm."""
    radius: float = 0.0
    """Radius of its circles, figure units."""
    turn: int = 1
    """1 clockwise as the parent sees it, -1 anticlockwise."""
    from_hour: float = 7.0
    """Hour of the clock at which circles begin."""
    to_hour: float = 7.0
    """Hour at which a part circle ends."""
    letters: tuple[Letter, ...] = ()
    cups: bool = False
    """Whether the fingers go behind the limb."""
    then_path: tuple[PathPoint, ...] = ()
    """The row that every second repeat of a press walk presses; empty means the same one."""
    back: tuple[PathPoint, ...] = ()
    """Points it passes in the air on its way back to the beginning; empty means straight."""

    def row(self, turn: int) -> tuple[PathPoint, ...]:
        """The points of that repeat of a press walk, counted from 0."""
        return self.then_path if self.then_path and turn % 2 else self.path


@dataclass(frozen=True, slots=True)
class Joint:
    """How the stroke moves one landmark of the baby."""

    landmark: str
    path: tuple[PathPoint, ...]
    times: tuple[float, ...]
    """Seconds into the cycle at each point; one point means moved throughout."""


@dataclass(frozen=True, slots=True)
class Say:
    """The stroke's own words; `{side}` becomes left or right."""

    line: str
    """One line of what to do, shown in Guide."""
    announce: str
    """Stroke, side, place; spoken in the pause before."""
    how: str
    """The movement, spoken over the first repeats."""
    nearly: str
    """Names this stroke as the one to come, spoken before the last one ends."""
    other: str = ""
    """The same for the other side; only where sides is `each`."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another stroke that does the same in another position."""

    position: Position
    stroke: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke of the catalogue. Facts and `sources` from domain.md 1.2."""

    id: str
    code: str
    name: str
    class_names: tuple[str, ...]
    region: Region
    positions: tuple[Position, ...]
    figure: FigureName
    motion: Motion
    sides: Sides
    direction_rule: DirectionRule
    pressure: int
    """0 to 2 [domain.md 1.1]."""
    seconds: float
    """Length of one repeat at pace 1."""
    repeats: int
    repeats_range: tuple[int, int]
    from_weeks: int
    """Youngest corrected age, weeks."""
    say: Say
    watch: str
    care: str
    if_no: str
    """Id of the holding stroke offered instead."""
    sources: tuple[str, ...]
    left: Hand | None = None
    right: Hand | None = None
    joints: tuple[Joint, ...] = ()
    crosses: tuple[float, ...] = ()
    """Seconds into a repeat at which the other of two limbs that cross comes to lie on top."""
    needs: tuple[Need, ...] = ()
    places: Mapping[str, tuple[PathPoint, PathPoint]] = field(default_factory=dict, hash=False)
    """For resting hands: place name to (left hand, right hand)."""
    idle: Idle = Idle.AIR
    returns_on_skin: bool = False
    """Whether the way back keeps contact instead of going through the air."""
    both_ways: bool = False
    """Circles go one way for half the repeats, then the other."""
    changes_hands: bool = False
    """Half way through the repeats of a glide the two hands exchange their jobs."""
    slows: bool = False
    """Each repeat is slower and lighter than the one before, in the same time altogether."""
    squeeze: float = 0.0
    """Seconds of a soft squeeze where a pass of an alternate glide turns to come back."""
    amplitude: float = 0.0
    """Size of a bounce or roll, figure units."""
    scene: str = ""
    """Which drawing of the figure, where it has several."""
    view: str = ""
    """In which of the figure's views it is shown; empty for its region's, `whole` for all."""
    alternatives: tuple[Alternative, ...] = ()
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def takes_sides(self) -> bool:
        """Whether the baby's left and right are done one after the other."""
        return self.sides is Sides.EACH

    @property
    def shown_in(self) -> str:
        """The name of the view in which it is shown."""
        return self.view or _VIEWS.get(self.region, WHOLE)
