"""Light: how bright colours and pictures are, as the accessibility guidelines define it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QImage


class Light(NamedTuple):
    """What a picture gives off; a white one would be 1."""

    mean: float
    peak: float


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb."""
    return _luminance(int(colour[1:], 16))


def contrast(one: str, other: str) -> float:
    """How clearly two colours stand apart, from 1 (alike) to 21 (black on white)."""
    return apart(luminance(one), luminance(other))


def apart(one: float, other: float) -> float:
    """The same of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def light_of(image: QImage) -> Light:
    """The light of every pixel, alone and together."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(plain.constBits()).cast("I"))
    whole = sum(_luminance(pixel & 0xFFFFFF) * count for pixel, count in pixels.items())
    peak = max(_luminance(pixel & 0xFFFFFF) for pixel in pixels)
    return Light(whole / sum(pixels.values()), peak)


def light_at(image: QImage, x: int, y: int) -> float:
    """Relative luminance of one pixel."""
    return _luminance(image.pixel(x, y) & 0xFFFFFF)


@cache
def _luminance(pixel: int) -> float:
    red, green, blue = (_linear((pixel >> shift & 255) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
