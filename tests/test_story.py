"""The story of a massage: from Home to the journal, through the real windows, and once killed."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from massage_guide.domain.figure import Side
from massage_guide.domain.session import Answer, Ending, HowDone, Place, SessionSummary, When
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.storage.opening import open_journal
from tests.doubles import FakeClock
from tests.parent import Key, Parent, Starting

ROOT = Path(__file__).resolve().parent.parent

CHILD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.parent import Parent
from tests.test_story import the_first_half

application = QApplication([])
parent = Parent(Path(sys.argv[1])).open()
the_first_half(parent)
assert not parent.mistakes, parent.mistakes
print(parent.clock.seconds, parent.program.player.moment.seconds, flush=True)
sys.stdin.read()
"""
"""A program of its own, which stands in the middle of a massage until it is killed."""


def the_first_half(parent: Parent) -> None:
    """From Home into the right leg, with a rest, a hold, an again and ratings on the way."""
    get_ready(parent)
    breathe_and_ask(parent)

    parent.wait_for_step("resting-hands")
    assert parent.program.player.moment.step is not None
    assert parent.program.player.moment.step.written.place == "thighs"
    parent.press(Key.Key_4)

    parent.wait_for_step("touch-relaxation-leg", "left")
    parent.press(Key.Key_Space)
    assert "Your baby needs a moment." in parent.words()
    before = parent.program.player.moment
    parent.wait(600)
    assert parent.program.player.moment == before
    parent.press(Key.Key_Space)
    assert not parent.rests()

    parent.wait_for_step("touch-relaxation-leg", "right")
    parent.press(Key.Key_H)
    parent.wait(120)
    assert parent.program.player.moment.looping
    parent.press(Key.Key_H)

    parent.wait_for_step("hip-to-ankle-glide", "left")
    parent.wait(6)
    parent.press(Key.Key_Left)
    assert parent.program.player.moment.repeat == 1

    parent.wait_for_step("hip-to-ankle-glide", "right")
    parent.press(Key.Key_2)
    parent.wait(3)


def get_ready(parent: Parent) -> None:
    """Say what is true today, how settled the baby is, and how the parent is."""
    assert parent.screen == "home"
    parent.click("First touch")
    assert parent.screen == "get_ready"
    parent.click("Skip")
    parent.click("Hungry")
    assert "Go on with holding" in parent.words()
    parent.click("Hungry")
    parent.click("Cord not healed")
    assert "thighs" in parent.words()
    parent.press(Key.Key_2)
    parent.wait(10)
    parent.press(Key.Key_3)
    parent.click("Awake")
    parent.click("Tired")


def breathe_and_ask(parent: Parent) -> None:
    """Breathe to the end, wait as long as it takes, and hear a yes."""
    parent.press(Key.Key_Space)
    parent.wait(1)
    assert "In through your nose" in parent.words()
    parent.wait(60)
    assert "When you’re ready" in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "ask"
    parent.wait(300)
    assert parent.screen == "ask"
    parent.press(Key.Key_Right)
    assert parent.screen == "guide"


def the_second_half(parent: Parent) -> None:
    """Go on where it was, to the end, and tell what was noticed."""
    assert "You were in the middle of First touch, at Hip-to-ankle glide." in parent.words()
    parent.click("Go on")
    assert parent.screen == "guide"
    parent.play_to_the_end()

    assert parent.screen == "enough"
    parent.press(Key.Key_4)
    parent.wait(5)
    parent.press(Key.Key_5)
    parent.click("Drowsy")
    parent.click("Looked at me")
    parent.click("Smiled")
    parent.click("Looked at me")
    parent.click("Sleep")
    parent.click("Lighter")
    [note] = [one for one in parent.window.findChildren(QLineEdit) if one.isVisible()]
    note.setFocus()
    QTest.keyClicks(note, "She held my thumb, 5 minutes long")
    parent.click("Go on")
    assert "Before: wriggly, awake. After: at ease, drowsy." in parent.words()
    assert "It is in your journal." in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "home"


