"""Recordings: an author's own sounds, in a folder beside the routine and with its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from massage_guide.domain.speech import slug
from massage_guide.files.problem import Problem

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
"""Sounds that can be played."""


def folder_of(routine: Path) -> Path | None:
    """Where the recordings of this routine file lie; None where there are none."""
    folder = routine.with_suffix("")
    return folder if folder.is_dir() and folder != routine else None


def recordings_in(folder: Path | None) -> dict[str, Path]:
    """The recordings of a folder, by the words that name them."""
    try:
        files = sorted(folder.iterdir()) if folder else []
    except OSError:
        files = []
    return {slug(file.stem): file for file in files if file.suffix.lower() in SUFFIXES}


def stray_recordings(routine: Path, texts: Iterable[str]) -> Iterator[Problem]:
    """Recordings whose name is that of no text, and which nobody would hear."""
    named = {slug(text) for text in texts}
    for name, file in recordings_in(folder_of(routine)).items():
        if name not in named:
            reason = "it is named by no words that this routine says"
            fix = "name it by the first ten words, as `massage-guide plan` shows them"
            yield Problem(file, 1, "recording", reason, fix, is_warning=True)
