"""Time set aside, from Home to a calendar file and back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from massage_guide.domain.times import PartOfDay
from massage_guide.storage.erasing import erase_everything
from tests.parent import Key, Parent, Starting


def saved(parent: Parent, path: Path) -> str:
    parent.program.times_aside.ask_where = lambda: str(path)
    parent.click("For my calendar")
    return path.with_suffix(".ics").read_text("utf-8")


def line_of(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(name))


def test_a_time_that_is_pressed_is_mentioned_on_home_and_kept(at_home: Starting) -> None:
    parent = at_home()
    parent.click("Times")
    screen = parent.program.screens.times_screen
    screen.chips(PartOfDay.AFTERNOON).chip("thursday").click()
    line = "Thursday afternoon is set aside, if it suits."
    assert line in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "home" and line in parent.words()
    parent.close()
    again = at_home(parent.folder, parent.clock)
    assert line in again.words()
    again.wait(3 * 86400, look=43200)
    again.click("Times")
    again.press(Key.Key_Space)
    assert "Next Thursday" not in again.words() and "Thursday afternoon" in again.words()


def test_the_calendar_says_no_name_unless_that_is_wished_and_goes_with_the_name(
    at_home: Starting, tmp_path: Path
) -> None:
    parent = at_home()
    parent.program.memory.save_baby("Mia", None, None)
    parent.click("Times")
    assert not parent.button("For my calendar").isEnabled(), "there is nothing to save yet"
    screen = parent.program.screens.times_screen
    before = screen.save.mapTo(screen, QPoint())
    screen.chips(PartOfDay.EVENING).chip("friday").click()
    QApplication.processEvents()
    assert screen.save.mapTo(screen, QPoint()) == before, "a press that follows does not miss it"
    first = saved(parent, tmp_path / "quiet")
    assert "Mia" not in first and str(parent.folder) not in first
    assert screen.told == "Saved as quiet.ics. Open it, and your calendar takes it in."

    parent.click("Say it is with Mia")
    screen.begin(PartOfDay.EVENING).changed.emit(38)
    second = saved(parent, tmp_path / "again")
    assert "SUMMARY:A quiet time with Mia" in second
    assert line_of(first, "UID") == line_of(second, "UID"), "taken in again, it moves"
    assert line_of(first, "DTSTART").endswith("T183000")
    assert line_of(second, "DTSTART").endswith("T190000")

    screen.chips(PartOfDay.EVENING).chip("friday").click()
    third = saved(parent, tmp_path / "away")
    assert line_of(second, "UID") == line_of(third, "UID") and "STATUS:CANCELLED" in third
    assert "What you took away is cancelled in it" in screen.told

    (tmp_path / "file").write_text("")
    parent.program.times_aside.ask_where = lambda: str(tmp_path / "file" / "quiet.ics")
    parent.click("For my calendar")
    assert "could not be saved" in screen.told

    parent.close()
    erased = erase_everything(parent.folder)
    assert tmp_path / "again.ics" in erased.removed, "the one that names her goes with her"
    assert (tmp_path / "quiet.ics").exists()
