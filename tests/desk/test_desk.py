"""The desk: babies, settings and cards, as they are kept from one start to the next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from tests.parent import Key, Parent, Starting


def write(parent: Parent, words: str) -> QLineEdit:
    """Type into the one field in sight."""
    [field] = [one for one in parent.window.findChildren(QLineEdit) if one.isVisible()]
    field.setFocus()
    QTest.keyClicks(field, words)
    return field


def test_babies_are_added_by_name_and_chosen_on_home(at_home: Starting) -> None:
    parent = at_home()
    for name, button in (("Mia", "Add a baby"), ("Ben & Jo", "Add another baby")):
        parent.click(button)
        write(parent, name)
        parent.press(Key.Key_Return)
        assert parent.screen == "home"
    assert {"Mia", "Ben & Jo"} <= {button.text() for button in parent.buttons()}
    parent.click("Mia")
    parent.close()

    again = at_home(parent.folder, parent.clock)
    again.program.ready.begin("first-touch")
    again.press(Key.Key_Space, Key.Key_Space)
    assert "Shall we see if Mia fancies this?" in again.words()


def test_home_tells_a_known_baby_and_the_age(at_home: Starting) -> None:
    parent = at_home()
    born = parent.clock.wall().date() - timedelta(weeks=6)
    parent.program.memory.save_baby("Ada", born, None)
    assert "Ada, 6 weeks" in parent.words()


def test_the_welcome_comes_once(at_home: Starting) -> None:
    parent = at_home()
    assert parent.program.looks.settings.welcome_seen
    parent.close()
    again = Parent(parent.folder, parent.clock)
    again.window.show()
    again.program.load()
    assert again.card == ""
    again.close()


def test_words_that_are_being_typed_are_kept_when_the_window_closes(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage("two-minutes-peace")
    parent.press(Key.Key_E, Key.Key_E)
    write(parent, "A long sigh")
    parent.close()
    journal = Journal(parent.folder / FILE_NAME, parent.clock.wall)
    assert [session.note for session in journal.sessions()] == ["A long sigh"]
    journal.close()


def test_a_journal_that_can_no_longer_be_read_costs_a_sentence(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage("two-minutes-peace")
    parent.press(Key.Key_E, Key.Key_E)
    with closing(sqlite3.connect(parent.folder / FILE_NAME)) as vandal:
        tables = vandal.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        vandal.execute("PRAGMA foreign_keys = OFF")
        for (table,) in tables:
            vandal.execute(f'DROP TABLE "{table}"')
        vandal.commit()
    parent.press(Key.Key_4)
    assert "can’t be written down just now" in parent.window.notice
    parent.press(Key.Key_Space)
    assert "That was time together." in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    parent.click("Journal")
    assert parent.screen == "journal"


def test_pictures_are_drawn_anew_only_when_they_look_different(at_home: Starting) -> None:
    parent = at_home()
    repainted: list[bool] = []
    parent.program.looks.repainted.connect(lambda: repainted.append(True))
    parent.click("Settings")
    parent.click("I am left-handed")
    parent.click("Show words for every cue")
    assert repainted == []
    parent.click("Evening")
    assert repainted == [True]
    parent.program.shelf.stop()


def test_a_change_of_settings_is_kept(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Settings")
    parent.click("I am left-handed")
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    parent.close()
    assert at_home(parent.folder, parent.clock).program.looks.settings.left_handed


def test_a_newborn_is_drawn_for_a_baby_who_is_one(at_home: Starting) -> None:
    parent = at_home()
    pictures = []
    for weeks in (2, 20):
        parent.program.ready.begin("first-touch")
        parent.program.ready.age_told(weeks)
        parent.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
        assert parent.screen == "guide"
        pictures.append(parent.program.screens.picture.grab().toImage())
        parent.press(Key.Key_E, Key.Key_E, Key.Key_Space)
    assert pictures[0] != pictures[1]


def lightness(parent: Parent) -> int:
    """How light the mat under the baby is."""
    seen = parent.program.screens.picture.grab().toImage()
    return seen.pixelColor(seen.width() // 2, seen.height() // 40 * 39).lightness()


def test_dimming_darkens_the_picture_and_the_light_comes_back_as_it_was(
    at_home: Starting,
) -> None:
    parent = at_home()
    parent.begin_massage()
    before = parent.program.screens.picture.grab().toImage()
    parent.press(Key.Key_Space, Key.Key_N)
    assert "Dimmed. N for light" in parent.words()
    assert lightness(parent) < 120
    assert parent.program.looks.settings.theme == "light", "what was chosen stays chosen"
    parent.click("Dimmed. N for light")
    assert "Dimmed" not in parent.words()
    assert parent.program.screens.picture.grab().toImage() == before


def test_no_card_of_home_is_drawn_while_a_massage_goes_on(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.press(Key.Key_N)
    for _ in range(20):
        parent.breathe()
    assert parent.program.shelf.is_drawing
    parent.press(Key.Key_E, Key.Key_E)
    assert parent.screen == "enough"
    for _ in range(40):
        parent.breathe()
    assert not parent.program.shelf.is_drawing


def test_a_stroke_that_is_typed_on_home_finds_its_routines(at_home: Starting) -> None:
    parent = at_home()
    everything = {button.text() for button in parent.buttons()}
    write(parent, "sun and moon")
    assert "Wind and tummy comfort" in {button.text() for button in parent.buttons()}
    assert "Holding routine" not in {button.text() for button in parent.buttons()}
    assert "Two minutes’ peace" in {button.text() for button in parent.buttons()}
    parent.press(Key.Key_Escape)
    assert {button.text() for button in parent.buttons()} == everything


def test_who_feels_low_finds_someone_from_home_and_says_there_and_then_where_that_is(
    at_home: Starting,
) -> None:
    parent = at_home()
    parent.press(Key.Key_F1)
    low = parent.button("Someone to talk to").accessibleDescription()
    assert low == "Feeling low, tearful, or far from your baby"
    parent.click("Someone to talk to")
    assert parent.card == "talk"
    parent.click("Ireland")
    assert "1800 111 888" in parent.words()
    parent.click("United Kingdom")
    assert "116 123" in parent.words() and "1800 111 888" not in parent.words()
    parent.click("Back")
    assert parent.screen == "home" and not parent.card
    parent.click("Settings")
    assert parent.button("United Kingdom").isChecked(), "what was said there is kept"


def test_chosen_colours_are_seen_alone_before_any_picture_is_drawn_anew(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Settings")
    seen: list[bool] = []
    painted: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                painted.append(watched)
            return False

    watch, light = Watch(), parent.button("Light")
    light.installEventFilter(watch)
    parent.program.looks.repainted.connect(lambda: seen.append(light in painted))
    parent.click("Evening")
    assert seen[0], "Light is still lit while pictures are drawn"
    assert not light.isChecked() and parent.button("Evening").isChecked()
