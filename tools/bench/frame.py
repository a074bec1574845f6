"""Frames of many strokes: from the moment to the flushed pixels, at one window size."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent, QRegion

from massage_guide.domain.timeline import Moment
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.view import StageView
from tools.bench.figures import median, share, tell
from tools.bench.massage import FRAME, excerpt, stage
from tools.bench.windows import Floor, application, painted_now, rects, shown, size_of

LATE = 16.0
"""Milliseconds after which a frame comes too late for the next one."""
BLOCK = 150
"""Frames of one window before it is the other one's turn, so that noise falls on both."""


class Watched(StageView):
    """A stage that remembers what it last painted."""

    painted = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as ever."""
        self.painted = event.region()
        super().paintEvent(event)


class Measured:
    """Both windows and what their frames took, milliseconds."""

    def __init__(self, library: Library, size: str) -> None:
        self._size = size_of(size)
        self._view = Watched()
        stage(library, self._view)
        self._floor = Floor()
        self.thought: list[float] = []
        """From the moment to the region that has to be painted."""
        self.took: list[float] = []
        """From the moment to the flushed pixels, of frames in which something was painted."""
        self.used: list[float] = []
        """The same, as processor time of this thread alone: others cannot disturb it."""
        self.floor_took: list[float] = []
        self.floor_used: list[float] = []
        self.changed: list[float] = []
        """Share of the window that was painted."""
        self.between: list[float] = []
        """What the program did before the next frame: getting drawings ready."""
        self.unchanged = 0
        """Frames in which nothing had to be painted; they count nowhere else but in `late`."""
        self.late = 0
        """Frames that were not ready when the next one was due."""

    def forget(self) -> None:
        """Begin to measure anew."""
        for values in (self.thought, self.took, self.used, self.changed, self.between):
            values.clear()
        self.floor_took.clear()
        self.floor_used.clear()
        self.unchanged = self.late = 0

    def used_by(self, moment: Moment) -> float | None:
        """Processor milliseconds of one frame, shown at once; None where nothing was painted."""
        if not self._view.isVisible():
            shown(self._view, self._size)
        self._view.painted = QRegion()
        used = time.thread_time()
        self._view.show_moment(moment)
        painted_now(self._view)
        used = 1000 * (time.thread_time() - used)
        return None if self._view.painted.isEmpty() else used

    def run(self, moments: Sequence[Moment]) -> None:
        """Show them all, in turns with the floor."""
        self._view.show_moment(moments[0])
        shown(self._view, self._size)
        shown(self._floor, self._size)
        for start in range(0, len(moments), BLOCK):
            regions = [self._frame(moment) for moment in moments[start : start + BLOCK]]
            for region in regions[::4]:
                if not region.isEmpty():
                    self._fill(region)

    def _frame(self, moment: Moment) -> QRegion:
        self._view.painted = QRegion()
        began, used = time.perf_counter(), time.thread_time()
        self._view.show_moment(moment)
        thought = time.perf_counter()
        painted_now(self._view)
        ended = time.perf_counter()
        used = time.thread_time() - used
        region = self._view.painted
        QCoreApplication.processEvents()
        self.between.append(1000 * (time.perf_counter() - ended))
        self.late += 1000 * (time.perf_counter() - began) > LATE
        _wait_until(began + FRAME)
        if region.isEmpty():
            # a frame in which nothing moves costs next to nothing, and must not flatter the rest
            self.unchanged += 1
            return region
        self.used.append(1000 * used)
        self.thought.append(1000 * (thought - began))
        self.took.append(1000 * (ended - began))
        self.changed.append(_area(region) / (self._size.width() * self._size.height()))
        return region

    def _fill(self, region: QRegion) -> None:
        began, used = time.perf_counter(), time.thread_time()
        self._floor.fill(region)
        painted_now(self._floor)
        self.floor_used.append(1000 * (time.thread_time() - used))
        self.floor_took.append(1000 * (time.perf_counter() - began))
        _wait_until(began + FRAME)


def _area(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in rects(region))


def _wait_until(when: float) -> None:
    QCoreApplication.processEvents()
    time.sleep(max(when - time.perf_counter(), 0.0))


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("size", help="such as 1280x720")
    parser.add_argument("--seconds", type=float, default=1.6, help="of each stroke")
    parser.add_argument("--only", type=int, default=None, help="so many frames")
    args = parser.parse_args()
    app = application()
    library = Library.load(assets_dir())
    moments = list(excerpt(library, args.seconds))[: args.only]
    gc.collect()
    measured = Measured(library, args.size)
    measured.run(moments)
    tell(
        args.name,
        median(measured.took),
        "ms p50",
        median(measured.floor_took),
        p99=share(measured.took, 0.99),
        worst=max(measured.took, default=0.0),
        floor_p99=share(measured.floor_took, 0.99),
        used_p50=median(measured.used),
        used_p99=share(measured.used, 0.99),
        floor_used_p50=median(measured.floor_used),
        thinking_p50=median(measured.thought),
        between_worst=max(measured.between),
        painted_share=median(measured.changed),
        frames=len(measured.took),
        unchanged=measured.unchanged,
        over_16_ms=measured.late,
    )
    del app


if __name__ == "__main__":
    main()
