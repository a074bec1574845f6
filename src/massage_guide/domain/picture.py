"""A picture: everything the stage needs to draw one instant, in figure units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from massage_guide.domain.figure import FigureName, Point, Side, Zone

THROUGH = 0.3
"""How clearly the way ahead usually shows through hands that go along it, 0 to 1."""


class HandShape(StrEnum):
    """How the parent's hand is formed [domain.md 1.1]."""

    FLAT_PALM = "flat-palm"
    CUPPED_PALM = "cupped-palm"
    C_CUP = "c-cup"
    FLAT_FINGERS = "flat-fingers"
    FINGERTIP_PADS = "fingertip-pads"
    THUMB_PAD = "thumb-pad"
    THUMB_AND_INDEX = "thumb-and-index"
    BABY_GRIP = "baby-grip"
    SPREAD_FINGERTIPS = "spread-fingertips"
    SIDE_PALM = "side-palm"
    EDGE = "edge"
    TWO_FINGERS = "two-fingers"
    POINTING = "pointing"
    THUMB_REACHING = "thumb-reaching"
    PALM_ACROSS = "palm-across"
    OPEN_PALM = "open-palm"
    CRADLE = "cradle"


class Face(StrEnum):
    """The baby's expression."""

    CALM = "calm"
    SMILE = "smile"
    DROWSY = "drowsy"
    UNSETTLED = "unsettled"


class Dress(StrEnum):
    """What the drawn baby wears."""

    NAPPY = "nappy"
    CLOTHES = "clothes"


@dataclass(frozen=True, slots=True)
class HandState:
    """One of the parent's hands at one instant."""

    side: Side
    """The parent's own left or right hand."""
    at: Point
    """Contact centre: middle of the palm, or the pads that touch; figure units."""
    heading: float
    """Where the fingers point: degrees clockwise from straight up the picture."""
    shape: HandShape
    was: HandShape
    """The shape it is changing from; equal to shape when settled."""
    change: float
    """0 = still `was`, 1 = wholly `shape`."""
    lift: float
    """0 on the skin, 1 clear of it (about 8 units), more is higher."""
    pressure: float
    """0 resting weight, 1 light, 2 firm gliding; P0 to P2 of domain.md 1.1."""
    active: bool
    """Whether this is the hand that strokes now; the other holds or waits."""
    vivid: float = 1.0
    """1 in the full colour of a hand that strokes, 0 in the paler one of a hand that waits."""
    presence: float = 1.0
    """1 in the picture, 0 gone below its edge."""
    beneath: bool = False
    """Whether it is slid under the baby, so that the baby hides what is behind."""
    turn: float = 0.0
    """How far it has gone round a limb, fingers first, degrees: for wringing and rolling."""

    @property
    def form(self) -> HandShape:
        """The shape it shows most of."""
        return self.shape if self.change >= 0.5 else self.was


@dataclass(frozen=True, slots=True)
class Picture:
    """One instant as it is to be drawn."""

    figure: FigureName
    side: Side | None
    """The baby's side, where the stroke has one."""
    hands: tuple[HandState, ...]
    """Painted in this order, first beneath."""
    pose: Mapping[str, Point] = field(default_factory=dict)
    """Landmarks moved from rest, absolute, figure units."""
    on_top: tuple[str, ...] = ()
    """Limbs that lie over their twins, such as `arm.R`; else the baby's left one does."""
    scene: str = ""
    """Which drawing of the figure (a stroke id), where it has several."""
    framing: Zone | None = None
    """What of the figure has to be seen, figure units; None is all of it, with its margins."""
    fading: tuple[tuple[Zone | None, float], ...] = ()
    """The mat in other framings, which still shows or already does, each with its share of 1."""
    bare: float = 0.0
    """How far the baby has given way to the bare mat, 0 to 1."""
    ghosts: tuple[HandState, ...] = ()
    """Where a still shows that the hands will come to; painted faintly beneath them."""
    ghost_pose: Mapping[str, Point] = field(default_factory=dict)
    """Landmarks moved by then, absolute, figure units."""
    marks: tuple[Point, ...] = ()
    """Where a still counts 1, 2, 3 what comes first, figure units."""
    veil: float = 0.0
    """How far all but the resting figure is out of sight while one still gives way to another."""
    opacity: float = 1.0
    """Opacity of the figure while one figure gives way to another."""
    trail: tuple[tuple[Point, ...], ...] = ()
    """Where active hands have just been, oldest first; one line a hand."""
    ahead: tuple[tuple[Point, ...], ...] = ()
    """Where active hands will go next, nearest first; one line a hand."""
    through: float = THROUGH
    """How clearly the way ahead shows through hands, which else would cover all of a short one."""
    guide: float = 1.0
    """How clearly trail and way ahead show, 0 to 1."""
    bob: float = 0.0
    """Vertical sway of the whole figure, units."""
    face: Face = Face.CALM
    blink: bool = False
    """Whether the eyes are closed for the moment."""
    dress: Dress = Dress.NAPPY

    @property
    def sided(self) -> bool:
        """Whether it is drawn for the baby's left, and mirrored for the right."""
        close = self.figure in (FigureName.FOOT, FigureName.HAND)
        return close or (self.scene != "" and self.side is not None)
