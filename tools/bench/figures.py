"""Figures: what a benchmark tells, one JSON line each."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """One measured figure beside its floor."""

    name: str
    value: float | None
    """None where it cannot be measured here; `extra` then says why."""
    unit: str
    floor: float | None = None
    """The same for the least that Qt could do, in the same run."""
    extra: dict[str, object] = field(default_factory=dict)
    """More about it: p99, goals, how it was measured."""

    def line(self, **more: object) -> str:
        """The figure as JSON."""
        ratio = self.value / self.floor if self.value is not None and self.floor else None
        told = {
            "name": self.name,
            "value": _short(self.value),
            "unit": self.unit,
            "floor": _short(self.floor),
            "ratio": _short(ratio),
        }
        return json.dumps(told | {key: _short(to) for key, to in (self.extra | more).items()})


def tell(name: str, value: float | None, unit: str, floor: float | None, **extra: object) -> None:
    """Print a figure for whoever started this process."""
    sys.stdout.write(Figure(name, value, unit, floor, extra).line() + "\n")
    sys.stdout.flush()


def skip(name: str, unit: str, why: str) -> None:
    """Print that a figure cannot be measured here."""
    tell(name, None, unit, None, skipped=why)


def share(values: Sequence[float], part: float) -> float:
    """The value below which that part (0 to 1) of the values lies; 0 for none."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    return ordered[min(max(math.ceil(part * len(ordered)) - 1, 0), len(ordered) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return share(values, 0.5)


def _short(value: object) -> object:
    return round(value, 3) if isinstance(value, float) else value
