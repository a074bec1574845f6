"""Where hands may be: on what a stroke is for, off eyes, nostrils, mouth, throat, and spine."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from massage_guide.domain.figure import FigureName, Point, Side, mirrored_landmark
from massage_guide.domain.motion import Doing
from massage_guide.domain.picture import HandShape
from massage_guide.domain.stroke import Motion, Region, Role, Sides, Stroke
from massage_guide.domain.zones import check_zones, no_go, presses
from tests.domain.films import HANDS, film, named, touches, ways
from tests.domain.trade import HOLD, hand
from tests.shipped import LIBRARY, OLDER, STROKES

FACE, BACK, FRONT = (OLDER[name] for name in (FigureName.FACE, FigureName.BACK, FigureName.FRONT))


@dataclass(frozen=True)
class Allowed:
    """Where the stroking hand may be: so near to lines through landmarks of the baby's left."""

    codes: str
    lines: tuple[str, ...]
    reach: float
    """Figure units from the line to the contact; half a limb, or a palm that stands beside it."""


ALLOWED = (
    Allowed("L1 L2 L9 L12", ("hip.L knee.L ankle.L toes.L",), 6.5),
    Allowed("H5", ("hip.L knee.L ankle.L",), 9.5),
    Allowed("L10", ("knee.L ankle.L toes.L",), 15.0),
    Allowed("L8", ("ankle.L",), 6.0),
    Allowed("L11", ("hip.L",), 11.0),
    Allowed("L3", ("heel arch ball",), 9.0),
    Allowed("L4", ("toe.base.{n} toe.tip.{n}",), 3.0),
    Allowed("L5", ("ball",), 14.5),
    Allowed("L6", ("heel arch ball",), 11.0),
    Allowed("L7", ("top.toes top.ankle",), 7.0),
    Allowed("C2", ("sternum.mid armpit.L sternum.low",), 8.0),
    Allowed("C3", ("hip.L sternum.mid shoulder.R",), 6.5),
    Allowed("C4", ("sternum.top navel", "navel hip.L knee.L ankle.L toes.L"), 10.5),
    Allowed("C5", ("sternum.top shoulder.L elbow.L",), 5.5),
    Allowed("A1", ("armpit.L side.L",), 4.0),
    Allowed("A2 A3 A8 H6", ("shoulder.L elbow.L wrist.L",), 5.0),
    Allowed("A4", ("heel palm.mid",), 16.5),
    Allowed("A5", ("count.base.{n} count.tip.{n}",), 3.0),
    Allowed("A6", ("top.knuckles top.wrist",), 7.0),
    Allowed("A7", ("wrist.L",), 3.0),
    Allowed("A9", ("elbow.L wrist.L hand.L",), 11.5),
    Allowed("A10 H8", ("shoulder.L hip.L knee.L ankle.L toes.L",), 9.0),
    Allowed("F2", ("forehead.mid temple.L",), 6.0),
    Allowed("F3", ("brow.in.L brow.out.L",), 3.5),
    Allowed("F4", ("bridge nostril.L cheekbone.L ear.L",), 5.0),
    Allowed("F5", ("lip.up corner.L",), 5.5),
    Allowed("F6", ("lip.low corner.L",), 5.5),
    Allowed("F7", ("jaw.L chin",), 9.0),
    Allowed("F8", ("ear.L jaw.L chin",), 8.5),
    Allowed("F9", ("corner.R lip.up corner.L lip.low corner.R",), 3.5),
    Allowed("F10", ("hairline temple.L ear.L",), 9.0),
    Allowed("B2 B5", ("b.neck b.bottom",), 8.5),
    Allowed("B3 B6 B8", ("b.neck b.bottom",), 2.0),
    Allowed("B4", ("b.neck b.bottom b.toes",), 4.0),
    Allowed("T9 T10 M4 M5", ("knee.L ankle.L",), 5.0),
    Allowed("T11", ("knee.L ankle.L",), 6.5),
    Allowed("M3", ("knee.L ankle.L",), 8.0),
    Allowed("M1", ("elbow.L wrist.L hand.L",), 8.0),
    Allowed("M2", ("wrist.L hand.L", "knee.R ankle.R"), 8.0),
)
"""From the paths of domain.md 1.2; the tummy's zone holds for T2 to T8 [rules 26]."""
ON_THE_TUMMY = {"T2", "T3", "T4", "T5", "T6", "T7", "T8"}
DRAWN_WITH_THEIR_HANDS = {"B7"}
"""Of the adult who holds the baby, whose hand is part of the drawing."""
NOT_MOVING = (Motion.HOLD, Motion.RUB_SHOW_WAIT)


