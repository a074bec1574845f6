"""The puppet: limbs follow a pose and cross in turn, the rest stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from massage_guide.domain.figure import Point
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.figure_file import FigureDrawing, read_figure
from massage_guide.stage.limbs import followed
from massage_guide.stage.puppet import Look, Puppet
from massage_guide.stage.sight import Sight
from massage_guide.stage.sprites import recoloured

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
SCALE = 2
KNEES_UP = {"knee.R": Point(42, 92), "knee.L": Point(58, 92)}
ARMS_FOLDED = {"wrist.R": Point(50, 56), "wrist.L": Point(50, 56)}


@pytest.fixture(scope="module")
def drawing() -> FigureDrawing:
    """The shipped baby on the back."""
    return read_figure(FIGURES / "front.toml")


@pytest.fixture
def baby(drawing: FigureDrawing, qtbot: QtBot) -> Puppet:
    """A puppet in the default look."""
    return Puppet(drawing, Look())


def painted(paint: Callable[[QPainter], None]) -> QImage:
    """A picture of 100 by 160 units on grey."""
    image = QImage(100 * SCALE, 160 * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def picture(
    puppet: Puppet,
    pose: Mapping[str, Point] | None = None,
    *,
    face: Face = Face.CALM,
    blink: bool = False,
    on_top: Collection[str] = (),
) -> QImage:
    """The puppet in a pose."""

    def paint(painter: QPainter) -> None:
        puppet.paint(painter, SCALE, pose or {}, Sight(face, blink), on_top)

    return painted(paint)


def colour(image: QImage, x: float, y: float) -> QColor:
    """The colour at a place in figure units."""
    return image.pixelColor(round(x * SCALE), round(y * SCALE))


def apart(one: QImage, other: QImage) -> list[tuple[float, float]]:
    """The places, in figure units, where two pictures differ visibly."""

    def differ(x: int, y: int) -> bool:
        a, b = one.pixel(x, y), other.pixel(x, y)
        return a != b and any(abs((a >> n & 255) - (b >> n & 255)) > 6 for n in (0, 8, 16))

    return [(x / 2, y / 2) for x in range(0, 200, 2) for y in range(0, 320, 2) if differ(x, y)]


def is_skin(seen: QColor) -> bool:
    """Whether it is warm: much more red than blue."""
    return seen.red() - seen.blue() > 30


def test_a_still_baby_lies_where_the_landmarks_say(baby: Puppet) -> None:
    image = picture(baby)
    for name in ("navel", "sternum.mid", "knee.R", "elbow.L", "chin", "ankle.L", "hand.R"):
        at = baby.rest[name]
        assert is_skin(colour(image, at.x, at.y - 1)), name
    assert colour(image, 3, 150) == QColor("#808080")
    assert not is_skin(colour(image, 50, 105))


def test_knees_fold_in_front_of_the_nappy(baby: Puppet) -> None:
    folded = picture(baby, KNEES_UP)
    assert is_skin(colour(folded, 43, 100))
    assert not is_skin(colour(picture(baby), 43, 97))
    assert colour(folded, 34, 135) == QColor("#808080")


def test_a_leg_that_folds_is_solid_all_the_way_and_ends_in_a_knee(
    drawing: FigureDrawing, baby: Puppet
) -> None:
    """Nothing of the nappy shines through a thigh on its way up; old drawings faded into others."""
    red = Puppet(drawing, Look(swaps=(("#fbfcfd", "#ff0000"),)))
    for y in range(120, 91, -4):
        pose = {"knee.R": Point(34 + (122 - y) / 4, y), "ankle.R": Point(40, y + 21)}
        white, other = picture(baby, pose), picture(red, pose)
        for above in (0, 3, 6):
            x, at = pose["knee.R"].x, y - above
            assert colour(white, x, at) == colour(other, x, at), (y, above)
    knees = picture(baby, KNEES_UP)
    assert all(is_skin(colour(knees, x, y)) for x, y in ((42, 88), (43, 100), (44, 112)))


def test_folded_arms_reach_the_chest(baby: Puppet) -> None:
    folded = picture(baby, ARMS_FOLDED)
    assert colour(folded, 14, 78) == QColor("#808080")
    assert colour(folded, 50, 57) != colour(picture(baby), 50, 57)


def test_what_does_not_move_stays_the_same(baby: Puppet) -> None:
    rest, moved = picture(baby), picture(baby, {"knee.L": Point(66, 118)})
    for x, y in ((50, 20), (22, 60), (40, 84), (34, 130)):
        assert colour(rest, x, y) == colour(moved, x, y)


def test_the_limb_named_last_crosses_on_top(baby: Puppet) -> None:
    crossed = {"ankle.R": Point(53, 112), "ankle.L": Point(47, 112)}
    assert picture(baby, crossed) != picture(baby, crossed, on_top={"leg.R"})
    assert picture(baby, crossed) == picture(baby, crossed, on_top={"leg.L"})


def test_a_foot_that_is_turned_up_shows_its_sole(drawing: FigureDrawing) -> None:
    palms = (("#f1c3a0", "#ff0000"), ("#f9dcc4", "#ff0000"), ("#dea27c", "#ff0000"))
    baby = Puppet(drawing, Look(palms=palms))
    legs = {"knee.R": Point(28, 113), "ankle.R": Point(38.5, 131), "toes.R": Point(40, 121)}
    for pose, sole in (({}, False), (legs, True)):
        joints = baby.rest | followed(baby.rest, pose)
        toes, ankle = joints["toes.R"], joints["ankle.R"]
        seen = colour(picture(baby, pose), (toes.x + ankle.x) / 2, (toes.y + ankle.y) / 2)
        assert (seen.red() > seen.green() + 120) is sole
    left = colour(picture(baby, legs), 62, 149)
    assert left.red() < left.green() + 120, "the other foot shows its top"


def test_expressions_change_the_face_alone(baby: Puppet) -> None:
    calm = picture(baby)
    eyes = baby.eye_bounds(Sight())
    for other in (Face.SMILE, Face.DROWSY, Face.UNSETTLED):
        image = picture(baby, face=other)
        assert image != calm
        assert colour(image, 50, 60) == colour(calm, 50, 60)
    assert picture(baby, blink=True) != calm
    assert eyes.left() >= 34 and eyes.right() <= 66
    assert eyes.top() > 14 and eyes.bottom() < 29


def test_dress_tone_and_hair_are_the_look(drawing: FigureDrawing, baby: Puppet) -> None:
    calm = picture(baby)
    clothed = picture(Puppet(drawing, Look(dress=Dress.CLOTHES)))
    assert colour(clothed, 45, 84) != colour(calm, 45, 84)
    darker = picture(Puppet(drawing, Look(swaps=(("#f1c3a0", "#8d5b40"),))))
    assert colour(darker, 45, 60).lightness() < colour(calm, 45, 60).lightness()
    assert picture(Puppet(drawing, Look(hair=False))) != calm


def test_a_dark_palette_changes_colours_and_never_the_shape(drawing: FigureDrawing) -> None:
    text = "".join(part.svg for part in drawing.parts)
    night = Look(
        swaps=tuple((colour, "#000000") for colour in set(re.findall("#[0-9a-f]{6}", text)))
    )
    image = picture(Puppet(drawing, night))
    for x, y in ((50, 60), (50, 84), (34, 118), (50, 100), (24, 58), (38, 148)):
        assert colour(image, x, y).lightness() < 12


def test_a_mirrored_puppet_is_the_other_side(drawing: FigureDrawing, qtbot: QtBot) -> None:
    mirrored = Puppet(drawing, Look(mirrored=True))
    assert mirrored.rest["knee.R"] == Point(66, 122)
    lifted = picture(mirrored, {"knee.R": Point(58, 92)})
    assert colour(lifted, 62, 140) == QColor("#808080")
    assert is_skin(colour(lifted, 38, 140))


def test_only_what_moves_needs_painting_again(baby: Puppet) -> None:
    raised = {"knee.R": Point(34, 119)}
    for held in ({}, raised):
        assert not baby.changed(held, dict(held), wholly=False, slack=0.0)
    areas = baby.changed({}, raised, wholly=False, slack=0.0)
    assert any(area.contains(34, 119) for area in areas)
    assert not any(area.contains(66, 122) for area in areas)
    assert all(area.top() > 75 for area in areas)
    crossing = baby.changed(raised, raised, wholly=True, slack=0.0)
    assert any(area.contains(34, 122) for area in crossing)


def test_a_limb_held_still_looks_as_it_did_while_it_moved(baby: Puppet) -> None:
    moving = picture(baby, KNEES_UP)
    assert not apart(picture(baby, KNEES_UP), moving)
    assert apart(picture(baby, {"knee.R": Point(42, 93)}), moving)
    assert not apart(picture(baby, KNEES_UP), moving)


@pytest.mark.parametrize(
    "pose",
    [
        KNEES_UP,
        ARMS_FOLDED,
        {"wrist.L": Point(90, 52)},
        {"ankle.R": Point(52, 100)},
        {"knee.R": Point(40.4, 98)},
    ],
    ids=lambda pose: " ".join(pose),
)
def test_all_that_moved_is_painted_again(baby: Puppet, pose: dict[str, Point]) -> None:
    areas = baby.changed({}, pose, wholly=False, slack=1 / SCALE)
    changed = apart(picture(baby), picture(baby, pose))
    assert changed
    assert not [at for at in changed if not any(area.contains(*at) for area in areas)]


def test_other_joints_follow_the_one_that_is_led(baby: Puppet) -> None:
    assert followed(baby.rest, {}) == {}
    knees = followed(baby.rest, KNEES_UP)
    assert knees["ankle.R"] == Point(46, 114)
    assert knees["toes.R"].y > knees["ankle.R"].y
    folded = followed(baby.rest, ARMS_FOLDED)
    assert folded["elbow.R"].x < 50 < folded["elbow.L"].x
    assert folded["elbow.R"].y > 56
    opened = followed(baby.rest, {"wrist.R": Point(10, 52)})
    assert opened["hand.R"].x < 10
    crossed = followed(baby.rest, {"ankle.R": Point(52, 110)})
    assert crossed["knee.R"].x < 36


def test_a_given_joint_is_never_changed(baby: Puppet) -> None:
    pose = {"wrist.R": Point(20, 60), "elbow.R": Point(24, 62), "hand.R": Point(21, 66)}
    assert followed(baby.rest, pose) == pose


def test_a_fine_screen_gets_fine_sprites_in_the_same_place(baby: Puppet) -> None:
    image = QImage(100 * SCALE, 160 * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    baby.paint(painter, SCALE / 2, KNEES_UP)
    painter.end()
    image.setDevicePixelRatio(1.0)
    assert not apart(image, picture(baby, KNEES_UP))


def test_painting_leaves_the_painter_as_it_was(baby: Puppet) -> None:
    def twice_faint(painter: QPainter) -> None:
        painter.setOpacity(0.5)
        baby.paint(painter, SCALE, {"knee.R": Point(38, 106)})
        assert painter.opacity() == 0.5
        assert painter.transform().isIdentity()

    painted(twice_faint)


def test_colours_are_swapped_all_at_once() -> None:
    swaps = {"#aaaaaa": "#bbbbbb", "#bbbbbb": "#cccccc"}
    assert recoloured('fill="#AAAAAA" stroke="#bbbbbb"', swaps) == 'fill="#bbbbbb" stroke="#cccccc"'
