"""The closing: the same kind words after a calm massage and after a hard one."""

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
    assert "That’s enough for today. Lovely." in parent.words()
    assert "You were there. Crying is how babies talk" in parent.words()
    assert "Before: calm. After: crying." in parent.words()


def test_home_tells_only_when_and_what(at_home: Starting) -> None:
    parent = at_home()
    a_hard_massage(parent)
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    assert ": First touch, under a minute." in parent.words()
    assert "crying" not in parent.words().lower() and "calm" not in parent.words().split("First")[0]
    assert "It’s fine if today is just a cuddle." in parent.words()


def test_simply_enough_is_told_in_the_words_that_were_pressed(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait(20)
    parent.press(Key.Key_Space)
    parent.click("Enough for today")
    parent.click("Simply enough")
    parent.press(Key.Key_Space, Key.Key_Space)
    parent.click("Journal")
    [entry] = [button for button in parent.buttons() if "First touch" in button.text()]
    parent.click(entry.text())
    assert "Why it ended: simply enough." in parent.words()


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
    [entry] = [button for button in parent.buttons() if "First touch" in button.text()]
    parent.click(entry.text())
    told = parent.words()
    assert (
        told.index("You noticed: looked at me.")
        < told.index("On the way: wriggly.")
        < told.index("You before: tired, you after: heavy.")
    )
