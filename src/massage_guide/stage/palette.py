"""The palette: every named colour of the program, in one frozen value for each theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for, as #rrggbb; a picture and a page use the same ones."""

    name: str
    """Stable word for settings: light, evening or projector."""
    dark: bool
    """Whether the page is darker than its words."""

    paper: str
    """The page, and the ground behind the picture."""
    paper_deep: str
    """A shade beside paper: bands, wells, the floor beyond the mat."""
    card: str
    """What lies on the page: cards, panels, captions."""
    card_hover: str
    """A card under the pointer."""
    card_pressed: str
    """A card being pressed."""
    line: str
    """Hairlines and quiet edges; never needed to understand anything."""

    ink: str
    """Words."""
    soft_ink: str
    """Words that may be overlooked; still 4.5 to 1 on paper and card."""

    accent: str
    """Sage: the one thing to press to go on."""
    accent_hover: str
    accent_pressed: str
    accent_ink: str
    """Words on accent."""
    accent_soft: str
    """A tint of accent: what is chosen, the ground of a quiet offer."""
    accent_deep: str
    """Accent strong enough for words and thin shapes on paper or card."""

    warm: str
    """Terracotta: the other hand, the breath, what is true today."""
    warm_soft: str
    """A tint of warm."""
    warm_ink: str
    """Words on warm_soft."""

    focus: str
    """The ring round what the keyboard is on; 3 to 1 on paper and card."""
    veil: str
    """Laid over the page behind an overlay, at veil_opacity."""
    veil_opacity: float

    mat: str
    """The mat that baby lies on."""
    mat_light: str
    """Its lit side."""
    mat_edge: str
    """Its edge and stitching."""
    mat_shadow: str
    """Where the mat and the baby meet."""
    trail: str
    """Where an active hand has just been."""
    ahead: str
    """Where an active hand goes next."""
    ring: str
    """The soft ring for this stroke."""
    ring_track: str
    """The part of the ring still to come."""
    picture_dim: float
    """How much light is taken from the brightest of the picture, 0 to 1, to suit the room."""
    ground_dim: float
    """The same for the mat beneath the baby."""

    @property
    def is_far(self) -> bool:
        """Whether it is read from across a room."""
        return self.name == "projector"


LIGHT = Palette(
    name="light",
    dark=False,
    paper="#f6f1ea",
    paper_deep="#ece4d8",
    card="#fdfaf5",
    card_hover="#fffdfa",
    card_pressed="#f1eadf",
    line="#e2d8ca",
    ink="#3a332d",
    soft_ink="#6b6056",
    accent="#5e7a64",
    accent_hover="#56725c",
    accent_pressed="#4b6551",
    accent_ink="#ffffff",
    accent_soft="#dde6da",
    accent_deep="#46604c",
    warm="#c98363",
    warm_soft="#f3ded1",
    warm_ink="#7a4127",
    focus="#a4593a",
    veil="#3a332d",
    veil_opacity=0.34,
    mat="#cfd9cb",
    mat_light="#dfe7db",
    mat_edge="#b3c2ae",
    mat_shadow="#a3b29e",
    trail="#c69a6c",
    ahead="#8aa08c",
    ring="#7f9a83",
    ring_track="#dcd5c8",
    picture_dim=0.0,
    ground_dim=0.0,
)

EVENING = Palette(
    name="evening",
    dark=True,
    paper="#1f1a17",
    paper_deep="#181412",
    card="#2a2420",
    card_hover="#322b26",
    card_pressed="#26201c",
    line="#3a322c",
    ink="#d4c7b8",
    soft_ink="#b0a191",
    accent="#7a977d",
    accent_hover="#84a187",
    accent_pressed="#708c73",
    accent_ink="#141a15",
    accent_soft="#2c362e",
    accent_deep="#95ad96",
    warm="#b9795b",
    warm_soft="#3f2d27",
    warm_ink="#e0b196",
    focus="#d79a78",
    veil="#0b0908",
    veil_opacity=0.55,
    mat="#3b453c",
    mat_light="#465147",
    mat_edge="#56624f",
    mat_shadow="#272e28",
    trail="#c8a480",
    ahead="#8ba38c",
    ring="#7d9680",
    ring_track="#39332d",
    picture_dim=0.7,
    ground_dim=0.9,
)

PROJECTOR = Palette(
    name="projector",
    dark=False,
    paper="#fdf6e9",
    paper_deep="#f3e6cf",
    card="#fffdf8",
    card_hover="#ffffff",
    card_pressed="#f6ead6",
    line="#cbb999",
    ink="#1c1611",
    soft_ink="#463b31",
    accent="#2f5d41",
    accent_hover="#2a543a",
    accent_pressed="#234832",
    accent_ink="#ffffff",
    accent_soft="#cfe2d0",
    accent_deep="#214a31",
    warm="#b5532a",
    warm_soft="#f6d5c0",
    warm_ink="#61280f",
    focus="#8f3b17",
    veil="#1c1611",
    veil_opacity=0.45,
    mat="#b7cfb4",
    mat_light="#cadcc6",
    mat_edge="#8aac8a",
    mat_shadow="#86a285",
    trail="#cba57c",
    ahead="#3f7752",
    ring="#2f5d41",
    ring_track="#d8c7a8",
    picture_dim=0.0,
    ground_dim=0.0,
)

PALETTES = {palette.name: palette for palette in (LIGHT, EVENING, PROJECTOR)}
"""By the word that settings keep."""

EVENING_MEAN = 0.1
"""The most light that any frame of the evening gives off, all of it white being 1."""
EVENING_PEAK = 0.6
"""The brightest that anything is in the evening: words."""
EVENING_PICTURE_PEAK = 0.4
"""The brightest that anything in a picture is: the arrow over a white nappy."""
EVENING_CHANGE = 0.15
"""The most by which the light of a frame changes in a second; a flash is ten times as quick."""
