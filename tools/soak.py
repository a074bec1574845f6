"""`make soak`: hours of massages through the real window, pressed at random, looking for growth.

First 200 kills in the middle of recorded play; then on a clock that is turned by hand, as fast as
it goes; then in real time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest

from massage_guide.app import build
from massage_guide.domain.session import Answer
from massage_guide.program import Program
from tools.bench.process import can_count, memory, open_files
from tools.bench.screen import screen
from tools.bench.windows import application, shown, size_of

ROOT = Path(__file__).resolve().parent.parent
GROWTH_GOAL = 1.0
"""MiB a minute, once everything has been seen."""
LOOK = 0.25
"""Seconds of the turned clock between two frames."""
WARM = 0.4
"""Share of the run after which all has been seen and growth counts."""
KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_H, Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_F1, Qt.Key.Key_Question),
    *(Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_5, Qt.Key.Key_Escape, Qt.Key.Key_E, Qt.Key.Key_X),
)
"""All that Guide listens to, but full screen, and one that says nothing."""


class TurnedClock:
    """A clock that goes only when told; or a real one."""

    def __init__(self, *, real: bool) -> None:
        self.real = real
        self._seconds = 0.0
        self._began = datetime.now(UTC)

    def __call__(self) -> float:
        """Monotonic seconds."""
        return time.monotonic() if self.real else self._seconds

    def wall(self) -> datetime:
        """The time of day that goes with them."""
        passed = timedelta(seconds=self._seconds)
        return datetime.now().astimezone() if self.real else self._began + passed

    def turn(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._seconds += seconds


@dataclass
class Watch:
    """What the process held, again and again."""

    began: float = field(default_factory=time.monotonic)
    seen: list[tuple[float, float, int, int]] = field(default_factory=list)
    """Minutes, MiB, open files, timers."""

    def look(self, program: Program) -> None:
        """Write down what is held now."""
        timers = len(program.window.findChildren(QTimer)) + len(program.findChildren(QTimer))
        files = open_files() if can_count() else 0
        held = memory() if can_count() else 0.0
        self.seen.append(((time.monotonic() - self.began) / 60, held, files, timers))

    def growth(self) -> tuple[float, int, int]:
        """MiB a minute, files and timers more than when all had been seen."""
        late = self.seen[int(len(self.seen) * WARM) :]
        first, last = late[: max(len(late) // 4, 1)], late[-max(len(late) // 4, 1) :]
        minutes = _mean([row[0] for row in last]) - _mean([row[0] for row in first])
        grown = _mean([row[1] for row in last]) - _mean([row[1] for row in first])
        files, timers = last[-1][2] - first[0][2], last[-1][3] - first[0][3]
        return (grown / minutes if minutes > 0 else 0.0), files, timers


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


class Soak:
    """One program, played by somebody who presses anything."""

    def __init__(self, size: str, seed: int, *, real: bool) -> None:
        self.clock = TurnedClock(real=real)
        self._folder = tempfile.TemporaryDirectory(prefix="massage-guide-soak-")
        self.program = build(self.clock, self.clock.wall, Path(self._folder.name))
        self.watch = Watch()
        self.massages = self.presses = 0
        self.played = 0.0
        """Seconds of massage."""
        self._chance = random.Random(seed)
        self._names: list[str] = []
        shown(self.program.window, size_of(size))
        self.program.load()
        self.program.safekeeping.open()
        self.program.window.close_card()

    def run(self, minutes: float) -> None:
        """Massage after massage."""
        until = time.monotonic() + 60 * minutes
        noted = 0.0
        while time.monotonic() < until:
            if self.program.window.screen_name != "guide":
                self._begin()
            self._pass()
            if self._chance.random() < 0.02:
                self._press(self._chance.choice(KEYS))
            elif self.program.player.state != "playing":
                # somebody always comes back
                self._press(Qt.Key.Key_Escape if self.program.window.card_name else KEYS[0])
            if time.monotonic() - noted > 60 * minutes / 60:
                noted = time.monotonic()
                self.watch.look(self.program)
        self.program.window.close()
        self.program.close()
        self._folder.cleanup()

    def _pass(self) -> None:
        before = self.clock()
        if self.clock.real:
            QTest.qWait(50)
        else:
            self.clock.turn(LOOK)
            self.program.player.look()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.played += self.clock() - before

    def _begin(self) -> None:
        """The next routine, from wherever the window is."""
        if self.program.window.card_name:
            self.program.window.close_card()
        if not self._names:
            self._names = ["first-touch", "legs-and-feet", "wind-and-tummy", "two-minutes-peace"]
        self.program.steward.open_home()
        self.program.ready.begin(self._names.pop(0))
        self.program.ready.age_told(30)
        self.program.ready.breath_done()
        self.program.ready.answered(Answer.YES)
        self.massages += 1

    def _press(self, key: Qt.Key) -> None:
        # presses of one key soon after each other are taken for a slip
        self.clock.turn(0.5)
        QTest.keyClick(self.program.window.focusWidget() or self.program.window, key)
        self.presses += 1


def soaked(minutes: float, size: str, seed: int, *, real: bool) -> bool:
    """Play for so long, print the verdict, and tell whether it is good."""
    app = application()
    soak = Soak(size, seed, real=real)
    soak.run(minutes)
    grown, files, timers = soak.watch.growth()
    sound = grown < GROWTH_GOAL and files <= 0 and timers <= 0
    told = {
        "name": "soak_real" if real else "soak_turned",
        "value": round(grown, 3),
        "unit": "MiB a minute",
        "verdict": "sound" if sound else "grows",
        "goal": GROWTH_GOAL,
        "highest": round(max(row[1] for row in soak.watch.seen), 1),
        "more_files": files,
        "more_timers": timers,
        "minutes": minutes,
        "hours_of_massage": round(soak.played / 3600, 2),
        "massages": soak.massages,
        "presses": soak.presses,
        "seed": seed,
    }
    if not can_count():
        told["skipped"] = "memory and files are counted from /proc, which only Linux has"
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    del app
    return sound


def main(arguments: Sequence[str] | None = None) -> int:
    """Run both parts, each in a process of its own; 1 when something grows."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0, help="of each part")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help="on the present desktop, not on Xvfb")
    parser.add_argument("--part", choices=("turned", "real"), help=argparse.SUPPRESS)
    args = parser.parse_args(arguments)
    if args.part:
        real = args.part == "real"
        return 0 if soaked(args.minutes, args.size, args.seed, real=real) else 1
    sound = _kills() if hasattr(os, "fork") else True
    with screen(here=args.here) as (_, environment):
        for part in ("turned", "real"):
            words = ["--part", part, "--minutes", str(args.minutes)]
            words += ["--size", args.size, "--seed", str(args.seed)]
            sound &= _part(words, environment)
    return 0 if sound else 1


def _kills() -> bool:
    return subprocess.run([sys.executable, "-m", "tools.kills"], cwd=ROOT).returncode == 0


def _part(words: Sequence[str], environment: dict[str, str]) -> bool:
    with tempfile.TemporaryDirectory(prefix="massage-guide-soak-home-") as home:
        names = ("DATA", "CONFIG", "CACHE", "STATE")
        homes = {f"XDG_{name}_HOME": home for name in names} | {"HOME": home}
        command = [sys.executable, "-m", "tools.soak", *words]
        path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        done = subprocess.run(command, cwd=ROOT, env={**environment, **homes, "PYTHONPATH": path})
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
