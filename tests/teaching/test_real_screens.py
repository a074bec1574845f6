"""Two screens of a computer: the class has the one that is not the laptop's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.parent import Key, Parent

application = QApplication([])
parent = Parent(Path(sys.argv[1])).open()
told = {"away": "Names are put away" in parent.words()}
parent.program.school.timetable.open()
parent.press(Key.Key_Space)
room = parent.program.school.classroom

def tell(name):
    parent.breathe()
    windows = (room.presenter, room.audience)
    told[name] = [[w.screen().name(), *w.size().toTuple(), w.isVisible()] for w in windows]

tell("open")
room.demonstration.key_pressed("S")
tell("swapped")
room.demonstration.key_pressed("Esc")
room.end()
parent.close()
told["mistakes"] = parent.mistakes
print(json.dumps(told), flush=True)
"""


def a_screen(name: str, x: int, wide: int, high: int) -> dict[str, object]:
    place = {"name": name, "x": x, "y": 0, "width": wide, "height": high}
    return place | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}


def test_each_window_has_its_screen_and_they_change_places(tmp_path: Path) -> None:
    screens = [a_screen("HDMI-1", 1024, 800, 600), a_screen("eDP-1", 0, 1024, 768)]
    written = tmp_path / "screens.json"
    written.write_text(json.dumps({"screens": screens}), "utf-8")
    environment = {
        name: to for name, to in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"
    }
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "data")],
        cwd=ROOT,
        env={**environment, "QT_QPA_PLATFORM": f"offscreen:configfile={written}"},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        pytest.fail(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["away"]
    (own, *_), audience = told["open"]
    assert own == "eDP-1"
    assert audience == ["HDMI-1", 800, 600, True]
    (own, *_), audience = told["swapped"]
    assert own == "HDMI-1"
    assert audience == ["eDP-1", 1024, 768, True]
    assert told["mistakes"] == []
