"""Keepsakes: what the stage has drawn and keeps, under a limit of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtGui import QImage

_LEAST = 24 * 1024 * 1024
"""Bytes that may be kept however small the window is."""


class Drawn(Protocol):
    """Something that is kept."""

    @property
    def image(self) -> QImage:
        """Its pixels."""


_D = TypeVar("_D", bound=Drawn)


class Keepsakes:
    """Keeps what was drawn until its room is wanted.

    What is painted never depends on what is kept: a drawing made anew is the same.
    """

    def __init__(self, windows: float) -> None:
        """Up to `windows` times the window's own bytes are kept; the least used go first."""
        self._windows = windows
        self._kept: OrderedDict[tuple[object, ...], Drawn] = OrderedDict()
        self._bytes, self._limit = 0, _LEAST
        self._used: set[tuple[object, ...]] = set()

    @property
    def bytes(self) -> int:
        """What is kept now."""
        return self._bytes

    def suit(self, window: int) -> None:
        """Keep what suits a window of so many bytes."""
        self._limit = max(_LEAST, round(self._windows * window))

    def let_go(self) -> None:
        """Let go what was not used since this was last said."""
        for key in [key for key in self._kept if key not in self._used]:
            self._bytes -= self._kept.pop(key).image.sizeInBytes()
        self._used.clear()

    def find(self, key: tuple[object, ...]) -> Drawn | None:
        """What is kept under the key."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            self._used.add(key)
        return found

    def keep(self, key: tuple[object, ...], drawn: Drawn) -> None:
        """Keep it under a key that was not there."""
        self._kept[key] = drawn
        self._used.add(key)
        self._bytes += drawn.image.sizeInBytes()
        while self._bytes > self._limit and len(self._kept) > 1:
            gone, old = self._kept.popitem(last=False)
            self._used.discard(gone)
            self._bytes -= old.image.sizeInBytes()


class Shelf(Generic[_D]):
    """The keepsakes of one kind."""

    def __init__(self, keepsakes: Keepsakes, name: Hashable) -> None:
        """`name` sets its keys apart from those of other shelves."""
        self._keepsakes, self._name = keepsakes, name

    def get(self, key: Hashable, make: Callable[[], _D]) -> _D:
        """What is kept under the key, or is now made."""
        full = (self._name, key)
        found = self._keepsakes.find(full)
        if found is not None:
            return cast("_D", found)
        made = make()
        self._keepsakes.keep(full, made)
        return made
