"""The data folder: for its owner's eyes only, and free of what a killed start left behind."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

_OURS = ("journal*", "copies.json", "settings*.toml", "report-*.txt", "stopped.txt", "backups/*")
_HALF_DONE = (".journal*", "backups/.journal*", "journal-look-*")
"""What is put in its place only once it is whole."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private(folder: Path) -> None:
    """Create the folder, closed to other people."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def close_to_others(folder: Path) -> None:
    """Close what an earlier program, or somebody's copying, left open to other people.

    The folder itself stays as it is where it is more than ours: a home, or one that everybody
    may write into.
    """
    if os.name != "posix":
        return
    home = Path.home().resolve()
    mode = folder.stat().st_mode
    whole = folder.resolve() not in (home, *home.parents) and not mode & stat.S_ISVTX
    for place in (*((folder,) if whole else ()), folder / "backups"):
        _close(place)
    for pattern in _OURS:
        for file in folder.glob(pattern):
            _close(file)


def tidy_up(folder: Path) -> None:
    """Remove half-done files; may hold what nobody else is to read, so they do not stay."""
    for pattern in _HALF_DONE:
        for left in folder.glob(pattern):
            with suppress(OSError):
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _close(place: Path) -> None:
    with suppress(OSError):
        mode = place.lstat().st_mode
        if mode & _OTHERS and not stat.S_ISLNK(mode):
            place.chmod(stat.S_IMODE(mode) & ~_OTHERS)
