"""A finding: one thing that a check has to say about a stroke or routine."""

from __future__ import annotations

from dataclasses import dataclass

Where = tuple[str | int, ...]
"""Keys and indices from the top of the stroke or routine, such as ("step", 3, "side")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and how to mend it."""

    where: Where
    reason: str
    fix: str
    is_warning: bool = False
    """Whether it can be played all the same."""
