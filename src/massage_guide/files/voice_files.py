"""Voice files: the shipped voices, and how long each of their texts takes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from massage_guide.domain.cues import Lengths, speech_seconds

VOICES = Path("audio", "voice")
"""Where the voices lie in the assets, a folder each."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One text, said by one voice."""

    path: Path
    seconds: float
    lufs: float
    """Its loudness."""


@dataclass(frozen=True, slots=True)
class ShippedVoice:
    """One voice and all that it can say."""

    name: str
    words: Mapping[str, Spoken]
    """By the text as it is shown."""


def read_voices(assets: Path) -> tuple[ShippedVoice, ...]:
    """Every voice whose list can be read."""
    lists = sorted((assets / VOICES).glob("*/words.json"))
    return tuple(voice for voice in map(_read, lists) if voice is not None)


def lengths_of(voices: Sequence[ShippedVoice]) -> Lengths:
    """How long a text takes the slowest voice, or else as its words are counted [rules 8]."""
    slowest: dict[str, float] = {}
    for voice in voices:
        for text, spoken in voice.words.items():
            slowest[text] = max(spoken.seconds, slowest.get(text, 0.0))

    def length(text: str) -> float:
        return slowest.get(text) or speech_seconds(text)

    return length


def _read(path: Path) -> ShippedVoice | None:
    try:
        words: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))["words"]
        found = {
            text: Spoken(path.parent / one["file"], float(one["seconds"]), float(one["lufs"]))
            for text, one in words.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # without its list a voice is silent, and captions say all that it would have said
        return None
    return ShippedVoice(path.parent.name, found)
