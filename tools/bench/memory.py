"""Memory: what the program holds while it plays, beside an empty window of the same size."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tools.bench.figures import skip, tell
from tools.bench.process import NO_PROC, can_count, memory, outlet
from tools.bench.windows import application, shown, size_of

if TYPE_CHECKING:
    from massage_guide.program import Program

GOAL, SOUND_GOAL = 2.0, 3.5
"""Times the empty window; the second one with everything that can be heard."""
GROWTH_GOAL = 1.0
"""MiB a minute, once every stroke has been seen."""


def empty(size: str) -> float:
    """An empty window in a process of its own, MiB."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.memory", "--empty", "--size", size],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(done.stdout)


def show_empty(size: str) -> None:
    """Be that process."""
    app = application()
    window = QWidget()
    shown(window, size_of(size))
    sys.stdout.write(f"{memory()}\n")
    del app


@contextmanager
def heard(program: Program) -> Iterator[None]:
    """With voice, chimes and a bed, on a sound server where there is one."""
    from massage_guide.playback.output import MiniaudioOutput
    from tools.bench.sound import server
    from tools.sound_server import is_here

    with server() if is_here() else nullcontext():
        program.looks.change(replace(program.looks.settings, bed="rain"))
        program.open_sound(MiniaudioOutput)
        yield


def playing(size: str, seconds: float, *, sound: bool) -> None:
    """Every moving stroke of a routine for a while, then the same once more."""
    from tools.bench.program import Opened, go_to, let_pass, play

    app = application()
    started = memory()
    with Opened(size_of(size)) as program, heard(program) if sound else nullcontext():
        home = memory()
        play(program)
        steps = program.player.head.timeline.steps
        held = []
        for number in [step.number for step in steps] * 2:
            program.player.jump(number)
            let_pass(seconds / len(steps) / 2)
            go_to(program, number)
            let_pass(seconds / len(steps) / 2)
            held.append(memory())
        device = memory(outlet()) if outlet() else 0.0
    half = len(held) // 2
    second = held[half:]
    minutes = seconds / 60
    tell(
        "memory_sound" if sound else "memory",
        max(held) + device,
        "MiB",
        empty(size),
        first_stroke=held[0],
        home=home,
        imported=started,
        device=device,
        growth_a_minute=(second[-1] - held[half - 1]) / minutes,
        goal_ratio=SOUND_GOAL if sound else GOAL,
        goal_growth=GROWTH_GOAL,
        size=size,
        strokes=len(steps),
    )
    del app


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--seconds", type=float, default=52.0)
    parser.add_argument("--sound", action="store_true", help="with all that can be heard")
    parser.add_argument("--empty", action="store_true", help="an empty window instead")
    args = parser.parse_args()
    if not can_count():
        skip("memory", "MiB", NO_PROC)
    elif args.empty:
        show_empty(args.size)
    else:
        playing(args.size, args.seconds, sound=args.sound)


if __name__ == "__main__":
    main()
