"""Patterns: what came together, counted from small journals and told honestly and kindly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given as for_all
from hypothesis import strategies as st

from massage_guide.domain.patterns import About, BeforeAfter, Given, Patterns
from massage_guide.domain.settledness import Settledness
from massage_guide.domain.stroke import Region
from massage_guide.domain.tallying import patterns_of
from tests.doubles import a_stroke

TODAY = date(2026, 11, 22)
CRYING, FRETFUL, WRIGGLY, CALM, AT_EASE = Settledness
CATALOGUE = {
    stroke.id: stroke
    for stroke in (
        a_stroke("asking", region=Region.OPENING),
        a_stroke("hip-glide", region=Region.LEGS),
        a_stroke("leg-hug", region=Region.LEGS),
        a_stroke("water-wheel", region=Region.TUMMY),
        a_stroke("back-circles", region=Region.BACK),
    )
}
LEGS = frozenset({"asking", "hip-glide", "leg-hug"})
TUMMY = frozenset({"water-wheel"})
BACK = frozenset({"back-circles"})


def massage(
    before: Settledness | None = WRIGGLY,
    after: Settledness | None = CALM,
    done: frozenset[str] = LEGS,
    days_ago: int = 20,
    hour: int = 18,
    **more: frozenset[str],
) -> Given:
    day = TODAY - timedelta(days=days_ago)
    return Given(day, hour, "legs-and-feet", "Legs and feet", before, after, done, **more)


def seen(given: Iterable[Given]) -> Patterns:
    return patterns_of(tuple(given), CATALOGUE, TODAY)


def told(given: Iterable[Given], about: About) -> list[str]:
    return [line.sentence for line in seen(given).lines.get(about, ())]


def test_after_legs_is_told_from_five_massages_with_both_ratings_on() -> None:
    four = [massage(after=AT_EASE), massage(CALM), massage(after=WRIGGLY), massage()]
    blank = [massage(after=None)] * 3 + [massage(before=None)] * 3 + [massage(done=frozenset())]

    assert seen([*four, *blank]).too_early
    assert not seen([*four, *blank]).lines
    assert told([*four, massage(), *blank], About.REGIONS) == [
        "After legs: calm or at ease 4 of 5 times. Before: 1 of 5."
    ]


def test_each_part_of_the_body_needs_five_of_its_own() -> None:
    legs_and_back = [massage(done=LEGS | BACK)] * 4
    journal = [*legs_and_back, massage(), massage(CRYING, FRETFUL, TUMMY)]

    assert [sentence.split(":")[0] for sentence in told(journal, About.REGIONS)] == ["After legs"]
    fifth = [*journal, massage(done=BACK)]
    assert told(fifth, About.REGIONS)[1] == (
        "After back: calm or at ease 5 of 5 times. Before: 0 of 5."
    )


def test_nothing_stands_first_because_babies_were_calmer_after_it() -> None:
    journal = [massage(after=AT_EASE, done=BACK)] * 6 + [massage(after=WRIGGLY)] * 5
    regions = [line.name for line in seen(journal).lines[About.REGIONS]]

    assert regions == ["Legs", "Back"]
    assert told(journal, About.REGIONS)[0] == "After legs: wriggly 5 of 5 times."


def test_what_is_in_every_massage_tells_nothing_and_what_was_given_most_comes_first() -> None:
    journal = [massage()] * 5 + [massage(done=frozenset({"asking", "leg-hug"}))]
    assert [line.name for line in seen(journal).lines[About.STROKES]] == ["Leg hug", "Hip glide"]


def test_routines_and_times_of_day_count_too() -> None:
    journal = [massage(hour=hour) for hour in (5, 11, 7, 8, 9, 12, 17, 20, 21, 23, 4, 1, 2)]

    assert told(journal, About.ROUTINES) == [
        "After “Legs and feet”: calm or at ease 13 of 13 times. Before: 0 of 13."
    ]
    assert told(journal, About.TIMES) == [
        "After a massage in the morning: calm or at ease 5 of 5 times. Before: 0 of 5.",
        "After a massage at night: calm or at ease 5 of 5 times. Before: 0 of 5.",
    ]


def test_a_baby_who_says_no_is_heard_and_a_skipped_stroke_is_nobody_saying_no() -> None:
    journal = [
        *[massage(done=LEGS | TUMMY)] * 3,
        # left in the middle because baby said no; nobody rates then
        massage(after=None, left=TUMMY, enough=TUMMY),
        # left out before it was begun
        massage(left_out=frozenset({"tummy"})),
        massage(left=TUMMY),
        massage(done=LEGS | BACK, enough=BACK),
        *[massage(done=LEGS | BACK)] * 5,
    ]
    assert told(journal, About.ENOUGH) == ["Tummy: enough for that day in 2 of 6 massages."]


def test_what_was_given_once_more_counts_once_a_massage() -> None:
    hug = frozenset({"leg-hug"})
    journal = [massage(again=hug)] * 3 + [massage()] * 3
    journal += [massage(again=frozenset({"water-wheel"}), left=TUMMY)] * 2

    assert told(journal, About.AGAIN) == ["Leg hug: again in 3 of 8 massages."]


def test_moments_are_told_with_how_often_and_a_blank_is_no_lack() -> None:
    yawned, both = frozenset({"Yawned"}), frozenset({"Yawned", "Looked at me"})
    journal = [massage(moments=both)] * 2 + [massage(moments=yawned), massage(), massage()]
    journal.append(massage(moments=frozenset({"Smiled"})))

    assert told(journal, About.NOTICED) == ["Yawned: 3 times.", "Looked at me: 2 times."]


def test_a_hard_week_is_compared_with_nothing() -> None:
    week = [massage(after=value, days_ago=n) for n, value in enumerate((CRYING, FRETFUL) * 4)]

    assert seen(week).hard
    assert told(week, About.REGIONS) == ["Legs: 8 times, and you were there."]
    earlier = [one._replace(day=one.day - timedelta(days=11)) for one in week]
    assert not seen(earlier).hard
    assert not seen([*week[:2], massage()]).hard


points = st.sampled_from(Settledness)


@for_all(st.lists(st.tuples(points, points), min_size=5, max_size=40))
def test_every_line_has_its_count_and_none_a_mean_a_share_or_a_cause(
    rated: list[tuple[Settledness, Settledness]],
) -> None:
    for line in seen(massage(*both) for both in rated).lines[About.REGIONS]:
        assert isinstance(line, BeforeAfter)
        assert sum(line.before) == sum(line.after) == len(rated)
        assert f"{len(rated)} times" in line.sentence
        assert not re.search(r"%|\d\.\d|because|help|better|worse|best|improve", line.sentence)


def test_a_stroke_that_left_the_catalogue_is_still_told() -> None:
    old = [massage(done=frozenset({"moon-walk"}))] * 5
    assert told(old, About.REGIONS) == []
    assert told(old, About.STROKES)[0].startswith("After “Moon walk”: calm")
