"""Getting ready: chips change the plan, the age is asked once, and leaving leaves nothing."""

from __future__ import annotations

from massage_guide.domain.session import Answer
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from tests.parent import Key, Parent, Starting


def planned(parent: Parent) -> list[str]:
    """Ids of the strokes that are being played."""
    return [step.stroke.id for step in parent.program.player.head.timeline.steps if step.stroke]


def recorded(parent: Parent) -> Journal:
    return Journal(parent.folder / FILE_NAME, parent.clock.wall)


def test_chips_change_the_plan_in_words(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("Sore skin")
    parent.click("Legs")
    assert "We'll leave the legs out today." in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "hip-to-ankle-glide" not in planned(parent)
    assert "resting-hands" in planned(parent)


def test_a_hungry_baby_is_offered_holding(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("Hungry")
    parent.click("Go on with holding")
    parent.press(Key.Key_Space, Key.Key_Space)
    assert planned(parent) and "hip-to-ankle-glide" not in planned(parent)


def test_not_sure_is_holding_only(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Left)
    assert parent.screen == "guide" and "hip-to-ankle-glide" not in planned(parent)


def test_not_now_is_an_ending_like_any_other(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_E)
    assert parent.screen == "enough"
    parent.press(Key.Key_Space)
    assert "You asked, baby said not now, and you listened." in parent.words()
    journal = recorded(parent)
    assert [session.answer for session in journal.sessions()] == [Answer.NOT_NOW]
    journal.close()


def test_the_age_is_asked_once(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    assert "How old is your baby?" in parent.words()
    parent.click("Yes")
    assert "How old is your baby?" not in parent.words()
    parent.click("Not today")
    parent.click("Legs and feet")
    assert "How old is your baby?" not in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "toe-roll" in planned(parent)


def test_without_an_age_only_what_suits_from_birth_is_played(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    parent.click("Skip")
    assert "a little older" in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "toe-roll" not in planned(parent)


def test_leaving_before_the_asking_leaves_nothing(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.press(Key.Key_2)
    parent.click("Not today")
    assert parent.screen == "home"
    parent.close()
    journal = recorded(parent)
    journal.tidy()
    assert journal.sessions() == () and journal.unfinished() is None
    journal.close()


def test_an_answer_can_be_taken_back(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("Calm")
    parent.click("Calm")
    parent.click("Tired")
    parent.click("Tired")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_E)
    parent.click("At ease")
    parent.wait(10)
    parent.click("At ease")
    parent.press(Key.Key_Space)
    journal = recorded(parent)
    [session] = journal.sessions()
    assert session.observations == () and session.parent_words == {}
    journal.close()
