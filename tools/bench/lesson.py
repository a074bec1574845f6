"""A class: both windows animating together, and how soon a key changes what the class sees."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from itertools import cycle, pairwise

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_plan import lesson_of_week
from massage_guide.domain.class_screens import ScreenFacts
from massage_guide.domain.settings import Settings
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.teaching.classroom import Classroom
from massage_guide.windows.audience import Audience
from massage_guide.windows.presenter import Presenter
from tools.bench.figures import median, share, skip, tell
from tools.bench.process import NO_PROC, Count, can_count
from tools.bench.windows import application, size_of

GOAL = 50.0
"""From a key to what the class sees, the 99th percentile, milliseconds."""
PRESSES = ("PgDown", "PgDown", ".", ".", "PgUp", "T", "T", "PgDown")
EVERY = 2500
"""Milliseconds between two of them."""


class TwoScreens(QObject):
    """A laptop's screen and a projector beside each other, as large as is asked for.

    Signals: changed().
    """

    changed = Signal()
    places_windows = True

    def __init__(self, wide: int, high: int) -> None:
        super().__init__()
        laptop = ScreenFacts("eDP-1", 0, 0, 1280, 800, primary=True)
        self._all = (laptop, ScreenFacts("HDMI-1", 1280, 0, wide, high))

    def facts(self) -> tuple[ScreenFacts, ...]:
        """Both."""
        return self._all

    def put(self, window: QWidget, screen: ScreenFacts) -> None:
        """As large as that screen, wherever there is room for it here."""
        window.setGeometry(QRect(0, 0, screen.width, screen.height))


class Frames(QObject):
    """Notes when parts of a window are painted.

    Signals: none.
    """

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.at: list[float] = []
        """When each was painted, seconds by the monotonic clock."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self.at.append(time.monotonic())
        return False


class Clicker(QObject):
    """Presses keys one after the other, and notes how long it takes until the class sees it.

    What the class sees is painted and flushed before a key has been answered; where nothing was
    painted by then, the wait goes on to the end of the next frame.

    Signals: none.
    """

    def __init__(self, audience: Audience, seen: Frames) -> None:
        super().__init__()
        self._audience, self._seen = audience, seen
        self._keys = cycle(PRESSES)
        self._asked: tuple[float, float] | None = None
        self._painted = 0
        self.took: list[float] = []
        """Milliseconds from each key to what it did."""
        self.used: list[float] = []
        """The same of this thread's own time, which others cannot disturb."""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._press)
        self._after = QTimer(self, interval=0)
        self._after.timeout.connect(self._look)

    def begin(self) -> None:
        """Press the first soon."""
        self._timer.start()

    def stop(self) -> None:
        """Press no more."""
        self._timer.stop()
        self._after.stop()

    @Slot()
    def _press(self) -> None:
        self._painted = len(self._seen.at)
        self._asked = time.monotonic(), time.thread_time()
        self._audience.key_pressed.emit(next(self._keys))
        self._look()
        if self._asked is not None:
            self._after.start()

    @Slot()
    def _look(self) -> None:
        if self._asked is None or len(self._seen.at) == self._painted:
            return
        at, used = self._asked
        self._asked = None
        self._after.stop()
        self.took.append(1000 * (time.monotonic() - at))
        self.used.append(1000 * (time.thread_time() - used))


def _now() -> datetime:
    return datetime.now(UTC)


def opened(size: str) -> tuple[Classroom, Presenter, Audience]:
    """The second week, in both windows."""
    library = Library.load(assets_dir())
    wanted = size_of(size)
    room = Classroom(time.monotonic, _now, TwoScreens(wanted.width(), wanted.height()))
    room.use(library, read_drawings(assets_dir()))
    room.wear(Settings())
    course = library.course("five-week")
    lesson = lesson_of_week(course, 2, library.strokes, library.routines) if course else None
    if lesson is None:
        raise RuntimeError("the five-week course has no second week")
    room.open(lesson)
    if room.presenter is None or room.audience is None:
        raise RuntimeError("the class has no windows")
    for window, wide, high in (
        (room.presenter, 1280, 800),
        (room.audience, wanted.width(), wanted.height()),
    ):
        window.showNormal()
        window.setGeometry(0, 0, wide, high)
    return room, room.presenter, room.audience


def _turn(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def main() -> None:
    """Measure and print two lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("size")
    parser.add_argument("--seconds", type=float, default=60.0, help="of play, and of keys")
    args = parser.parse_args()
    if not can_count():
        skip(args.name, "frames a second", NO_PROC)
        return
    app = application()
    app.setQuitOnLastWindowClosed(False)
    room, presenter, audience = opened(args.size)
    room.demonstration.key_pressed("F5")
    room.demonstration.jump(30)
    # hands come, and what they need is drawn
    _turn(9.0)
    theirs, own = Frames(audience.picture), Frames(presenter.picture)
    before = Count.now()
    _turn(args.seconds)
    used = Count.now().since(before)
    gaps = [[1000 * (b - a) for a, b in pairwise(one.at)] for one in (theirs, own)]
    tell(
        args.name,
        len(theirs.at) / used.seconds,
        "frames a second",
        None,
        presenter=len(own.at) / used.seconds,
        p99_ms=share(gaps[0], 0.99),
        presenter_p99_ms=share(gaps[1], 0.99),
        cpu_percent=used.cpu,
        size=args.size,
    )
    clicker = Clicker(audience, Frames(audience.words, audience.slide, audience.picture))
    clicker.begin()
    _turn(2 * args.seconds)
    clicker.stop()
    tell(
        f"{args.name}_key",
        share(clicker.took, 0.99),
        "ms p99",
        None,
        p50=median(clicker.took),
        used_p99=share(clicker.used, 0.99),
        used_p50=median(clicker.used),
        keys=len(clicker.took),
        goal=GOAL,
    )
    room.close()


if __name__ == "__main__":
    main()
