"""What is left of a plan by age and by what is true today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.domain.played import PlayedStep, played_steps
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Need, Region
from massage_guide.domain.suitability import (
    HOLDING_ID,
    Suited,
    replacement_for,
    suit,
)
from massage_guide.domain.timeline import Timeline
from massage_guide.domain.today import Chip, Today, UnknownChipError, corrected_weeks
from tests.domain.trade import STROKES, routine
from tests.shipped import LIBRARY as SHIPPED


def shipped(name: str) -> Routine:
    found = SHIPPED.routine(name)
    assert found is not None
    return found


def suited(name: str, *chips: str, weeks: int | None = 30) -> Suited:
    plan = shipped(name)
    steps = played_steps(plan, SHIPPED.strokes)
    return suit(plan, steps, SHIPPED.strokes, Today.from_words(chips), weeks)


def names(steps: Iterable[PlayedStep]) -> set[str]:
    return {step.stroke.id for step in steps if step.stroke}


def regions(steps: Iterable[PlayedStep]) -> set[Region]:
    return {step.stroke.region for step in steps if step.stroke}


DUE = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("born", "due", "weeks"),
    [
        (DUE, DUE, 10),
        (DUE - timedelta(days=21), DUE, 13),  # 37 weeks to the day: no correction
        (DUE - timedelta(days=22), DUE, 10),  # a day earlier: corrected
        (DUE + timedelta(days=7), DUE, 9),
        (DUE, None, 10),
        (None, DUE, 10),
        (None, None, None),
    ],
)
def test_age_is_corrected_for_babies_born_before_37_weeks(
    born: date | None, due: date | None, weeks: int | None
) -> None:
    assert corrected_weeks(DUE + timedelta(days=76), born, due) == weeks


def test_age_is_corrected_until_the_second_birthday() -> None:
    born, due = date(2024, 3, 1), date(2024, 5, 10)

    before = corrected_weeks(date(2026, 2, 28), born, due)
    after = corrected_weeks(date(2026, 3, 1), born, due)

    assert (before, after) == (94, 104)


@pytest.mark.parametrize("words", [["cord"], ["fed:40"], ["sore-skin:legs"], ["hips:agreed"]])
def test_chips_are_words_and_words_are_chips(words: list[str]) -> None:
    assert list(Today.from_words(words).words()) == words


@pytest.mark.parametrize("word", ["tired", "fed:soon", "sore-skin:wing", "hips:perhaps", "cord:1"])
def test_an_unknown_word_is_answered_with_those_there_are(word: str) -> None:
    with pytest.raises(UnknownChipError, match="use fed, hungry"):
        Today.from_words([word])


def test_a_plan_without_age_or_chips_plays_everything() -> None:
    plan = shipped("legs-and-feet")
    steps = played_steps(plan, SHIPPED.strokes)

    left = suit(plan, steps, SHIPPED.strokes, Today(), None)

    assert left.steps == steps and not left.line


def test_a_younger_baby_is_spared_the_strokes_of_older_ones_in_one_plain_line() -> None:
    left = suited("legs-and-feet", weeks=0)

    assert all(step.stroke and step.stroke.from_weeks == 0 for step in left.steps)
    assert "for when your baby is a little older" in left.line
    assert [step.number for step in left.steps] == list(range(1, len(left.steps) + 1))


@pytest.mark.parametrize("chip", ["hungry", "crying", "asleep", "unwell"])
def test_holding_is_offered_with_a_kind_line(chip: str) -> None:
    left = suited("first-touch", chip)

    assert left.holding_instead and left.kind_line
    assert left.routine.id == HOLDING_ID
    assert all(step.stroke and step.stroke.motion.is_still for step in left.steps)
    assert Timeline(left.routine, left.steps).length > 60


def test_a_sleeping_baby_is_not_picked_up() -> None:
    assert "chest-to-chest-rest" not in names(suited("first-touch", "asleep").steps)


@pytest.mark.parametrize("chip", ["fed", "fed:29", "vaccinated"])
def test_only_holds_are_left_just_after_a_feed_or_a_vaccination(chip: str) -> None:
    left = suited("first-touch", chip)

    assert left.steps and not left.holding_instead
    assert all(step.stroke and step.stroke.motion.is_still for step in left.steps)


def test_a_while_after_a_feed_only_the_tummy_waits() -> None:
    left = suited("legs-and-feet", "fed:31")

    assert Region.LEGS in regions(left.steps) and Region.TUMMY not in regions(left.steps)


def test_long_after_a_feed_everything_plays() -> None:
    assert not suited("wind-and-tummy", "fed:45").line


def test_an_unhealed_cord_moves_resting_hands_to_the_thighs() -> None:
    left = suited("first-touch", "cord")
    rest = next(step for step in left.steps if step.stroke and step.stroke.id == "resting-hands")

    assert rest.written.place == "thighs"
    assert rest.stroke is not None and "thigh" in rest.stroke.say.announce
    assert Region.TUMMY not in regions(left.steps)


def test_sore_skin_leaves_its_region_out() -> None:
    left = suited("legs-and-feet", "sore-skin:feet")

    assert Region.FEET not in regions(left.steps)
    assert left.line == "We’ll leave the feet out today."


def test_hips_under_treatment_keep_still_until_the_clinic_agrees() -> None:
    asked, agreed = suited("legs-and-feet", "hips"), suited("legs-and-feet", "hips:agreed")

    assert not names(asked.steps) & {"hip-to-ankle-glide", "hug-and-glide-leg", "leg-rolling"}
    assert {"hip-to-ankle-glide", "hug-and-glide-leg"} <= names(agreed.steps)
    assert "leg-rolling" not in names(agreed.steps)


def test_a_routine_that_is_not_for_today_offers_holding() -> None:
    left = suited("wind-and-tummy", "cord")

    assert left.holding_instead and "cord" in left.kind_line


def test_when_nothing_is_left_there_is_still_a_cuddle() -> None:
    plan = routine("tummy:6x3 rest:5")
    steps = played_steps(plan, STROKES)

    left = suit(plan, steps, SHIPPED.strokes, Today.from_words(["cord"]), None)

    assert left.holding_instead and "just a cuddle" in left.line


def test_rests_that_lead_nowhere_go_too() -> None:
    plan = routine("hold:20 rest:5 tummy:6x3 rest:6 hold:10 rest:4 tummy:6x3 rest:4")
    steps = played_steps(plan, STROKES)

    left = suit(plan, steps, STROKES, Today.from_words(["cord"]), None)

    assert [step.seconds for step in left.steps] == [20, 5, 10]


def test_a_refused_stroke_has_a_hold_to_offer() -> None:
    leg = SHIPPED.strokes["hip-to-ankle-glide"]

    offered = replacement_for(replace(leg, if_no="gone"), SHIPPED.strokes)

    assert offered is SHIPPED.strokes["foot-hold"]


@given(
    chips=st.sets(st.sampled_from(Chip)),
    minutes=st.integers(0, 60),
    sore=st.sets(st.sampled_from(Region)),
    agrees=st.booleans(),
    weeks=st.one_of(st.none(), st.integers(-12, 60)),
    name=st.sampled_from(["first-touch", "legs-and-feet", "wind-and-tummy", "two-minutes-peace"]),
)
def test_whatever_is_true_today_the_plan_is_kind_and_safe(
    chips: set[Chip],
    minutes: int,
    sore: set[Region],
    agrees: bool,
    weeks: int | None,
    name: str,
) -> None:
    plan = shipped(name)
    steps = played_steps(plan, SHIPPED.strokes)
    today = Today(frozenset(chips), minutes, frozenset(sore), agrees)

    left = suit(plan, steps, SHIPPED.strokes, today, weeks)

    assert [step.number for step in left.steps] == list(range(1, len(left.steps) + 1))
    assert left.line or left.steps == steps
    assert "!" not in left.line
    if Chip.CORD in chips:
        assert not any(step.stroke and Need.CORD_HEALED in step.stroke.needs for step in left.steps)
    Timeline(left.routine, left.steps)
