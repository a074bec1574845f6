"""Opening the journal: from the press on Home until its timeline is painted, on years of data."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt

from massage_guide.program import Program
from massage_guide.storage.merging import merge
from massage_guide.storage.opening import prepare
from massage_guide.storage.parcel import read_parcel
from tools.bench.figures import median, tell
from tools.bench.journal import _now
from tools.bench.program import Opened
from tools.bench.windows import application, painted_now, size_of
from tools.bench.years import Years

FIRST, AGAIN = 600.0, 150.0
"""Goals, in milliseconds."""
KEY = 16.0
"""Goal of a page further through the years."""


class Took:
    """Milliseconds, and how many of them the processor worked for this alone."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def measure(self, work: Callable[[], object]) -> None:
        """Until what a piece of work asks for has been painted."""
        began, worked = time.perf_counter(), time.process_time()
        work()
        QCoreApplication.sendPostedEvents()
        painted_now(self._program.window)
        self.wall.append(1000 * (time.perf_counter() - began))
        self.cpu.append(1000 * (time.process_time() - worked))

    def tell(self, name: str, **more: object) -> None:
        """Print one line."""
        most, cpu = max(self.wall), median(self.cpu)
        tell(name, median(self.wall), "ms", None, cpu=cpu, most=most, **more)


def measure(size: str, data: Path, more: dict[str, object], times: int) -> None:
    """Open the program on this journal, then the journal, again and again."""
    app = application()
    with Opened(size_of(size), data) as program:
        journal = program.screens.journal
        first, again, pages, massages = (Took(program) for _ in range(4))
        first.measure(program.looking_back.open)
        for _ in range(times):
            program.steward.open_home()
            app.processEvents()
            again.measure(program.looking_back.open)
        journal.key(Qt.Key.Key_Home)
        for _ in range(10 * times):
            pages.measure(lambda: journal.key(Qt.Key.Key_PageDown))
        shown = journal.timeline.current
        if shown is None:
            raise SystemExit("no massage is shown")
        for _ in range(times):
            massages.measure(lambda: program.looking_back.open_massage(shown.id))
            program.looking_back.back()
    first.tell("journal_open_first", goal=FIRST, **more)
    again.tell("journal_open", goal=AGAIN, **more)
    pages.tell("journal_page", goal=KEY, **more)
    massages.tell("journal_massage", **more)


def main() -> None:
    """Fill a journal with so many years each, and measure it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 3, 10])
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--data", type=Path, help="measure this journal, and make none")
    args = parser.parse_args()
    if args.data:
        measure(args.size, args.data, {"years": args.years[0]}, args.times)
        return
    for years in args.years:
        with tempfile.TemporaryDirectory(prefix="massage-guide-journal-") as place:
            data, file = Path(place, "data"), Path(place, "made.json")
            Years(years).write(file)
            prepare(data, _now)
            parcel = read_parcel(file)
            merge(data, parcel, [baby.id for baby in parcel.babies])
            own = [sys.executable, "-m", "tools.bench.journal_open", "--data", str(data)]
            rest = ["--years", str(years), "--times", str(args.times), "--size", args.size]
            subprocess.run([*own, *rest], check=True)


if __name__ == "__main__":
    main()
