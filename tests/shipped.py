"""What the program ships, read once for all tests: they only look at it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from massage_guide.desk import looks
from massage_guide.domain.figure import FigureName
from massage_guide.files import library
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.files.stroke_file import read_strokes
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.newborn import with_newborn
from massage_guide.stage.palette import Palette
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import Tones

LIBRARY = Library.load(assets_dir())
STROKES = tuple(LIBRARY.strokes.values())
DRAWINGS = read_drawings(assets_dir())
"""Of the older baby, for whom strokes are written."""
NEWBORN_DRAWINGS = with_newborn(DRAWINGS)
OLDER = {name: drawing.figure for name, drawing in DRAWINGS.items()}
NEWBORN = {name: drawing.figure for name, drawing in NEWBORN_DRAWINGS.items()}

_read_once = cache(read_strokes)
_scenes: dict[tuple[int, str], Scene] = {}


def keep_what_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every program that a test starts use the drawings and sprites of the one before.

    They are the same each time: reading and drawing them is most of a start.
    """

    def shipped(_assets: Path) -> Mapping[FigureName, FigureDrawing]:
        return DRAWINGS

    def newborn(_drawings: object) -> Mapping[FigureName, FigureDrawing]:
        return NEWBORN_DRAWINGS

    def scene(drawings: Mapping[FigureName, FigureDrawing], palette: Palette, worn: Tones) -> Scene:
        key = (id(drawings), f"{palette} {worn}")
        if key not in _scenes:
            _scenes[key] = Scene(drawings, palette, worn)
        return _scenes[key]

    def strokes(path: Path) -> object:
        return (_read_once if path.is_relative_to(assets_dir()) else read_strokes)(path)

    monkeypatch.setattr("massage_guide.program.read_drawings", shipped)
    monkeypatch.setattr(looks, "with_newborn", newborn)
    monkeypatch.setattr(looks, "Scene", scene)
    monkeypatch.setattr(library, "read_strokes", strokes)
