"""The FOOT, HAND and HELD drawings: landmarks in place, parts whole, skin ready for any tone."""

from __future__ import annotations

import math
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from massage_guide.domain.figure import FigureName
from massage_guide.domain.motion import movement, prepare
from massage_guide.files.figure_file import read_figure
from massage_guide.files.library import Library
from massage_guide.stage.puppet import Look, Puppet
from massage_guide.stage.sight import Sight

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
NAMES = ("foot", "hand", "held")
MARGIN = 10
SKINNED = re.compile(r"finger|palm|thumb|-hand|support|grip")

BABY = {"#f9dcc4", "#f1c3a0", "#dea27c", "#b9795a", "#ee9d8c"}
ADULT = {"#dfae8a", "#c98f68", "#a76f4b", "#7d4e33", "#f0cdb8"}
CUFF = {"#ffffff", "#f3ead2", "#e6d6ae", "#cbb482", "#a08a5a"}

LANDMARKS = {
    "foot": {
        "heel": (30, 90),
        "arch": (32, 62),
        "ball": (30, 34),
        "ankle": (30, 98),
        "top.toes": (30, 26),
        "top.ankle": (30, 84),
    },
    "hand": {"heel": (30, 66), "palm.mid": (30, 48), "thumb.base": (10, 50)},
}


def figure(name: str) -> dict[str, Any]:
    """The description of one figure as it is written on disk."""
    return tomllib.loads((FIGURES / f"{name}.toml").read_text(encoding="utf-8"))


def parts() -> list[tuple[str, str]]:
    """Every drawing of the three figures, with the figure it belongs to."""
    return [(name, part["svg"]) for name in NAMES for part in figure(name)["part"]]


@pytest.mark.parametrize("name", sorted(LANDMARKS))
def test_every_landmark_of_the_reference_is_where_it_says(name: str) -> None:
    described = figure(name)["landmarks"]
    for landmark, place in LANDMARKS[name].items():
        assert tuple(described[landmark]) == place


def test_toes_and_fingers_are_counted_from_big_toe_and_thumb() -> None:
    foot, hand = figure("foot")["landmarks"], figure("hand")["landmarks"]
    for number in range(1, 6):
        for marks, root in ((foot, "toe"), (foot, "top.toe"), (hand, "finger")):
            base, tip = marks[f"{root}.base.{number}"], marks[f"{root}.tip.{number}"]
            assert tip[1] < base[1], "toes and fingers point up the picture"
    soles = [foot[f"toe.base.{number}"][0] for number in range(1, 6)]
    tops = [foot[f"top.toe.base.{number}"][0] for number in range(1, 6)]
    assert soles == sorted(soles), "sole of a left foot: big toe at the left"
    assert tops == sorted(tops, reverse=True), "top of the same foot: big toe at the right"
    assert hand["finger.base.1"] == [10, 50]


HELD = (
    "chest-to-chest-rest",
    "forearm-hold",
    "wrap-cuddle-thank-you",
    "shoulder-hold-back-stroke",
)


@pytest.mark.parametrize("stroke", HELD)
def test_each_held_stroke_has_a_still_with_a_separate_baby_and_hand(stroke: str) -> None:
    drawings = [part["svg"] for part in figure("held")["part"] if part["scene"] == stroke]
    for piece in ("adult", "baby", "hand"):
        assert any(piece in Path(drawing).stem for drawing in drawings), piece


@pytest.mark.parametrize("stroke", HELD)
def test_a_held_baby_without_hair_has_none(stroke: str, qapp: QGuiApplication) -> None:
    drawing = read_figure(FIGURES / "held.toml")
    images = []
    for hair in (True, False):
        image = QImage(160, 120, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            Puppet(drawing, Look(hair=hair)).paint(painter, 1.0, {}, Sight(scene=stroke))
        images.append(image)
    assert images[0] != images[1]


@pytest.mark.parametrize("stroke", HELD)
def test_a_held_baby_is_awake_and_blinks(stroke: str, qapp: QGuiApplication) -> None:
    puppet, images = Puppet(read_figure(FIGURES / "held.toml"), Look()), []
    for blink in (False, True):
        image = QImage(640, 480, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            puppet.paint(painter, 4.0, {}, Sight(blink=blink, scene=stroke))
        images.append(image)
    eyes, (awake, blinking) = puppet.eye_bounds(Sight(scene=stroke)), images
    changed = [
        (x / 4, y / 4)
        for x in range(640)
        for y in range(480)
        if awake.pixel(x, y) != blinking.pixel(x, y)
    ]
    assert changed and all(eyes.contains(x, y) for x, y in changed)


def test_at_the_shoulder_a_palm_glides_down_the_back_and_an_arm_stays_below() -> None:
    library = Library.load(FIGURES.parent)
    stroke, held = library.strokes[HELD[3]], library.figures[FigureName.HELD]
    doing = prepare(stroke, held, None, 1)
    ways = [movement(doing, n / 60).pose["upright.hand"] for n in range(44)]
    assert all(b.y >= a.y for a, b in pairwise(ways)), "down, and not up again on the way"
    elbow = held.landmarks["upright.elbow"]
    length = math.dist(elbow, held.landmarks["upright.hand"])
    assert all(abs(math.dist(elbow, hand) / length - 1) < 0.15 for hand in ways), "no rubber arm"
    backs = {held.landmarks[f"upright.{name}"].x for name in ("shoulders", "mid", "bottom")}
    assert max(backs) - min(backs) < 3, "upright"


@pytest.mark.parametrize(("name", "svg"), parts())
def test_a_part_is_drawn_and_stays_inside_its_canvas(name: str, svg: str) -> None:
    about = figure(name)
    renderer = QSvgRenderer(str(FIGURES / svg))
    assert renderer.isValid()
    assert renderer.viewBoxF() == QRectF(0, 0, about["width"], about["height"])
    width, height = about["width"], about["height"]
    image = QImage(
        width + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(MARGIN, MARGIN, width, height))
    painter.end()
    inked = [
        (x - MARGIN, y - MARGIN)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 0
    ]
    assert inked
    assert all(0 <= x < width and 0 <= y < height for x, y in inked)


@pytest.mark.parametrize(("name", "svg"), [part for part in parts() if part[0] != "held"])
def test_skin_is_painted_only_in_colours_a_tone_can_replace(name: str, svg: str) -> None:
    text = (FIGURES / svg).read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", text)) <= BABY | CUFF
    assert "<image" not in text
    assert "<script" not in text


@pytest.mark.parametrize(("name", "svg"), [part for part in parts() if SKINNED.search(part[1])])
def test_hands_of_both_ages_use_their_own_family(name: str, svg: str) -> None:
    text = (FIGURES / svg).read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{6}", text)) & (BABY if name == "hand" else ADULT)
