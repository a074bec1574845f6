"""Getting ready: chips change the plan, the age is asked once, and leaving leaves nothing."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint

from massage_guide.domain.picture import Dress
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
    assert "We’ll leave the legs out today." in parent.words()
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


def test_a_baby_rated_as_crying_is_held_as_if_the_chip_were_pressed(at_home: Starting) -> None:
    parent = at_home()
    kind = "A quiet hold first, massage another time."
    parent.click("First touch")
    chip, point = (button for button in parent.buttons() if button.text() == "Crying")
    for pressed in (chip, point):
        pressed.click()
        assert kind in parent.words() and parent.button("Go on with holding")
        pressed.click()
        assert kind not in parent.words() and parent.button("Go on")
    chip.click()
    parent.press(Key.Key_1, Key.Key_4)
    assert kind in parent.words(), "the chip was pressed by itself"
    chip.click()
    assert kind not in parent.words()
    parent.press(Key.Key_1, Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert planned(parent) and "hip-to-ankle-glide" not in planned(parent)
    parent.close()
    journal = recorded(parent)
    unfinished = journal.unfinished()
    assert unfinished is not None and unfinished.start.chips == ("crying",), "held again later"
    journal.close()


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
    assert "Your baby is about 6 weeks. Change" in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "toe-roll" in planned(parent)


def test_without_an_age_only_what_suits_from_birth_is_played(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    unanswered = "Tell us your baby’s age, or we’ll keep to strokes that suit from birth."
    assert unanswered in parent.words() and "a little older" not in parent.words()
    parent.click("Skip")
    assert unanswered not in parent.words()
    assert "We’ll keep to strokes that suit from birth." in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "toe-roll" not in planned(parent)


def test_an_age_that_was_skipped_can_be_told_on_a_later_visit(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    parent.click("Skip")
    parent.click("Not today")
    parent.click("Legs and feet")
    parent.click("Age not told. Tell")
    parent.click("Yes")
    assert "from birth" not in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    assert "toe-roll" in planned(parent)


def test_going_on_without_an_answer_is_skipping(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space, Key.Key_E, Key.Key_E)
    parent.press(Key.Key_Space, Key.Key_Space)
    assert parent.screen == "home"
    parent.click("Legs and feet")
    assert "How old is your baby?" not in parent.words()
    assert "Age not told. Tell" in parent.words()


def test_an_age_can_be_corrected_and_nothing_below_moves(at_home: Starting) -> None:
    parent = at_home()
    parent.window.resize(1280, 720)
    parent.click("Legs and feet")
    below = parent.button("Calm").mapTo(parent.window, QPoint())
    parent.click("Yes")
    assert parent.button("Calm").mapTo(parent.window, QPoint()) == below
    parent.click("Your baby is about 6 weeks. Change")
    parent.click("Less")
    parent.click("Yes")
    assert "Your baby is about 5 weeks. Change" in parent.words()
    assert parent.button("Calm").mapTo(parent.window, QPoint()) == below


def test_a_baby_with_dates_is_shown_quietly_with_its_age(at_home: Starting) -> None:
    parent = at_home()
    born = parent.clock.wall().date() - timedelta(weeks=6)
    parent.program.memory.save_baby("Ada", born, None)
    parent.click("Legs and feet")
    assert "Ada, 6 weeks" in parent.words()
    assert "How old" not in parent.words() and "Change" not in parent.words()


def test_when_only_holds_are_left_the_button_says_holding(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Legs and feet")
    for chip in ("Vaccinated in the last 48 hours", "Fed in the last half hour"):
        parent.click(chip)
        assert parent.button("Go on with holding").isVisible()
        parent.click(chip)
        assert parent.button("Go on").isVisible()


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


def test_a_baby_asked_for_a_first_touch_is_dressed_already(at_home: Starting) -> None:
    parent = at_home()
    parent.program.ready.begin("first-touch")
    parent.press(Key.Key_Space, Key.Key_Space)
    assert parent.screen == "ask"
    asked = parent.program.screens.asking.picture
    assert asked is not None
    assert asked.dress is Dress.CLOTHES


def test_a_parent_is_told_quietly_that_no_instructor_has_reviewed_the_strokes(
    at_home: Starting,
) -> None:
    parent = at_home()
    parent.click("First touch")
    assert "Not yet reviewed by an instructor." in parent.words()


def test_when_not_to_massage_can_be_read_before_and_leads_back(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("When not to")
    words = parent.words()
    for told in ("A fever", "diarrhoea", "never straight", "48 hours", "essential oils"):
        assert told in words
    parent.press(Key.Key_Space)
    assert parent.screen == "get_ready" and not parent.program.window.card_name
