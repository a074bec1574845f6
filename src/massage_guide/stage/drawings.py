"""The drawings of every figure, read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from massage_guide.domain.figure import FigureName
from massage_guide.files.figure_file import FigureDrawing, read_figure


def read_drawings(assets: Path) -> Mapping[FigureName, FigureDrawing]:
    """Every figure under `assets/figures`; raises FigureFileError for a broken one."""
    drawings = (read_figure(path) for path in sorted((assets / "figures").glob("*.toml")))
    return {drawing.figure.name: drawing for drawing in drawings}
