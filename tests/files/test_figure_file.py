"""Reading figures: the shipped baby is whole, and a broken drawing is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.domain.figure import FigureName, Point
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.drawing import FigureFileError
from massage_guide.files.figure_file import read_canvas, read_figure

FIGURES = Path(__file__).parents[2] / "assets" / "figures"
HEADER = 'name = "front"\nwidth = 100\nheight = 160\nunit_cm = 0.4\n'
LANDMARKS = '[landmarks]\n"hip.R" = [39, 98]\n"knee.R" = [34, 122]\n'
PART = '[[part]]\nsvg = "front/thigh.svg"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 160">{}</svg>'


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A figure of one part, whole."""
    (tmp_path / "front").mkdir()
    (tmp_path / "front.toml").write_text(HEADER + LANDMARKS + PART)
    (tmp_path / "front" / "thigh.svg").write_text(SVG.format('<path d="M0 0H9V9Z"/>'))
    return tmp_path


def refusal(shelf: Path) -> str:
    """The sentence with which the figure is refused."""
    with pytest.raises(FigureFileError) as refused:
        read_figure(shelf / "front.toml")
    return str(refused.value)


def test_the_front_figure_has_the_landmarks_of_the_catalogue() -> None:
    figure = read_figure(FIGURES / "front.toml").figure
    assert figure.name is FigureName.FRONT
    assert (figure.width, figure.height, figure.unit_cm) == (100, 160, 0.4)
    assert figure.landmarks["sternum.mid"] == Point(50, 56)
    assert figure.landmarks["toes.L"] == Point(64, 154)
    assert len(figure.landmarks) == 32
    assert figure.zones["tummy"].holds(Point(50, 82))


def test_the_baby_has_every_expression_and_both_dresses() -> None:
    drawing = read_figure(FIGURES / "front.toml")
    assert {part.face for part in drawing.parts} == {None, *Face}
    assert {part.wear for part in drawing.parts} == {None, *Dress}
    assert {part.limb for part in drawing.parts} == {"", "arm.R", "arm.L", "leg.R", "leg.L"}
    assert any(part.blink for part in drawing.parts)
    assert drawing.mat is not None


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_figure_can_be_read(path: Path) -> None:
    assert read_figure(path).figure.name == path.stem
    assert read_canvas(path) == read_figure(path).figure


@pytest.mark.parametrize("beside", ["", "  "])
def test_landmarks_may_be_written_after_the_parts(shelf: Path, beside: str) -> None:
    (shelf / "front.toml").write_text(HEADER + PART + beside + LANDMARKS)
    assert read_canvas(shelf / "front.toml").landmarks["hip.R"] == Point(39, 98)


def test_a_small_figure_is_read(shelf: Path) -> None:
    part = read_figure(shelf / "front.toml").parts[0]
    assert (part.name, part.bone, part.limb) == ("thigh", None, "")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "holds a script"),
        ('<path d="M0 0" onclick="x()"/>', "holds a script"),
        ('<image href="data:image/png;base64,AAAA"/>', "holds an embedded picture"),
        ('<use href="https://example.org/a.svg#b"/>', "something outside the file"),
        ('<path d="M0 0" fill="url(other.svg#g)"/>', "something outside the file"),
        ("<style>path{fill:red}</style>", "holds a style sheet"),
        ("<path>", "tags are broken"),
    ],
)
def test_a_drawing_that_is_more_than_shapes_is_refused(
    shelf: Path, inside: str, words: str
) -> None:
    (shelf / "front" / "thigh.svg").write_text(SVG.format(f"\n<g/>\n{inside}"))
    assert refusal(shelf).startswith(f"{shelf / 'front' / 'thigh.svg'}:3: figure: it")
    assert words in refusal(shelf)


def test_a_picture_of_a_hundred_megabytes_is_refused_without_being_read(shelf: Path) -> None:
    with (shelf / "front" / "thigh.svg").open("wb") as drawing:
        drawing.write(b'<svg viewBox="0 0 1 1"><image href="data:image/png;base64,')
        drawing.truncate(100_000_000)
    assert refusal(shelf).endswith(
        "thigh.svg:1: figure: it is larger than 1 MB; simplify the drawing"
    )


def test_a_shape_may_use_a_gradient_of_its_own_file(shelf: Path) -> None:
    inside = '<linearGradient id="g"/><path d="M0 0H9V9Z" fill="url(#g)"/>'
    (shelf / "front" / "thigh.svg").write_text(SVG.format(inside))
    assert read_figure(shelf / "front.toml").parts


def test_a_huge_drawing_is_refused_before_it_is_read(shelf: Path) -> None:
    (shelf / "front" / "thigh.svg").write_text(SVG.format(" " * 1_000_001))
    assert "larger than 1 MB" in refusal(shelf)


def test_a_missing_or_foreign_drawing_is_named(shelf: Path) -> None:
    (shelf / "front" / "thigh.svg").unlink()
    assert "thigh.svg" in refusal(shelf)
    (shelf / "front.toml").write_text(HEADER + LANDMARKS + '[[part]]\nsvg = "../secret.svg"\n')
    assert "outside the figure's folder" in refusal(shelf)


def test_entities_and_binary_are_refused(shelf: Path) -> None:
    (shelf / "front" / "thigh.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format(""))
    assert "entities" in refusal(shelf)
    (shelf / "front" / "thigh.svg").write_bytes(b"\xff\xfe\x00\x9f")
    assert "not text" in refusal(shelf)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "not TOML"),
        (HEADER.replace("front", "sideways") + PART, "is no figure"),
        (HEADER.replace("100", "-1") + PART, "width is -1"),
        (HEADER + "width = 3\n" + PART, ":5: figure: it is not TOML"),
        (HEADER + LANDMARKS, "no parts"),
        (HEADER + LANDMARKS + PART + 'bone = ["hip.R", "nose"]\n', "'nose'"),
        (HEADER + LANDMARKS + PART + 'bone = ["hip.R"]\n', "name two landmarks"),
        (HEADER + LANDMARKS + PART + 'face = "cross"\n', "calm, smile, drowsy, unsettled"),
        (HEADER + LANDMARKS + PART + "hair = 3\n", "true or false"),
        (HEADER + LANDMARKS + PART + "limb = 3\n", "text in quotes"),
        (HEADER + LANDMARKS + PART + "colour = 3\n", "unknown key 'colour'"),
        (HEADER + "[landmarks]\nnavel = [1]\n" + PART, "2 numbers"),
        (HEADER + "landmarks = 3\n" + PART, "[landmarks]"),
    ],
)
def test_a_broken_figure_is_told_in_one_sentence(shelf: Path, text: str, words: str) -> None:
    (shelf / "front.toml").write_text(text)
    sentence = refusal(shelf)
    assert words in sentence
    assert sentence.startswith(str(shelf / "front.toml"))


def test_what_is_wrong_in_a_part_is_told_with_its_line(shelf: Path) -> None:
    second = '\n[[part]]\nsvg = "front/thigh.svg"\nbone = ["hip.R", "nose"]\n'
    (shelf / "front.toml").write_text(HEADER + LANDMARKS + PART + second)
    line = (HEADER + LANDMARKS + PART).count("\n") + 2
    assert f"front.toml:{line}: figure: the bone of part 2" in refusal(shelf)


def test_a_figure_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path)
