"""The only one: a single running copy of the program for each data folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QThread, Signal, Slot

from massage_guide.storage.folder import make_private

if TYPE_CHECKING:  # the network library loads when there is somebody to talk to
    from PySide6.QtNetwork import QLocalServer

LOCK_NAME = "massage-guide.lock"
PATIENCE = 2000
"""How long a second copy waits for the first to answer, in milliseconds."""

_STARTING_UP = 3000
_TRY_AGAIN = 50
_KNOCK = b"come to the front"
_YES = b"coming"
_LONGEST = 1024
"""Bytes of one line; whoever sends more is not one of us."""


class OnlyOne(QObject):
    """Claims the data folder for this copy, or asks the one that has it to show itself.

    The lock file decides; the local socket only carries the asking. A lock left
    by a killed program is taken over: the system lets go of it with the process.

    Signals:
        asked_to_front: a second copy was started; show the window.
    """

    asked_to_front = Signal()

    def __init__(
        self, data_dir: Path, parent: QObject | None = None, patience: int = PATIENCE
    ) -> None:
        """Prepare for this folder; needs a QCoreApplication; `patience` is in milliseconds."""
        super().__init__(parent)
        self._folder = data_dir.absolute()
        self._patience = patience
        self._lock = QLockFile(str(self._folder / LOCK_NAME))
        # The age of a lock says nothing: a program may be open for days.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._sentence = ""

    @property
    def sentence(self) -> str:
        """After a claim that failed: what to print before leaving."""
        return self._sentence

    def claim(self) -> bool:
        """Become the one copy of this folder, or ask that copy to the front; then `listen`.

        Without a lock, since the folder cannot be written to, the socket alone
        decides: such a program plays, and does not record.
        """
        waited = QElapsedTimer()
        waited.start()
        while not self._locked():
            if self._ask():
                return False
            # The lock comes a moment before the socket: the first may be starting up.
            if not self._somebody_else_has_it() or waited.hasExpired(_STARTING_UP):
                break
            QThread.msleep(_TRY_AGAIN)
        if not self._lock.isLocked() and not self._take_over() and self._somebody_else_has_it():
            self._sentence = self._silent()
            return False
        return True

    def let_go(self) -> None:
        """Give up the folder, on the way out."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock.isLocked():
            self._lock.unlock()

    def _locked(self) -> bool:
        try:
            make_private(self._folder)
        except OSError:
            # The lock file then cannot be made either, and says so itself.
            return False
        return self._lock.tryLock(0)

    def _take_over(self) -> bool:
        # Qt tells a dead owner by its process number, which another program may
        # have by now. Removal is only possible when no living process holds it.
        self._lock.removeStaleLockFile()
        return self._lock.tryLock(0)

    def _somebody_else_has_it(self) -> bool:
        # Where nothing can be written, an old lock cannot be removed and says nothing.
        held = self._lock.error() is QLockFile.LockError.LockFailedError
        return held and os.access(self._folder, os.W_OK)

    def _silent(self) -> str:
        return self.tr(
            "Massage Guide is already open, though it does not answer just now. "
            "Please look for its window."
        )

    # The one that asks

    def _ask(self) -> bool:
        """Ask the first copy to show itself; false when there is nobody to ask."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(socket_name(self._folder))
        if not socket.waitForConnected(self._patience):
            return False
        socket.write(_KNOCK + b" " + _activation_token() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(self._patience)
        socket.abort()
        self._sentence = self._silent()
        if answered:
            self._sentence = self.tr(
                "Massage Guide is already open and has been asked to come to the front. "
                "If it stays behind, your desktop does not allow that: please pick its window."
            )
        return True

    # The one that is asked

    @Slot()
    def listen(self) -> None:
        """Answer copies that are started later."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(self._folder)
        # A killed program leaves its socket file; nobody listens there any more.
        QLocalServer.removeServer(name)
        server.newConnection.connect(self._on_knock)
        # Without a socket the program still runs, and a second copy still stays out.
        server.listen(name)
        self._server = server

    @Slot()
    def _on_knock(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            visitor.setReadBufferSize(_LONGEST)
            visitor.readyRead.connect(self._on_words)
            visitor.disconnected.connect(visitor.deleteLater)

    @Slot()
    def _on_words(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        visitor = self.sender()
        if not isinstance(visitor, QLocalSocket):
            return
        if not visitor.canReadLine():
            if visitor.bytesAvailable() >= _LONGEST:
                visitor.abort()
            return
        words = bytes(visitor.readLine(_LONGEST).data()).strip()
        if not words.startswith(_KNOCK):
            visitor.abort()
            return
        _pass_on(words.removeprefix(_KNOCK).strip())
        visitor.write(_YES + b"\n")
        visitor.flush()
        self.asked_to_front.emit()


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether no window has this folder open; while the block runs, none can open it."""
    lock = QLockFile(str(folder.absolute() / LOCK_NAME))
    lock.setStaleLockTime(0)
    ours = lock.tryLock(0)
    if not ours:
        # only possible where no living program holds it
        lock.removeStaleLockFile()
        ours = lock.tryLock(0)
    try:
        # where no lock can be made nobody holds one either; the disk then says why
        yield ours or lock.error() is not QLockFile.LockError.LockFailedError
    finally:
        lock.unlock()


def socket_name(folder: Path) -> str:
    """Where the copy of this folder listens: short, since macOS allows 104 bytes."""
    import hashlib

    # The person is part of it, so that two people never meet in a shared folder.
    whose = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    digest = hashlib.sha256(f"{whose}:{folder.resolve()}".encode()).hexdigest()[:16]
    name = f"massage-guide-{digest}"
    # The person's own run-time folder, where there is one; else Qt's choice.
    private = os.environ.get("XDG_RUNTIME_DIR", "")
    if private and Path(private).is_dir() and len(private) < 70:
        return f"{private}/{name}"
    return name


def _activation_token() -> bytes:
    """What a Wayland desktop gave this copy as leave to raise a window."""
    return os.environ.get("XDG_ACTIVATION_TOKEN", "").encode("ascii", "ignore")[:256]


def _pass_on(token: bytes) -> None:
    # Qt's Wayland plugin takes the token from here when the window asks to be active.
    if token and token.isascii():
        os.environ["XDG_ACTIVATION_TOKEN"] = token.decode("ascii")
