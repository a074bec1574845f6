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
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.newborn import SIZE, with_newborn
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene

LIBRARY = Library.load(assets_dir())
OLDER = read_drawings(assets_dir())
NEWBORN = with_newborn(OLDER)
FIGURE = NEWBORN[FigureName.FRONT].figure
DRAWN = OLDER[FigureName.FRONT].figure
ON_THE_BACK = [stroke for stroke in LIBRARY.strokes.values() if stroke.figure is FigureName.FRONT]

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
    for name, point in FIGURE.landmarks.items():
        twin = FIGURE.landmarks[mirrored_landmark(name)]
        assert FIGURE.mirror(point) == pytest.approx(twin)


def test_its_knees_and_elbows_are_folded() -> None:
    for chain in (("hip.L", "knee.L", "ankle.L"), ("shoulder.L", "elbow.L", "wrist.L")):
        now, before = (
            math.dist(at[chain[0]], at[chain[2]])
            / (math.dist(at[chain[0]], at[chain[1]]) + math.dist(at[chain[1]], at[chain[2]]))
            for at in (FIGURE.landmarks, DRAWN.landmarks)
        )
        assert now < before


def test_only_the_baby_on_the_back_is_another() -> None:
    changed = {name for name in OLDER if NEWBORN[name] is not OLDER[name]}
    assert changed == {FigureName.FRONT}


@pytest.mark.parametrize("dress", Dress)
def test_it_is_drawn_where_its_landmarks_are(qapp: QGuiApplication, dress: Dress) -> None:
    scene, image = Scene(NEWBORN, LIGHT), QImage(400, 560, QImage.Format.Format_RGB32)
    frame = scene.frame(FigureName.FRONT, image.rect())
    with QPainter(image) as painter:
        scene.paint(painter, Picture(FigureName.FRONT, None, (), dress=dress), image.rect())
    for name in ("sternum.mid", "knee.L", "knee.R", "elbow.L", "hand.R", "ankle.L", "chin"):
        at = FIGURE.landmarks[name]
        colour = image.pixelColor(
            round(frame.left + at.x * frame.scale), round(frame.top + at.y * frame.scale)
        )
        assert colour.red() > colour.blue() + 10, f"{name} lies on the mat"


@pytest.mark.parametrize("stroke", ON_THE_BACK, ids=lambda stroke: stroke.id)
def test_a_stroke_keeps_its_seconds_and_grows_shorter(stroke: Stroke) -> None:
    ours = prepare(stroke, FIGURE, side_of(stroke), stroke.repeats)
    written = prepare(stroke, DRAWN, side_of(stroke), stroke.repeats)
    assert ours.seconds_each == written.seconds_each
    assert fitted(stroke, DRAWN) is stroke
    for hand in Side:
        assert way_of(ours, hand) <= way_of(written, hand) * 1.02 + 0.5


def test_hands_stay_within_reach_of_the_newborn() -> None:
    top, bottom = FIGURE.landmarks["crown"].y - 6, FIGURE.landmarks["toes.L"].y + 8
    choreography = Choreography({name: drawing.figure for name, drawing in NEWBORN.items()})
    for stroke in ON_THE_BACK:
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
