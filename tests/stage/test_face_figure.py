"""The FACE drawing: landmarks in place, four faces and a blink, and zones no stroke may enter."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from massage_guide.domain.figure import Point, Zone, mirrored_landmark
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.figure_file import Part, read_figure
from massage_guide.stage.puppet import Look, Puppet
from massage_guide.stage.sight import Sight

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
FACE = read_figure(FIGURES / "face.toml")
MARKS, ZONES = FACE.figure.landmarks, FACE.figure.zones
PARTS = (*FACE.parts, *((FACE.mat,) if FACE.mat else ()))
SCALE = 4

BABY = {"#f9dcc4", "#f1c3a0", "#dea27c", "#b9795a", "#ee9d8c"}
ADULT = {"#dfae8a", "#c98f68", "#a76f4b", "#7d4e33", "#f0cdb8"}
DARK = 90
"""How bright the darkest colour channel sum of an iris or a lash is, at most."""

LANDMARKS = {
    "hairline": (50, 15),
    "forehead.mid": (50, 30),
    "brow.in.R": (44, 45),
    "brow.out.R": (28, 46),
    "temple.R": (20, 48),
    "bridge": (50, 48),
    "nostril.R": (45, 66),
    "cheekbone.R": (32, 64),
    "ear.R": (14, 60),
    "lip.up": (50, 76),
    "corner.R": (41, 79),
    "lip.low": (50, 84),
    "chin": (50, 96),
    "jaw.R": (22, 74),
}
RIGHT_SIDE_WAYS: dict[str, list[str | tuple[float, float]]] = {
    "open book on the forehead": ["forehead.mid", "temple.R"],
    "relax the eyes": ["brow.in.R", "brow.out.R"],
    "bridge of the nose and under the cheekbone": ["bridge", "nostril.R", "cheekbone.R", "ear.R"],
    "smile on the upper lip": ["lip.up", "corner.R", (39, 77)],
    "smile on the lower lip": ["lip.low", "corner.R", (39, 77)],
    "from the jaw hinge to the chin": ["jaw.R", (30, 88), "chin"],
    "behind the ear and along the jaw": [(14, 50), "ear.R", (17, 82), (32, 93), "chin"],
    "dots above the upper lip": ["corner.R", (45, 76.4), "lip.up"],
    "dots below the lower lip": ["corner.R", (45, 83), "lip.low"],
    "head smoothing": ["hairline", (24, 24), (14, 44), "ear.R"],
}
"""Where the face strokes of the reference pass, on the baby's right; the left is its mirror."""


def painted(face: Face = Face.CALM, *, blink: bool = False, dress: Dress = Dress.NAPPY) -> QImage:
    """The whole face as the stage paints it, without the mat."""
    size = (round(FACE.figure.width) * SCALE, round(FACE.figure.height) * SCALE)
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    Puppet(FACE, Look(dress=dress)).paint(painter, SCALE, {}, Sight(face, blink))
    painter.end()
    return image


def dark_places(image: QImage, zone: Zone) -> int:
    """How many pixels of the zone are as dark as an iris."""
    left, top, right, bottom = (round(edge * SCALE) for edge in zone)
    colours = (image.pixelColor(x, y) for x in range(left, right) for y in range(top, bottom))
    return sum(colour.red() < DARK and colour.alpha() > 0 for colour in colours)


def steps(way: list[str | tuple[float, float]]) -> list[Point]:
    """Points along the way, close enough together that none is passed over."""
    ends = [MARKS[place] if isinstance(place, str) else Point(*place) for place in way]
    return [
        Point(a.x + (b.x - a.x) * n / 200, a.y + (b.y - a.y) * n / 200)
        for a, b in itertools.pairwise(ends)
        for n in range(201)
    ]


@pytest.mark.parametrize("name", sorted(LANDMARKS))
def test_every_landmark_of_the_reference_is_where_it_says(name: str) -> None:
    assert MARKS[name] == LANDMARKS[name]
    if mirrored_landmark(name) != name:
        assert MARKS[mirrored_landmark(name)] == FACE.figure.mirror(MARKS[name])


def test_the_face_is_as_wide_as_that_of_a_three_month_old() -> None:
    across = MARKS["ear.L"].x - MARKS["ear.R"].x
    assert 10 <= across * FACE.figure.unit_cm <= 11
    assert (FACE.figure.width, FACE.figure.height) == (100, 120)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_is_drawn_on_the_whole_canvas(part: Part) -> None:
    renderer = QSvgRenderer(part.svg.encode())
    assert renderer.isValid()
    assert renderer.viewBoxF() == QRectF(0, 0, 100, 120)
    assert "clipPath" not in part.svg, "clip paths do not show"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_mask_keeps_its_shape_in_every_light(part: Part) -> None:
    for mask in re.findall(r"<mask.*?</mask>", part.svg, re.DOTALL):
        assert "#" not in mask.replace("url(#", ""), "palettes recolour hex colours only"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_skin_is_painted_in_colours_a_tone_can_replace(part: Part) -> None:
    colours = set(re.findall(r"#[0-9a-fA-F]{6}\b", part.svg))
    assert not colours & ADULT
    if part.name in {"head", "chest"}:
        assert colours >= BABY - {"#ee9d8c"}
    if part.name.startswith(("face-", "eyes-", "blink")):
        assert colours & BABY


def test_each_face_and_each_dress_looks_different() -> None:
    looks = [painted(face) for face in Face] + [painted(dress=Dress.CLOTHES)]
    assert all(a != b for a, b in itertools.combinations(looks, 2))


def test_lids_come_down_as_the_baby_grows_drowsy_and_close_in_a_blink() -> None:
    for name in ("eye.R", "eye.L"):
        calm, drowsy, closed = (
            dark_places(image, ZONES[name])
            for image in (painted(), painted(Face.DROWSY), painted(blink=True))
        )
        assert calm > 2 * drowsy > 0
        assert closed < drowsy


def test_the_eye_zones_hold_the_whole_of_both_eyes() -> None:
    face = painted()
    band = Zone(24, 49, 76, 64)
    both = dark_places(face, ZONES["eye.R"]) + dark_places(face, ZONES["eye.L"])
    assert both > 0.97 * dark_places(face, band), "all but the tips of the lashes"


def test_zones_lie_where_their_names_say() -> None:
    for name, zone in ZONES.items():
        left, top = FACE.figure.mirror(Point(zone.right, zone.top))
        other = ZONES[mirrored_landmark(name)]
        assert (left, top) == pytest.approx((other.left, other.top)), "both sides alike"
    assert ZONES["soft.spot"].bottom < MARKS["hairline"].y
    assert ZONES["throat"].top > MARKS["chin"].y
    assert MARKS["brow.in.R"].y < ZONES["eye.R"].top < ZONES["eye.R"].bottom < MARKS["nostril.R"].y
    assert MARKS["nostril.R"].x < ZONES["nose"].left < ZONES["nose"].right < MARKS["nostril.L"].x
    assert MARKS["lip.up"].y < ZONES["mouth"].top < ZONES["mouth"].bottom < MARKS["lip.low"].y


@pytest.mark.parametrize("stroke", sorted(RIGHT_SIDE_WAYS))
def test_no_face_stroke_passes_a_zone(stroke: str) -> None:
    for point in steps(RIGHT_SIDE_WAYS[stroke]):
        for place in (point, FACE.figure.mirror(point)):
            entered = [name for name, zone in ZONES.items() if zone.holds(place)]
            assert not entered, f"{place} lies in {entered}"