@pytest.fixture
def killed(tmp_path: Path) -> tuple[Path, float, float]:
    """A data folder whose program was killed in the middle: with the clock and the position."""
    folder = tmp_path / "data"
    environment = {
        **{name: text for name, text in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"},
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        told = child.stdout.readline()
        child.kill()
    assert told, "the child never came to the middle"
    clock, position = told.split()
    return folder, float(clock), float(position)


def kept(folder: Path) -> tuple[SessionSummary, ...]:
    """What the journal holds, read as the next start would."""
    journal = open_journal(folder, FakeClock().wall).journal
    assert journal is not None
    try:
        return journal.sessions()
    finally:
        journal.close()


def test_first_touch_is_killed_goes_on_and_is_all_in_the_journal(
    killed: tuple[Path, float, float], at_home: Starting
) -> None:
    folder, seconds, position = killed
    clock = FakeClock()
    clock.pass_by(seconds - 100.0 + 300.0)
    parent = at_home(folder, clock)
    the_second_half(parent)

    parent.click("Journal")
    parent.press(Key.Key_Down)
    assert "First touch" in parent.words() and "Before: wriggly" in parent.words()
    parent.press(Key.Key_Return)
    for told in ("smiled", "She held my thumb", "Hip-to-ankle glide", "sleep", "lighter"):
        assert told in parent.words()
    parent.close()

    [told_session] = kept(folder)
    check_the_record(told_session)
    assert resumed_at(told_session) == pytest.approx(position, abs=6.0)


def check_the_record(session: SessionSummary) -> None:
    """Everything that happened is there, in its order."""
    assert session.answer is Answer.YES
    assert session.ending is Ending.SLEEP
    assert session.start.chips == ("cord",)
    assert session.moments == ("Smiled",)
    assert session.note == "She held my thumb, 5 minutes long"
    assert session.parent_words == {When.BEFORE: "tired", When.AFTER: "lighter"}
    assert [(seen.value, seen.state, seen.place) for seen in session.observations] == [
        (Settledness.FRETFUL, None, Place.GET_READY),
        (Settledness.WRIGGLY, BabyState.AWAKE, Place.GET_READY),
        (Settledness.CALM, None, Place.GUIDE),
        (Settledness.FRETFUL, None, Place.GUIDE),
        (Settledness.CALM, None, Place.ENOUGH),
        (Settledness.AT_EASE, BabyState.DROWSY, Place.ENOUGH),
    ]
    assert [event.kind for event in session.events] == [
        "chip",
        "chip_off",
        "chip",
        "answer",
        "rest",
        "go_on",
        "hold",
        "hold_off",
        "again",
        "offered",
        "resumed",
    ]
    legs = [(step.side, step.how) for step in session.steps if step.stroke == "hip-to-ankle-glide"]
    assert legs == [
        (Side.LEFT, HowDone.LEFT),
        (Side.LEFT, HowDone.DONE),
        (Side.RIGHT, HowDone.LEFT),
        (Side.RIGHT, HowDone.DONE),
    ]
    done = [step.stroke for step in session.steps if step.how is HowDone.DONE]
    assert done == [
        "resting-hands",
        "touch-relaxation-leg",
        "touch-relaxation-leg",
        "hip-to-ankle-glide",
        "hip-to-ankle-glide",
        "foot-hold",
        "palm-stroke",
        "palm-stroke",
        "arms-in-hug",
        "chest-to-chest-rest",
    ]
    # ten minutes of rest and five of being killed are no massage
    assert 6 <= session.lasted.total_seconds() / 60 <= 18


def resumed_at(session: SessionSummary) -> float:
    """Where it went on, in seconds of the timeline."""
    [resumed] = [event for event in session.events if event.kind == "resumed"]
    assert resumed.at is not None
    return resumed.at


@pytest.mark.parametrize("title", ["Legs and feet", "Wind and tummy comfort"])
def test_a_routine_is_played_with_a_baby_by_name(
    title: str, at_home: Starting, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    journal = open_journal(folder, FakeClock().wall).journal
    assert journal is not None
    mia = journal.add_baby("Mia", date(2026, 8, 1))
    journal.close()

    parent = at_home(folder)
    parent.click(title)
    assert "How old is your baby?" not in parent.words()
    parent.press(Key.Key_Space, Key.Key_Space)
    assert "Shall we see if Mia fancies this?" in parent.words()
    parent.press(Key.Key_Space)
    steps = parent.program.player.head.timeline.steps
    parent.play_to_the_end()
    assert parent.screen == "enough"
    parent.press(Key.Key_Space, Key.Key_Space)
    assert title in parent.words() and parent.screen == "home"
    parent.close()

    [session] = kept(folder)
    assert session.start.baby == mia.id
    assert session.ending is Ending.FINISHED
    assert [step.stroke for step in session.steps] == [
        step.stroke.id if step.stroke else None for step in steps
    ]
    assert {step.how for step in session.steps} == {HowDone.DONE}
    assert session.observations == ()


def test_two_minutes_peace_asks_for_nothing(at_home: Starting, tmp_path: Path) -> None:
    parent = at_home()
    parent.click("Two minutes’ peace")
    parent.wait(2)
    for _ in range(10):
        if parent.screen == "guide":
            break
        parent.press(Key.Key_Space)
    assert parent.screen == "guide" and not parent.rests()
    parent.play_to_the_end()
    assert parent.screen == "enough"
    parent.press(Key.Key_Space, Key.Key_Space)
    assert parent.screen == "home"
    parent.close()

    [session] = kept(tmp_path / "data")
    assert session.ending is Ending.FINISHED
    assert session.before is None and session.after is None and session.start.baby is None
    assert {step.how for step in session.steps} == {HowDone.DONE}


def test_the_display_stays_awake_for_the_massage_and_no_longer(
    at_home: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("jeepney", reason="a message bus is a matter of Linux")
    from tests.doubles_dbus import SCREEN_SAVER, Desktop, private_bus

    with private_bus() as address, ExitStack() as leaving:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        desktop = Desktop(address, *SCREEN_SAVER)
        leaving.callback(desktop.close)
        parent = at_home()
        parent.click("Two minutes’ peace")
        assert not desktop.kept_on
        parent.press(Key.Key_Space)
        assert desktop.next_happening() == "held"
        parent.play_to_the_end()
        assert desktop.next_happening() == "given back"
        assert not desktop.kept_on

        parent.press(Key.Key_Space, Key.Key_Space)
        parent.click("Two minutes’ peace")
        parent.press(Key.Key_Space)
        assert desktop.next_happening() == "held"
        parent.close()
        assert desktop.next_happening() == "given back"
