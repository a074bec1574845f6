"""The palettes: words stay readable in every light."""

from __future__ import annotations

from dataclasses import fields

import pytest

from massage_guide.stage.palette import (
    EVENING,
    EVENING_PEAK,
    EVENING_PICTURE_PEAK,
    PALETTES,
    Palette,
)
from tests.stage.light import contrast, luminance

every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


@every_palette
def test_words_are_readable_on_every_ground(palette: Palette) -> None:
    for ground in (palette.paper, palette.card, palette.card_hover, palette.paper_deep):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.soft_ink, ground) >= 4.5
        assert contrast(palette.accent_deep, ground) >= 4.5
        assert contrast(palette.focus, ground) >= 3
    for accent in (palette.accent, palette.accent_hover, palette.accent_pressed):
        assert contrast(palette.accent_ink, accent) >= 4.5
    for tint in (palette.accent_soft, palette.warm_soft):
        assert contrast(palette.ink, tint) >= 7
        assert contrast(palette.soft_ink, tint) >= 4.5
    assert contrast(palette.warm_ink, palette.warm_soft) >= 4.5
    assert contrast(palette.warm_ink, palette.paper) >= 4.5


@every_palette
def test_nothing_is_red(palette: Palette) -> None:
    for field in fields(palette):
        colour = getattr(palette, field.name)
        if isinstance(colour, str) and colour.startswith("#"):
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert red < 2.6 * max(green, blue, 40)


def test_the_evening_page_gives_off_little_light() -> None:
    assert luminance(EVENING.paper) < 0.02
    assert luminance(EVENING.ink) <= EVENING_PEAK
    assert luminance(EVENING.accent_deep) <= EVENING_PICTURE_PEAK
