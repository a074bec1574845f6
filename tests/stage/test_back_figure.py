"""The BACK drawing: landmarks in place, baby's left at the left, parts whole, skin for any tone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from massage_guide.domain.figure import Point, Zone
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.figure_file import read_figure
from massage_guide.stage.puppet import Look, Puppet
from massage_guide.stage.sight import Sight

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
DRAWING = read_figure(FIGURES / "back.toml")
SCALE = 2
MARGIN = 10

LANDMARKS = {
    "b.neck": (50, 42),
    "b.shoulders": (50, 52),
    "b.mid": (50, 72),
    "b.bottom": (50, 100),
    "b.knees": (50, 124),
    "b.toes": (50, 150),
}
JOINTS = ("shoulder", "elbow", "wrist", "hand", "hip", "knee", "ankle", "toes")
SKIN = {"#f9dcc4", "#f1c3a0", "#dea27c", "#b9795a", "#ee9d8c"}
CONTACT = {"#5b4030"}
"""Where one thing lies on another."""
BARE = re.compile(r"^(thigh|shin|foot|upper-arm|forearm|hand)(-line)?-(left|right)$|^torso$|^head$")
AIRWAY = Zone(26, 20, 33, 36)
"""In front of nose and mouth."""


@pytest.fixture
def baby(qtbot: QtBot) -> Puppet:
    """A puppet in the default look."""
    return Puppet(DRAWING, Look())


def picture(
    puppet: Puppet,
    pose: Mapping[str, Point] | None = None,
    face: Face = Face.CALM,
    *,
    blink: bool = False,
) -> QImage:
    """The puppet on grey, two pixels a unit."""
    image = QImage(100 * SCALE, 160 * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    puppet.paint(painter, SCALE, pose or {}, Sight(face, blink))
    painter.end()
    return image


def colour(image: QImage, x: float, y: float) -> QColor:
    """The colour at a place in figure units."""
    return image.pixelColor(round(x * SCALE), round(y * SCALE))


def is_skin(seen: QColor) -> bool:
    """Whether it is warm: much more red than blue."""
    return seen.red() > seen.blue() + 30 and seen.red() > 150


def changed(one: QImage, other: QImage, area: Zone) -> float:
    """The share of an area in which two pictures differ visibly."""
    places = [
        (x / 2, y / 2)
        for x in range(int(area.left * 2), int(area.right * 2))
        for y in range(int(area.top * 2), int(area.bottom * 2))
    ]
    unlike = [p for p in places if abs(colour(one, *p).blue() - colour(other, *p).blue()) > 8]
    return len(unlike) / len(places)


@pytest.mark.parametrize("name", sorted(LANDMARKS))
def test_every_landmark_of_the_reference_is_where_it_says(name: str) -> None:
    assert DRAWING.figure.landmarks[name] == LANDMARKS[name]


def test_canvas_and_spine_are_those_of_the_reference() -> None:
    figure = DRAWING.figure
    assert (figure.name, figure.width, figure.height, figure.unit_cm) == ("back", 100, 160, 0.4)
    assert figure.zones["spine"] == Zone(48, 42, 52, 104)


@pytest.mark.parametrize("joint", JOINTS)
def test_on_the_tummy_the_babys_left_is_at_the_left_of_the_picture(joint: str) -> None:
    marks = DRAWING.figure.landmarks
    assert marks[f"{joint}.L"].x < 50 < marks[f"{joint}.R"].x


def test_legs_keep_the_frog_shape() -> None:
    marks = DRAWING.figure.landmarks
    for side in ("L", "R"):
        hip, knee, ankle = (
            abs(marks[f"{name}.{side}"].x - 50) for name in ("hip", "knee", "ankle")
        )
        assert knee > hip > ankle


@pytest.mark.parametrize("name", ["b.neck", "b.shoulders", "b.mid"])
def test_the_hand_lands_on_skin(baby: Puppet, name: str) -> None:
    assert is_skin(colour(picture(baby), *LANDMARKS[name]))


def test_the_bottom_is_covered_by_the_nappy(baby: Puppet) -> None:
    seen = colour(picture(baby), *LANDMARKS["b.bottom"])
    assert min(seen.red(), seen.green(), seen.blue()) > 170


def test_nothing_lies_before_nose_and_mouth(baby: Puppet) -> None:
    seen = picture(baby)
    for x in range(int(AIRWAY.left), int(AIRWAY.right)):
        for y in range(int(AIRWAY.top), int(AIRWAY.bottom)):
            assert not is_skin(colour(seen, x, y)), "a hand lies where baby breathes"


def test_each_face_and_the_blink_look_different_and_only_there(baby: Puppet) -> None:
    calm = picture(baby)
    face, body = Zone(33, 10, 48, 36), Zone(20, 42, 80, 155)
    for other in (
        *(picture(baby, face=face) for face in Face if face is not Face.CALM),
        picture(baby, blink=True),
    ):
        assert changed(calm, other, face) > 0.02
        assert changed(calm, other, body) == 0


def test_a_leg_swims_and_leaves_the_rest_alone(baby: Puppet) -> None:
    knee = DRAWING.figure.landmarks["knee.L"]
    rest, swum = picture(baby), picture(baby, {"knee.L": Point(knee.x - 3, knee.y - 4)})
    assert changed(rest, swum, Zone(18, 112, 46, 156)) > 0.1
    assert changed(rest, swum, Zone(54, 112, 82, 156)) == 0
    assert changed(rest, swum, Zone(35, 45, 65, 105)) == 0


@pytest.mark.parametrize("dress", list(Dress))
def test_limbs_join_the_body_without_a_gap(dress: Dress, qtbot: QtBot) -> None:
    puppet = Puppet(DRAWING, Look(dress=dress))
    seen, marks = picture(puppet), DRAWING.figure.landmarks
    for side in ("L", "R"):
        for start, end in (
            ("shoulder", "elbow"),
            ("elbow", "wrist"),
            ("hip", "knee"),
            ("knee", "ankle"),
        ):
            a, b = marks[f"{start}.{side}"], marks[f"{end}.{side}"]
            for step in range(1, 8):
                place = (a.x + (b.x - a.x) * step / 8, a.y + (b.y - a.y) * step / 8)
                assert colour(seen, *place) != QColor("#808080"), (start, end, step)


@pytest.mark.parametrize("part", DRAWING.parts, ids=lambda part: part.name)
def test_a_part_is_drawn_and_stays_inside_its_canvas(part: object, qtbot: QtBot) -> None:
    svg = getattr(part, "svg", "")
    renderer = QSvgRenderer(svg.encode())
    assert renderer.isValid()
    assert renderer.viewBoxF() == QRectF(0, 0, 100, 160)
    image = QImage(100 + 2 * MARGIN, 160 + 2 * MARGIN, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(MARGIN, MARGIN, 100, 160))
    painter.end()
    inked = [
        (x - MARGIN, y - MARGIN)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 0
    ]
    assert inked
    assert all(0 <= x < 100 and 0 <= y < 160 for x, y in inked)


@pytest.mark.parametrize(
    ("name", "svg"),
    sorted({(part.name, part.svg) for part in DRAWING.parts if BARE.match(part.name)}),
)
def test_skin_is_painted_only_in_colours_a_tone_can_replace(name: str, svg: str) -> None:
    used = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r"url\(#\w+\)", "", svg)))
    assert used & SKIN
    assert used <= SKIN | CONTACT


@pytest.mark.parametrize(
    ("name", "svg"),
    sorted({(part.name, part.svg) for part in DRAWING.parts if "mask id" in part.svg}),
)
def test_masks_are_filled_with_a_word_that_no_palette_changes(name: str, svg: str) -> None:
    for mask in re.findall(r"<mask .*?</mask>", svg, re.DOTALL):
        fill = re.search(r'fill="([^"]+)"', mask)
        assert fill is not None
        assert fill[1] == "white" or fill[1].startswith("url(#")
    assert "clipPath" not in svg
