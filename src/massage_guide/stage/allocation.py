"""Allocation: how the C library hands out memory for large pictures."""

from __future__ import annotations

import ctypes
import sys

_MMAP_THRESHOLD = -3
"""The name of the setting, from malloc.h."""
_LARGE = 256 * 1024
"""Bytes from which a picture has pages of its own."""


def give_pictures_back() -> bool:
    """Let the pages of a large picture go back to the system together with it.

    Left alone, glibc takes ever larger ones from its heap once a few have been freed; between
    pictures that come and go for an hour, the heap only grows. False where there is no glibc.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    return mallopt is not None and mallopt(_MMAP_THRESHOLD, _LARGE) == 1
