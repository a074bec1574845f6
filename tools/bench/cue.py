"""Cue onset: how late a cue comes while the stage animates, in real time."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.playback.player import Player
from tools.bench.figures import median, share, tell
from tools.bench.massage import stage, timeline
from tools.bench.windows import application, shown, size_of

GOAL = 16.0
"""The 99th percentile, milliseconds."""
DRIFT_GOAL = 2.0
"""How much later the last cues may be than the first, milliseconds."""


class Listener(QObject):
    """Notes when cues come, against when they should.

    Signals: none.
    """

    def __init__(self, player: Player, begin: float) -> None:
        super().__init__()
        self._begin = begin
        self._started = 0.0
        self.late: list[float] = []
        """Milliseconds, in the order of the cues."""
        player.cue_due.connect(self.note)

    def started(self) -> None:
        """The massage begins now."""
        self._started = time.monotonic()

    @Slot(object)
    def note(self, cue: Cue) -> None:
        """A cue has come."""
        due = self._started + cue.start - self._begin
        self.late.append(1000 * (time.monotonic() - due))


class Bare(QObject):
    """A precise timer set to one deadline after the other: the least error there is.

    Signals: none.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._due = time.monotonic() + seconds
        self._every = 0.25
        self.late: list[float] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.ring)
        self._count = round(seconds / self._every)
        self._due = time.monotonic()
        self._arm()

    @Slot()
    def ring(self) -> None:
        """Note how late it is, and set the next."""
        self.late.append(1000 * (time.monotonic() - self._due))
        if len(self.late) < self._count:
            self._arm()
        else:
            QApplication.exit()

    def _arm(self) -> None:
        self._due += self._every
        self._timer.start(max(round(1000 * (self._due - time.monotonic())), 0))


def a_cue_a_second(line: Timeline) -> None:
    """Replace the words by one silent cue in every second, which makes a better measure."""
    line.cues = tuple(
        Cue(line.begin + second, 0.0, CueKind.REPEAT, "", "stroke")
        for second in range(1, int(line.length - line.begin))
    )


def _now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=180.0, help="of play")
    parser.add_argument("--size", default="1920x1080")
    args = parser.parse_args()
    app = application()
    bare = Bare(min(args.seconds, 20.0))
    app.exec()
    library = Library.load(assets_dir())
    line = timeline("legs-and-feet", library)
    a_cue_a_second(line)
    view = stage(library)
    player = Player(time.monotonic, _now)
    player.moment_changed.connect(view.show_moment)
    player.load(line)
    view.show_moment(player.moment)
    shown(view, size_of(args.size))
    listener = Listener(player, line.begin)
    listener.started()
    player.start()
    QTimer.singleShot(round(1000 * args.seconds), app.quit)
    app.exec()
    player.stop()
    sixth = max(len(listener.late) // 6, 1)
    tell(
        "cue_onset",
        share(listener.late, 0.99),
        "ms p99",
        share(bare.late, 0.99),
        p50=median(listener.late),
        worst=max(listener.late),
        earliest=min(listener.late),
        drift=median(listener.late[-sixth:]) - median(listener.late[:sixth]),
        cues=len(listener.late),
        seconds=args.seconds,
        goal=GOAL,
        goal_drift=DRIFT_GOAL,
        floor_p50=median(bare.late),
    )


if __name__ == "__main__":
    main()
