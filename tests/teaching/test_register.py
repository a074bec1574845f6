"""The register: who comes, what was taught, and never a word of it where the class can read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.class_keys import USUAL
from massage_guide.domain.class_screens import ScreenFacts
from massage_guide.storage.backups import take_backup
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.opening import open_journal
from massage_guide.teaching.class_record import ClassRecord
from massage_guide.teaching.classroom import Classroom
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import Chip
from massage_guide.windows.register_page import RegisterPage
from tests.doubles import FakeClock
from tests.parent import Key, Parent, Starting
from tests.storage.test_erasing import files_with
from tests.teaching.hall import LAPTOP, MIRROR, PROJECTOR, BlankScene, FakeScreens, week
from tests.teaching.registers import a_class
from tests.teaching.test_nothing_private import MARK, told_by

Screens = Callable[..., FakeScreens]


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """Screens that a test plugs in, and pictures that cost nothing."""
    monkeypatch.setattr("massage_guide.teaching.wardrobe.Scene", BlankScene)

    def lay(*all_there: ScreenFacts) -> FakeScreens:
        there = FakeScreens(*all_there)
        monkeypatch.setattr("massage_guide.teaching.school.DesktopScreens", lambda: there)
        return there

    return lay


def with_a_class(folder: Path) -> None:
    folder.mkdir()
    journal = open_journal(folder, FakeClock().wall).journal
    assert journal is not None
    a_class(journal, MARK)
    journal.close()


def page(parent: Parent) -> RegisterPage:
    return parent.program.screens.register_page


def to_the_register(parent: Parent) -> None:
    parent.program.school.timetable.open()
    parent.click("Register")
    assert parent.screen == "register", parent.words()


def all_said(root: QWidget, **how: bool) -> str:
    """Every word, but for what is only waiting to be thrown away."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return told_by(root, **how)


def press_came(parent: Parent, name: str) -> None:
    chips = page(parent).weeks.came.findChildren(Chip)
    next(chip for chip in chips if chip.text() == name and chip.isVisible()).click()
    parent.breathe()


def teach(parent: Parent) -> Classroom:
    parent.program.school.timetable.open()
    parent.breathe()
    parent.press(Key.Key_Space)
    room = parent.program.school.classroom
    assert room.is_open
    return room


def show_for(parent: Parent, room: Classroom, seconds: float) -> None:
    for _look in range(round(seconds / 2)):
        parent.clock.pass_by(2.0)
        room.demonstration.player.look()


def end(parent: Parent, room: Classroom) -> None:
    room.end()
    parent.breathe()


def test_a_class_is_written_down_and_stays(at_home: Starting, screens: Screens) -> None:
    screens(LAPTOP)
    parent = at_home()
    to_the_register(parent)
    assert "A register is optional." in parent.words()
    parent.click("A new class")
    # it is named at once, and Enter does not leave the page
    QTest.keyClicks(page(parent).details.name, "Tuesdays")
    parent.press(Key.Key_Return)
    assert parent.screen == "register"
    assert "Tuesdays" in {button.text() for button in parent.buttons()}
    for name in ("Mia", "Tom", "Ada"):
        parent.click("Add a family")
        QTest.keyClicks(parent.program.screens.family_form.findChildren(QLineEdit)[0], name)
        parent.press(Key.Key_Return)
        assert parent.screen == "register"
    press_came(parent, "Mia")
    families = page(parent).families.findChildren(Button)
    next(button for button in families if button.text() == "Ada").click()
    parent.click("Take off the register")
    parent.click("Press again to take off")
    assert "Ada" not in parent.words()
    parent.click("Four weeks")
    page(parent).details.note.setText("Towels")
    parent.click("Back")
    assert parent.screen == "teach"
    assert "What is taught is written into your register." in parent.words()
    assert "Mia" not in all_said(page(parent)) and "Tuesdays" not in all_said(page(parent))
    parent.close()

    again = at_home(parent.folder, parent.clock)
    to_the_register(again)
    for words in ("Tuesdays", "Mia", "Tom", "Who came in week 1?", "Teach this opens at week 1."):
        assert words in again.words()
    assert page(again).details.courses.chosen() == ("four-week",)
    assert page(again).details.note.text() == "Towels"
    assert len(page(again).weeks.came.chosen()) == 1


def test_what_was_taught_is_in_the_register_and_the_next_week_comes(
    at_home: Starting, screens: Screens, tmp_path: Path
) -> None:
    screens(LAPTOP, PROJECTOR)
    with_a_class(tmp_path / "data")
    parent = at_home()
    parent.program.school.timetable.open()
    parent.click("Register")
    assert parent.screen == "teach" and "Others may see this screen." in parent.words()
    parent.click("Register")
    parent.click(f"Tuesday mornings {MARK}")
    assert "3 November" not in parent.words() and "Teach this opens at week 2." in parent.words()
    room = teach(parent)
    assert room.demonstration.lesson.week == 2
    for key, seconds in (("F5", 90.0), ("Right", 90.0), ("Right", 60.0)):
        room.demonstration.key_pressed(key)
        show_for(parent, room, seconds)
    end(parent, room)
    (register,) = parent.program.school.registering.classes
    held = register.meetings[-1]
    assert (held.week, held.planned, round(held.lasted)) == (2, 60, 240)
    lesson = room.demonstration.lesson
    shown = [item.step.stroke.id for item in lesson.items[:3] if item.step.stroke]
    assert [one.stroke for one in held.taught] == shown
    for one, seconds in zip(held.taught, (90, 90, 60), strict=True):
        # hands rest for five seconds before the next stroke begins
        assert one.seconds == pytest.approx(seconds, abs=7)
    # the rest of a week that was left comes before the week after
    assert teach(parent).demonstration.lesson.week == 2
    end(parent, room)
    # one that never began was not taught, nor is a routine by itself part of a course
    assert len(parent.program.school.registering.classes[0].meetings) == 2


