"""The file models: how strokes and routines are written, as pydantic sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from massage_guide.domain.figure import FigureName, Point
from massage_guide.domain.picture import HandShape
from massage_guide.domain.routine import Oil, Prelude, SidePlan, Step
from massage_guide.domain.stroke import (
    Alternative,
    DirectionRule,
    Hand,
    Idle,
    Joint,
    Letter,
    Motion,
    Need,
    PathPoint,
    Position,
    Region,
    Role,
    Say,
    Sides,
)
from massage_guide.domain.today import Chip

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, Field(min_length=1, max_length=600)]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Seconds = Annotated[float, Field(strict=True, gt=0, le=600, allow_inf_nan=False)]
Instant = Annotated[float, Field(strict=True, ge=0, le=600, allow_inf_nan=False)]
Units = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]
Hour = Annotated[float, Field(strict=True, ge=0, le=12, allow_inf_nan=False)]
Degrees = Annotated[float, Field(strict=True, ge=-360, le=360, allow_inf_nan=False)]
Weeks = Annotated[int, Field(strict=True, ge=0, le=260)]
Repeats = Annotated[int, Field(strict=True, ge=1, le=60)]
Flag = Annotated[bool, Field(strict=True)]

FURTHEST = 300.0
"""No coordinate lies further from the figure's corner than this, units."""
_PAIR_SCHEMA = {
    "type": "array",
    "items": {"type": "number", "minimum": -FURTHEST, "maximum": FURTHEST},
    "minItems": 2,
    "maxItems": 2,
}
_POINT_SCHEMA = {
    "anyOf": [
        {"type": "string", "description": "a landmark, such as knee.L"},
        {**_PAIR_SCHEMA, "description": "a bare point, figure units"},
        {
            "type": "object",
            "properties": {"landmark": {"type": "string"}, "by": _PAIR_SCHEMA},
            "required": ["landmark", "by"],
            "additionalProperties": False,
            "description": "a landmark and an offset from it, figure units",
        },
    ]
}
_POINT_FORMS = 'a point is "knee.L", [55, 104] or { landmark = "knee.L", by = [4, 0] }'


def _pair(value: object) -> Point:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(_POINT_FORMS)
    for part in value:
        if isinstance(part, bool) or not isinstance(part, int | float):
            raise ValueError(_POINT_FORMS)
        if not abs(part) <= FURTHEST:
            raise ValueError(f"the point {part:g} lies far outside the figure")
    return Point(float(value[0]), float(value[1]))


def _point(value: object) -> PathPoint:
    if isinstance(value, str) and value:
        return PathPoint(value, Point(0.0, 0.0))
    if isinstance(value, dict):
        name = value.get("landmark")
        if set(value) != {"landmark", "by"} or not isinstance(name, str) or not name:
            raise ValueError(_POINT_FORMS)
        return PathPoint(name, _pair(value["by"]))
    return PathPoint("", _pair(value))


PathPointValue = Annotated[PathPoint, PlainValidator(_point), WithJsonSchema(_POINT_SCHEMA)]
Path = Annotated[tuple[PathPointValue, ...], Field(min_length=1, max_length=100)]
Times = Annotated[tuple[Instant, ...], Field(max_length=100)]


def into(value: Callable[..., Any]) -> AfterValidator:
    """Turns a validated table into the frozen value it stands for."""

    def build(model: BaseModel) -> object:
        return value(**dict(model))

    return AfterValidator(build)


