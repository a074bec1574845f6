"""What the stage keeps stays within its limit, and what comes round again is there."""

from __future__ import annotations

import platform
from typing import NamedTuple

import pytest
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
        keepsakes.next_frame(4 * MIB)
        shelf.get(number, make)
    return made


def test_what_is_kept_stays_within_its_limit_and_gives_way_to_what_is_new() -> None:
    for patience in (0, 600):
        keepsakes = Keepsakes(windows=8, patience=patience)
        played(keepsakes, 30)
        assert keepsakes.bytes == 32 * MIB

    soon = Keepsakes(windows=8, patience=10)
    played(soon, 8)
    played(soon, 8)
    for _ in range(20):
        soon.next_frame(4 * MIB)
    shelf: Shelf[Card] = Shelf(soon, "another stroke")
    for number in range(8):
        shelf.get(number, card)
    assert played(soon, 8) == 8


def test_a_stroke_too_long_to_be_kept_whole_finds_a_part_of_it_when_it_comes_round() -> None:
    patient = Keepsakes(windows=8, patience=600)
    assert played(patient, 30) == 30
    assert played(patient, 30) <= 30 - 8


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is freed")
def test_the_memory_of_a_picture_goes_back_to_the_system() -> None:
    assert give_pictures_back()
