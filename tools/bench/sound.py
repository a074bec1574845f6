"""Sound: how exactly it comes, what it costs, and how soon it is there; on a server of our own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.settings import Settings
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.playback.hearing import heard
from massage_guide.playback.output import MiniaudioOutput
from massage_guide.playback.own_words import OwnWords
from massage_guide.playback.player import Player
from massage_guide.playback.samples import RATE, Samples, frames
from massage_guide.playback.sound import Sound
from massage_guide.playback.voices import Voices
from tools.bench.figures import median, share, skip, tell
from tools.bench.massage import stage, timeline
from tools.bench.process import NO_PROC, Count, can_count, cpu_of, outlet
from tools.bench.program import let_pass
from tools.bench.windows import application, shown, size_of
from tools.sound_server import ABSENT, Pulse, Recording, is_here

ONSET_GOAL, CPU_GOAL, READY_GOAL = 8.0, 2.0, 5.0
"""Milliseconds (99th percentile), per cent of a core, seconds."""
_TICK = 0.03


class Ticker:
    """A voice that says each text as a short, loud tick."""

    def __init__(self) -> None:
        wave = 0.6 * np.sin(2 * np.pi * 3000.0 * np.arange(frames(_TICK)) / RATE)
        self._tick: Samples = np.stack((wave, wave), axis=1).astype(np.float32)

    def say(self, text: str) -> Samples | None:
        """The tick."""
        return self._tick

    def choose(self, name: str) -> None:
        """It has one voice."""


@contextmanager
def server() -> Iterator[Pulse]:
    """A sound server that this process plays on."""
    with tempfile.TemporaryDirectory(prefix="massage-guide-sound-") as folder:
        pulse = Pulse(Path(folder))
        os.environ.update(pulse.environment)
        with pulse:
            yield pulse


def a_tick_a_second(line: Timeline) -> None:
    """Replace the words by one tick in every second, and none at the same beat of the stroke."""
    count = int(line.length - line.begin)
    line.cues = tuple(
        Cue(line.begin + 2.0 + 0.973 * i, 0.0, CueKind.HOW, f"tick {i}", "stroke")
        for i in range(count)
    )


def onset(seconds: float, size: str) -> None:
    """How far each tick is from the others while the stage animates."""
    app = application()
    library = Library.load(assets_dir())
    line = timeline("legs-and-feet", library)
    a_tick_a_second(line)
    view = stage(library)
    player = Player(time.monotonic, _now)
    sound = Sound((player,), time.monotonic, Settings(chime_volume=0))
    sound.use(read_sounds(assets_dir()))
    due: list[float] = []
    with server() as pulse:
        path = Path(pulse.environment["PULSE_RUNTIME_PATH"]) / "recorded"
        with Recording(pulse, path) as recording:
            began = time.monotonic()
            sound.open(MiniaudioOutput, Ticker())
            player.moment_changed.connect(view.show_moment)
            player.moment_changed.connect(sound.show_moment)
            player.state_changed.connect(sound.state_changed)
            player.load(line)
            view.show_moment(player.moment)
            shown(view, size_of(size))
            started = time.monotonic()
            player.start()
            let_pass(seconds)
            due += [started + cue.start - line.begin - began for cue in line.cues]
            player.stop()
            sound.close()
    late = _late(recording.samples[:, 0], due, seconds)
    middle = median(late)
    tell(
        "sound_onset",
        share([1000 * abs(one - middle) for one in late], 0.99),
        "ms p99",
        None,
        constant=1000 * middle,
        p50=1000 * median([abs(one - middle) for one in late]),
        ticks=len(late),
        seconds=seconds,
        goal=ONSET_GOAL,
        size=size,
    )
    del app


def _late(heard: Samples, due: list[float], seconds: float) -> list[float]:
    loud = np.concatenate(([False], np.abs(heard) > 0.3))
    edges = [float(edge) / RATE for edge in np.flatnonzero(loud[1:] & ~loud[:-1])]
    # each wave of a tick has an edge; the first one after a silence begins it
    begun = [b for a, b in zip([-1.0, *edges], edges, strict=False) if b - a > 2 * _TICK]
    # the first seconds are those in which a device settles
    expected = [at for at in due if 4.0 < at < seconds - 1.0]
    off = [min((edge - at for edge in begun), key=abs, default=9.0) for at in expected]
    return [one for one in off if abs(one) < 0.4]


def cpu(seconds: float) -> None:
    """What mixing and playing voice, chimes and a bed takes, without any picture."""
    app = application()
    library = Library.load(assets_dir())
    player = Player(time.monotonic, _now)
    sound = Sound((player,), time.monotonic, Settings(bed="rain"))
    sound.use(read_sounds(assets_dir()))
    ticks = QTimer()
    ticks.setInterval(16)
    ticks.start()
    with server():
        let_pass(1.0)
        before = Count.now()
        let_pass(seconds / 2)
        least = Count.now().since(before).cpu
        ticks.stop()
        player.moment_changed.connect(sound.show_moment)
        player.state_changed.connect(sound.state_changed)
        player.cue_due.connect(sound.cue_due)
        player.load(timeline("legs-and-feet", library))
        before = Count.now()
        player.start()
        let_pass(seconds / 2)
        silent = Count.now().since(before)
        sound.open(MiniaudioOutput, _voices(library))
        let_pass(4.0)
        device = outlet()
        before, played = Count.now(), cpu_of(device)
        let_pass(seconds)
        used = Count.now().since(before)
        apart = 100 * (cpu_of(device) - played) / used.seconds
        player.stop()
        sound.close()
    tell(
        "sound_cpu",
        used.cpu - silent.cpu + apart,
        "% of a core",
        None,
        device=apart,
        playing_silently=silent.cpu,
        timer_alone=least,
        wakes=used.all_wakes - silent.all_wakes,
        seconds=seconds,
        goal=CPU_GOAL,
    )
    del app


READY = """
import os, sys, time
from PySide6.QtCore import QTimer
from massage_guide import app, loading
from massage_guide.program import Program
painted = []
opened = Program.open_sound
def ready(program, output):
    opened(program, output)
    print(time.monotonic() - painted[0], flush=True)
    os._exit(0)
