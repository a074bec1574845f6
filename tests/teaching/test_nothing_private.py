"""Nothing of a family reaches the class: not on Home when others look on, nor on the projector."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_keys import USUAL
from massage_guide.domain.session import Place, SessionStart
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.opening import open_journal
from massage_guide.teaching.classroom import Classroom
from tests.doubles import FakeClock
from tests.parent import Key, Parent, Starting
from tests.teaching.hall import LAPTOP, PROJECTOR, BlankScene, FakeScreens

MARK = "zqx"
"""In every word that a family wrote."""


def a_family_lives_here(folder: Path) -> None:
    """A journal in which every word that somebody wrote carries the mark."""
    folder.mkdir()
    journal = open_journal(folder, FakeClock().wall).journal
    assert journal is not None
    baby = journal.add_baby(f"Mira{MARK}", date(2026, 8, 1), None)
    journal.add_baby(f"Jon{MARK}", date(2026, 8, 1), None)
    start = SessionStart(f"first{MARK}", "1.0.0", "d", f"Evening {MARK}", baby.id, 12)
    session = journal.open_session(start)
    journal.rate(session, Settledness.CALM, None, Place.GUIDE)
    journal.close()


def told_by(root: QWidget, *, in_sight: bool = False) -> str:
    """Every word of a window: its widgets' own, and what a screen reader would say."""
    words: list[str] = []
    for part in (root, *root.findChildren(QWidget)):
        if in_sight and not part.isVisible():
            continue
        for name in ("text", "toolTip", "accessibleName", "accessibleDescription", "windowTitle"):
            said = getattr(part, name, None)
            words.append(str(said()) if callable(said) else "")
    stack: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(root)]
    while stack:
        one = stack.pop()
        if one is not None and not (in_sight and one.state().invisible):
            words += [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
            stack += [one.child(at) for at in range(one.childCount())]
    return " ".join(words)


@pytest.fixture
def with_family(at_home: Starting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starting:
    monkeypatch.setattr("massage_guide.teaching.wardrobe.Scene", BlankScene)
    a_family_lives_here(tmp_path / "data")
    return at_home


def two_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("massage_guide.teaching.school.DesktopScreens", _two)


def _two() -> FakeScreens:
    return FakeScreens(LAPTOP, PROJECTOR)


def test_home_tells_nothing_of_a_family_while_a_second_screen_is_there(
    with_family: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_screens(monkeypatch)
    parent = with_family()
    assert MARK not in told_by(parent.window, in_sight=True)
    assert "Names are put away" in parent.words()
    parent.click("Show our own")
    assert MARK in told_by(parent.window, in_sight=True)


def test_with_one_screen_home_is_as_ever(with_family: Starting) -> None:
    parent = with_family()
    assert MARK in told_by(parent.window, in_sight=True)
    assert "Names are put away" not in parent.words()


def test_no_word_of_a_family_is_ever_in_the_classs_window(
    with_family: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_screens(monkeypatch)
    parent = with_family()
    open_the_class(parent)
    room = parent.program.school.classroom
    assert room.audience is not None
    assert room.presenter is not None
    for keys in USUAL.values():
        parent.clock.pass_by(0.6)
        room.demonstration.key_pressed(keys[0])
        parent.breathe()
        assert MARK not in told_by(room.audience)
    assert MARK not in told_by(room.presenter)
    # neither a control nor a time
    assert not [w for w in room.audience.findChildren(QWidget) if "Button" in type(w).__name__]
    assert "min" not in " ".join(room.audience.said).split()
    end_the_class(parent, room)


def test_teach_opens_at_the_week_that_comes_next_and_comes_home_again(
    with_family: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_screens(monkeypatch)
    parent = with_family()
    room = parent.program.school.classroom
    for number, title in ((1, "Hello, legs and feet"), (2, "Tummy and wind")):
        open_the_class(parent)
        assert room.demonstration.lesson.title == title
        assert room.demonstration.lesson.week == number
        assert not parent.window.isVisible()
        for key in ("F5", *str(len(room.demonstration.lesson.items)), "Enter"):
            parent.clock.pass_by(1)
            room.demonstration.key_pressed(key)
        end_the_class(parent, room)
        assert parent.screen == "teach"
    parent.click("One routine")
    parent.click("Legs and feet")
    parent.press(Key.Key_Space)
    assert room.demonstration.lesson.week == 0
    end_the_class(parent, room)
    assert MARK not in told_by(parent.window, in_sight=True)


def open_the_class(parent: Parent) -> None:
    parent.program.school.timetable.open()
    parent.breathe()
    assert parent.screen == "teach"
    parent.press(Key.Key_Space)
    assert parent.program.school.classroom.is_open


def end_the_class(parent: Parent, room: Classroom) -> None:
    room.end()
    parent.breathe()
    assert room.presenter is not None
    assert room.audience is not None
    assert not room.presenter.isVisible()
    assert not room.audience.isVisible()
    assert parent.window.isVisible()


def test_a_key_is_changed_in_settings_kept_in_the_file_and_told_on_the_card(
    at_home: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("massage_guide.teaching.wardrobe.Scene", BlankScene)
    two_screens(monkeypatch)
    parent = at_home()
    parent.click("Settings")
    parent.click("Keys of a class")
    parent.click("Black")
    parent.press(Key.Key_F1)
    assert "F1 keeps its meaning" in parent.words()
    parent.press(Key.Key_F9)
    assert "F9 is now: Black." in parent.words()
    parent.click("Freeze")
    parent.press(Key.Key_B)
    assert "It no longer is: Black." in parent.words()
    assert "black F9" in (parent.folder / "settings.toml").read_text("utf-8")
    parent.press(Key.Key_Space)
    assert parent.screen == "settings"
    open_the_class(parent)
    room = parent.program.school.classroom
    assert room.presenter is not None
    assert "F9, ." in room.presenter.keys_card.text
    for key, badge in (("F5", "Live"), ("B", "Frozen"), ("F9", "Black")):
        room.demonstration.key_pressed(key)
        assert room.presenter.head.badge.text() == badge
    end_the_class(parent, room)
