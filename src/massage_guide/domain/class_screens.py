"""Screens of a class: which one the class looks at, and which one only the presenter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_BUILT_IN = ("edp", "lvds", "dsi", "built-in", "builtin", "internal", "color lcd", "laptop")
"""How systems name the screen that belongs to a laptop."""


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """What is known of one screen."""

    name: str
    """As the system calls it, such as HDMI-1."""
    x: int
    """Where it lies on the desktop, device-independent pixels; so are the next three."""
    y: int
    width: int
    height: int
    primary: bool = False

    @property
    def key(self) -> str:
        """What it is remembered by: its name and size."""
        return f"{self.name} {self.width}x{self.height}"

    @property
    def is_built_in(self) -> bool:
        """Whether its name says that it belongs to the laptop."""
        return self.name.casefold().startswith(_BUILT_IN)

    def shows_the_same(self, other: ScreenFacts) -> bool:
        """Whether both show the same part of the desktop, as mirrored screens do."""
        return (self.x, self.y) == (other.x, other.y)


class Arrangement(StrEnum):
    """How the screens of a class are arranged."""

    TWO = "two"
    """One for the presenter and one for the class."""
    ONE = "one"
    MIRRORED = "mirrored"
    """Several screens that show the same."""
    UNPLACED = "unplaced"
    """Several, but the desktop lets no window say where it lies."""
    ALONE = "alone"
    """A rehearsal: however many there are, the class has none."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Which screen is whose; in other arrangements than TWO both have the same."""

    arrangement: Arrangement
    presenter: ScreenFacts | None
    audience: ScreenFacts | None


def seats(
    screens: Sequence[ScreenFacts],
    remembered: str = "",
    *,
    places_itself: bool = True,
    alone: bool = False,
) -> Seats:
    """Whose is which; `remembered` is the key of the class's screen, as far as one was chosen.

    `places_itself` says whether windows may say on which screen they lie; `alone`, that there is
    no class to see it.
    """
    if alone:
        return Seats(Arrangement.ALONE, own_screen(screens) if screens else None, None)
    if not screens:
        return Seats(Arrangement.ONE, None, None)
    own = own_screen(screens)
    others = [screen for screen in screens if not screen.shows_the_same(own)]
    if not others:
        mirrored = len(screens) > 1
        return Seats(Arrangement.MIRRORED if mirrored else Arrangement.ONE, own, own)
    if not places_itself:
        return Seats(Arrangement.UNPLACED, own, others[0])
    for chosen in screens:
        if chosen.key == remembered:
            beside = [screen for screen in screens if not screen.shows_the_same(chosen)]
            presenter = own if own in beside else beside[0]
            return Seats(Arrangement.TWO, presenter, chosen)
    return Seats(Arrangement.TWO, own, others[0])


def own_screen(screens: Sequence[ScreenFacts]) -> ScreenFacts:
    """The laptop's own, as well as can be told: by its name, else the desktop's first."""
    built_in = [screen for screen in screens if screen.is_built_in]
    primary = [screen for screen in screens if screen.primary]
    return (*built_in, *primary, *screens)[0]


def swapped(now: Seats) -> str:
    """The key of the screen that the class looks at after a swap; empty where nothing can be."""
    if now.arrangement is not Arrangement.TWO or now.presenter is None:
        return ""
    return now.presenter.key
