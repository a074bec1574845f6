"""The display kept awake during a massage, and given its own rules back after it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal, Slot

from massage_guide.playback import keeper


class Awake(QObject):
    """Asks the desktop to leave the display on.

    A small process of its own does the asking and keeps the promise. A desktop
    may take seconds to answer, and a window must not wait; in a thread, the
    library's collecting of garbage would destroy the window's objects from the
    wrong side; and however this program ends, the other sees its input end and
    gives the display back.

    Signals:
        changed: `held` or `reason` is not what it was.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper: QProcess | None = None
        self._leaving: list[QProcess] = []
        self._word = ""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def held(self) -> bool:
        """Whether the desktop has said that it will leave the display on."""
        return self._word == keeper.HELD

    @property
    def reason(self) -> str | None:
        """Why the display cannot be kept awake, for a report; None unless that is known."""
        return None if self.held else self._word or None

    def hold(self) -> None:
        """Keep the display awake from now on; asking twice is asking once."""
        if self._keeper is not None:
            return
        self._keeper = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_word)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        # -P: the file's own folder must not stand in for other people's modules.
        process.start(sys.executable, ["-P", keeper.__file__])

    @Slot()
    def release(self) -> None:
        """Give the display back; without a hold, nothing."""
        if self._keeper is None:
            return
        process, self._keeper = self._keeper, None
        if process.state() is not QProcess.ProcessState.NotRunning:
            self._leaving.append(process)
            process.closeWriteChannel()
        else:
            process.deleteLater()
        self._tell("")

    @Slot()
    def close(self, patience: int = 2000) -> None:
        """Give the display back and wait for that, at most so many milliseconds a keeper."""
        self.release()
        for process in list(self._leaving):
            if not process.waitForFinished(patience):
                process.kill()
                process.waitForFinished(patience)

    @Slot()
    def _on_word(self) -> None:
        if self._keeper is not None and self._keeper.canReadLine():
            line = bytes(self._keeper.readLine().data()).decode("utf-8", "replace")
            self._tell(line.strip())

    @Slot(QProcess.ProcessError)
    def _on_error(self, _error: QProcess.ProcessError) -> None:
        if self._keeper is not None and self._keeper is self.sender():
            self._tell(self._keeper.errorString())

    @Slot()
    def _on_finished(self) -> None:
        process = self.sender()
        if process is self._keeper and self.held:
            self._tell("the keeper of the display has ended")
        elif process is self._keeper and not self._word:
            self._tell("the keeper of the display could not start")
        elif isinstance(process, QProcess) and process in self._leaving:
            self._leaving.remove(process)
            process.deleteLater()

    def _tell(self, word: str) -> None:
        if word != self._word:
            self._word = word
            self.changed.emit()
