"""Keepsakes: what the stage has drawn and keeps, under a limit of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, Protocol, TypeVar, cast

from PySide6.QtGui import QImage

_LEAST = 24 * 1024 * 1024
"""Bytes that may be kept however small the window is."""
A_REPEAT = 600
"""Frames that a repeat of most strokes lasts."""
_JUST_NOW = 8
"""Drawings kept over the limit, for the next frame may want them again."""


class Drawn(Protocol):
    """Something that is kept."""

    @property
    def image(self) -> QImage:
        """Its pixels."""


_D = TypeVar("_D", bound=Drawn)


class _Kept(NamedTuple):
    drawn: Drawn
    frame: int
    """When it was wanted last."""


class Keepsakes:
    """Keeps what was drawn until its room is wanted.

    What is painted never depends on what is kept: a drawing made anew is the same.
    """

    def __init__(self, windows: float, patience: int = 0) -> None:
        """Up to `windows` times the window's own bytes are kept; the least used go first.

        What was wanted less than `patience` frames ago stays. Strokes come round: where a whole
        repeat does not fit, a part of it is kept, rather than each drawing replaced just before
        it is wanted again.
        """
        self._windows, self._patience = windows, patience
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._just_now: OrderedDict[tuple[object, ...], Drawn] = OrderedDict()
        self._bytes, self._limit, self._frame = 0, _LEAST, 0

    @property
    def bytes(self) -> int:
        """What is kept now."""
        return self._bytes

    def next_frame(self, window: int) -> None:
        """Another frame begins, in a window of so many bytes."""
        self._frame += 1
        self._limit = max(_LEAST, round(self._windows * window))

    def find(self, key: tuple[object, ...]) -> Drawn | None:
        """What is kept under the key."""
        found = self._kept.get(key)
        if found is None:
            return self._just_now.get(key)
        if found.frame != self._frame:
            self._kept[key] = _Kept(found.drawn, self._frame)
            self._kept.move_to_end(key)
        return found.drawn

    def keep(self, key: tuple[object, ...], drawn: Drawn) -> None:
        """Keep it under a key that was not there, if there is room."""
        size = drawn.image.sizeInBytes()
        while self._kept and self._bytes + size > self._limit:
            oldest = next(iter(self._kept))
            if self._kept[oldest].frame > self._frame - self._patience:
                self._just_now[key] = drawn
                if len(self._just_now) > _JUST_NOW:
                    self._just_now.popitem(last=False)
                return
            self._bytes -= self._kept.pop(oldest).drawn.image.sizeInBytes()
        self._kept[key] = _Kept(drawn, self._frame)
        self._bytes += size


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
