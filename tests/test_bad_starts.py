"""Bad starts: whatever lies in the data folder, the program says one sentence and plays."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from massage_guide.storage.database import FILE_NAME
from tests.doubles import FakeClock
from tests.files.texts import ROUTINE
from tests.parent import Key, Parent, Starting

ROOT = Path(__file__).resolve().parent.parent


def write_broken(folder: Path) -> None:
    """Every kind of file that is no routine, and one that is."""
    own = folder / "routines"
    own.mkdir(parents=True)
    (own / "a-broken.toml").write_text("format = 1\nid = \n")
    (own / "b-huge.toml").write_bytes(b"# " + b"x" * 40_000_000)
    (own / "c-binary.toml").write_bytes(bytes(range(256)) * 64)
    (own / "d-empty.toml").write_bytes(b"")
    (own / "e-newer.toml").write_text(ROUTINE.replace("format = 1", "format = 9"))
    (own / "f-unknown.toml").write_text(ROUTINE.replace("toe-roll", "toe-rol"))
    (own / "g-folder.toml").mkdir()
    (own / "h-sound.toml").write_text(ROUTINE)


def test_broken_routine_files_are_listed_last_and_the_rest_plays(
    at_home: Starting, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    write_broken(folder)
    before = {path.name: path.stat().st_size for path in (folder / "routines").iterdir()}
    parent = at_home(folder)
    lines = parent.words().splitlines()
    told = [line for line in lines if "could not be read" in line]
    assert [line.partition(" ")[0] for line in told] == [
        "a-broken.toml",
        "b-huge.toml",
        "c-binary.toml",
        "d-empty.toml",
        "e-newer.toml",
        "f-unknown.toml",
        "g-folder.toml",
    ]
    assert all(len(line) < 300 for line in told)
    [newer] = [line for line in told if line.startswith("e-newer")]
    assert re.search(r"\b9\b", newer) and re.search(r"\b1\b", newer)
    assert "did you mean" in next(line for line in told if line.startswith("f-")) or "toe-rol" in (
        next(line for line in told if line.startswith("f-"))
    )
    assert lines.index(told[0]) > max(
        lines.index(title) for title in ("First touch", "Legs and feet", "Trial")
    )
    parent.click("Trial")
    assert parent.screen == "get_ready"
    assert {path.name: path.stat().st_size for path in (folder / "routines").iterdir()} == before


def plays_without_recording(parent: Parent) -> None:
    """A massage goes from Home to Home, and the sentence was said."""
    assert "recorded" in parent.window.notice
    assert parent.window.notice.count("\n") == 0
    parent.begin_massage()
    parent.press(Key.Key_4)
    parent.press(Key.Key_E, Key.Key_E)
    parent.press(Key.Key_5)
    parent.press(Key.Key_Space)
    assert "That was time together." in parent.words()
    assert "It is in your journal." not in parent.words()
    parent.press(Key.Key_Space)
    assert parent.screen == "home"
    parent.click("Journal")
    assert "recorded" in parent.words()


def test_a_data_folder_that_cannot_be_made(at_home: Starting, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    plays_without_recording(at_home(tmp_path / "file" / "data"))
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="modes do not stop this user")
def test_a_data_folder_that_may_not_be_written_to(at_home: Starting, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)
    plays_without_recording(at_home(folder))
    assert list(folder.iterdir()) == []


def test_a_data_folder_that_is_missing_is_made(at_home: Starting, tmp_path: Path) -> None:
    folder = tmp_path / "some" / "where" / "data"
    parent = at_home(folder)
    assert parent.window.notice == ""
    assert (folder / FILE_NAME).exists()


def test_a_journal_of_a_newer_version_is_left_byte_for_byte(
    at_home: Starting, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    at_home(folder).close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as newer:
        newer.execute("PRAGMA journal_mode = DELETE")
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    before = {path.name: path.read_bytes() for path in folder.glob("journal*")}
    parent = at_home(folder)
    assert "newer Massage Guide" in parent.window.notice
    plays_without_recording(parent)
    parent.close()
    assert {path.name: path.read_bytes() for path in folder.glob("journal*")} == before


@pytest.mark.parametrize("content", [b"", b"nonsense" * 5000, b"SQLite format 3\0" + b"x" * 9000])
def test_a_damaged_journal_is_set_aside_and_a_new_one_started(
    at_home: Starting, tmp_path: Path, content: bytes
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    parent = at_home(folder)
    assert "couldn’t be read" in parent.window.notice and "safely aside" in parent.window.notice
    [aside] = folder.glob("journal-damaged-*")
    assert aside.read_bytes() == content and aside.name in parent.window.notice
    parent.begin_massage()
    parent.press(Key.Key_E, Key.Key_E, Key.Key_Space)
    assert "It is in your journal." in parent.words()


def test_a_disk_that_fills_up_in_the_middle_costs_one_sentence(
    at_home: Starting, tmp_path: Path
) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.press(Key.Key_4)
    said: list[str] = []
    parent.program.recorder.write_failed.connect(said.append)
    # another program that holds the file is as good as a full disk: nothing can be written
    with closing(sqlite3.connect(parent.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        parent.press(Key.Key_5)
        assert parent.window.notice == said[0]
        assert "can’t be written down just now" in said[0]
        parent.press(Key.Key_Right)
        other.execute("ROLLBACK")
    assert len(said) == 1 and parent.screen == "guide"
    parent.wait(10)
    parent.press(Key.Key_5)
    parent.press(Key.Key_E, Key.Key_E, Key.Key_Space)
    assert "It is in your journal." in parent.words()


@pytest.mark.parametrize("text", ["theme = ", "theme = 7\nwelcome_seen = 'x'\n", "\x00\x01", ""])
def test_settings_that_are_broken_are_healed(at_home: Starting, tmp_path: Path, text: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text(text)
    parent = at_home(folder)
    assert parent.screen == "home"
    parent.begin_massage()


AWAY = "You were away for a while."


def lid(clock: FakeClock) -> None:
    clock.asleep(3600)


def set_back(clock: FakeClock) -> None:
    clock.asleep(-7200)


def suspended(clock: FakeClock) -> None:
    # some systems let the monotonic clock run on
    clock.pass_by(3600)


def test_after_a_closed_lid_it_rests_and_asks(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait_for_step("chest-to-chest-rest")
    for happens in (lid, set_back, suspended):
        for first_key in (None, Key.Key_F1):
            comes_back(parent, happens, first_key)


def comes_back(parent: Parent, happens: Callable[[FakeClock], None], first_key: Key | None) -> None:
    """The computer wakes, perhaps by a key; the massage is where it was, and asks."""
    before = parent.program.player.moment
    happens(parent.clock)
    if first_key is not None:
        parent.press(first_key, after=0.0)
        assert parent.card == "help"
        parent.press(first_key)
    parent.wait(1)
    parent.breathe()
    assert parent.rests() and AWAY in parent.words()
    assert parent.program.player.moment == before
    parent.press(Key.Key_Space)
    assert not parent.rests() and AWAY not in parent.words()
    parent.wait(2)
    assert parent.program.player.moment.seconds == pytest.approx(before.seconds + 2, abs=0.7)


def test_a_lid_closed_over_the_breath_or_the_asking_changes_nothing(at_home: Starting) -> None:
    parent = at_home()
    parent.program.ready.begin("first-touch")
    parent.press(Key.Key_Space)
    parent.clock.asleep(3600)
    parent.wait(60)
    assert "When you’re ready" in parent.words()
    parent.press(Key.Key_Space)
    parent.clock.asleep(3600)
    parent.wait(5)
    assert parent.screen == "ask" and parent.program.prelude.state == "playing"


def test_a_massage_that_begins_before_the_journal_is_open_is_kept(tmp_path: Path) -> None:
    parent = Parent(tmp_path / "data")
    parent.window.show()
    parent.program.load()
    parent.press(Key.Key_Space)
    parent.click("Two minutes’ peace")
    parent.press(Key.Key_Space)
    parent.wait(3)
    parent.program.safekeeping.open()
    parent.press(Key.Key_4)
    parent.press(Key.Key_E, Key.Key_E, Key.Key_Space)
    assert "It is in your journal." in parent.words()
    assert "Two minutes" in parent.words()
    parent.close()
    assert not parent.mistakes


FIRST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from massage_guide import app
from massage_guide.desk.safekeeping import Safekeeping
from massage_guide.steward import Steward
from massage_guide.windows.main_window import MainWindow

came = Steward.to_front

def to_front(steward):
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.showMinimized()
    came(steward)
    print("front", window.isVisible(), window.isMinimized(), flush=True)
    window.close()

Steward.to_front = to_front
begun = Safekeeping.begin

def begin(safekeeping):
    begun(safekeeping)
    print("open", flush=True)

Safekeeping.begin = begin
sys.exit(app.run(sys.argv[1]))
"""
"""The program as it is, which also tells what happens to it."""


def test_a_second_copy_brings_the_first_to_the_front(tmp_path: Path) -> None:
    folder = str(tmp_path / "data")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, folder], stdout=subprocess.PIPE, text=True, env=environment
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        second = subprocess.run(
            [sys.executable, "-m", "massage_guide", "--data", folder],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        assert second.returncode == 0
        assert second.stdout.startswith("Massage Guide is already open")
        assert first.stdout.readline() == "front True False\n"
        assert first.wait() == 0
