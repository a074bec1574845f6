"""A sound server of our own: PulseAudio on a socket, with a sink that plays into nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType

import numpy as np

from massage_guide.playback.samples import RATE, Samples

ABSENT = "PulseAudio (pulseaudio, parec, pactl) is not here"
_PATIENCE = 10.0


def is_here() -> bool:
    """Whether there is a server to start."""
    return all(shutil.which(program) for program in ("pulseaudio", "parec", "pactl"))


class Pulse:
    """One server; use it as a context. It ends with the test, and nobody else hears it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "native"
        self._server: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(folder),
        }

    def __enter__(self) -> Pulse:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Start it, with its sink."""
        self._socket.unlink(missing_ok=True)
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"),
                *("-L", "module-null-sink sink_name=lab rate=48000"),
            ],
            env={**os.environ, "HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _PATIENCE
        while "lab" not in self.ask("list", "short", "sinks"):
            if time.monotonic() > until:
                raise TimeoutError("the sound server did not start")
            time.sleep(0.02)

    def kill(self) -> None:
        """End it at once, as a crash does."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def ask(self, *words: str) -> str:
        """Ask the server, or tell it something."""
        done = subprocess.run(
            ["pactl", *words],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def remove_sink(self) -> None:
        """Pull out the headset."""
        self.ask("unload-module", "module-null-sink")

    def add_sink(self) -> None:
        """Put it in again."""
        self.ask("load-module", "module-null-sink", "sink_name=lab", "rate=48000")

    def streams(self) -> int:
        """How many programs play."""
        return len(self.ask("list", "short", "sink-inputs").splitlines())


class Recording:
    """What a server's sink was given, while the context lasts."""

    def __init__(self, pulse: Pulse, path: Path) -> None:
        self._pulse, self._path = pulse, path
        self.samples: Samples = np.zeros((0, 2), np.float32)

    def __enter__(self) -> Recording:
        with self._path.open("wb") as file:
            self._recorder = subprocess.Popen(
                [
                    *("parec", "-d", "lab.monitor", "--format=float32le", f"--rate={RATE}"),
                    *("--channels=2", "--latency-msec=20"),
                ],
                env={**os.environ, **self._pulse.environment},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
        until = time.monotonic() + _PATIENCE
        while not self._path.stat().st_size:
            if time.monotonic() > until:
                raise TimeoutError("nothing is recorded")
            time.sleep(0.005)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._recorder.terminate()
        self._recorder.wait()
        data = self._path.read_bytes()
        self.samples = np.frombuffer(data[: len(data) // 8 * 8], np.float32).reshape(-1, 2)