class FileModel(BaseModel):
    """A table of a file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LetterModel(FileModel):
    """`letters`: one shape of a letter path."""

    path: Path
    seconds: Seconds


class HandModel(FileModel):
    """`[stroke.left]` and `[stroke.right]`."""

    role: Role
    shape: HandShape
    opens_to: HandShape | None = None
    path: Annotated[tuple[PathPointValue, ...], Field(max_length=100)] = ()
    times: Times = ()
    heading: Degrees | None = None
    radius: Units = 0.0
    turn: Annotated[int, Field(strict=True, ge=-1, le=1)] = 1
    from_hour: Hour = 7.0
    to_hour: Hour = 7.0
    letters: Annotated[tuple[Annotated[LetterModel, into(Letter)], ...], Field(max_length=20)] = ()
    cups: Flag = False
    then_path: Annotated[tuple[PathPointValue, ...], Field(max_length=100)] = ()
    back: Annotated[tuple[PathPointValue, ...], Field(max_length=20)] = ()


class JointModel(FileModel):
    """`[[stroke.joints]]`."""

    landmark: Words
    path: Path
    times: Times = ()


class SayModel(FileModel):
    """`[stroke.say]`."""

    line: Words
    announce: Words
    how: Words
    nearly: Words
    other: Annotated[str, Field(max_length=600)] = ""


class AlternativeModel(FileModel):
    """`alternatives`."""

    position: Position
    stroke: Id


class StrokeModel(FileModel):
    """`[[stroke]]`."""

    id: Id
    code: Words
    name: Words
    class_names: tuple[Words, ...] = ()
    region: Region
    positions: Annotated[tuple[Position, ...], Field(min_length=1)]
    figure: FigureName
    motion: Motion
    sides: Sides
    direction_rule: DirectionRule
    pressure: Annotated[int, Field(strict=True, ge=0, le=2)]
    seconds: Seconds
    repeats: Repeats
    repeats_range: tuple[Repeats, Repeats]
    from_weeks: Weeks
    say: Annotated[SayModel, into(Say)]
    watch: Words
    care: Words
    if_no: Id
    sources: Annotated[tuple[Words, ...], Field(min_length=1)]
    left: Annotated[HandModel, into(Hand)] | None = None
    right: Annotated[HandModel, into(Hand)] | None = None
    joints: Annotated[tuple[Annotated[JointModel, into(Joint)], ...], Field(max_length=20)] = ()
    crosses: Times = ()
    needs: tuple[Need, ...] = ()
    places: dict[Id, tuple[PathPointValue, PathPointValue]] = {}
    idle: Idle = Idle.AIR
    returns_on_skin: Flag = False
    both_ways: Flag = False
    changes_hands: Flag = False
    slows: Flag = False
    squeeze: Annotated[float, Field(strict=True, ge=0, le=10, allow_inf_nan=False)] = 0.0
    amplitude: Units = 0.0
    scene: Annotated[str, Field(max_length=60)] = ""
    view: Annotated[str, Field(max_length=60)] = ""
    alternatives: tuple[Annotated[AlternativeModel, into(Alternative)], ...] = ()
    reviewed_by: Annotated[str, Field(max_length=200)] = ""
    reviewed_on: date | None = None


class StepModel(FileModel):
    """`[[step]]`."""

    stroke: Id | None = None
    rest: Seconds = 0.0
    side: SidePlan | None = None
    repeats: Repeats | None = None
    seconds: Seconds | None = None
    place: Annotated[str, Field(max_length=60)] = ""
    optional: Flag = False
    swap: Annotated[str, Field(max_length=60)] = ""
    say: Annotated[str, Field(max_length=600)] = ""
    note: Annotated[str, Field(max_length=2000)] = ""


def _step(model: StepModel) -> Step:
    values = dict(model)
    return Step(**{**values, "stroke": values["stroke"] or ""})


StepValue = Annotated[StepModel, AfterValidator(_step)]


class BlockModel(FileModel):
    """`[[block]]`, which holds `[[block.step]]`."""

    side: SidePlan | None = None
    repeats: Annotated[int, Field(strict=True, ge=1, le=10)] = 1
    step: Annotated[tuple[StepValue, ...], Field(min_length=1, max_length=60)]


class PreludeModel(FileModel):
    """`[prelude]`."""

    breathing_seconds: Annotated[float, Field(strict=True, ge=0, le=600, allow_inf_nan=False)] = 0.0
    ask: Flag = True


class AboutModel(FileModel):
    """What a routine or a course says of itself."""

    id: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$", max_length=40)]
    title: Annotated[str, Field(min_length=1, max_length=80)]
    purpose: Words
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", max_length=20)]
    licence: Words
    authors: Annotated[tuple[Words, ...], Field(min_length=1)]


class HeadModel(AboutModel):
    """The keys at the top of a routine file."""

    from_weeks: Weeks
    positions: Annotated[tuple[Position, ...], Field(min_length=1)]
    oil: Oil
    sources: tuple[Words, ...] = ()
    not_when: tuple[Chip, ...] = ()
    when: Annotated[str, Field(max_length=600)] = ""
    prelude: Annotated[PreludeModel, into(Prelude)] | None = None
    class_week: Annotated[int, Field(strict=True, ge=1, le=12)] | None = None


class RoutineModel(HeadModel):
    """A routine file, whole; only the published schema uses it."""

    format: Annotated[int, Field(strict=True, ge=1, le=1)]
    step: Annotated[tuple[StepModel, ...], Field(max_length=300)] = ()
    block: Annotated[tuple[BlockModel, ...], Field(max_length=20)] = ()
    stroke: Annotated[tuple[StrokeModel, ...], Field(max_length=100)] = ()


class StrokesModel(FileModel):
    """A stroke file, whole; only the published schema uses it."""

    format: Annotated[int, Field(strict=True, ge=1, le=1)]
    stroke: Annotated[tuple[StrokeModel, ...], Field(min_length=1, max_length=200)]
