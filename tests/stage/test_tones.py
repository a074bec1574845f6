"""The skin tones: ten for the baby, ten for the hands, each alive."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest

from massage_guide.domain.settings import TONES, Settings
from massage_guide.stage.tones import BABY_TONES, HAND_TONES, MONK, BabyTone, HandTone, tones
from tests.stage.light import contrast, luminance

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
HEX = re.compile(r"#[0-9a-f]{6}")

every_tone = pytest.mark.parametrize(
    "tone",
    [*BABY_TONES, *HAND_TONES],
    ids=[f"baby-{n}" for n in TONES] + [f"hand-{n}" for n in TONES],
)


def saturation(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[1]


def test_there_are_ten_of_each() -> None:
    assert len(MONK) == len(BABY_TONES) == len(HAND_TONES) == len(TONES) == 10


def test_each_tone_is_darker_than_the_one_before() -> None:
    for family in (BABY_TONES, HAND_TONES):
        lights = [luminance(tone.base) for tone in family]
        assert lights == sorted(lights, reverse=True)


@every_tone
def test_skin_is_lit_shaded_and_outlined(tone: BabyTone | HandTone) -> None:
    light, base, shade, line = (
        luminance(colour) for colour in (tone.light, tone.base, tone.shade, tone.line)
    )
    assert light > base > shade > line
    assert contrast(tone.base, tone.line) >= 1.35, "an outline is seen"


@every_tone
def test_no_skin_is_grey(tone: BabyTone | HandTone) -> None:
    for colour in (tone.base, tone.shade):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert red > green > blue, "skin is warm"
        assert saturation(colour) > 0.12


@pytest.mark.parametrize("number", TONES)
def test_lips_and_hair_show_on_the_skin(number: int) -> None:
    baby = BABY_TONES[number - 1]
    assert contrast(baby.lip_line, baby.base) >= 1.4
    assert contrast(baby.hair, baby.base) >= 1.4


def test_the_usual_hands_are_clearly_apart_from_the_usual_baby() -> None:
    usual = Settings()
    skins = BABY_TONES[usual.baby_tone - 1].base, HAND_TONES[usual.hand_tone - 1].base
    assert contrast(*skins) >= 1.5


def test_every_colour_that_a_tone_replaces_is_drawn_somewhere() -> None:
    drawn = {
        colour
        for path in FIGURES.glob("*/*.svg")
        for colour in HEX.findall(path.read_text(encoding="utf-8").lower())
    }
    worn = tones(1, 1)
    assert set(worn.baby) | set(worn.hands) <= drawn
    assert not set(worn.baby) & set(worn.hands), "a baby's colour is never an adult's"


@pytest.mark.parametrize("number", TONES)
def test_soles_and_palms_stay_light_on_dark_skin(number: int) -> None:
    worn, base = tones(number, 1), "#f1c3a0"
    sole, skin = luminance(worn.palms[base]), luminance(worn.baby[base])
    assert sole >= skin
    if number >= 8:
        assert contrast(worn.palms[base], worn.baby[base]) >= 1.5
