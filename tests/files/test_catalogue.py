"""The shipped catalogue against the reference: every stroke, every routine, every course."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from massage_guide.files.paths import assets_dir
from tests.shipped import LIBRARY

BY_CODE = {stroke.code: stroke for stroke in LIBRARY.strokes.values()}
FACTS = {
    # code: id, pressure, seconds a repeat, repeats, youngest age in weeks [domain.md 1.2, rules 30]
    "H1": ("asking-first", 0, 20, 1, 0),
    "H2": ("resting-hands", 0, 20, 1, 0),
    "H3": ("hand-hug", 0, 60, 1, 0),
    "H4": ("arms-in-hug", 0, 20, 1, 0),
    "H5": ("touch-relaxation-leg", 0, 20, 1, 0),
    "H6": ("touch-relaxation-arm", 0, 20, 1, 0),
    "H7": ("chest-to-chest-rest", 0, 60, 1, 0),
    "H8": ("head-to-toe-sweep", 2, 10, 3, 3),
    "H9": ("forearm-hold", 0, 60, 1, 2),
    "H10": ("wrap-cuddle-thank-you", 0, 30, 1, 0),
    "L1": ("hip-to-ankle-glide", 2, 5, 6, 0),
    "L2": ("hug-and-glide-leg", 2, 5, 4, 4),
    "L3": ("thumb-over-thumb", 2, 2, 6, 3),
    "L4": ("toe-roll", 1, 3, 5, 4),
    "L5": ("under-the-toes-and-ball-of-foot", 1, 6, 2, 4),
    "L6": ("thumb-press", 1, 10, 1, 4),
    "L7": ("top-of-foot", 1, 2, 5, 3),
    "L8": ("ankle-circles", 1, 3, 4, 4),
    "L9": ("ankle-to-hip-glide", 2, 5, 6, 3),
    "L10": ("leg-rolling", 2, 6, 2, 4),
    "L11": ("bottom-relaxer", 2, 4, 4, 4),
    "L12": ("leg-integration", 2, 6, 3, 3),
    "L13": ("foot-hold", 0, 15, 1, 0),
    "T1": ("resting-hand-tummy", 0, 20, 1, 3),
    "T2": ("water-wheel-a", 2, 3, 6, 4),
    "T3": ("water-wheel-b", 2, 3, 6, 4),
    "T4": ("thumbs-to-sides", 1, 3, 4, 4),
    "T5": ("sun-and-moon", 2, 5, 6, 4),
    "T6": ("i-love-you", 2, 14, 3, 4),
    "T7": ("walking-fingers", 1, 6, 3, 4),
    "T8": ("clock-circles", 2, 5, 6, 4),
    "T9": ("knees-to-tummy", 1, 12, 3, 4),
    "T10": ("bicycle-legs", 1, 3, 8, 6),
    "T11": ("knee-circles", 1, 6, 3, 8),
    "C1": ("resting-hands-chest", 0, 20, 1, 0),
    "C2": ("open-book-chest", 2, 6, 4, 3),
    "C3": ("butterfly", 2, 8, 6, 6),
    "C4": ("chest-integration", 2, 10, 2, 3),
    "C5": ("shoulder-glide", 2, 4, 4, 3),
    "A1": ("armpit-stroke", 1, 3, 3, 4),
    "A2": ("shoulder-to-wrist-glide", 2, 4, 6, 3),
    "A3": ("hug-and-glide-arm", 2, 4, 4, 6),
    "A4": ("palm-stroke", 1, 3, 3, 0),
    "A5": ("finger-roll", 1, 3, 5, 4),
    "A6": ("top-of-hand", 1, 2, 4, 0),
    "A7": ("wrist-circles", 1, 3, 4, 4),
    "A8": ("wrist-to-shoulder-glide", 2, 4, 6, 4),
    "A9": ("arm-rolling", 2, 5, 2, 6),
    "A10": ("arm-integration", 2, 11, 2, 3),
    "F1": ("hello-face", 0, 10, 1, 0),
    "F2": ("open-book-forehead", 1, 4, 4, 3),
    "F3": ("relax-the-eyes", 1, 3, 4, 3),
    "F4": ("bridge-of-nose-and-under-cheekbones", 1, 4, 4, 4),
    "F5": ("smile-upper-lip", 1, 3, 3, 4),
    "F6": ("smile-lower-lip", 1, 3, 3, 4),
    "F7": ("relax-the-jaw", 1, 3, 4, 4),
    "F8": ("ears-neck-and-chins", 1, 5, 3, 4),
    "F9": ("gum-line-presses", 1, 8, 2, 16),
    "F10": ("head-smoothing", 1, 4, 4, 0),
    "B1": ("resting-hands-back", 0, 20, 1, 3),
    "B2": ("back-and-forth", 2, 8, 3, 6),
    "B3": ("swooping-to-the-bottom", 2, 6, 5, 4),
    "B4": ("swooping-to-the-toes", 2, 10, 3, 6),
    "B5": ("back-circles", 1, 15, 1, 6),
    "B6": ("combing", 1, 6, 5, 4),
    "B7": ("shoulder-hold-back-stroke", 2, 6, 6, 0),
    "B8": ("side-lying-back-stroke", 2, 6, 4, 6),
    "M1": ("arms-cross-cross-cross-open", 1, 8, 3, 8),
    "M2": ("arm-and-opposite-leg", 1, 8, 3, 8),
    "M3": ("legs-cross-cross-cross-open", 1, 8, 3, 8),
    "M4": ("up-and-down", 1, 8, 3, 6),
    "M5": ("knee-sway", 1, 5, 4, 8),
}
ROUTINES = {
    "first-touch",
    "legs-and-feet",
    "wind-and-tummy",
    "whole-body",
    "bedtime-wind-down",
    "face-and-teething",
    "holding-routine",
    "back-and-tummy-time",
    "arms-hands-and-chest",
    "gentle-movements",
    "two-minutes-peace",
}
COURSES = sorted((assets_dir() / "courses").glob("*.toml"))


def named(path: Path) -> str:
    return path.stem


def course(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def test_the_whole_catalogue_is_there() -> None:
    assert set(BY_CODE) == set(FACTS)
    assert {routine.id for routine in LIBRARY.routines} == ROUTINES


@pytest.mark.parametrize("code", FACTS)
def test_a_stroke_keeps_to_the_reference(code: str) -> None:
    stroke = BY_CODE[code]

    assert FACTS[code] == (
        stroke.id,
        stroke.pressure,
        stroke.seconds,
        stroke.repeats,
        stroke.from_weeks,
    )


@pytest.mark.parametrize("code", FACTS)
def test_a_stroke_says_all_that_a_parent_needs(code: str) -> None:
    stroke = BY_CODE[code]

    words = (stroke.say.line, stroke.say.announce, stroke.say.how, stroke.say.nearly)
    for said in (*words, stroke.watch, stroke.care):
        assert said.endswith((".", "?"))
        assert "!" not in said
    assert bool(stroke.say.other) is stroke.takes_sides
    assert stroke.sources


@pytest.mark.parametrize("path", COURSES, ids=named)
def test_a_course_teaches_what_there_is_and_each_stroke_once(path: Path) -> None:
    weeks = course(path)["week"]
    taught = [stroke for week in weeks for stroke in week["new"]]

    assert [week["number"] for week in weeks] == list(range(1, len(weeks) + 1))
    assert len(taught) == len(set(taught))
    assert set(taught) <= set(LIBRARY.strokes)
    assert {routine for week in weeks for routine in week["routines"]} <= ROUTINES


@pytest.mark.parametrize("path", COURSES, ids=named)
def test_a_week_of_a_course_reviews_earlier_weeks_and_lasts_an_hour(path: Path) -> None:
    for week in course(path)["week"]:
        assert all(earlier < week["number"] for earlier in week["review"])
        assert sum(part["minutes"] for part in week["plan"]) == 60
        assert all(talk["lines"] for talk in week["talk"])
