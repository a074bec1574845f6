"""A problem: what is wrong in a file, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Place = tuple[str | int, ...]
"""Where in a document: keys and indices from the top, such as ("step", 3, "side")."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the author."""

    file: Path
    line: int
    """From 1."""
    place: str
    """In words, such as `step 4, hip-to-ankle-glide`."""
    reason: str
    fix: str
    is_warning: bool = False
    """Whether the file can be used all the same."""

    def __str__(self) -> str:
        kind = "warning: " if self.is_warning else ""
        text = f"{self.file}:{self.line}: {self.place}: {kind}{self.reason}; {self.fix}"
        # what an author wrote may hold anything, and a problem is one line on a terminal
        return "".join(letter if letter.isprintable() else " " for letter in text)


def shortened(text: str, most: int = 60) -> str:
    """The text, cut where it is longer than anybody meant."""
    return text if len(text) <= most else text[: most - 1] + "…"


class UnreadableError(Exception):
    """A file that could not be read at all, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
