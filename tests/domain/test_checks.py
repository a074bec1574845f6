"""What a well-formed stroke or routine can still get wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from massage_guide.domain.checks import check_routine
from massage_guide.domain.findings import Finding
from massage_guide.domain.routine import Block, Routine, SidePlan, Step
from massage_guide.domain.stroke import Hand, Joint, Motion, Role, Say, Sides, Stroke
from massage_guide.domain.stroke_checks import check_stroke
from tests.domain.trade import FIGURES, FRONT, HOLD, LEG, STROKES, hand, points, routine, step


def errors(plan: Routine) -> list[Finding]:
    return [found for found in check_routine(plan, STROKES) if not found.is_warning]


def warnings(plan: Routine) -> list[Finding]:
    return [found for found in check_routine(plan, STROKES) if found.is_warning]


def stroke_errors(stroke: Stroke) -> list[str]:
    found = check_stroke(stroke, FIGURES, STROKES)
    return [one.reason for one in found if not one.is_warning]


def with_entries(*entries: Step | Block) -> Routine:
    return replace(routine(), entries=entries)


def test_a_sound_routine_has_nothing_to_say() -> None:
    assert not list(check_routine(routine("hold:20 leg/each:3x5 rest:6 hold:20"), STROKES))


def test_strokes_are_sound() -> None:
    for stroke in STROKES.values():
        assert not stroke_errors(stroke)


@pytest.mark.parametrize(
    ("words", "where", "reason"),
    [
        ("hold leeg/each", ("step", 1, "stroke"), "there is no stroke `leeg`"),
        ("hold leg", ("step", 1, "side"), "`leg` needs a side"),
        ("hold/left", ("step", 0, "side"), "`hold` has no sides"),
        ("hold leg/left:3x5", ("step", 1, "side"), "`leg` is done on the left and never on"),
    ],
)
def test_errors_name_the_step_and_the_key(
    words: str, where: tuple[str | int, ...], reason: str
) -> None:
    (found,) = errors(routine(words))

    assert found.where == where
    assert found.reason.startswith(reason)


def test_a_misspelt_stroke_is_answered_with_the_nearest() -> None:
    assert errors(routine("leeg/each"))[0].fix == "did you mean `leg`?"


def test_a_step_is_one_stroke_or_one_rest() -> None:
    assert errors(with_entries(Step()))
    assert errors(with_entries(Step(stroke="hold", rest=5)))
    assert errors(with_entries(Step(stroke="hold"), Step(rest=5, repeats=2)))


def test_a_routine_without_steps_is_empty() -> None:
    assert errors(with_entries())[0].where == ()


def test_a_place_must_be_one_of_the_strokes_own() -> None:
    (found,) = errors(with_entries(Step(stroke="hold", place="thighs")))

    assert found.reason == "`hold` has no place `thighs`"


def test_a_block_and_its_steps_agree_about_sides() -> None:
    both = Block((step("leg/left:3x5"),), SidePlan.EACH)
    middle = Block((step("hold"),), SidePlan.EACH)
    fine = Block((step("leg:3x5"), step("rest:5")), SidePlan.EACH)

    assert errors(with_entries(both))[0].where == ("block", 0, "step", 0, "side")
    assert "out of the block" in errors(with_entries(middle))[0].fix
    assert not errors(with_entries(fine))


def test_left_and_right_may_stand_in_two_steps() -> None:
    assert not errors(routine("leg/left:3x5 leg/right:3x5"))


def test_announcing_must_fit_the_pause() -> None:
    (found,) = errors(with_entries(replace(step("hold"), say="word " * 11)))

    assert found.where == ("step", 0, "say")
    assert found.fix == "say it in 10 words"


def test_how_and_nearly_must_fit_the_step_together() -> None:
    wordy = replace(HOLD, id="wordy", seconds=12, say=replace(HOLD.say, how="word " * 22))
    plan = replace(routine("wordy hold"), strokes={"wordy": wordy})

    (found,) = errors(plan)

    assert found.where == ("step", 0)
    assert found.reason.startswith("its words take 12.5 s")
    assert not errors(replace(plan, entries=(step("wordy:1x14"), step("hold"))))


def test_speech_is_reported_once_for_both_sides() -> None:
    assert len(errors(with_entries(replace(step("leg/each:3x5"), say="word " * 11)))) == 1


def test_unusual_repeats_and_young_ages_are_warnings() -> None:
    found = warnings(routine("leg/each:9x5 tummy:6x3"))

    assert [one.where for one in found] == [("step", 0, "repeats"), ("step", 1, "stroke")]
    assert "the plan leaves it out" in found[1].fix


GLIDING = hand("hip.L", "knee.L", "ankle.L")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"left": hand("knee.Q", "ankle.L")}, "`knee.Q` is no landmark of the figure `front`"),
        ({"left": hand("knee.L")}, "one point is no line"),
        ({"if_no": "nowhere"}, "there is no stroke `nowhere`"),
        ({"repeats_range": (8, 3)}, "the range runs backwards"),
        ({"left": replace(GLIDING, times=(0, 1))}, "2 times for 3 points"),
        ({"left": replace(GLIDING, times=(0, 3, 2))}, "the times run backwards"),
        ({"motion": Motion.JOINT_MOVE}, "no joint moves"),
        ({"motion": Motion.LETTER_PATH}, "there are no letters"),
        ({"motion": Motion.CIRCLE}, "the circle has no radius"),
        ({"sides": Sides.ONCE}, "{side} is said, but the stroke does not take sides"),
        ({"say": Say("x", "{site} leg", "x", "x")}, "`{site}` means nothing here"),
        ({"say": Say("x", "word " * 11, "x", "x")}, "the words take 5.5 s and the pause"),
        (
            {"joints": (Joint("kneee.L", points("knee.L"), (0,)),)},
            "`kneee.L` is no landmark of the figure `front`",
        ),
    ],
)
def test_each_fault_of_a_stroke_is_found(change: dict[str, Any], reason: str) -> None:
    changed = replace(LEG, **change)

    assert any(said.startswith(reason) for said in stroke_errors(changed)), stroke_errors(changed)


def test_each_repeat_needs_its_numbered_landmark() -> None:
    toes = {f"toe.{n}": FRONT.landmarks["navel"] for n in range(1, 5)}
    figure = replace(FRONT, landmarks={**FRONT.landmarks, **toes})
    roll = replace(LEG, motion=Motion.ROLL, repeats=5, left=hand("toe.{n}"))

    reasons = [found.reason for found in check_stroke(roll, {figure.name: figure}, STROKES)]

    assert "`toe.5` is no landmark of the figure `front`" in reasons


def test_a_hand_without_a_place_is_found() -> None:
    lost = Hand(Role.HOLDS, GLIDING.shape, ())

    assert "the hand has no place" in stroke_errors(replace(LEG, right=lost))