def off(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from the line between two others."""
    x, y = b.x - a.x, b.y - a.y
    length = x * x + y * y
    along = ((point.x - a.x) * x + (point.y - a.y) * y) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(point.x - a.x - along * x, point.y - a.y - along * y)


def lines_on(
    allowed: Allowed, doing: Doing, marks: Mapping[str, Point], repeat: int
) -> list[tuple[Point, Point]]:
    """The lines on the baby as it lies at that instant, both sides' where both are stroked."""
    found = []
    for line in allowed.lines:
        names = [name.replace("{n}", str(repeat)) for name in line.split()]
        if len(names) == 1:
            names *= 2
        found += list(pairwise(marks[name] for name in names))
        if not doing.stroke.takes_sides:
            found += list(pairwise(marks[mirrored_landmark(name)] for name in names))
    return found


def strays(allowed: Allowed, doing: Doing) -> float:
    """How far from where it may be a stroking hand gets, units."""
    figure, far = doing.figure, 0.0
    for hand_side in HANDS:
        for look, (moved, touch) in enumerate(
            zip(film(doing), touches(doing, hand_side), strict=True)
        ):
            if touch is None or not touch.active:
                continue
            at, pose = touch.at, dict(moved.pose)
            if doing.flipped:
                # back to the left limb, for which strokes and figures are written
                at = figure.mirror(at)
                pose = {mirrored_landmark(name): figure.mirror(p) for name, p in pose.items()}
            repeat = min(int(look / (len(film(doing)) - 1) * doing.repeats), doing.repeats - 1) + 1
            lines = lines_on(allowed, doing, {**figure.landmarks, **pose}, repeat)
            far = max(far, min(off(at, a, b) for a, b in lines))
    return far


def test_every_stroke_that_moves_says_where_it_may_be() -> None:
    told = {code for allowed in ALLOWED for code in allowed.codes.split()}
    moving = {stroke.code for stroke in STROKES if stroke.motion not in NOT_MOVING}
    assert told | ON_THE_TUMMY | DRAWN_WITH_THEIR_HANDS == moving


@pytest.mark.parametrize("allowed", ALLOWED, ids=lambda allowed: allowed.codes)
def test_stroking_hands_stay_where_the_stroke_is_for(allowed: Allowed) -> None:
    for stroke in STROKES:
        if stroke.code in allowed.codes.split():
            for doing in ways(stroke):
                assert strays(allowed, doing) <= allowed.reach, named(doing)


def test_tummy_strokes_stay_between_ribs_and_nappy() -> None:
    for stroke in STROKES:
        if stroke.code not in ON_THE_TUMMY:
            continue
        for doing in (*ways(stroke), *ways(stroke, left_handed=True)):
            tummy = doing.figure.zones["tummy"]
            for side in HANDS:
                for touch in touches(doing, side):
                    if touch and touch.active:
                        assert tummy.holds(touch.at), f"{named(doing)} at {touch.at}"


def test_no_hand_is_ever_on_eyes_nostrils_mouth_or_throat_nor_presses_on_spine_or_crown() -> None:
    for stroke in STROKES:
        for doing in (*ways(stroke), *ways(stroke, left_handed=True)):
            never = list(no_go(stroke, doing.figure))
            for side in HANDS if never else ():
                for touch in touches(doing, side):
                    for zone, there in never if touch else ():
                        assert touch and not zone.holds(touch.at), f"{named(doing)}: {there}"


def test_the_whole_film_of_a_hand_stays_on_the_figure() -> None:
    for stroke in STROKES:
        for doing in ways(stroke):
            for side in HANDS:
                for touch in touches(doing, side):
                    if touch:
                        assert 0 <= touch.at.x <= doing.figure.width, named(doing)
                        assert 0 <= touch.at.y <= doing.figure.height, named(doing)


@pytest.mark.parametrize("code", ["L10", "A9"])
def test_rolling_palms_stand_on_either_side_of_the_limb(code: str) -> None:
    (stroke,) = [one for one in STROKES if one.code == code]
    joints = ("knee", "ankle") if code == "L10" else ("elbow", "wrist")
    for doing in ways(stroke):
        end = ".R" if doing.side is Side.RIGHT else ".L"
        for moved in film(doing):
            marks = {**doing.figure.landmarks, **moved.pose}
            a, b = (marks[joint + end] for joint in joints)
            sides = set()
            for touch in (moved.left, moved.right):
                assert touch is not None
                sides.add((b.x - a.x) * (touch.at.y - a.y) > (b.y - a.y) * (touch.at.x - a.x))
            assert sides == {True, False}, named(doing)


def on(figure: FigureName, motion: Motion, *path: str | tuple[float, float]) -> Stroke:
    """An instructor's own stroke."""
    return replace(
        HOLD, region=Region.FACE, figure=figure, motion=motion, sides=Sides.ONCE, left=hand(*path)
    )


def said(stroke: Stroke) -> list[str]:
    return [f"{f.reason}; {f.fix}" for f in check_zones(stroke, OLDER[stroke.figure])]


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (("temple.R", "temple.L"), None),
        (("temple.R", (20, 56), (80, 56)), "an eye"),
        (("ear.R", (34, 56)), "an eye"),
        (("nostril.R", (50, 67)), "the nostrils"),
        (("corner.R", "corner.L"), "the inside of the mouth"),
        (("chin", (50, 110)), "the front of the neck"),
        (("hairline", (50, 5)), None),
    ],
)
def test_a_glide_over_an_eye_or_the_throat_is_refused(
    path: tuple[str | tuple[float, float], ...], there: str | None
) -> None:
    wanted = [f"the hand touches {there}; lead it round"] if there else []
    assert sorted(set(said(on(FigureName.FACE, Motion.GLIDE, *path)))) == wanted


