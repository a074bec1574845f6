"""Stroke files."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from massage_guide.domain.figure import Point
from massage_guide.domain.stroke import Hand, Joint, PathPoint, Say, Stroke
from massage_guide.files.models import HandModel, JointModel, SayModel, StrokeModel
from massage_guide.files.source import Source
from massage_guide.files.stroke_file import StrokeFile
from tests.files.texts import STROKES
from tests.shipped import LIBRARY


def read(text: str = STROKES) -> StrokeFile:
    return StrokeFile(Source(Path("own.toml"), text))


def problems(text: str, taken: dict[str, str] | None = None) -> list[str]:
    return [str(p) for p in read(text).problems(LIBRARY.figures, LIBRARY.strokes, taken)]


def test_the_three_forms_of_a_point_are_read() -> None:
    (stroke,) = read().strokes
    assert stroke.left is not None

    assert stroke.left.path == (
        PathPoint("hip.L", Point(0, 0)),
        PathPoint("knee.L", Point(4, 0)),
        PathPoint("", Point(62, 144)),
    )
    assert problems(STROKES) == []


@pytest.mark.parametrize(
    "point",
    ["7", "[1]", '[1, "2"]', "[1, 2, 3]", '{ landmark = "hip.L" }', "true", '""', "[nan, 1]"],
)
def test_another_form_of_a_point_is_answered_with_the_three(point: str) -> None:
    (said,) = problems(STROKES.replace("[62, 144]", point))

    assert said.startswith("own.toml:27: stroke slow-glide: ")


def test_a_point_far_outside_is_refused() -> None:
    assert "far outside" in problems(STROKES.replace("[62, 144]", "[62, 1440]"))[0]


def test_the_models_know_the_fields_of_the_domain() -> None:
    for model, value in (
        (StrokeModel, Stroke),
        (HandModel, Hand),
        (JointModel, Joint),
        (SayModel, Say),
    ):
        assert set(model.model_fields) == {field.name for field in fields(value)}


def test_bad_keys_do_not_hide_bad_sense() -> None:
    text = STROKES.replace("pressure = 2", "pressure = 3").replace('"hip.L"', '"hop.L"')

    said = problems(text)

    assert len(said) == 2
    assert "`pressure`" in said[0] and "`hop.L`" in said[1]


def test_nothing_is_said_about_what_could_not_be_read() -> None:
    (said,) = problems(STROKES.replace('motion = "glide"', 'motion = "slide"'))

    assert "`motion` cannot be" in said


def test_an_id_belongs_to_one_stroke() -> None:
    assert "belongs to the shelf" in problems(STROKES, {"slow-glide": "the shelf"})[0]
    twice = STROKES + STROKES.replace("format = 1\n", "")
    assert "used twice" in problems(twice)[0]


def test_strokes_without_a_reviewer_are_one_warning_a_file() -> None:
    text = STROKES.replace('reviewed_by = "Somebody"\n', "")

    (said,) = problems(text + text.replace("format = 1\n", "").replace("slow-glide", "other"))

    assert "warning: 2 strokes have no reviewer yet" in said


def test_a_file_without_strokes_is_told() -> None:
    assert "the file has no strokes" in problems("format = 1\n")[0]


def test_unknown_keys_are_refused_unless_they_begin_with_x() -> None:
    assert not problems(STROKES.replace("format = 1", "format = 1\nx-note = 1"))
    assert (
        "`note` is not a key" in problems(STROKES.replace("format = 1", "format = 1\nnote = 1"))[0]
    )
    assert "did you mean `repeats`?" in problems(STROKES.replace("repeats = 4", "repeat = 4"))[0]
