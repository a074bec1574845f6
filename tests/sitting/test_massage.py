"""The massage: what the rest screen's wishes do to the plan, and how one is taken up again."""

from __future__ import annotations

import pytest

from massage_guide.domain.session import Ending, HowDone, SessionSummary
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from tests.parent import Key, Parent, Starting


@pytest.fixture
def giving(at_home: Starting) -> Parent:
    """A parent in the middle of the first leg."""
    parent = at_home()
    parent.begin_massage()
    parent.wait_for_step("touch-relaxation-leg", "left")
    parent.wait(3)
    return parent


def recorded(parent: Parent) -> SessionSummary:
    session = parent.program.recorder.session
    assert session is not None
    journal = Journal(parent.folder / FILE_NAME, parent.clock.wall)
    told = journal.session(session)
    journal.close()
    assert told is not None
    return told


def strokes_ahead(parent: Parent) -> list[str]:
    """Ids of the strokes from here on."""
    player = parent.program.player
    now = player.moment.step
    assert now is not None
    steps = player.head.timeline.steps
    return [step.stroke.id for step in steps if step.stroke and step.number >= now.number]


def test_holding_only_takes_the_place_of_what_was_planned(giving: Parent) -> None:
    giving.press(Key.Key_Space)
    giving.click("Holding only")
    assert not giving.rests() and giving.program.player.hold
    [hold] = strokes_ahead(giving)
    giving.wait(300)
    assert giving.screen == "guide"
    giving.press(Key.Key_Right)
    assert giving.screen == "enough"
    told = recorded(giving)
    assert ("swap", hold) in [(event.kind, event.detail) for event in told.events]
    assert [step.stroke for step in told.steps][-1] == hold


def test_a_crying_baby_is_picked_up_and_one_more_space_brings_no_stroke(giving: Parent) -> None:
    for before in ((), (Key.Key_Space,)):  # while it plays, and while it rests already
        giving.press(*before, Key.Key_1)
        assert giving.rests() and "Pick your baby up first." in giving.words()
        giving.press(Key.Key_4)
        assert "Pick your baby up" not in giving.words() and giving.button("Holding only")
        assert giving.button("Go on").hasFocus()
        giving.press(Key.Key_1, Key.Key_F1, Key.Key_F1)
        assert giving.button("Go on with holding").hasFocus()
        giving.button("Go on").click()
        assert not giving.rests() and len(strokes_ahead(giving)) > 1
    giving.press(Key.Key_1)
    giving.click_at(0.01, 0.5)
    giving.press(Key.Key_Space, Key.Key_Space)
    assert not giving.rests() and strokes_ahead(giving) == ["chest-to-chest-rest"]
    giving.press(Key.Key_Space)
    assert giving.rests() and "Pick your baby up" not in giving.words()


def test_the_region_is_left_out_from_here_on(giving: Parent) -> None:
    giving.press(Key.Key_Space)
    giving.click("Leave the legs out")
    assert not giving.rests()
    assert "hip-to-ankle-glide" not in strokes_ahead(giving)
    assert "palm-stroke" in strokes_ahead(giving)
    assert ("leave_out", "legs") in [(e.kind, e.detail) for e in recorded(giving).events]


ENDINGS = {
    "Sleep": Ending.SLEEP,
    "A feed": Ending.FEED,
    "Nappy": Ending.NAPPY,
    "Baby said no": Ending.BABY_SAID_NO,
    "I need a break": Ending.PARENT_NEEDED_A_BREAK,
    "Simply enough": Ending.OTHER,
}


def test_every_ending_of_the_rest_screen_is_as_good(at_home: Starting) -> None:
    parent = at_home()
    for words, ending in ENDINGS.items():
        parent.begin_massage("two-minutes-peace")
        parent.wait(20)
        parent.press(Key.Key_Space)
        parent.click("Enough for today")
        parent.click(words)
        assert parent.screen == "enough"
        told = recorded(parent)
        assert told.ending is ending and told.steps[-1].how is HowDone.LEFT
        parent.press(Key.Key_Space, Key.Key_Space)


def cut_off(parent: Parent, at_home: Starting, choice: str) -> Parent:
    """Close the window, open it again and choose."""
    parent.close()
    parent.clock.pass_by(60)
    later = at_home(parent.folder, parent.clock)
    later.click(choice)
    assert later.screen == "guide"
    return later


def test_it_goes_on_at_the_same_moment(giving: Parent, at_home: Starting) -> None:
    before = giving.program.player.moment
    later = cut_off(giving, at_home, "Go on")
    now = later.program.player.moment
    assert now.step == before.step
    assert now.seconds == pytest.approx(before.seconds, abs=1.0)


def test_or_with_this_stroke_again(giving: Parent, at_home: Starting) -> None:
    before = giving.program.player.moment
    later = cut_off(giving, at_home, "This stroke again")
    now = later.program.player.moment
    assert now.step == before.step and now.into < 1.0


def test_holding_stays_holding(giving: Parent, at_home: Starting) -> None:
    giving.press(Key.Key_Space)
    giving.click("Holding only")
    giving.wait(10)
    before = strokes_ahead(giving)
    later = cut_off(giving, at_home, "Go on")
    assert strokes_ahead(later) == before


def test_just_hold_today_stays_holding(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("Just hold today")
    parent.press(Key.Key_Space, Key.Key_Space)
    parent.wait(20)
    before = strokes_ahead(parent)
    later = cut_off(parent, at_home, "Go on")
    assert strokes_ahead(later) == before


def test_what_was_left_out_stays_out(giving: Parent, at_home: Starting) -> None:
    giving.press(Key.Key_Space)
    giving.click("Leave the legs out")
    giving.wait_for_step("foot-hold")
    later = cut_off(giving, at_home, "Go on")
    assert "hip-to-ankle-glide" not in strokes_ahead(later)
    assert strokes_ahead(later)[0] == "foot-hold"


def test_after_two_hours_it_is_only_enough_or_left(giving: Parent, at_home: Starting) -> None:
    giving.close()
    giving.clock.pass_by(3 * 3600)
    later = at_home(giving.folder, giving.clock)
    offered = [button.text() for button in later.buttons()]
    assert "That was enough" in offered and "Leave it" in offered
    assert "Go on" not in offered and "This stroke again" not in offered
    later.click("Leave it")
    later.close()
    again = at_home(giving.folder, giving.clock)
    assert "Leave it" not in [button.text() for button in again.buttons()]


def test_once_another_massage_has_begun_it_is_not_offered(
    giving: Parent, at_home: Starting
) -> None:
    giving.close()
    later = at_home(giving.folder, giving.clock)
    assert "You were in the middle" in later.words()
    later.program.ready.begin("legs-and-feet")
    later.click("Not today")
    assert "You were in the middle" in later.words()
    later.begin_massage("two-minutes-peace")
    later.press(Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_Space)
    assert later.screen == "home" and "You were in the middle" not in later.words()
