"""Learning at home: a week, a stroke, a doll; and a baby who is asked first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from massage_guide.desk.looks import Looks
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Routine
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from massage_guide.widgets.lettering import Lettering
from tests.parent import Key, Parent, Starting


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Pictures take most of the time and are looked at elsewhere; this tells what was asked for."""
    asked: list[str] = []

    def blank(_looks: Looks, routine: Routine, _step: PlayedStep, size: QSize) -> QImage:
        asked.append(routine.id)
        return QImage(size, QImage.Format.Format_RGB32)

    monkeypatch.setattr(Looks, "key_frame", blank)
    return asked


def words_of(lettering: Lettering) -> str:
    return " ".join(line.text for line in lettering.lines)


def kept(parent: Parent) -> Journal:
    return Journal(parent.folder / FILE_NAME, parent.clock.wall)


def test_a_stroke_is_practised_on_a_doll_for_as_long_as_is_wished_and_nothing_is_kept(
    at_home: Starting,
) -> None:
    parent = at_home()
    parent.click("Learn")
    assert "Hello, legs and feet" in parent.words()
    parent.click("Hip-to-ankle glide")
    assert "Practice is not written down." in parent.words()
    parent.press(Key.Key_Space)
    player = parent.program.player
    assert (parent.screen, player.hold, player.pace) == ("guide", True, 0.5)
    parent.wait(75, look=2.5)
    assert player.moment.looping and player.moment.step is not None
    assert str(player.moment.step.side) == "left"

    guide = parent.program.screens.guide
    assert "baby" not in f"{words_of(guide.telling.hint)} {guide.controls.rest.text()}".lower()
    assert words_of(guide.telling.next).startswith("Next"), "the other leg"
    parent.press(Key.Key_Space)
    assert parent.rests() and parent.program.screens.guide.rest.isHidden(), "a doll just waits"
    parent.wait(60)
    offered = [button for button in parent.buttons() if button.window() is parent.window]
    assert [button.text() for button in offered] == ["Go on", "Back to the stroke"]
    assert all(min(one.width(), one.height()) >= 96 for one in offered)
    parent.click("Go on")
    assert not parent.rests() and "Back to the stroke" not in parent.words()
    parent.press(Key.Key_Space)
    parent.press(Key.Key_Space, Key.Key_4)
    assert not parent.rests() and "Noted" not in parent.words()
    parent.press(Key.Key_Right)
    assert player.moment.step is not None and str(player.moment.step.side) == "right"
    assert words_of(guide.telling.next) == "", "it goes on, so that nothing comes last"
    parent.press(Key.Key_Escape)
    parent.click("Back to the stroke")
    assert parent.screen == "practice"
    parent.click("Back")
    assert parent.screen == "learning"

    parent.click("Week 4")
    assert "Face and back" in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    journal = kept(parent)
    assert journal.sessions() == () and journal.unfinished() is None
    assert journal.strokes_met() == frozenset()
    journal.close()
    parent.click("Learn")
    assert "Face and back" in parent.words(), "the week stays open"


def test_with_a_baby_it_is_a_little_massage_and_then_the_stroke_has_been_met(
    at_home: Starting,
) -> None:
    parent = at_home()
    parent.program.ready.age_told(3)
    parent.click("Learn")
    parent.click("Resting hands")
    parent.click("With my baby")
    assert "we ask your baby first" in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "get_ready"
    parent.press(Key.Key_Space)
    assert parent.screen == "ask"
    parent.press(Key.Key_Space)
    assert parent.screen == "guide" and parent.program.player.hold
    guide = parent.program.screens.guide
    assert "baby needs a moment" in words_of(guide.telling.hint)
    parent.wait(40, look=2.5)
    parent.press(Key.Key_Right)
    assert parent.screen == "enough"
    parent.press(Key.Key_Space, Key.Key_Space)
    assert parent.screen == "home"
    journal = kept(parent)
    assert [one.start.title for one in journal.sessions()] == ["Resting hands"]
    journal.close()
    parent.click("Learn")
    described = parent.button("Resting hands").accessibleDescription()
    assert described.startswith("you have met this one")

    parent.click("Week 5")
    parent.click("Knee sway")
    assert "can wait until your baby is about 8 weeks" in parent.words()
    assert "With my baby" not in {button.text() for button in parent.buttons()}


def test_the_page_is_there_before_its_pictures_and_they_make_way(
    at_home: Starting, drawn: list[str]
) -> None:
    parent = at_home()
    drawn.clear()
    parent.program.learning.open()
    assert "Hello, legs and feet" in parent.words() and len(drawn) == 0
    parent.breathe()
    begun = len(drawn)
    assert 0 < begun < 16
    assert parent.program.learning.is_drawing
    parent.click("Leg integration")
    assert drawn[-1] == "practice-leg-integration", "the one that is looked at comes first"
    parent.breathe()
    assert len(drawn) < 16
    parent.click("Back")
    for _ in range(10):
        parent.breathe()
    assert len(set(drawn)) == 16

    parent.press(Key.Key_Space)
    finder = parent.program.screens.home.findChildren(QLineEdit)[0]
    QTest.keyClicks(finder, "sun and m")
    parent.click("Practise Sun and moon")
    assert parent.screen == "practice"
    parent.click("Back")
    assert parent.screen == "home", "back to where it was found"
