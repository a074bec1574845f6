"""Paths: where the program's own files and a person's files lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

APP = "massage-guide"
"""Name of the data folder."""


class NoAssetsError(Exception):
    """The program's own files are missing; the message is a sentence for the person."""


@cache
def assets_dir() -> Path:
    """The shipped files: inside an installed package, or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    # a wheel carries the assets inside; an editable install leaves them in the checkout
    for folder in (package / "assets", package.parent.parent / "assets"):
        if (folder / "strokes").is_dir():
            return folder
    raise NoAssetsError("The pictures and strokes of Massage Guide are missing; install it again.")


@dataclass(frozen=True, slots=True)
class DataDir:
    """A person's own folder, and what lies where in it."""

    root: Path

    @classmethod
    def choose(cls, given: str | Path | None = None) -> DataDir:
        """The folder given with `--data`, or else the platform's."""
        if given:
            return cls(Path(given).expanduser().absolute())
        from platformdirs import user_data_path

        return cls(user_data_path(APP, appauthor=False))

    @property
    def routines(self) -> Path:
        """Own routine files."""
        return self.root / "routines"

    @property
    def strokes(self) -> Path:
        """Own stroke files."""
        return self.root / "strokes"

    @property
    def courses(self) -> Path:
        """Own course files."""
        return self.root / "courses"

    @property
    def voice(self) -> Path:
        """Own words, once they are rendered."""
        return self.root / "voice"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.toml"
