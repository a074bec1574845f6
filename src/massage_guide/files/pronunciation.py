"""Pronunciation: which words a voice says otherwise than they are written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path("audio", "pronunciation.toml")
"""Where it lies in the assets."""
_EVERY = "every"
"""Name of the table that holds for each voice."""


def read_pronunciation(assets: Path, voice: str) -> Mapping[str, str]:
    """Shown words and what this voice says instead; a voice's own table comes last and wins."""
    tables = tomllib.loads((assets / FILE).read_text("utf-8"))
    return {**tables.get(_EVERY, {}), **tables.get(voice, {})}
