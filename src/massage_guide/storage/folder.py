"""The data folder: made for its owner's eyes only."""

from __future__ import annotations

from pathlib import Path


def make_private(folder: Path) -> None:
    """Create the folder, closed to other people; one that is there keeps its mode.

    A folder that somebody chose with --data may be shared on purpose, and
    changing the mode of, say, a home folder would be a surprise.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
