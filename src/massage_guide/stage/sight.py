"""Sight: which parts of a figure are seen, and in which layer."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from massage_guide.domain.picture import Face, Picture
from massage_guide.files.figure_file import Part


class Layer(Enum):
    """What of the figure is painted."""

    WHOLE = auto()
    BENEATH = auto()
    """What lies still beneath the first limb that moves."""
    ABOVE = auto()
    """All the rest."""


class Sight(NamedTuple):
    """Which of the drawings that take each other's place are seen."""

    face: Face = Face.CALM
    blink: bool = False
    scene: str = ""

    @classmethod
    def of(cls, picture: Picture) -> Sight:
        """What a picture shows."""
        return cls(picture.face, picture.blink, picture.scene)

    def shows(self, part: Part) -> bool:
        """Whether this part is seen."""
        return part.blink in (None, self.blink) and self.may_show(part)

    def may_show(self, part: Part) -> bool:
        """Whether it is seen now or when the eyes blink."""
        return part.face in (None, self.face) and part.scene in (None, self.scene)
