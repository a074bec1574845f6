"""The index of shipped sounds: what each is called, and what a caption says of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShippedSounds:
    """What lies under assets/audio, apart from words."""

    folder: Path
    voices: dict[str, str]
    """Titles, by name."""
    beds: dict[str, str]
    """Titles, by name."""
    captions: dict[str, str]
    """What a caption says, by the name of the chime; {limb} is to be filled in."""

    def bed(self, name: str) -> Path:
        """The file of a bed."""
        return self.folder / "beds" / f"{name}.ogg"

    def chime(self, name: str) -> Path:
        """The file of a chime."""
        return self.folder / "chimes" / f"{name}.ogg"


def read_sounds(assets: Path) -> ShippedSounds:
    """The index."""
    folder = assets / "audio"
    data = tomllib.loads((folder / "sounds.toml").read_text(encoding="utf-8"))
    return ShippedSounds(
        folder,
        {one["name"]: one["title"] for one in data["voice"]},
        {one["name"]: one["title"] for one in data["bed"]},
        {one["name"]: one["caption"] for one in data["chime"]},
    )
