"""The keys of a class: which key wishes what, changeable, and kept as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Wish(StrEnum):
    """What an instructor may wish during a class."""

    NEXT = "next"
    BACK = "back"
    BLACK = "black"
    FREEZE = "freeze"
    HOLDING = "babies-first"
    """The slide that says that babies come first."""
    CUE_CARD = "cue-card"
    BREATHE = "breathe"
    REST = "rest"
    """Rest, or go on."""
    HOLD = "hold"
    """Wait for the instructor, or go on by itself."""
    QUICKER = "quicker"
    SLOWER = "slower"
    TURN = "turn"
    """See it from the parent's place, or from the other side."""
    NOTES = "notes"
    """Turn over: notes, what to talk about, and the list."""
    SWAP = "swap"
    SCREENS = "screens"
    """Choose a screen."""
    PEEK = "peek"
    """With one screen: the presenter's side, or the class's picture."""
    IDENTIFY = "identify"
    TEST = "test-pattern"
    BEGIN = "begin"
    LEAVE_FULL_SCREEN = "leave-full-screen"
    KEYS = "keys"
    HELP = "help"
    ENTER = "enter"
    """Jump to the number typed, or else next."""


USUAL: Mapping[Wish, tuple[str, ...]] = MappingProxyType(
    {
        Wish.NEXT: ("Space", "Right", "PgDown", "Media_Play", "Toggle_Media_Play/Pause"),
        Wish.BACK: ("Left", "PgUp"),
        Wish.BLACK: ("B", "."),
        Wish.FREEZE: ("Z",),
        Wish.HOLDING: ("T",),
        Wish.CUE_CARD: ("C",),
        Wish.BREATHE: ("R",),
        Wish.REST: ("P",),
        Wish.HOLD: ("H",),
        Wish.QUICKER: ("+", "=", "Up"),
        Wish.SLOWER: ("-", "Down"),
        Wish.TURN: ("U",),
        Wish.NOTES: ("N",),
        Wish.SWAP: ("S",),
        Wish.SCREENS: ("D",),
        Wish.PEEK: ("V",),
        Wish.IDENTIFY: ("I",),
        Wish.TEST: ("G",),
        Wish.BEGIN: ("F5",),
        Wish.LEAVE_FULL_SCREEN: ("Esc",),
        Wish.KEYS: ("?",),
        Wish.HELP: ("F1",),
        Wish.ENTER: ("Return", "Enter"),
    }
)
"""Names of keys as Qt writes them, with `_` for a space."""
DIGITS = frozenset("0123456789")
"""They make the number of an item, and are never anything else."""
FIXED = frozenset({Wish.LEAVE_FULL_SCREEN, Wish.ENTER, Wish.HELP})
"""Wishes whose keys stay what they are, so that there is always a way out and help."""


class ClassKeys:
    """Which key wishes what; frozen, and equal where the keys are."""

    def __init__(self, keys: Mapping[Wish, tuple[str, ...]] = USUAL) -> None:
        self._keys = {wish: tuple(keys.get(wish, ())) for wish in Wish}
        self._wishes = {key: wish for wish, names in self._keys.items() for key in names}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClassKeys) and self._keys == other._keys

    def __hash__(self) -> int:
        return hash(tuple(self._keys.items()))

    def wish(self, key: str) -> Wish | None:
        """What this key wishes."""
        return self._wishes.get(key)

    def keys(self, wish: Wish) -> tuple[str, ...]:
        """The keys that wish this."""
        return self._keys[wish]

    def may_take(self, wish: Wish, key: str) -> bool:
        """Whether this key may come to mean that."""
        taken = self.wish(key)
        free = key and key not in DIGITS and not any(letter.isspace() for letter in key)
        return bool(free) and wish not in FIXED and (taken is None or taken not in FIXED)

    def with_key(self, wish: Wish, key: str) -> ClassKeys:
        """This key wishes that from now on, before its other keys, and nothing else."""
        if not self.may_take(wish, key):
            return self
        keys = {
            one: tuple(name for name in names if name != key) for one, names in self._keys.items()
        }
        keys[wish] = (key, *keys[wish])
        return ClassKeys(keys)

    def text(self) -> str:
        """What differs from the usual, a wish a line: its name, then its keys."""
        return "\n".join(
            " ".join((wish.value, *keys))
            for wish, keys in self._keys.items()
            if keys != USUAL[wish]
        )

    @classmethod
    def of_text(cls, text: str) -> ClassKeys:
        """What `text` wrote; a line that means nothing is as usual."""
        named = {wish.value: wish for wish in Wish if wish not in FIXED}
        lines = [line.split() for line in text.splitlines()]
        written = {named[line[0]]: line[1:] for line in lines if line and line[0] in named}
        found = cls({**USUAL, **dict.fromkeys(written, ())})
        for wish, keys in written.items():
            for key in reversed(keys):
                found = found.with_key(wish, key)
        return found
