"""The speaker: says own words with hibari; a process of its own, so that nothing waits for it.

Reads one JSON job a line from standard input, and answers each with one JSON line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import soundfile
from hibari import SAMPLE_RATE, Hibari

from massage_guide.domain.speech import sentences
from massage_guide.playback.prompt import prompt_of

SEED = 0
"""Where the breath in the voice begins; the same text gives the same sound."""
BLOCK = 16_384
"""Frames written at once."""


def render(voice: Hibari, job: dict[str, Any]) -> str:
    """Say the job's text into its file; gives what is wrong with the text, or nothing."""
    parts = [voice(one, speed=job["speed"], seed=SEED) for one in sentences(job["text"])]
    samples = prompt_of(parts, SAMPLE_RATE)
    if not len(samples):
        return "no voice knows how to say it"
    path = Path(job["path"])
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    with soundfile.SoundFile(beside, "w", SAMPLE_RATE, 1, format="FLAC") as file:
        for start in range(0, len(samples), BLOCK):
            file.write(samples[start : start + BLOCK])
    beside.replace(path)
    return ""


def main() -> None:
    """Render job after job until there are no more."""
    voice = Hibari()
    for line in sys.stdin:
        job = json.loads(line)
        try:
            reason = render(voice, job)
        except OSError as error:
            reason = f"its sound cannot be kept ({error.strerror or error})"
        sys.stdout.write(json.dumps({"text": job["text"], "reason": reason}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
