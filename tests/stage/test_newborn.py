"""The newborn: smaller, rounder and folded, and given the same strokes in the same time."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.builds import NEWBORN_WEEKS, fitted, is_newborn
from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Point, Side, mirrored_landmark
from massage_guide.domain.motion import Doing, movement, prepare
from massage_guide.domain.picture import Dress, Picture
from massage_guide.domain.played import played_steps
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.timeline import Timeline
from massage_guide.stage.newborn import SIZE
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from tests.shipped import DRAWINGS as OLDER
from tests.shipped import LIBRARY
from tests.shipped import NEWBORN_DRAWINGS as NEWBORN

FIGURE = NEWBORN[FigureName.FRONT].figure
DRAWN = OLDER[FigureName.FRONT].figure
BUILT = (FigureName.FRONT, FigureName.BACK, FigureName.FACE)
STROKES = [stroke for stroke in LIBRARY.strokes.values() if stroke.figure in BUILT]

JUMP = 4.2
"""Units that nothing passes from one picture to the next, at thirty a second."""


def side_of(stroke: Stroke) -> Side | None:
    return Side.LEFT if stroke.takes_sides else None


def height(places: dict[str, Point] | None = None) -> float:
    at = places or dict(FIGURE.landmarks)
    return at["toes.L"].y - at["crown"].y


def way_of(doing: Doing, hand: Side) -> float:
    """How far a hand goes on the skin in one repeat, units."""
    touches = [movement(doing, i / 40).of(hand) for i in range(40)]
    pairs = [(a, b) for a, b in pairwise(touches) if a and b and a.lift == b.lift == 0.0]
    return sum(math.dist(a.at, b.at) for a, b in pairs)


def test_it_is_smaller_with_a_larger_head() -> None:
    older = dict(DRAWN.landmarks)
    head = FIGURE.landmarks["chin"].y - FIGURE.landmarks["crown"].y
    assert height() < SIZE * height(older)
    assert head / height() > 1.15 * (older["chin"].y - older["crown"].y) / height(older)


def test_its_sides_mirror() -> None:
    for figure in (NEWBORN[FigureName.FRONT].figure, NEWBORN[FigureName.FACE].figure):
        for name, point in figure.landmarks.items():
            twin = figure.landmarks[mirrored_landmark(name)]
            assert figure.mirror(point) == pytest.approx(twin)


@pytest.mark.parametrize("name", [FigureName.FRONT, FigureName.BACK])
def test_its_knees_are_folded_and_its_arms_drawn_in(name: FigureName) -> None:
    newborn, older = (drawn[name].figure.landmarks for drawn in (NEWBORN, OLDER))
    for side in (".L", ".R"):
        thigh_and_shin = [
            math.dist(at["hip" + side], at["ankle" + side])
            / (
                math.dist(at["hip" + side], at["knee" + side])
                + math.dist(at["knee" + side], at["ankle" + side])
            )
            for at in (newborn, older)
        ]
        assert thigh_and_shin[0] < thigh_and_shin[1]
        assert abs(newborn["hand" + side].x - 50) < abs(older["hand" + side].x - 50)


def test_a_newborn_is_another_baby_in_every_drawing_but_held() -> None:
    changed = {name for name in OLDER if NEWBORN[name] is not OLDER[name]}
    assert changed == set(FigureName) - {FigureName.HELD}
    for name in changed:
        older, newborn = (drawn[name].figure.landmarks for drawn in (OLDER, NEWBORN))
        top, end = {
            FigureName.FRONT: ("crown", "toes.L"),
            FigureName.BACK: ("b.neck", "b.toes"),
            FigureName.FACE: ("hairline", "chin"),
            FigureName.FOOT: ("ball", "heel"),
            FigureName.HAND: ("palm.mid", "wrist"),
        }[name]
        assert newborn[end].y - newborn[top].y < 0.95 * (older[end].y - older[top].y)


SEEN = {
    FigureName.FRONT: "sternum.mid knee.L knee.R elbow.L hand.R ankle.L chin",
    FigureName.BACK: "b.neck knee.L knee.R elbow.L hand.R",
    FigureName.FACE: "forehead.mid ear.L ear.R chin jaw.L",
}


@pytest.mark.parametrize("figure", BUILT)
@pytest.mark.parametrize("dress", Dress)
def test_it_is_drawn_where_its_landmarks_are(
    qapp: QGuiApplication, figure: FigureName, dress: Dress
) -> None:
    scene, image = Scene(NEWBORN, LIGHT), QImage(400, 560, QImage.Format.Format_RGB32)
    frame = scene.frame(figure, image.rect())
    with QPainter(image) as painter:
        scene.paint(painter, Picture(figure, None, (), dress=dress), image.rect())
    for name in SEEN[figure].split():
        at = NEWBORN[figure].figure.landmarks[name]
        colour = image.pixelColor(
            round(frame.left + at.x * frame.scale), round(frame.top + at.y * frame.scale)
        )
        assert colour.red() > colour.blue() + 10, f"{name} lies on the mat"


@pytest.mark.parametrize("stroke", STROKES, ids=lambda stroke: stroke.id)
def test_a_stroke_keeps_its_seconds_and_grows_shorter(stroke: Stroke) -> None:
    newborn, drawn = (babies[stroke.figure].figure for babies in (NEWBORN, OLDER))
    ours = prepare(stroke, newborn, side_of(stroke), stroke.repeats)
    written = prepare(stroke, drawn, side_of(stroke), stroke.repeats)
    assert ours.seconds_each == written.seconds_each
    assert fitted(stroke, drawn) is stroke
    for hand in Side:
        assert way_of(ours, hand) <= way_of(written, hand) * 1.02 + 0.5


def test_hands_stay_within_reach_of_the_newborn() -> None:
    top, bottom = FIGURE.landmarks["crown"].y - 6, FIGURE.landmarks["toes.L"].y + 8
    choreography = Choreography({name: drawing.figure for name, drawing in NEWBORN.items()})
    for stroke in (one for one in STROKES if one.figure is FigureName.FRONT):
        doing = prepare(stroke, FIGURE, side_of(stroke), stroke.repeats)
        for i in range(12):
            for hand in choreography.doing(doing, i / 12).hands:
                if hand.lift == 0.0:
                    assert top <= hand.at.y <= bottom, stroke.id
                    assert 5 <= hand.at.x <= 95, stroke.id


def test_nothing_jumps_in_a_first_touch() -> None:
    routine = next(one for one in LIBRARY.routines if one.id == "first-touch")
    timeline = Timeline(routine, played_steps(routine, LIBRARY.strokes))
    figures = {name: drawing.figure for name, drawing in NEWBORN.items()}
    choreography = Choreography(figures, dress=Dress.CLOTHES)
    film = (choreography.picture(timeline.at(n / 30)) for n in range(int(timeline.length * 30)))
    for a, b in pairwise(film):
        if a.figure is b.figure is FigureName.FRONT:
            for name in a.pose.keys() | b.pose.keys():
                rest = FIGURE.landmarks[name]
                assert math.dist(a.pose.get(name, rest), b.pose.get(name, rest)) < JUMP, name
            for one, other in zip(a.hands, b.hands, strict=False):
                seen = one.side is other.side and one.presence > 0.03 < other.presence
                assert not seen or math.dist(one.at, other.at) < JUMP


def test_who_is_a_newborn() -> None:
    assert is_newborn(0, 6) and is_newborn(NEWBORN_WEEKS - 1, 4)
    assert not is_newborn(NEWBORN_WEEKS, 0)
    assert is_newborn(None, 0) and not is_newborn(None, 4)
