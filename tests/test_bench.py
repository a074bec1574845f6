"""The benchmarks run and tell their figures, each as one line of JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench.__main__ import LONG, QUICK
from tools.bench.figures import Figure, median, share
from tools.bench.process import can_count
from tools.soak import Watch

ROOT = Path(__file__).resolve().parent.parent
SMALL = ("--size", "320x180")
TINY = {
    "start": ("start", "--times", "1"),
    "frame_1080p": ("frame", "frame_1080p", "320x180", "--only", "40"),
    "busiest_1080p": (
        *("busiest", "busiest_1080p", "320x180", "--seconds", "0.2"),
        *("--among", "foot-hold", "knee-sway"),
    ),
    "parse": ("parse", "--times", "1"),
    "cue_onset": ("cue", "--seconds", "1.2", *SMALL),
    "cpu_rested": ("cpu", "rested", "--seconds", "0.1", "--settling", "0", *SMALL),
}


def test_every_figure_of_the_list_has_its_name() -> None:
    names = ["start", "frame_720p", "frame_1080p", "frame_4k"]
    names += ["busiest_1080p", "busiest_4k", "parse"]
    names += ["cpu_playing", "cpu_rested", "cue_onset", "memory"]
    names += ["class_1080p", "class_4k", "journal", "journal_open", "patterns"]
    names += [
        "handouts",
        "own_words",
        "memory_sound",
        "sound_onset",
        "sound_cpu",
        "sound_ready",
        "loudest",
    ]
    assert list(LONG) == names
    assert list(QUICK) == names


@pytest.mark.parametrize("name", TINY)
def test_a_benchmark_tells_its_figure_in_one_line(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", f"tools.bench.{TINY[name][0]}", *TINY[name][1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    told = json.loads(line)
    assert told["name"] == name
    assert {"value", "unit", "floor", "ratio"} <= set(told)
    assert told["value"] is not None or told["skipped"]


def test_a_figure_stands_beside_its_floor() -> None:
    told = json.loads(Figure("frame", 3.0, "ms", 1.5, {"p99": 4.25}).line(screen="xvfb"))

    assert told["ratio"] == 2.0
    assert (told["p99"], told["screen"]) == (4.25, "xvfb")


def test_shares_are_taken_from_the_values_themselves() -> None:
    values = [float(i) for i in range(1, 101)]

    assert (median(values), share(values, 0.99), share([], 0.99)) == (50.0, 99.0, 0.0)


def test_growth_counts_once_all_has_been_seen() -> None:
    watch = Watch()
    watch.seen = [(float(i), 100.0 + (50 if i > 2 else 0) + 2 * i, 9, 4) for i in range(20)]

    grown, files, timers = watch.growth()
    assert grown == pytest.approx(2.0)
    assert (files, timers) == (0, 0)


@pytest.mark.skipif(not can_count(), reason="memory is counted from /proc")
def test_soaking_ends_in_a_verdict() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.soak", "--part", "turned", "--minutes", "0.02", *SMALL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert json.loads(done.stdout)["verdict"] in ("sound", "grows"), done.stderr
