"""Parsing: all strokes and routines, read anew while their files are warm."""

from __future__ import annotations

import argparse
import time
import tomllib
from collections.abc import Callable

from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from tools.bench.figures import median, tell

GOAL = 60.0
"""Milliseconds."""


def took(work: Callable[[], object]) -> float:
    """Milliseconds of a piece of work."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def only_read() -> None:
    """Read the same files, and look at nothing in them."""
    for name in ("strokes", "routines"):
        for file in sorted((assets_dir() / name).rglob("*.toml")):
            tomllib.loads(file.read_text(encoding="utf-8"))


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    times: int = parser.parse_args().times
    library = Library.load(assets_dir())
    only_read()
    read = [took(only_read) for _ in range(times)]
    parsed = [took(lambda: Library.load(assets_dir())) for _ in range(times)]
    tell(
        "parse",
        median(parsed),
        "ms",
        median(read),
        quickest=min(parsed),
        floor_quickest=min(read),
        strokes=len(library.strokes),
        routines=len(library.routines),
        goal=GOAL,
        times=times,
    )


if __name__ == "__main__":
    main()
