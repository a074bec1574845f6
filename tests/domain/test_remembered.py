"""The timeline in words: months, sentences, a beginning, a hard week; one massage told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from massage_guide.domain.days import day_in_words
from massage_guide.domain.remembered import Lately, Month, Remembered, by_month, lately, told
from massage_guide.domain.retelling import LeftOut, StepTold, passed_over, retold
from massage_guide.domain.session import Ending, Event, EventKind, HowDone, Place, StepRecord
from massage_guide.domain.settledness import Settledness
from tests.domain.test_session import TUESDAY, massage, rating

CRYING, FRETFUL, WRIGGLY, CALM, AT_EASE = Settledness
TODAY = date(2026, 11, 22)


def one(
    days_ago: int = 0,
    before: Settledness | None = None,
    after: Settledness | None = None,
    ending: Ending = Ending.FINISHED,
) -> Remembered:
    when = datetime(2026, 11, 22, 18, 30, tzinfo=UTC) - timedelta(days=days_ago)
    return Remembered(uuid4(), None, "Legs and feet", when, ending, before, after)


def test_each_month_has_one_heading() -> None:
    lines = list(by_month([one(0), one(21), one(22), one(30), one(360)]))
    words = [line.words if isinstance(line, Month) else "" for line in lines]
    assert words == ["November 2026", "", "", "October 2026", "", "", "November 2025", ""]


def test_a_massage_is_told_without_what_is_blank() -> None:
    sunday = "Sunday 22 November 2026, evening: Legs and feet."
    assert told(one()) == sunday
    assert told(one(0, WRIGGLY, CALM)) == f"{sunday} Before: wriggly. After: calm."
    assert told(one(0, None, CALM)) == f"{sunday} After: calm."
    hard = f"{sunday} Before: wriggly. It ended crying, and you were there."
    assert told(one(0, WRIGGLY, CRYING)) == hard
    assert told(one(), "Mia") == "Sunday 22 November 2026, evening: Mia, Legs and feet."


def test_a_word_is_said_about_a_beginning_and_a_hard_week_and_nothing_else() -> None:
    hard, good = one(1, CALM, CRYING), one(2, FRETFUL, CALM)
    no = one(2, None, None, Ending.BABY_SAID_NO)
    assert lately([], TODAY) is Lately.NOTHING
    assert lately([good, good], TODAY) is Lately.BEGINNING
    assert lately([good, good, good], TODAY) is Lately.USUAL
    assert lately([hard, hard, good, good, good], TODAY) is Lately.USUAL
    assert lately([hard, no, hard, good], TODAY) is Lately.HARD
    assert lately([hard, hard, hard, good, good, good], TODAY) is Lately.USUAL
    assert lately([one(8, CALM, CRYING)] * 3, TODAY) is Lately.USUAL


def test_a_day_has_its_part_and_its_date_when_it_is_long_ago() -> None:
    assert day_in_words(TUESDAY, date(2026, 11, 18)) == "Tuesday evening"
    assert day_in_words(TUESDAY, date(2026, 11, 25)) == "Tuesday 17 November, evening"
    assert day_in_words(TUESDAY, date(2027, 1, 1)) == "Tuesday 17 November 2026, evening"
    assert day_in_words(TUESDAY.replace(hour=3)) == "Early on Tuesday 17 November 2026"


def at(seconds: float) -> datetime:
    return TUESDAY + timedelta(seconds=seconds)


def test_a_massage_is_told_again_in_the_order_in_which_it_happened() -> None:
    steps = [
        StepRecord(n, stroke, None, at(60 * n), at(60 * n + 50), HowDone.DONE, uuid4())
        for n, stroke in enumerate(("toe-roll", "sun-and-moon", None))
    ]
    happened = [
        Event(at(5), EventKind.AGAIN, "", None),
        Event(at(9), EventKind.AGAIN, "", None),
        Event(at(70), EventKind.HOLD, "", None),
        Event(at(100), EventKind.LEAVE_OUT, "tummy", None),
    ]
    seen = rating(FRETFUL, Place.GUIDE, when=at(80))
    before = rating(CALM, Place.GET_READY, when=at(-60))
    whole = replace(massage(*steps, ratings=(before, seen)), events=tuple(happened))
    assert retold(whole) == (
        StepTold(steps[0], again=2),
        StepTold(steps[1], held=True),
        seen,
        LeftOut(at(100), "tummy"),
        StepTold(steps[2]),
    )


def test_a_massage_without_a_stroke_is_not_told_as_all_of_it() -> None:
    skipped = StepRecord(1, "toe-roll", None, at(0), at(5), HowDone.SKIPPED, uuid4())
    done = replace(skipped, how=HowDone.DONE)
    assert passed_over(massage()) and passed_over(massage(skipped))
    assert not passed_over(massage(skipped, done))
    assert not passed_over(massage(ending=Ending.BABY_SAID_NO)), "that was no passing over"
