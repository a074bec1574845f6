"""The way ahead: one whole arrow that a parent can read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from massage_guide.domain.figure import Point
from massage_guide.domain.path import on_clock
from massage_guide.stage.palette import PALETTES, Palette
from massage_guide.stage.trail import Line, paint_ahead

SCALE = 8
"""Pixels a unit."""
LONG = (Point(20, 5), Point(20, 45))
SHORT = (Point(20, 34), Point(20, 45))


def painted(lines: tuple[Line, ...], palette: Palette) -> QImage:
    image = QImage(40 * SCALE, 60 * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("#e9b897"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint_ahead(painter, lines, palette, 1.0)
    painter.end()
    return image


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
@pytest.mark.parametrize("line", [LONG, SHORT], ids=["dashed", "solid"])
def test_the_head_of_an_arrow_is_solid_and_even_on_both_sides(
    line: Line, palette: Palette, qtbot: QtBot
) -> None:
    image = painted((line,), palette)
    wanted = QColor(palette.accent_deep)
    for behind, aside in ((1.5, 0.3), (2.5, 0.7), (3.2, 1.0)):
        for side in (-aside, aside):
            at = image.pixelColor(round((20 + side) * SCALE), round((45 - behind) * SCALE))
            assert at == wanted, f"{behind} units behind the tip, {side} beside the line"


def test_two_ways_of_one_stroke_are_dashed_alike(qtbot: QtBot) -> None:
    palette = PALETTES["light"]
    short = (Point(10, 25), Point(10, 45))
    image = painted((short, LONG), palette)
    column = [image.pixelColor(10 * SCALE, y * SCALE // 4) for y in range(25 * 4, 40 * 4)]
    assert QColor(palette.accent_deep) in column
    assert QColor("#e9b897") in column


def test_a_circle_is_solid_however_long_and_an_arc_beside_it_is_dashed(qtbot: QtBot) -> None:
    palette = PALETTES["light"]
    centre = Point(20, 30)
    circle, arc = (
        tuple(on_clock(centre, radius, hours * i / 60) for i in range(61))
        for radius, hours in ((9.0, 11.3), (14.0, 7.0))
    )
    image = painted((circle, arc), palette)
    line = QColor(palette.accent_deep)

    def is_drawn(at: Point) -> bool:
        return image.pixelColor(round(at.x * SCALE), round(at.y * SCALE)) == line

    assert all(map(is_drawn, circle[2:50]))
    assert {is_drawn(at) for at in arc[2:50]} == {True, False}
