"""What the program ships, read once for all tests: they only look at it."""

from __future__ import annotations

from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.newborn import with_newborn

LIBRARY = Library.load(assets_dir())
STROKES = tuple(LIBRARY.strokes.values())
DRAWINGS = read_drawings(assets_dir())
"""Of the older baby, for whom strokes are written."""
NEWBORN_DRAWINGS = with_newborn(DRAWINGS)
OLDER = {name: drawing.figure for name, drawing in DRAWINGS.items()}
NEWBORN = {name: drawing.figure for name, drawing in NEWBORN_DRAWINGS.items()}
