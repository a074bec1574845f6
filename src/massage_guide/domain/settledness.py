"""Settledness: five things a parent can see, and whether baby is awake."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Settledness(IntEnum):
    """How settled baby is, in ordinary words; no clinical scale [domain.md 3.4]."""

    CRYING = 1
    FRETFUL = 2
    WRIGGLY = 3
    CALM = 4
    AT_EASE = 5

    @property
    def label(self) -> str:
        """The word on the button."""
        return _LABELS[self]

    @property
    def word(self) -> str:
        """The same word inside a sentence."""
        return self.label.lower()

    @property
    def seen(self) -> str:
        """One line that says what a parent would see."""
        return _SEEN[self]


class BabyState(StrEnum):
    """The optional second tap."""

    AWAKE = "awake"
    DROWSY = "drowsy"
    ASLEEP = "asleep"

    @property
    def label(self) -> str:
        """The word on the button."""
        return self.value.capitalize()


_LABELS = {
    Settledness.CRYING: "Crying",
    Settledness.FRETFUL: "Fretful",
    Settledness.WRIGGLY: "Wriggly",
    Settledness.CALM: "Calm",
    Settledness.AT_EASE: "At ease",
}

_SEEN = {
    Settledness.CRYING: "Crying loudly, even after a minute in your arms; body tight.",
    Settledness.FRETFUL: "Grizzling on and off; holding helps for a while, then it comes back.",
    Settledness.WRIGGLY: "Not really crying, but restless: squirming, frowning, looking away.",
    Settledness.CALM: "Quiet body, soft face, easy breathing; awake or dozy.",
    Settledness.AT_EASE: "Loose arms and legs, open hands; joining in, or peacefully asleep.",
}


def states_for(value: Settledness) -> tuple[BabyState, ...]:
    """What the second tap offers: nobody cries or frets while asleep."""
    if value <= Settledness.FRETFUL:
        return (BabyState.AWAKE, BabyState.DROWSY)
    return tuple(BabyState)


def goes_with(value: Settledness, state: BabyState | None) -> bool:
    """Whether the pair can be: blank goes with everything."""
    return state is None or state in states_for(value)
