"""What a real sound server is given: PulseAudio, of our own, with a sink that plays nowhere."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from massage_guide.playback.ducking import AHEAD
from massage_guide.playback.mixer import Bus, Mixer
from massage_guide.playback.output import MiniaudioOutput
from massage_guide.playback.samples import RATE, Samples, frames
from tools.sound_server import ABSENT, Pulse, Recording, is_here

pytestmark = pytest.mark.skipif(not is_here(), reason=ABSENT)
miniaudio = pytest.importorskip("miniaudio")

BACK = 3.0
"""Seconds in which sound has to be back."""


def wave(hertz: float, seconds: float, level: float) -> Samples:
    """A note, which is a bed too when it is repeated."""
    note = level * np.sin(2 * np.pi * hertz * np.arange(frames(seconds)) / RATE)
    return np.stack((note, note), axis=1).astype(np.float32)


class Note:
    """A bed of one note."""

    def __init__(self, hertz: float = 400.0) -> None:
        self._second = wave(hertz, 1.0, 0.2)

    def read(self, first: int, count: int) -> Samples:
        return self._second[np.arange(first, first + count) % RATE]


def until(happens: Callable[[], bool], within: float) -> float:
    """Wait for it; the seconds that it took."""
    began = time.monotonic()
    while not happens():
        assert time.monotonic() - began < within, "it did not happen"
        time.sleep(0.01)
    return time.monotonic() - began


class Room:
    """A server, what it records, and an output that plays on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pulse = Pulse(folder)
        self.mixer = Mixer()
        self.told: list[bool] = []
        self.output = MiniaudioOutput(self.mixer, time.monotonic, self.told.append)

    def record(self) -> Recording:
        return Recording(self.pulse, self.folder / "recorded")

    def until_back(self, told: int) -> None:
        """Wait until sound is back, after so many times that it was told of."""
        until(lambda: len(self.told) > told and self.told[-1], BACK)

    def play(self) -> None:
        self.output.start()
        until(lambda: self.output.available, 5.0)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    room = Room(tmp_path)
    for name, value in room.pulse.environment.items():
        monkeypatch.setenv(name, value)
    with room.pulse:
        yield room
        room.output.close()


def prompted(room: Room) -> tuple[Samples, Samples]:
    """What was recorded of twenty prompts, and how late each was, in seconds."""
    with room.record() as recording:
        began = time.monotonic()
        room.play()
        time.sleep(1.5)
        first = time.monotonic() + 1.0
        due = [first + 0.12 * i + 0.001 * (i * i % 7) for i in range(20)]
        for at in due:
            time.sleep(max(at - 0.9 - time.monotonic(), 0.0))
            room.mixer.schedule(wave(3000.0, 0.03, 0.5), Bus.VOICE, room.output.frame_at(at))
        time.sleep(max(due[-1] + 0.6 - time.monotonic(), 0.0))
    heard = recording.samples[:, 0]
    loud = np.concatenate(([False], np.abs(heard) > 0.35))
    onsets = np.flatnonzero(loud[1:] & ~loud[:-1])
    onsets = onsets[np.concatenate(([True], np.diff(onsets) > frames(0.05)))]
    assert len(onsets) == 20
    room.output.stop()
    return heard, (onsets / RATE - (np.array(due) - began)).astype(np.float32)


def spread(late: Samples) -> float:
    """From the earliest to the latest, milliseconds."""
    return float(1000 * (late.max() - late.min()))


def test_twenty_prompts_begin_when_they_are_due_over_a_bed_that_steps_back(room: Room) -> None:
    room.mixer.set_bed(Note(), 0, 1)
    heard, late = prompted(room)
    for _ in range(2):
        if spread(late) > 2.0:
            # a machine that is busy elsewhere starves the server too, which then plays a gap
            heard, late = prompted(room)
    assert spread(late) <= 2.0
    # the recorder begins some hundredths of a second before or after we know of it
    assert abs(late.mean()) < 0.08

    def level(begin: float, seconds: float) -> float:
        part = heard[frames(begin) : frames(begin + seconds)]
        note = np.exp(-2j * np.pi * 400.0 * np.arange(len(part)) / RATE)
        return float(20 * np.log10(np.abs((part * note).mean())))

    voice = int(np.argmax(np.abs(heard) > 0.35)) / RATE
    full = level(voice - AHEAD / RATE - 0.35, 0.25)
    assert full == pytest.approx(20 * np.log10(0.1), abs=0.3)
    assert level(voice + 0.035, 0.08) - full == pytest.approx(-12.0, abs=0.3)


