"""The wardrobe: how the pictures of a class are drawn, the presenter's and the class's alike."""

from __future__ import annotations

from collections.abc import Mapping

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.class_plan import Lesson
from massage_guide.domain.figure import FigureName
from massage_guide.domain.picture import Dress
from massage_guide.domain.routine import Oil
from massage_guide.domain.settings import Settings
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.stage.palette import PROJECTOR
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones
from massage_guide.stage.view import StageView
from massage_guide.widgets.theme import moves_less


class Wardrobe:
    """Keeps the two scenes, for each holds all that it has drawn at its own size."""

    def __init__(self) -> None:
        self._scenes: tuple[tuple[object, ...], tuple[Scene, Scene]] | None = None

    def dress(
        self,
        pictures: tuple[StageView, StageView],
        drawings: Mapping[FigureName, FigureDrawing],
        own: Settings,
        lesson: Lesson,
    ) -> None:
        """Both pictures in the light of a projector: the presenter's is a copy of the class's."""
        key = (own.baby_tone, own.hand_tone, own.hair)
        if self._scenes is None or self._scenes[0] != key:
            worn = tones(own.baby_tone, own.hand_tone, hair=own.hair)
            both = Scene(drawings, PROJECTOR, worn), Scene(drawings, PROJECTOR, worn)
            self._scenes = key, both
        figures = {name: drawing.figure for name, drawing in drawings.items()}
        dress = Dress.CLOTHES if lesson.routine.oil is Oil.NONE else Dress.NAPPY
        for picture, scene in zip(pictures, self._scenes[1], strict=True):
            choreography = Choreography(
                figures, left_handed=own.left_handed, dress=dress, still=moves_less(own)
            )
            picture.dress_up(scene, choreography)
