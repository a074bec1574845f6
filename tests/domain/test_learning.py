"""Learning: any week, one stroke alone, and a kind word where a stroke can wait."""

from __future__ import annotations

from dataclasses import replace

from massage_guide.domain.course import Course, Week
from massage_guide.domain.learning import (
    EVERY_STROKE,
    Practice,
    for_later,
    named_like,
    practice_of,
    practised,
    strokes_of,
)
from massage_guide.domain.stroke import Sides
from massage_guide.domain.suitability import suit
from massage_guide.domain.today import Today
from tests.doubles import a_stroke

LEG = replace(a_stroke("leg-glide", sides=Sides.EACH), class_names=("Milking",))
SWAY = replace(a_stroke("knee-sway"), from_weeks=8)
STROKES = {stroke.id: stroke for stroke in (SWAY, LEG)}
WEEKS = (Week(1, "Legs", new=("leg-glide", "gone")), Week(2, "Sway", new=("knee-sway",)))
COURSE = Course("five-week", "1.0.0", "Five weeks", "-", "en", "-", ("-",), WEEKS)


def test_a_week_shows_its_own_strokes_and_any_other_number_all_of_them() -> None:
    assert list(strokes_of(COURSE, 1, STROKES)) == [LEG]
    assert list(strokes_of(COURSE, 2, STROKES)) == [SWAY]
    assert list(strokes_of(COURSE, EVERY_STROKE, STROKES)) == [SWAY, LEG]
    assert list(strokes_of(None, 1, STROKES)) == [SWAY, LEG]


def test_one_stroke_alone_is_played_on_both_sides_where_it_has_sides() -> None:
    for stroke, sides in ((LEG, ["left", "right"]), (SWAY, [None])):
        plan = Practice(practice_of(stroke), 0.5, with_baby=False).plan
        assert [step.side.value if step.side else None for step in plan.steps] == sides
        assert {step.stroke for step in plan.steps} == {stroke}


def test_a_practice_that_was_cut_off_is_found_again_by_its_id() -> None:
    assert practised(practice_of(LEG).id, STROKES) == practice_of(LEG)
    assert practised("leg-glide", STROKES) is None
    assert practised("practice-gone", STROKES) is None


def test_a_stroke_for_later_is_for_a_doll_and_is_left_out_with_the_baby() -> None:
    assert "about 8 weeks. A doll or a cushion is lovely" in for_later(SWAY, 5)
    assert for_later(SWAY, 8) == for_later(LEG, 0) == for_later(SWAY, None) == ""
    practice = Practice(practice_of(SWAY), 0.5, with_baby=True)
    fitted = suit(practice.routine, practice.plan.steps, STROKES, Today(), 5)
    assert fitted.missing == {"knee-sway"}


def test_a_stroke_is_found_by_what_is_typed_of_its_names() -> None:
    every = STROKES.values()
    assert named_like("glide LEG", every) == (LEG,)
    assert named_like("milk", every) == (LEG,)
    assert named_like("le", every) == named_like("elephant", every) == ()
