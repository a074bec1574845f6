"""Processor: the share of a core and the wake-ups while it plays, rests and shows Home."""

from __future__ import annotations

import argparse

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from tools.bench.figures import skip, tell
from tools.bench.process import NO_PROC, Count, Usage, can_count
from tools.bench.program import Opened, go_to, let_pass, play
from tools.bench.windows import Floor, application, shown, size_of

CPU_GOAL, WAKES_GOAL = 10.0, 250.0


class Filling(QObject):
    """Fills a tenth of a window sixty times a second.

    Signals: none.
    """

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.fill)
        self._timer.start(17)

    @Slot()
    def fill(self) -> None:
        """One frame."""
        size = self._floor.size()
        self._floor.fill(QRegion(QRect(0, 0, size.width() // 2, size.height() // 5)))


def used(seconds: float, settling: float) -> Usage:
    """What this process uses for so long, once it has settled."""
    let_pass(settling)
    before = Count.now()
    let_pass(seconds)
    return Count.now().since(before)


def playing(size: str, seconds: float, settling: float) -> None:
    """Half the strokes of a routine in turn, at 60 frames a second, in real time."""
    app = application()
    floor = Floor()
    shown(floor, size_of(size))
    filling = Filling(floor)
    least = used(seconds / 4, settling)
    filling.deleteLater()
    floor.close()
    with Opened(size_of(size)) as program:
        play(program)
        strokes = [
            step.number
            for step in program.player.head.timeline.steps
            if step.stroke and not step.stroke.motion.is_still
        ][:10]
        spent = []
        for number in strokes:
            program.player.jump(number)
            let_pass(settling / 2)
            go_to(program, number)
            spent.append(used(seconds / len(strokes), settling))
    total = sum(part.seconds for part in spent)

    def mean(values: list[float]) -> float:
        shares = zip(values, spent, strict=True)
        return sum(value * part.seconds for value, part in shares) / total

    tell(
        "cpu_playing",
        mean([part.cpu for part in spent]),
        "% of a core",
        least.cpu,
        wakes=mean([part.wakes for part in spent]),
        all_wakes=mean([part.all_wakes for part in spent]),
        highest=max(part.cpu for part in spent),
        floor_wakes=least.wakes,
        goal=CPU_GOAL,
        goal_wakes=WAKES_GOAL,
        size=size,
        strokes=len(strokes),
        seconds=total,
    )
    del app


def rested(size: str, seconds: float, settling: float) -> None:
    """Home, then a massage that rests."""
    app = application()
    empty = QWidget()
    shown(empty, size_of(size))
    least = used(seconds / 2, settling)
    empty.close()
    with Opened(size_of(size)) as program:
        home = used(seconds, settling)
        play(program)
        let_pass(settling)
        program.player.rest()
        rest = used(seconds, settling)
    tell(
        "cpu_rested",
        rest.cpu,
        "% of a core",
        least.cpu,
        wakes=rest.wakes,
        all_wakes=rest.all_wakes,
        home=home.cpu,
        home_wakes=home.wakes,
        home_all_wakes=home.all_wakes,
        floor_wakes=least.wakes,
        goal_wakes=0,
        size=size,
        seconds=seconds,
    )
    del app


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("playing", "rested"))
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--settling", type=float, default=2.0, help="seconds not counted")
    args = parser.parse_args()
    if not can_count():
        skip(f"cpu_{args.what}", "% of a core", NO_PROC)
    elif args.what == "playing":
        playing(args.size, args.seconds, args.settling)
    else:
        rested(args.size, args.seconds, args.settling)


if __name__ == "__main__":
    main()
