"""`make bench`: measures everything, each figure in a process of its own, one JSON line each."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.bench.screen import screen

ROOT = Path(__file__).resolve().parent.parent.parent

LONG: Mapping[str, tuple[str, ...]] = {
    "start": ("start",),
    "frame_720p": ("frame", "frame_720p", "1280x720"),
    "frame_1080p": ("frame", "frame_1080p", "1920x1080"),
    "frame_4k": ("frame", "frame_4k", "3840x2160"),
    "busiest_1080p": ("busiest", "busiest_1080p", "1920x1080"),
    "busiest_4k": ("busiest", "busiest_4k", "3840x2160"),
    "parse": ("parse",),
    "cpu_playing": ("cpu", "playing"),
    "cpu_rested": ("cpu", "rested"),
    "cue_onset": ("cue",),
    "memory": ("memory",),
    "class_1080p": ("lesson", "class_1080p", "1920x1080"),
    "class_4k": ("lesson", "class_4k", "3840x2160"),
    "journal": ("journal",),
    "journal_open": ("journal_open",),
    "patterns": ("patterns",),
    "handouts": ("handouts",),
    "own_words": ("own_words",),
    "memory_sound": ("memory", "--sound"),
    "sound_onset": ("sound", "onset"),
    "sound_cpu": ("sound", "cpu"),
    "sound_ready": ("sound", "ready"),
    "loudest": ("sound", "loudest"),
}
"""What is measured, and how it is called."""
QUICK: Mapping[str, tuple[str, ...]] = {
    "start": ("--times", "3"),
    "frame_720p": ("--seconds", "0.6"),
    "frame_1080p": ("--seconds", "0.6"),
    "frame_4k": ("--seconds", "0.6"),
    "busiest_1080p": ("--seconds", "10"),
    "busiest_4k": ("--seconds", "10"),
    "parse": ("--times", "5"),
    "cpu_playing": ("--seconds", "8"),
    "cpu_rested": ("--seconds", "4"),
    "cue_onset": ("--seconds", "15"),
    "memory": ("--seconds", "10"),
    "class_1080p": ("--seconds", "8"),
    "class_4k": ("--seconds", "8"),
    "journal": ("--years", "1", "--events", "200"),
    "journal_open": ("--years", "1"),
    "patterns": ("--years", "1"),
    "handouts": (),
    "own_words": ("--sentences", "8"),
    "memory_sound": ("--seconds", "10"),
    "sound_onset": ("--seconds", "20"),
    "sound_cpu": ("--seconds", "10"),
    "sound_ready": ("--times", "2"),
    "loudest": ("two-minutes-peace",),
}
"""What `--quick` adds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 1 when a measurement failed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(LONG)}; all without any")
    parser.add_argument("--quick", action="store_true", help="a minute instead of eight")
    parser.add_argument("--here", action="store_true", help="on the present desktop, not on Xvfb")
    args = parser.parse_args(arguments)
    unknown = sorted(set(args.names) - set(LONG))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(LONG)}")
    sound = True
    with screen(here=args.here) as (kind, environment):
        for name in args.names or LONG:
            words = [*LONG[name], *(QUICK[name] if args.quick else ())]
            sound &= _measure(words, kind, environment)
    return 0 if sound else 1


def _measure(words: Sequence[str], kind: str, environment: Mapping[str, str]) -> bool:
    """Run one measurement by itself, with a home of its own, and print its lines."""
    with tempfile.TemporaryDirectory(prefix="massage-guide-bench-") as home:
        done = subprocess.run(
            [sys.executable, "-m", f"tools.bench.{words[0]}", *words[1:]],
            cwd=ROOT,
            env={**environment, **_homes(home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
    for line in done.stdout.splitlines():
        sys.stdout.write(json.dumps(json.loads(line) | {"screen": kind}) + "\n")
        sys.stdout.flush()
    return done.returncode == 0


def _homes(home: str) -> dict[str, str]:
    """Folders that hold nothing of the person's own."""
    names = ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME")
    where = {f"XDG_{name}_{'DIR' if name == 'RUNTIME' else 'HOME'}": home for name in names}
    return {**where, "HOME": home, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


if __name__ == "__main__":
    sys.exit(main())
