"""Finding: what a parent wishes for, and which routines are that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_guide.domain.finding import LENGTHS, Facts, Lie, Part, Wish, facts_of, fits
from massage_guide.domain.played import played_steps
from massage_guide.domain.timeline import Timeline
from tests.shipped import LIBRARY


def shipped() -> dict[str, Facts]:
    library = LIBRARY
    told = {}
    for routine in library.routines:
        steps = played_steps(routine, library.strokes)
        minutes = round(Timeline(routine, steps).length / 60)
        told[routine.id] = facts_of(routine, steps, minutes)
    return told


SHIPPED = shipped()


def found(wish: Wish) -> set[str]:
    return {name for name, facts in SHIPPED.items() if fits(facts, wish)}


def test_an_open_wish_fits_everything() -> None:
    assert found(Wish()) == set(SHIPPED)
    assert found(Wish(words="  ")) == set(SHIPPED)
    assert Wish(words="  ").is_open
    assert not Wish(minutes=5).is_open
    assert not Wish(words="moon").is_open


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("wind", "wind-and-tummy"),
        ("LEGS AND", "legs-and-feet"),
        ("sun moon", "wind-and-tummy"),
        ("two minutes' peace", "two-minutes-peace"),
        ("two minutes’ peace", "two-minutes-peace"),
    ],
)
def test_words_are_looked_for_in_titles_and_strokes_however_they_are_typed(
    words: str, name: str
) -> None:
    assert name in found(Wish(words=words))


def test_a_word_that_is_nowhere_finds_nothing() -> None:
    assert not found(Wish(words="elephant"))
    assert not found(Wish(words="tummy elephant"))


@pytest.mark.parametrize("minutes", LENGTHS)
def test_minutes_are_a_limit_by_what_the_card_says(minutes: int) -> None:
    assert found(Wish(minutes=minutes)) == {
        name for name, facts in SHIPPED.items() if facts.minutes <= minutes
    }
    assert "first-touch" in found(Wish(minutes=minutes))


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Part.LEGS, "legs-and-feet"),
        (Part.TUMMY, "wind-and-tummy"),
        (Part.CHEST, "arms-hands-and-chest"),
        (Part.ARMS, "arms-hands-and-chest"),
        (Part.FACE, "face-and-teething"),
        (Part.BACK, "back-and-tummy-time"),
    ],
)
def test_each_part_of_the_body_finds_its_routine_and_the_whole_body(part: Part, name: str) -> None:
    assert {name, "whole-body"} <= found(Wish(part=part))
    assert "holding-routine" not in found(Wish(part=part))


def test_holding_only_is_where_nothing_moves() -> None:
    assert found(Wish(part=Part.HOLDING)) == {"holding-routine", "two-minutes-peace"}


def test_the_position_is_one_that_the_routine_allows() -> None:
    assert "back-and-tummy-time" in found(Wish(lie=Lie.TUMMY))
    assert "legs-and-feet" not in found(Wish(lie=Lie.TUMMY))
    assert "first-touch" in found(Wish(lie=Lie.HELD))
    assert "legs-and-feet" in found(Wish(lie=Lie.BACK))


def test_each_week_of_the_class_has_its_routines() -> None:
    weeks = [found(Wish(week=week)) for week in range(1, 6)]
    assert all(weeks)
    assert weeks[0] == {"legs-and-feet"}
    assert weeks[4] == {"gentle-movements", "whole-body"}


wishes = st.builds(
    Wish,
    words=st.sampled_from(["", "moon", "elephant"]),
    minutes=st.sampled_from([None, *LENGTHS]),
    part=st.sampled_from([None, *Part]),
    lie=st.sampled_from([None, *Lie]),
    week=st.sampled_from([None, *range(1, 6)]),
)


@given(wishes)
def test_asking_for_more_never_finds_more(wish: Wish) -> None:
    each = (
        Wish(words=wish.words),
        Wish(minutes=wish.minutes),
        Wish(part=wish.part),
        Wish(lie=wish.lie),
        Wish(week=wish.week),
    )
    assert found(wish) == set.intersection(*map(found, each))