Program.open_sound = ready
class Watched(loading.Loading):
    def eventFilter(self, watched, event):
        if event.type() == event.Type.Paint and not painted:
            painted.append(time.monotonic())
        return super().eventFilter(watched, event)
app.Loading = Watched
app.run(sys.argv[1])
"""


def ready(times: int) -> None:
    """From the first paint of the program until it can be heard."""
    taken = []
    for _ in range(times + 1):
        with tempfile.TemporaryDirectory(prefix="massage-guide-ready-") as folder:
            done = subprocess.run(
                [sys.executable, "-c", READY, folder], stdout=subprocess.PIPE, text=True, check=True
            )
        taken.append(float(done.stdout))
    tell("sound_ready", median(taken[1:]), "s", None, slowest=max(taken[1:]), goal=READY_GOAL)


def loudest(names: list[str]) -> None:
    """The loudest sample of whole massages, and how much faster they render than they play."""
    library = Library.load(assets_dir())
    sounds = read_sounds(assets_dir())
    peak = played = 0.0
    began = time.monotonic()
    for routine in library.routines:
        if names and routine.id not in names:
            continue
        settings = Settings(bed=list(sounds.beds)[len(routine.id) % len(sounds.beds)])
        line = timeline(routine.id, library)
        for piece in heard(line, sounds, _voices(library), settings, _say):
            peak = max(peak, float(np.abs(piece).max(initial=0.0)))
            played += len(piece) / RATE
    took = time.monotonic() - began
    level = 20 * float(np.log10(max(peak, 1e-9)))
    tell("loudest", level, "dBFS", None, goal=-2.0, faster=played / took, minutes=played / 60)


def _voices(library: Library) -> Voices:
    return Voices(library.voices, OwnWords(Path(tempfile.gettempdir())), _say)


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("onset", "cpu", "ready", "loudest"))
    parser.add_argument("routines", nargs="*", help="for loudest; all without any")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--times", type=int, default=5)
    args = parser.parse_args()
    if args.what == "ready":
        ready(args.times)
    elif args.what == "loudest":
        loudest(args.routines)
    elif not is_here():
        skip(f"sound_{args.what}", "", ABSENT)
    elif args.what == "onset":
        onset(args.seconds, args.size)
    elif not can_count():
        skip("sound_cpu", "% of a core", NO_PROC)
    else:
        cpu(args.seconds)


if __name__ == "__main__":
    main()
