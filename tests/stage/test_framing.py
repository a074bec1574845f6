"""The views of the baby: close enough to be read, with all that moves in the picture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import Choreography, elbow_of
from massage_guide.domain.figure import Figure, FigureName, Point, Side, Zone
from massage_guide.domain.motion import Doing, movement
from massage_guide.domain.picture import Picture
from massage_guide.domain.played import RowKind, played_steps
from massage_guide.domain.timeline import Moment, Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.framing import framed
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from tests.domain.films import ways

LIBRARY = Library.load(assets_dir())
ON_THE_BACK = [one for one in LIBRARY.strokes.values() if one.figure is FigureName.FRONT]
ROOMS = [QRect(0, 0, 720, 720), QRect(0, 0, 1280, 720)]
MARGIN = 2.5
"""Room between what moves and the edge of the picture, figure units."""
LOOKS = 5
"""Instants looked at in each repeat."""


def seen_in(figure: Figure, room: QRect, framing: Zone | None, margin: float) -> Zone:
    """What of the figure the room shows."""
    frame = framed(figure, room, framing)
    return Zone(
        (room.left() - frame.left) / frame.scale + margin,
        (room.top() - frame.top) / frame.scale + margin,
        (room.left() + room.width() - frame.left) / frame.scale - margin,
        (room.top() + room.height() - frame.top) / frame.scale - margin,
    )


def moving(doing: Doing) -> set[tuple[Side | None, Point]]:
    """Where hands and moved joints come in a stroke."""
    found: set[tuple[Side | None, Point]] = set()
    for i in range(LOOKS * doing.repeats + 1):
        now = movement(doing, i / LOOKS)
        found |= {(hand, touch.at) for hand in Side if (touch := now.of(hand))}
        found |= {(None, at) for at in now.pose.values()}
    return found


@pytest.mark.parametrize("left_handed", [False, True])
def test_all_that_moves_stays_in_the_picture_and_arms_come_from_outside(left_handed: bool) -> None:
    for stroke in ON_THE_BACK:
        for doing in ways(stroke, left_handed=left_handed):
            figure, framing = doing.figure, doing.figure.views.get(stroke.shown_in)
            places = moving(doing)
            for room in ROOMS:
                seen = seen_in(figure, room, framing, MARGIN)
                whole = seen_in(figure, room, framing, 0.0)
                lost = [at for _, at in places if not seen.holds(at)]
                assert not lost, f"{stroke.id} leaves the picture at {lost[0]}"
                elbows = (elbow_of(figure, side, at) for side, at in places if side)
                assert not any(map(whole.holds, elbows)), f"an arm of {stroke.id} ends in mid-air"


def test_legs_and_tummy_are_seen_larger_and_the_tummy_with_the_face() -> None:
    figure = LIBRARY.figures[FigureName.FRONT]
    crown, chin = figure.landmarks["crown"], figure.landmarks["chin"]
    for room in ROOMS:
        whole = framed(figure, room)
        sizes = {name: framed(figure, room, view).scale for name, view in figure.views.items()}
        assert sizes["legs"] > 1.5 * whole.scale and sizes["upper"] > 1.2 * whole.scale
        upper = seen_in(figure, room, figure.views["upper"], MARGIN)
        assert upper.holds(crown) and upper.holds(chin)


def test_from_one_side_of_the_baby_to_the_other_the_view_stays() -> None:
    for routine in LIBRARY.routines:
        for one, other in pairwise(played_steps(routine, LIBRARY.strokes)):
            if one.side is None or other.side is None or one.side is other.side:
                continue
            strokes = [step.stroke for step in (one, other) if step.stroke]
            assert len({s.shown_in for s in strokes if s.figure is FigureName.FRONT}) <= 1


def test_a_room_that_is_wider_or_taller_shows_more_of_the_baby_and_no_more_of_the_floor() -> None:
    figure = LIBRARY.figures[FigureName.FRONT]
    for view in figure.views.values():
        for size in ((400, 860), (700, 700), (1920, 1080), (1024, 640)):
            seen = seen_in(figure, QRect(0, 0, *size), view, 0.0)
            lowest = seen_in(figure, QRect(0, 0, *size), None, 0.0).bottom
            assert seen.left <= view.left + 0.5 and seen.right >= view.right - 0.5
            assert seen.top <= view.top + 0.5 and seen.bottom >= view.bottom - 0.5
            assert seen.bottom <= lowest + 1.0


def changing_view() -> list[Moment]:
    """Moments of a pause in which the view changes."""
    routine = next(one for one in LIBRARY.routines if one.id == "legs-and-feet")
    timeline = Timeline(routine, played_steps(routine, LIBRARY.strokes))
    step = next(s for s in timeline.steps if s.stroke and s.stroke.id == "touch-relaxation-leg")
    row = timeline.lead_of(step.number)
    assert row.kind is RowKind.PAUSE
    return [timeline.at(row.start + share * row.length) for share in (0.2, 0.45, 0.5, 0.6, 0.9)]


def test_a_moment_is_painted_alike_whatever_was_painted_before(qapp: QGuiApplication) -> None:
    drawings = read_drawings(assets_dir())
    choreography = Choreography({name: one.figure for name, one in drawings.items()})
    pictures = [choreography.picture(moment) for moment in changing_view()]
    used = Scene(drawings, LIGHT)
    before = [painted(used, picture) for picture in pictures]
    for picture, image in list(zip(pictures, before, strict=True))[::-1]:
        assert painted(used, picture) == image
        assert painted(Scene(drawings, LIGHT), picture) == image


def painted(scene: Scene, picture: Picture) -> QImage:
    image = QImage(240, 160, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(painter, picture, image.rect())
    return image
