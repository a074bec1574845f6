"""What the stage keeps stays within its limit, and what comes round again is there."""

from __future__ import annotations

import platform
from typing import NamedTuple

from PySide6.QtGui import QImage

from massage_guide.stage.allocation import give_pictures_back
from massage_guide.stage.keepsakes import Keepsakes, Shelf

MIB = 1024 * 1024


class Card(NamedTuple):
    """A drawing of four MiB."""

    image: QImage


def card() -> Card:
    """A new one."""
    return Card(QImage(1024, 1024, QImage.Format.Format_ARGB32_Premultiplied))


def played(keepsakes: Keepsakes, drawings: int) -> int:
    """Ask for so many drawings in turn, one a frame; give how many had to be made."""
    shelf: Shelf[Card] = Shelf(keepsakes, "card")
    made = 0

    def make() -> Card:
        nonlocal made
        made += 1
        return card()

    for number in range(drawings):
        keepsakes.suit(4 * MIB)
        shelf.get(number, make)
    return made


def test_what_is_kept_stays_within_its_limit_and_gives_way_to_what_is_new() -> None:
    keepsakes = Keepsakes(windows=8)
    played(keepsakes, 30)
    assert keepsakes.bytes == 32 * MIB

    assert played(keepsakes, 8) == 8
    assert played(keepsakes, 8) == 0


def test_what_a_stroke_left_behind_goes_with_the_one_after_it() -> None:
    keepsakes = Keepsakes(windows=8)
    played(keepsakes, 6)
    keepsakes.let_go()
    assert keepsakes.bytes == 24 * MIB, "it is still shown"
    assert played(keepsakes, 2) == 0
    keepsakes.let_go()
    assert keepsakes.bytes == 8 * MIB


def test_the_memory_of_a_picture_goes_back_to_the_system_where_it_would_be_kept() -> None:
    keeps_what_is_freed = platform.libc_ver()[0] == "glibc"
    assert give_pictures_back() is keeps_what_is_freed
