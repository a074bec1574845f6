"""A massage played by the player, as the parent and the instructor would notice it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.played import PlayedStep, RowKind
from massage_guide.domain.timeline import Moment
from massage_guide.playback.player import Player, PlayState
from tests.doubles import FakeClock, a_massage


class Listener:
    """Writes down all that the player tells."""

    def __init__(self, player: Player) -> None:
        self.cues: list[Cue] = []
        self.steps: list[str] = []
        self.events: list[str] = []
        self.moments: list[Moment] = []
        player.cue_due.connect(self.cues.append)
        player.step_began.connect(self.began)
        player.step_ended.connect(self.ended)
        player.happened.connect(self.happened)
        player.moment_changed.connect(self.moments.append)

    def began(self, step: PlayedStep) -> None:
        self.steps.append(f"{step.number} began")

    def ended(self, step: PlayedStep, how: str) -> None:
        self.steps.append(f"{step.number} {how}")

    def happened(self, kind: str, detail: str) -> None:
        self.events.append(f"{kind} {detail}".strip())


class Table:
    """A player, its clock and its listener."""

    def __init__(self, *words: str) -> None:
        self.clock = FakeClock()
        self.player = Player(self.clock, self.clock.wall)
        self.heard = Listener(self.player)
        self.player.load(a_massage(*words))

    def play(self, seconds: float) -> None:
        """Time passes, seen in looks of half a second."""
        while seconds > 1e-9:
            step = min(0.5, seconds)
            self.clock.pass_by(step)
            self.player.look()
            seconds -= step


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    table = Table("resting", "gliding", "legs:each")
    table.player.start()
    yield table
    table.player.stop()


class SlowReading(FakeClock):
    """A clock whose reading takes a little time, as every clock's does."""

    def __call__(self) -> float:
        self.seconds += 0.001
        return self.seconds


def test_the_time_that_looking_takes_is_not_lost(qtbot: QtBot) -> None:
    clock = SlowReading()
    player = Player(clock, clock.wall)
    player.load(a_massage("resting", "gliding"))
    player.start()
    began = clock.seconds
    position = player.moment.seconds
    for _ in range(100):
        clock.pass_by(0.01)
        player.look()
    player.stop()

    assert player.moment.seconds - position == pytest.approx(clock.seconds - began, abs=0.003)


def test_a_massage_plays_from_the_first_step_to_the_last(table: Table) -> None:
    table.play(200)
    assert table.player.state is PlayState.OVER
    assert [word for word in table.heard.steps if "done" in word] == [
        "1 done",
        "2 done",
        "3 done",
        "4 done",
    ]


def test_every_cue_is_heard_once_and_in_order(table: Table) -> None:
    table.play(200)
    assert table.heard.cues == list(table.player.head.timeline.cues)


def test_baby_needs_a_moment_and_nothing_counts_on(table: Table) -> None:
    table.play(8)
    table.player.toggle()
    before = table.player.moment
    table.clock.pass_by(600)
    table.player.look()
    assert table.player.moment == before
    table.player.toggle()
    table.play(1)
    assert table.player.moment.seconds == pytest.approx(before.seconds + 1)
    assert table.heard.events == ["rest baby", "go_on"]


def test_after_the_lid_was_closed_it_rests_and_asks_and_skips_nothing(table: Table) -> None:
    table.play(8)
    before = table.player.moment.seconds
    table.clock.asleep(3600)
    table.clock.pass_by(0.1)
    table.player.look()
    assert table.player.state is PlayState.RESTING
    assert table.player.rest_reason == "gap"
    assert table.player.moment.seconds == pytest.approx(before)


def test_the_first_key_after_a_closed_lid_does_not_skip_the_asking(table: Table) -> None:
    table.play(8)
    before = table.player.moment.seconds
    table.clock.asleep(3600)
    table.player.next()
    assert table.player.rest_reason == "gap"
    assert table.player.moment.seconds == pytest.approx(before)


def test_a_clock_set_back_an_hour_rests_it_too(table: Table) -> None:
    table.play(8)
    table.clock.wall_offset -= 3600
    table.clock.pass_by(0.1)
    table.player.look()
    assert table.player.state is PlayState.RESTING


def test_next_goes_to_the_words_of_the_next_stroke(table: Table) -> None:
    table.play(3)
    table.player.next()
    assert table.player.moment.row.kind is RowKind.PAUSE
    assert table.player.moment.row.step is not None
    assert table.player.moment.row.step.number == 2
    assert table.heard.cues[-1].text == "Now gliding."


def test_next_after_the_last_stroke_ends_kindly(table: Table) -> None:
    for _ in range(4):
        table.player.next()
    assert table.player.state is PlayState.OVER


def test_left_once_begins_this_stroke_anew(table: Table) -> None:
    table.player.next()
    table.play(12)
    table.player.again()
    moment = table.player.moment
    assert (moment.row.kind, moment.into, moment.repeat) == (RowKind.STROKE, 0.0, 1)


def test_left_twice_quickly_goes_to_the_stroke_before(table: Table) -> None:
    table.player.next()
    table.play(12)
    table.player.again()
    table.play(1)
    table.player.again()
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 1
    assert table.heard.events[-2:] == ["again 2", "back 1"]