def test_sound_comes_back_after_each_outage_and_nothing_is_muttered(
    room: Room, capfd: pytest.CaptureFixture[str]
) -> None:
    output, pulse = room.output, room.pulse
    with room.record():
        room.play()
    began = output.frame_at(time.monotonic()) / RATE - time.monotonic()
    for outage, returns, quiet in (
        (pulse.kill, pulse.start, False),
        (pulse.kill, pulse.start, False),
        (pulse.kill, pulse.start, True),
        (pulse.remove_sink, pulse.add_sink, False),
        (pulse.remove_sink, pulse.add_sink, False),
        (pulse.remove_sink, pulse.add_sink, True),
    ):
        outage()
        if quiet:
            until(lambda: not room.told[-1], 2.0)
            assert not output.available
        before = len(room.told)
        returns()
        with room.record():
            room.until_back(before)
            until(lambda: pulse.streams() == 1, 1.0)
            assert output.available
    # time went on all the while; each opening fills the device's buffers, and no more
    assert 0 <= output.frame_at(time.monotonic()) / RATE - time.monotonic() - began < 6 * 0.3
    assert room.told == [True] + [False, True] * 6
    assert capfd.readouterr().err == ""


def paint(seconds: float) -> None:
    """Keep every thread of this process waiting, as painting a new drawing does."""
    ctypes.PyDLL(None).usleep(round(1e6 * seconds))


def breaks(heard: Samples) -> int:
    """How often a note of 401 hertz does not go on as it was going."""
    bend = 2 * np.cos(2 * np.pi * 401.0 / RATE)
    return int((np.abs(heard[2:] - bend * heard[1:-1] + heard[:-2]) > 0.002).sum())


def painted(room: Room) -> tuple[Samples, float]:
    """What was recorded while large drawings were made, and the second at which it was paused."""
    with room.record() as recording:
        began = time.monotonic()
        room.play()
        time.sleep(0.5)
        for _ in range(4):
            paint(0.25)
            room.output.renew()
            time.sleep(0.1)
        paused = time.monotonic() - began
        room.mixer.pause(room.output.soonest())
        room.output.renew()
        paint(0.25)
        time.sleep(0.6)
    room.output.stop()
    room.mixer.resume(room.output.soonest())
    return recording.samples[:, 0], paused


def test_large_drawings_are_not_heard_and_a_pause_is_soon(room: Room) -> None:
    room.mixer.set_bed(Note(401.0), 0, 1)
    for _ in range(3):
        heard, paused = painted(room)
        sounding = np.flatnonzero(np.abs(heard) > 0.001)
        begins, ends = sounding[0] + frames(0.1), sounding[-1]
        if not (broken := breaks(heard[begins : frames(paused)])):
            break
    assert broken == 0
    assert frames(paused) < ends < frames(paused + 0.45)
    # the last of it is a fade
    assert np.abs(np.diff(heard[ends - frames(0.05) :])).max() < 0.02


def outlets() -> list[int]:
    """The processes that this one has begun and that play."""
    tasks = Path("/proc/self/task").iterdir()
    numbers = [int(word) for task in tasks for word in (task / "children").read_text().split()]
    return [n for n in numbers if b"outlet" in Path(f"/proc/{n}/cmdline").read_bytes()]


def test_sound_comes_back_when_its_process_dies_and_that_dies_with_the_program(room: Room) -> None:
    room.play()
    [first] = outlets()
    os.kill(first, signal.SIGKILL)
    until(lambda: not room.output.available, 2.0)
    room.until_back(1)
    [second] = outlets()
    assert second != first
    room.output.close()
    assert not outlets()
    # however a program ends, its pipes are closed
    alone = subprocess.Popen(
        [sys.executable, "-m", "massage_guide.playback.outlet"], stdin=subprocess.PIPE
    )
    alone.communicate(timeout=5.0)
    assert alone.returncode == 0


def test_without_a_server_it_is_silent_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    told: list[bool] = []
    output = MiniaudioOutput(Mixer(), time.monotonic, told.append)
    output.start()
    until(lambda: bool(told), 2.0)
    here = output.frame_at(time.monotonic())
    time.sleep(0.2)
    assert output.frame_at(time.monotonic()) - here == pytest.approx(0.2 * RATE, rel=0.2)
    began = time.monotonic()
    for ask in (output.soonest, output.renew, output.stop, output.start, output.close):
        ask()
    assert time.monotonic() - began < 0.5
    assert told == [False]
    assert capfd.readouterr().err == ""
