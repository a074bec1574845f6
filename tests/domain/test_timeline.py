"""A routine laid out in seconds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from massage_guide.domain.cueing import CHIME_LEAD
from massage_guide.domain.cues import CueKind
from massage_guide.domain.figure import Side
from massage_guide.domain.played import Row, RowKind, played_steps
from massage_guide.domain.routine import Block, SidePlan
from massage_guide.domain.talk import Narration
from massage_guide.domain.timeline import Timeline
from tests.domain.trade import HOLD, LEG, STROKES, routine, step
from tests.shipped import LIBRARY


def timeline(words: str, breathing: float = 0, ask: bool = False) -> Timeline:
    plan = routine(words, breathing, ask)
    return Timeline(plan, played_steps(plan, STROKES))


def said(row: Row) -> str:
    return f"{row.kind.value}:{row.length:g}"


def test_a_pause_of_five_seconds_lies_between_steps_sides_included() -> None:
    rows = timeline("hold:20 leg/each:3x5 rest:6 hold:10").rows

    assert [said(row) for row in rows][1:] == [
        "stroke:20",
        "pause:5",
        "stroke:15",
        "pause:5",
        "stroke:15",
        "pause:5",
        "rest:6",
        "pause:5",
        "stroke:10",
    ]


def test_breathing_and_asking_come_first_and_count() -> None:
    plan = timeline("hold:20", breathing=40, ask=True)

    assert [row.kind for row in plan.rows[:2]] == [RowKind.BREATHING, RowKind.ASK]
    assert plan.begin == 60
    assert plan.length == 60 + plan.rows[2].length + 20


def test_a_block_plays_all_of_the_left_then_all_of_the_right() -> None:
    plan = routine("hold:20")
    whole_leg = Block((step("leg:3x5"), step("leg:4x5"), step("rest:4")), SidePlan.EACH)
    steps = played_steps(replace(plan, entries=(whole_leg,)), STROKES)

    assert [(one.side, one.repeats) for one in steps] == [
        (Side.LEFT, 3),
        (Side.LEFT, 4),
        (None, 1),
        (Side.RIGHT, 3),
        (Side.RIGHT, 4),
        (None, 1),
    ]
    assert [one.number for one in steps] == [1, 2, 3, 4, 5, 6]


def test_a_block_with_repeats_loops() -> None:
    plan = replace(routine(), entries=(Block((step("tummy"), step("hold:8")), None, 2),))

    names = [one.stroke.id for one in played_steps(plan, STROKES) if one.stroke]

    assert names == ["tummy", "hold", "tummy", "hold"]


def test_every_moment_knows_its_repeat_and_its_neighbours() -> None:
    plan = timeline("hold:20 leg/left:3x5 hold:10")
    leg = plan.row_of(2)

    moment = plan.at(leg.start + 7)

    assert moment.step is not None and moment.step.stroke is LEG
    assert moment.repeat == 2
    assert moment.previous is plan.steps[0] and moment.following is plan.steps[2]
    assert plan.at(plan.length).over


def test_a_held_step_loops_its_last_repeat_while_time_stands() -> None:
    plan = timeline("leg/left:3x5 hold:10")
    row = plan.row_of(1)

    moment = plan.looped(row, 12.5, standing=row.end)

    assert moment.looping and moment.seconds == row.end
    assert moment.cycle == pytest.approx(4.5)


def test_the_side_is_said_in_the_pause_and_what_comes_next_before_the_end() -> None:
    cues = timeline("leg/left:3x5 leg/right:3x5 tummy:6x3").cues
    words = {cue.text for cue in cues}

    assert {"Baby's left leg.", "Baby's right leg.", "Soon, the other."} <= words
    assert [cue.kind for cue in cues if cue.row == "pause"].count(CueKind.CHANGE_SIDE) == 1
    assert next(cue for cue in cues if cue.kind is CueKind.CLOSING).step == 3


def test_short_steps_do_not_say_what_comes_next() -> None:
    cues = timeline("leg/left:2x5 hold:20").cues

    assert not [cue for cue in cues if cue.kind is CueKind.NEARLY]


def test_nothing_is_said_over_the_end_of_its_row() -> None:
    plan = timeline("hold:20 leg/each:3x5 rest:12 tummy:6x3 hold:20")

    for cue in plan.cues:
        assert cue.start + cue.length <= plan.row_at(cue.start).end


def test_the_hands_wait_for_the_end_of_a_slow_voice() -> None:
    slow = Narration(lengths=lambda text: 7.0 if text.startswith("Baby") else 1.0)
    plan = routine("hold:20 leg/left:3x5")
    line = Timeline(plan, played_steps(plan, STROKES), slow)

    announced = next(cue for cue in line.cues if cue.step == 2 and cue.kind is CueKind.ANNOUNCE)

    assert line.row_of(2).start == announced.start + 7.0


def test_the_other_side_is_rung_before_it_is_named() -> None:
    quick = Narration(lengths=lambda text: 2.0)
    plan = routine("leg/each:3x5")
    cues = Timeline(plan, played_steps(plan, STROKES), quick).cues
    chime = next(cue for cue in cues if cue.kind is CueKind.CHANGE_SIDE)
    named = next(cue for cue in cues if cue.step == 2 and cue.kind is CueKind.ANNOUNCE)

    assert named.start == chime.start + CHIME_LEAD
    assert chime.length == 0.0


def test_what_comes_next_waits_until_how_is_said() -> None:
    wordy = replace(HOLD, id="wordy", say=replace(HOLD.say, how="word " * 36))
    plan = routine("wordy hold:20")
    how, nearly = (
        cue
        for cue in Timeline(plan, played_steps(plan, {**STROKES, "wordy": wordy})).cues
        if cue.row == "stroke" and cue.step == 1
    )

    assert nearly.start == how.start + how.length


LENGTHS = {
    "first-touch": 287,
    "legs-and-feet": 580,
    "wind-and-tummy": 502,
    "whole-body": 1476,
    "bedtime-wind-down": 462,
    "face-and-teething": 226,
    "holding-routine": 300,
    "back-and-tummy-time": 300,
    "arms-hands-and-chest": 563,
    "gentle-movements": 228,
    "two-minutes-peace": 125,
}


@pytest.mark.parametrize(("name", "seconds"), LENGTHS.items())
def test_shipped_routines_last_as_long_as_the_reference_says(name: str, seconds: int) -> None:
    library = LIBRARY
    plan = library.routine(name)
    assert plan is not None

    length = Timeline(plan, played_steps(plan, library.strokes), library.narration).length

    assert length == pytest.approx(seconds, rel=0.1)


@pytest.mark.parametrize("name", LENGTHS)
def test_shipped_routines_never_speak_over_themselves(name: str) -> None:
    library = LIBRARY
    plan = library.routine(name)
    assert plan is not None
    spoken = [
        cue
        for cue in Timeline(plan, played_steps(plan, library.strokes), library.narration).cues
        if cue.kind.is_spoken
    ]

    for cue, after in pairwise(spoken):
        assert cue.start + cue.length <= after.start, (cue, after)