def test_the_register_closes_when_others_may_look(
    at_home: Starting, screens: Screens, tmp_path: Path
) -> None:
    there = screens(LAPTOP)
    with_a_class(tmp_path / "data")
    parent = at_home()
    to_the_register(parent)
    parent.click(f"Tuesday mornings {MARK}")
    there.plug(PROJECTOR)
    parent.breathe()
    assert parent.screen == "teach" and "The register is closed" in parent.words()
    assert MARK not in all_said(page(parent))
    there.unplug(PROJECTOR)
    # started for a class: with one screen, that one may be mirrored
    parent.program.memory.be_discreet(True)
    parent.click("Register")
    assert parent.screen == "teach" and "Others may see this screen." in parent.words()
    room = teach(parent)
    parent.program.school.registering.door.knock()
    assert parent.screen == "teach"
    assert "stays closed while a class is open" in told_by(parent.program.screens.teach)
    end(parent, room)


def test_only_the_presenter_reads_for_whom_a_stroke_is_too_early(
    at_home: Starting, screens: Screens, tmp_path: Path
) -> None:
    there = screens(LAPTOP, PROJECTOR)
    with_a_class(tmp_path / "data")
    parent = at_home()
    registering = parent.program.school.registering
    registering.choose(registering.classes[0].id)
    parent.program.school.timetable.choose_week("5")
    room = teach(parent)
    assert room.presenter is not None and room.audience is not None
    for keys in USUAL.values():
        parent.clock.pass_by(0.6)
        room.demonstration.key_pressed(keys[0])
        parent.breathe()
        assert MARK not in told_by(room.audience)
    room.presenter.side.open_page(0)
    early = next(
        item.number
        for item in room.demonstration.lesson.items
        if item.step.stroke and item.step.stroke.from_weeks == 16
    )
    room.demonstration.jump(early)
    parent.breathe()
    named = f"Too early for Mia{MARK} and Tom{MARK}: from 16 weeks"
    assert named in all_said(room.presenter, in_sight=True)
    assert "Too early" not in told_by(room.audience) and MARK not in told_by(room.audience)
    for one in (PROJECTOR, MIRROR):
        (there.unplug if one is PROJECTOR else there.plug)(one)
        parent.breathe()
        told = all_said(room.presenter, in_sight=True)
        assert "Too early for someone here: from 16 weeks" in told and MARK not in told
    end(parent, room)


def test_a_class_is_erased_with_a_second_press(
    at_home: Starting, screens: Screens, tmp_path: Path, qtbot: QtBot
) -> None:
    screens(LAPTOP)
    with_a_class(tmp_path / "data")
    parent = at_home()
    take_backup(tmp_path / "data", parent.clock.wall)
    to_the_register(parent)
    parent.click(f"Tuesday mornings {MARK}")
    for answer in ("Keep it", "Erase for good"):
        assert files_with(tmp_path / "data", MARK)
        parent.click("Erase this class")
        assert f"Erase Tuesday mornings {MARK}?" in parent.words()
        parent.click(answer)
    qtbot.waitUntil(lambda: "The class is erased" in parent.words())
    assert files_with(tmp_path / "data", MARK) == []
    assert MARK not in parent.words() and "A register is optional." in parent.words()
    assert parent.program.looks.settings.class_register == ""


def test_what_cannot_be_written_at_once_is_written_later(tmp_path: Path) -> None:
    with_a_class(tmp_path / "data")
    clock, told = FakeClock(), list[str]()
    journal = open_journal(tmp_path / "data", clock.wall).journal
    assert journal is not None
    (register,) = journal.registers()
    record, lesson = ClassRecord(lambda: register, clock), week(2)
    record.failed.connect(told.append)
    record.read_from(journal)
    record.opened(lesson)
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        record.taught(lesson.items[0])
        record.began(lesson)
        other.rollback()
    assert len(told) == 1 and "can’t be written down just now" in told[0]
    clock.pass_by(30.0)
    record.ended()
    # neither a routine by itself nor another course belongs to this class
    for foreign in (replace(lesson, week=0), week(1, "four-week")):
        record.opened(foreign)
        record.began(foreign)
        record.taught(foreign.items[0])
        record.ended()
    before, held = journal.registers()[0].meetings
    assert before.week == 1
    assert (held.week, round(held.lasted), len(held.taught)) == (2, 30, 1)
    assert (held.began - FakeClock().wall()).total_seconds() == 0.0
    journal.close()


def test_a_rehearsal_is_not_written_down_and_ends_where_it_began(
    at_home: Starting, screens: Screens, tmp_path: Path
) -> None:
    screens(LAPTOP, PROJECTOR)
    with_a_class(tmp_path / "data")
    parent = at_home()
    school = parent.program.school
    registering = school.registering
    registering.choose(registering.classes[0].id)
    before, settings = registering.taught, parent.program.looks.settings
    school.timetable.open()
    parent.click("Rehearse")
    room = school.classroom
    assert room.presenter is not None and room.audience is not None
    room.presenter.key_pressed.emit("F5")
    show_for(parent, room, 30)
    assert room.presenter.isVisible() and not room.audience.isVisible()
    assert not parent.program.window.isVisible()
    room.presenter.head.end.click()
    parent.breathe()
    assert parent.program.window.isVisible() and parent.screen == "teach"
    assert registering.taught == before
    assert parent.program.looks.settings == settings
