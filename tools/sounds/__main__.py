"""`python -m tools.sounds`: makes beds and chimes anew under assets/audio, all or those named."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import soundfile

from massage_guide.playback.loudness import loudness
from massage_guide.playback.samples import RATE, decibels, frames
from tools.sounds.beds import BEDS
from tools.sounds.chimes import NOTES, Wave, chime

AUDIO = Path(__file__).resolve().parent.parent.parent / "assets" / "audio"
BED_LOUDNESS, CHIME_LOUDNESS = -32.0, -24.0
"""LUFS at the usual volume."""
AGAIN = frames(0.5)
"""Frames of the beginning that a bed's file holds once more, to be cross-faded on loading."""
BLOCK = 16_384
"""Frames written at a time: more than that in one go is not safe with Vorbis."""
QUALITY = {"rain": 0.8, "brown-noise": 0.7}
"""How hard noise is pressed, 0 to 1; tones need more care."""


def write(path: Path, sound: Wave, target: float, press: float = 0.6) -> None:
    """Write a sound as loud as it is to be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sound = sound / np.abs(sound).max()
    level = loudness(sound.astype(np.float32), RATE)
    sound = sound * decibels(target - level)
    with soundfile.SoundFile(
        path,
        "w",
        RATE,
        1 if sound.ndim == 1 else sound.shape[1],
        format="OGG",
        subtype="VORBIS",
        compression_level=press,
    ) as file:
        for at in range(0, len(sound), BLOCK):
            file.write(sound[at : at + BLOCK].astype(np.float32))
    sys.stdout.write(
        f"{path.relative_to(AUDIO)}: {path.stat().st_size // 1000} kB, "
        f"peak {20 * np.log10(np.abs(sound).max()):.1f} dB\n"
    )


def main() -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.sounds", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join((*BEDS, *NOTES))}")
    names = parser.parse_args().names or [*BEDS, *NOTES]
    for name in names:
        if name in BEDS:
            bed = BEDS[name]()
            looped = np.concatenate((bed, bed[:AGAIN]))
            press = QUALITY.get(name, 0.6)
            write(AUDIO / "beds" / f"{name}.ogg", looped, BED_LOUDNESS, press)
        elif name in NOTES:
            write(AUDIO / "chimes" / f"{name}.ogg", chime(name), CHIME_LOUDNESS)
        else:
            parser.error(f"there is no {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
