"""Own words: what routines say in words that no shipped voice has, rendered once and kept."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from massage_guide.domain.speech import Maker, NothingToSayError, sayable
from massage_guide.files.problem import shortened
from massage_guide.playback.prompt import SHAPE

PACKAGE = "hibari-tts"
SPEAKER = "massage_guide.playback.speaker"
SPEED = 0.8
LONGEST_RENDER = 30.0
"""Seconds after which a text is given up; sixty words take about one."""

_MISSING = (
    "Words of your own are shown and not spoken, because the voice for them is not installed. "
    'To add it: pip install "massage-guide[voice]".'
)


class OwnWords(QObject):
    """Keeps sounds in a folder, and has a process of its own render what is missing.

    Signals:
    rendered(str): the text has its sound now.
    problem(str): a sentence about a text that is not spoken, or not wholly; once for each.
    done(): nothing is waited for any more.
    """

    rendered = Signal(str)
    problem = Signal(str)
    done = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._maker = _maker()
        self._told: set[str] = set()
        self._waiting: deque[tuple[str, str]] = deque()
        self._now: tuple[str, str] | None = None
        self._answer = b""
        self._speaker: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=round(LONGEST_RENDER * 1000))
        self._patience.timeout.connect(self._interrupt)

    @property
    def is_possible(self) -> bool:
        """Whether the voice for own words is installed."""
        return self._maker is not None

    def path(self, text: str) -> Path | None:
        """Where the sound of the text lies; None where there is none yet."""
        said = _said(text)
        path = self._path(said) if said else None
        return path if path and path.is_file() else None

    def want(self, texts: Iterable[str]) -> None:
        """Have these rendered, one after the other; gives back at once."""
        for text in texts:
            said = self._judged(text)
            if said and (text, said) not in self._waiting and not self.path(text):
                self._waiting.append((text, said))
        if self._waiting and self._maker is None:
            self._waiting.clear()
            self._tell(_MISSING, self.tr(_MISSING))
        if self._now is None:
            self._next()

    def close(self) -> None:
        """Let the process go; what was not rendered is next time."""
        self._waiting.clear()
        self._patience.stop()
        for speaker in self.findChildren(QProcess):
            speaker.blockSignals(True)
            speaker.kill()
            speaker.waitForFinished(2000)

    def _judged(self, text: str) -> str:
        """What is said of the text; nothing where there is no word in it."""
        try:
            found = sayable(text)
        except NothingToSayError as reason:
            self._refuse(text, str(reason))
            return ""
        if found.warning:
            warned = self.tr("“{text}” is too long to be spoken: {reason}.")
            self._tell(text, warned.format(text=_title(text), reason=found.warning))
        return found.text

    def _refuse(self, text: str, reason: str) -> None:
        refused = self.tr("“{text}” is not spoken: {reason}.")
        self._tell(text, refused.format(text=_title(text), reason=reason))

    def _tell(self, text: str, sentence: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self.problem.emit(sentence)

    def _path(self, said: str) -> Path | None:
        return self._folder / f"{self._maker.key(said)}.flac" if self._maker else None

    def _next(self) -> None:
        if not self._waiting:
            if self._speaker is not None:
                # one that has nothing more to say ends by itself
                self._speaker.closeWriteChannel()
                self._speaker = None
            self.done.emit()
            return
        self._now = self._waiting.popleft()
        if self._speaker is None:
            self._speaker = self._started()
        job = {"text": self._now[1], "path": str(self._path(self._now[1])), "speed": SPEED}
        self._speaker.write(json.dumps(job).encode() + b"\n")
        self._patience.start()

    def _started(self) -> QProcess:
        speaker = QProcess(self)
        speaker.readyReadStandardOutput.connect(self._hear)
        speaker.finished.connect(self._ended)
        speaker.errorOccurred.connect(self._ended)
        speaker.finished.connect(speaker.deleteLater)
        self._answer = b""
        speaker.start(sys.executable, ["-m", SPEAKER])
        return speaker

    @Slot()
    def _hear(self) -> None:
        if self._speaker is None:
            return
        self._answer += self._speaker.readAllStandardOutput().data()
        line, end, rest = self._answer.partition(b"\n")
        if end and self._now is not None:
            self._answer = rest
            self._finish(json.loads(line)["reason"])

    @Slot()
    def _ended(self) -> None:
        # a speaker that was let go, or told of once already, is no concern any more
        if self._speaker is not None and self.sender() is self._speaker:
            self._speaker = None
            if self._now is not None:
                self._finish("the voice gave up over it")

    @Slot()
    def _interrupt(self) -> None:
        if self._speaker is not None:
            self._speaker.kill()

    def _finish(self, reason: str) -> None:
        self._patience.stop()
        (text, _), self._now = self._now or ("", ""), None
        if reason:
            self._refuse(text, reason)
        else:
            self.rendered.emit(text)
        self._next()


def _maker() -> Maker | None:
    try:
        return Maker("hibari", f"{version(PACKAGE)}+{SHAPE}", "heart", SPEED)
    except PackageNotFoundError:
        return None


def _said(text: str) -> str:
    try:
        return sayable(text).text
    except NothingToSayError:
        return ""


def _title(text: str) -> str:
    return shortened("".join(letter for letter in text if letter.isprintable()))
