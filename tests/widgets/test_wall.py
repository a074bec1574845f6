"""What a class reads: large enough for the back of the room, and never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from massage_guide.domain.cueing import spoken
from massage_guide.domain.figure import Side
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Step
from massage_guide.widgets.lettering import block_height
from massage_guide.widgets.telling import place_words
from massage_guide.widgets.wall import SMALLEST_SHARE, wall_of, wall_theme
from tests.shipped import STROKES

PROJECTORS = [QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080), QSize(1280, 1024)]


@pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: f"{size.width()}x{size.height()}")
def test_every_stroke_can_be_read_at_eight_metres(qapp: object, size: QSize) -> None:
    theme = wall_theme(size)
    for stroke in STROKES:
        side = Side.RIGHT if stroke.takes_sides else None
        step = PlayedStep(1, stroke, side, 1, 5.0, Step(stroke=stroke.id))
        line = spoken(stroke.say.line, side)
        wall = wall_of(size, theme, stroke.name, place_words(step), line)
        wide, high = wall.column - 2 * wall.edge, size.height() - 2 * wall.edge
        assert {stroke.name, line} <= {one.text for one in wall.lines}
        for one in wall.lines:
            assert one.font(theme, 1.0).pixelSize() >= size.height() * SMALLEST_SHARE
            assert one.widest(theme, 1.0) <= wide, one.text
        assert block_height(wall.lines, theme, 1.0, wide) <= high, stroke.id
        # the picture keeps more than half of the wall
        assert wall.column < size.width() / 2
