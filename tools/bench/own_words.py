"""Own words: how quickly a routine's own sentences are spoken into files, beside the window."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import soundfile
from PySide6.QtCore import QCoreApplication, QTimer

from massage_guide.playback.own_words import OwnWords
from tools.bench.figures import share, skip, tell

GOAL = 20.0
"""Seconds of speech for each second of work."""
LATE_GOAL = 30.0
"""How long the window may be kept waiting meanwhile, milliseconds."""
LOOK = 5
"""Milliseconds between two looks at how late the window is."""


class Window:
    """Stands for the window: notes how late its timer comes."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._due = time.monotonic() + LOOK / 1000
        self.timer = QTimer(interval=LOOK)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    def _look(self) -> None:
        now = time.monotonic()
        self.late.append(1000 * max(now - self._due, 0.0))
        self._due = now + LOOK / 1000


def main() -> None:
    """Render so many sentences, and tell how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=40)
    count = parser.parse_args().sentences
    application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        words = OwnWords(Path(folder))
        if not words.is_possible:
            skip("own_words_speed", "x", "the voice for own words is not installed")
            return
        window, ready = Window(), list[float]()
        texts = [
            f"Now the little bear goes on to field {number}, softly." for number in range(count)
        ]
        words.rendered.connect(lambda _: ready.append(time.monotonic()))
        words.done.connect(application.quit)
        began = time.monotonic()
        QTimer.singleShot(0, lambda: words.want(texts))
        application.exec()
        spoken = sum(soundfile.info(path).duration for path in Path(folder).glob("*.flac"))
        words.close()
    # the first one waits for the process to start
    rest = (ready[-1] - ready[0]) / max(len(ready) - 1, 1) * len(ready)
    tell("own_words_speed", spoken / rest, "x", None, goal=GOAL, sentences=len(ready))
    tell("own_words_first", ready[0] - began, "s", None)
    tell("own_words_window_late", share(window.late, 0.99), "ms", None, goal=LATE_GOAL)


if __name__ == "__main__":
    main()