def test_left_twice_slowly_begins_this_stroke_anew_both_times(table: Table) -> None:
    table.player.next()
    table.play(12)
    table.player.again()
    table.play(2)
    table.player.again()
    assert table.heard.events[-2:] == ["again 2", "again 2"]


def test_on_the_first_stroke_left_twice_begins_it_anew(table: Table) -> None:
    table.play(10)
    table.player.again()
    table.player.again()
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 1


def test_hold_stays_with_the_stroke_until_next(table: Table) -> None:
    table.player.next()
    table.player.toggle_hold()
    table.play(300)
    moment = table.player.moment
    assert moment.looping
    assert moment.step is not None
    assert moment.step.number == 2
    assert not [cue for cue in table.heard.cues if cue.text == "Soon, legs."]
    table.player.next()
    assert table.player.hold
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 3


def test_hold_let_go_finishes_the_stroke_and_goes_on(table: Table) -> None:
    table.player.next()
    table.player.toggle_hold()
    table.play(60)
    table.player.toggle_hold()
    table.play(12)
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 3
    assert "2 done" in table.heard.steps


def test_timeline_time_stands_while_a_stroke_is_held(table: Table) -> None:
    table.player.next()
    table.player.toggle_hold()
    table.play(60)
    standing = table.player.moment.seconds
    table.play(7)
    assert table.player.moment.seconds == standing


def test_pace_stretches_strokes_that_move_and_no_other(table: Table) -> None:
    table.player.change_pace(-2)
    assert table.player.pace == 0.5
    rows = table.player.head.timeline.rows
    still = sum(row.length for row in rows[:2])
    table.play(still + 5 + 60)
    assert "1 done" in table.heard.steps
    assert "2 done" in table.heard.steps
    table.play(0.0)
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 3


def test_at_a_quick_pace_the_step_waits_for_its_words(qtbot: QtBot) -> None:
    table = Table("gliding")
    table.player.start()
    for _ in range(3):
        table.player.change_pace(1)
    table.play(200)
    spoken = [cue for cue in table.heard.cues if cue.kind.is_spoken]
    assert spoken
    assert table.player.state is PlayState.OVER


def test_jump_goes_to_any_step_and_unknown_numbers_do_nothing(table: Table) -> None:
    table.player.jump(4)
    table.player.jump(99)
    assert table.player.moment.step is not None
    assert table.player.moment.step.number == 4


def test_enough_leaves_the_open_step_as_left(table: Table) -> None:
    table.play(10)
    table.player.stop()
    assert table.heard.steps == ["1 began", "1 left"]


PRESSES = ["toggle", "next", "again", "back", "hold", "up", "down", "jump", "wait", "nap", "rest"]


@given(st.lists(st.tuples(st.sampled_from(PRESSES), st.floats(0.0, 2.9)), max_size=40))
def test_no_run_of_keys_breaks_a_massage(
    qapp: QApplication, presses: list[tuple[str, float]]
) -> None:
    table = Table("resting", "gliding", "rest:6", "legs:each")
    player = table.player
    player.start()
    began: list[str] = []
    for press, seconds in presses:
        standing = player.moment.seconds
        place = player.moment.step.number if player.moment.step else 0
        acts: dict[str, Callable[[], None]] = {
            "toggle": player.toggle,
            "next": player.next,
            "again": player.again,
            "back": player.back,
            "hold": player.toggle_hold,
            "up": lambda: player.change_pace(1),
            "down": lambda: player.change_pace(-1),
            "jump": lambda: player.jump(2),
            "wait": lambda: None,
            "nap": lambda: table.clock.asleep(10),
            "rest": lambda: player.rest("card"),
        }
        acts[press]()
        if press not in ("again", "back", "jump", "next"):
            assert player.moment.seconds >= standing
        table.clock.pass_by(seconds)
        before = player.moment.seconds
        player.look()
        assert player.moment.seconds >= before
        assert place >= 0
    player.stop()
    began = [word for word in table.heard.steps if "began" in word]
    ended = [word for word in table.heard.steps if "began" not in word]
    assert len(began) == len(ended)


def test_a_parent_who_rests_for_the_baby_is_praised_in_other_words_each_time() -> None:
    table = Table("resting", "gliding")
    table.player.start()
    table.play(3)
    for reason in ("baby", "help", "baby"):
        table.player.rest(reason)
        table.player.start()

    praise = [cue.text for cue in table.heard.cues if cue.kind is CueKind.PRAISE]

    assert len(praise) == len(set(praise)) == 2
    assert not any("!" in text or "should" in text for text in praise)


def test_where_pictures_stand_still_the_player_sleeps_until_something_is_due(table: Table) -> None:
    timer = table.player.findChild(QTimer)
    assert timer is not None
    table.player.still = True
    table.play(8.0)
    slept = []
    for _ in range(10):
        table.player.look()
        slept.append(timer.interval())
        table.clock.pass_by(timer.interval() / 1000)
    moving = [long for long in slept if long < 20]
    assert not moving, "no frame is wanted while hands rest"
    assert max(slept) == 1000, "yet a closed lid shows"
