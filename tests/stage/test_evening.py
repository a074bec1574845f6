"""The evening's promise: little light in every picture of every massage, and no flash."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Dress, Picture
from massage_guide.domain.played import RowKind, played_steps
from massage_guide.domain.routine import Oil, Routine
from massage_guide.domain.timeline import Timeline
from massage_guide.stage.palette import (
    EVENING,
    EVENING_CHANGE,
    EVENING_MEAN,
    EVENING_PICTURE_PEAK,
)
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones
from tests.shipped import DRAWINGS, LIBRARY, NEWBORN_DRAWINGS
from tests.stage.light import Light, light_of

WIDTH, HEIGHT = 192, 108
STROKES, STILL, CHANGES = 9.0, 1.2, 0.25
"""Seconds from one look to the next: in a stroke, between strokes, while the figure changes."""


def is_changing(picture: Picture) -> bool:
    """Whether one figure, or one view of it, gives way to another."""
    return picture.opacity < 1.0 or picture.bare > 0.0


def looks(timeline: Timeline, choreography: Choreography) -> Iterator[float]:
    """Seconds of a massage that are worth a look: few in strokes, many at changes."""
    seconds = 0.0
    while seconds < timeline.length + 1.0:
        yield seconds
        moment = timeline.at(seconds)
        if moment.row.kind is RowKind.STROKE:
            seconds += STROKES
        elif is_changing(choreography.picture(moment)):
            seconds += CHANGES
        else:
            # never past the beginning of a change
            ahead = choreography.picture(timeline.at(seconds + STILL))
            seconds += CHANGES if is_changing(ahead) else STILL


def shown(scene: Scene, picture: Picture) -> Light:
    """The light of one picture."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(painter, picture, image.rect())
    return light_of(image)


def film(routine: Routine, scene: Scene, dress: Dress) -> Iterator[tuple[float, Light]]:
    """The light of a massage, look by look."""
    timeline = Timeline(routine, played_steps(routine, LIBRARY.strokes))
    choreography = Choreography(LIBRARY.figures, dress=dress)
    for seconds in looks(timeline, choreography):
        yield seconds, shown(scene, choreography.picture(timeline.at(seconds)))


@pytest.fixture(scope="module")
def brightest(qapp: QGuiApplication) -> Scene:
    """The lightest of skins, whose pictures give off the most."""
    return Scene(DRAWINGS, EVENING, tones(1, 1))


@pytest.mark.parametrize("routine", LIBRARY.routines, ids=lambda routine: routine.id)
def test_every_picture_gives_off_little_light_and_changes_softly(
    brightest: Scene, routine: Routine
) -> None:
    dress = Dress.CLOTHES if routine.oil is Oil.NONE else Dress.NAPPY
    seen = list(film(routine, brightest, dress))
    for seconds, light in seen:
        assert light.mean <= EVENING_MEAN, f"{seconds:.1f} s"
        assert light.peak <= EVENING_PICTURE_PEAK, f"{seconds:.1f} s"
    for (before, one), (after, other) in pairwise(seen):
        change = abs(other.mean - one.mean) / (after - before)
        assert change <= EVENING_CHANGE, f"{before:.1f} s"


def test_every_stroke_and_both_babies_give_off_little_light(qapp: QGuiApplication) -> None:
    for drawings in (DRAWINGS, NEWBORN_DRAWINGS):
        scene = Scene(drawings, EVENING, tones(1, 1))
        choreography = Choreography({name: drawn.figure for name, drawn in drawings.items()})
        for stroke in LIBRARY.strokes.values():
            figure = drawings[stroke.figure].figure
            side = Side.LEFT if stroke.takes_sides else None
            doing = prepare(stroke, figure, side, stroke.repeats)
            light = shown(scene, choreography.doing(doing, 0.4 * stroke.repeats))
            assert light.mean <= EVENING_MEAN, stroke.id
            assert light.peak <= EVENING_PICTURE_PEAK, stroke.id


def test_dark_skin_gives_off_less(qapp: QGuiApplication, brightest: Scene) -> None:
    dark = Scene(DRAWINGS, EVENING, tones(10, 10))
    picture = Choreography(LIBRARY.figures).doing(
        prepare(
            LIBRARY.strokes["resting-hands"],
            LIBRARY.figures[LIBRARY.strokes["resting-hands"].figure],
            None,
            1,
        ),
        0.5,
    )
    assert shown(dark, picture).mean < shown(brightest, picture).mean
