"""The closing: kind words that follow what happened, after a calm massage and a hard one."""

from __future__ import annotations

from tests.parent import Key, Parent, Starting


def a_hard_massage(parent: Parent) -> None:
    """Calm before, crying after, and home."""
    parent.click("First touch")
    parent.click("Calm")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    parent.wait(20)
    parent.press(Key.Key_E, Key.Key_E)
    parent.click("Crying")
    parent.press(Key.Key_Space)


def test_a_hard_massage_is_told_gently(at_home: Starting) -> None:
    parent = at_home()
    a_hard_massage(parent)
    assert "That’s enough for today. You were there." in parent.words()
    assert "Lovely" not in parent.words() and "Before" not in parent.words()
    assert "Crying is how babies talk" in parent.words()
    assert "It ended crying, and you were there." in parent.words()


def test_nothing_is_lovely_while_the_baby_still_cries(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait(20)
    parent.press(Key.Key_1)
    parent.click("Enough for today")
    assert "Lovely" not in parent.words()
    parent.click("I need a break")
    assert "That’s enough for today. You were there." in parent.words()
    parent.click("Calm")
    assert "That’s enough for today. Lovely." in parent.words()
    parent.click("A cry and a cuddle")
    assert "A cuddle is plenty." in parent.words()


def test_the_first_words_follow_the_ending_at_once(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait(20)
    parent.press(Key.Key_Space)
    parent.click("Enough for today")
    parent.click("Baby said no")
    assert "That’s enough for today. You were there." in parent.words()
    for pressed, kind in (
        ("A cry and a cuddle", "A cuddle is plenty."),
        ("Calm", "A cuddle is plenty."),
        ("Sleep", "Lovely."),
        ("Baby said no", "You were there."),
    ):
        parent.click(pressed)
        assert f"That’s enough for today. {kind}" in parent.words(), pressed


def test_a_heavy_word_gets_one_line_and_the_way_to_someone(at_home: Starting) -> None:
    parent = at_home()
    for word, heavy in (("Heavy", True), ("Tired", False)):
        parent.begin_massage("two-minutes-peace")
        parent.press(Key.Key_E, Key.Key_E)
        parent.click("Crying")
        parent.click(word)
        parent.press(Key.Key_Space)
        told = parent.words()
        assert ("Would you like some people who help?" in told) is heavy
        assert ("Crying is how babies talk" in told) is not heavy
        if heavy:
            parent.click("Someone to talk to")
            assert parent.card == "talk"
            parent.click("Back")
        parent.press(Key.Key_Space)


def test_home_tells_only_when_and_what(at_home: Starting) -> None:
    parent = at_home()
    a_hard_massage(parent)
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    assert ": First touch, under a minute." in parent.words()
    assert "crying" not in parent.words().lower() and "calm" not in parent.words().split("First")[0]
    assert "It’s fine if today is just a cuddle." in parent.words()


def test_after_a_massage_home_shows_its_top(at_home: Starting) -> None:
    parent = at_home()
    bar = parent.program.screens.home.scroller.verticalScrollBar()
    parent.press(Key.Key_End)
    parent.click("Whole body")
    assert parent.screen == "get_ready" and bar.value() > 0
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_E, Key.Key_Space, Key.Key_Space)
    assert parent.screen == "home" and bar.value() == 0


def test_simply_enough_is_told_in_the_words_that_were_pressed(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait(20)
    parent.press(Key.Key_Space)
    parent.click("Enough for today")
    parent.click("Simply enough")
    parent.press(Key.Key_Space, Key.Key_Space)
    parent.click("Journal")
    parent.press(Key.Key_Down, Key.Key_Return)
    assert "How it ended: simply enough." in parent.words()


def test_the_journal_tells_what_was_noticed_first_and_the_parent_last(at_home: Starting) -> None:
    parent = at_home()
    parent.click("First touch")
    parent.click("Tired")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
    parent.wait(20)
    parent.press(Key.Key_3)
    parent.press(Key.Key_E, Key.Key_E)
    parent.click("Looked at me")
    parent.click("Heavy")
    parent.press(Key.Key_Space, Key.Key_Space)
    parent.click("Journal")
    parent.press(Key.Key_Down, Key.Key_Return)
    told = parent.words()
    assert (
        told.index("You noticed: looked at me.")
        < told.index("On the way: wriggly.")
        < told.index("How you were: tired at first, heavy later.")
    )