def test_what_is_between_two_points_is_seen_however_far_apart_they_are() -> None:
    assert said(on(FigureName.FRONT, Motion.GLIDE, (43, 0), (43, 160)))
    assert said(on(FigureName.FRONT, Motion.GLIDE, (0, 22), (100, 22)))
    assert not said(on(FigureName.FRONT, Motion.GLIDE, (30, 0), (30, 160)))
    assert not said(on(FigureName.FRONT, Motion.GLIDE, (36, 20), (44, 16)))


def test_a_hand_that_holds_is_kept_off_the_eyes_too() -> None:
    still = replace(on(FigureName.FACE, Motion.HOLD, (34, 56)))
    assert still.left is not None
    assert said(replace(still, left=replace(still.left, role=Role.HOLDS)))
    away = replace(HOLD, places={"thighs": (hand((43, 22)).path[0], hand("hip.L").path[0])})
    assert said(away) == ["the hand touches an eye; lead it round"]


@pytest.mark.parametrize(
    ("figure", "path", "there"),
    [
        (FigureName.BACK, ("b.shoulders", "b.bottom"), "the spine"),
        (FigureName.FACE, ((44, 8), (56, 8)), "the soft spot"),
        (FigureName.FRONT, ("crown", (50, 8)), "the soft spot"),
    ],
)
def test_a_hand_may_glide_over_spine_and_soft_spot_and_never_press_there(
    figure: FigureName, path: tuple[str | tuple[float, float], ...], there: str
) -> None:
    reason = f"the hand presses on {there}; lead it round"
    assert not said(on(figure, Motion.GLIDE, *path))
    assert said(on(figure, Motion.PRESS_WALK, *path)) == [reason]
    circling = on(figure, Motion.CIRCLE_WALK, *path)
    assert circling.left is not None
    pads = replace(circling.left, radius=2, shape=HandShape.FINGERTIP_PADS)
    assert set(said(replace(circling, left=pads))) == {reason}
    assert not said(replace(circling, left=replace(pads, shape=HandShape.FLAT_PALM)))


def test_pads_that_stay_in_one_place_press() -> None:
    pressing = {stroke.code for stroke in STROKES if presses(stroke)}
    assert {"L6", "T7", "F9", "B5", "F7"} <= pressing
    assert not pressing & {"F10", "B2", "B3", "B6", "H3", "T8", "T5"}


def test_a_path_that_leaves_the_figure_is_refused_with_the_way_back() -> None:
    assert said(on(FigureName.FRONT, Motion.GLIDE, "navel", (104, 82))) == [
        "the path leaves the figure at (104, 82); stay within x 0 to 100 and y 0 to 160"
    ]
    assert said(replace(HOLD, left=replace(hand((50, -1)), role=Role.HOLDS)))


def test_no_go_zones_of_the_newborn_lie_on_its_own_head() -> None:
    stroke = LIBRARY.strokes["asking-first"]
    older, newborn = (doing.figure for doing in ways(stroke))
    for name in ("eye.R", "eye.L", "soft.spot"):
        was, now = older.zones[name], newborn.zones[name]
        tall = [
            figure.landmarks["chin"].y - figure.landmarks["crown"].y for figure in (older, newborn)
        ]
        share = [
            (figure.landmarks["chin"].y - zone.top) / height
            for figure, zone, height in zip((older, newborn), (was, now), tall, strict=True)
        ]
        assert share[0] == pytest.approx(share[1])
