"""Start: from the command to the first window, beside an empty window, in turns."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.figures import median, tell

GOAL = 1.5
"""Times as long as the empty window."""


def opened(which: str) -> tuple[float, float]:
    """Seconds to the first paint, and to the end of what was put off until after it."""
    with tempfile.TemporaryDirectory(prefix="massage-guide-start-") as home:
        command = [sys.executable, "-m", "tools.bench.first_paint", which]
        began = time.monotonic()
        done = subprocess.run(
            command, env=_at_home(home), stdout=subprocess.PIPE, text=True, check=True
        )
    painted, laid_out = (float(line) - began for line in done.stdout.split())
    return painted, laid_out


def _at_home(home: str) -> dict[str, str]:
    """A person's own folders, and compiled modules as on any second start."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME")
    kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    compiled = str(Path(tempfile.gettempdir()) / "massage-guide-bench-compiled")
    return {**kept, **dict.fromkeys(names, home), "PYTHONPYCACHEPREFIX": compiled}


_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where a machine sets this, every start would compile the program anew, as nobody's does."""


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    times: int = parser.parse_args().times
    opened("empty"), opened("program")
    empty, program, laid_out = [], [], []
    for _ in range(times):
        empty.append(opened("empty")[0])
        painted, later = opened("program")
        program.append(painted)
        laid_out.append(later)
    tell(
        "start",
        median(program),
        "s",
        median(empty),
        quickest=min(program),
        floor_quickest=min(empty),
        slowest=max(program),
        laid_out=median(laid_out),
        goal_ratio=GOAL,
        times=times,
    )


if __name__ == "__main__":
    main()
