"""Stills: the picture that tells a stroke, drawn for paper: a light baby, darker hands, no mat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Dress
from massage_guide.domain.stroke import Stroke
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.paper.items import Picture
from massage_guide.paper.leaflet import Item
from massage_guide.stage.palette import LIGHT
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones

PRINT = replace(
    LIGHT, name="print", paper="#ffffff", paper_deep="#ffffff", card="#ffffff", ahead="#2a2622"
)
"""White paper costs no ink."""
_BABY, _HANDS = 2, 6
"""Skins so far apart that hands are seen on the baby without colour."""
_WIDE, _HIGH = 390, 370
"""Pixels; some 220 to the inch as it is printed."""


class Stills:
    """Draws each stroke once, when it is first wanted."""

    def __init__(self, drawings: Mapping[FigureName, FigureDrawing]) -> None:
        bare = {name: replace(drawing, mat=None) for name, drawing in drawings.items()}
        self._figures = {name: drawing.figure for name, drawing in bare.items()}
        self._scene = Scene(bare, PRINT, tones(_BABY, _HANDS, hair=True))
        self._choreography = Choreography(self._figures, dress=Dress.NAPPY)
        self._drawn: dict[str, QImage] = {}

    def image(self, stroke: Stroke) -> QImage:
        """The still, on the baby's left where the stroke has sides."""
        if stroke.id not in self._drawn:
            side = Side.LEFT if stroke.takes_sides else None
            doing = prepare(stroke, self._figures[stroke.figure], side, stroke.repeats)
            image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
            with QPainter(image) as painter:
                picture = self._choreography.still(doing)
                self._scene.paint(painter, picture, QRect(0, 0, _WIDE, _HIGH))
            self._drawn[stroke.id] = image
        return self._drawn[stroke.id]


@dataclass(frozen=True, slots=True, eq=False)
class Still(Item):
    """One stroke's still on a page, drawn when the page is."""

    stroke: Stroke
    stills: Stills
    high: float

    def height(self, wide: float) -> float:
        """Millimetres."""
        return self.high

    def paint(self, painter: QPainter, x: float, y: float, wide: float) -> None:
        """Draw it."""
        Picture(self.stills.image(self.stroke), self.high).paint(painter, x, y, wide)
