"""A process as the kernel counts it: time used, wake-ups, memory, open files."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

NO_PROC = "counted from /proc, which only Linux has"


def can_count() -> bool:
    """Whether the kernel tells what is asked here."""
    return sys.platform == "linux"


@dataclass(frozen=True)
class Count:
    """What a process had used at one instant."""

    at: float
    """Monotonic seconds."""
    cpu: float
    """Processor seconds of all its threads."""
    wakes: int
    """Times its first thread slept and was woken."""
    all_wakes: int
    """The same of all its threads."""

    @classmethod
    def now(cls) -> Count:
        """This process, now."""
        own = os.getpid()
        wakes = {thread.name: _wakes(thread) for thread in Path("/proc/self/task").iterdir()}
        used = os.times()
        return cls(time.monotonic(), used.user + used.system, wakes[str(own)], sum(wakes.values()))

    def since(self, before: Count) -> Usage:
        """What was used a second from then to now."""
        seconds = self.at - before.at
        return Usage(
            seconds,
            100 * (self.cpu - before.cpu) / seconds,
            (self.wakes - before.wakes) / seconds,
            (self.all_wakes - before.all_wakes) / seconds,
        )


@dataclass(frozen=True)
class Usage:
    """What a process used over a while."""

    seconds: float
    cpu: float
    """Per cent of one core."""
    wakes: float
    """Wake-ups of the first thread, a second."""
    all_wakes: float
    """Wake-ups of all threads, a second."""


def memory(process: str = "self") -> float:
    """Resident memory of this process, or another, MiB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def outlet() -> str:
    """The process that holds the sound device for this one; empty where there is none."""
    for task in Path("/proc/self/task").iterdir():
        for number in (task / "children").read_text().split():
            if b"playback.outlet" in Path(f"/proc/{number}/cmdline").read_bytes():
                return number
    return ""


def cpu_of(process: str) -> float:
    """Processor seconds that a process has used; 0 for none."""
    if not process:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def open_files() -> int:
    """Files, sockets and pipes that this process holds open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def _wakes(thread: Path) -> int:
    for line in (thread / "status").read_text().splitlines():
        if line.startswith("voluntary_ctxt_switches:"):
            return int(line.split()[1])
    return 0
