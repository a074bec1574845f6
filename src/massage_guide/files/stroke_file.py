"""A stroke file: `[[stroke]]` tables read into strokes, with every problem named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from massage_guide.domain.cues import Lengths, speech_seconds
from massage_guide.domain.figure import Figure, FigureName
from massage_guide.domain.findings import Finding
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.stroke_checks import check_stroke
from massage_guide.files.problem import Place, Problem, UnreadableError, shortened
from massage_guide.files.source import Source

FORMAT = 1
"""The newest stroke format this program reads."""

_STAND_INS: Mapping[str, Any] = {
    "id": "stand-in",
    "code": "-",
    "name": "-",
    "region": "opening",
    "positions": ["held"],
    "figure": "front",
    "motion": "hold",
    "sides": "once",
    "direction_rule": "none",
    "pressure": 0,
    "seconds": 600,
    "repeats": 1,
    "repeats_range": [1, 60],
    "from_weeks": 0,
    "say": {"line": "-", "announce": "-", "how": "-", "nearly": "-"},
    "watch": "-",
    "care": "-",
    "if_no": "stand-in",
    "sources": ["-"],
}


@dataclass(frozen=True, slots=True)
class ReadStroke:
    """One `[[stroke]]` as far as it could be read."""

    stroke: Stroke | None
    """With stand-ins where `stood_in` says so; None when nothing could be made of it."""
    findings: tuple[Finding, ...]
    """What the model refuses."""
    stood_in: frozenset[str]
    """Keys that hold stand-ins."""

    @property
    def sound(self) -> Stroke | None:
        """The stroke, when the model refuses nothing."""
        return None if self.findings else self.stroke


def read_stroke(raw: object) -> ReadStroke:
    """Read one `[[stroke]]` table."""
    from massage_guide.files.explain import salvage
    from massage_guide.files.models import StrokeModel

    saved = salvage(StrokeModel, raw, _STAND_INS)
    stroke = None if saved.values is None else Stroke(**saved.values)
    return ReadStroke(stroke, saved.findings, saved.stood_in)


def stroke_name(raw: object, index: int) -> str:
    """What the author calls the stroke."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return f"stroke {shortened(name)}" if isinstance(name, str) else f"stroke {index + 1}"


class StrokeFile:
    """One file of strokes, read but not yet checked against the others."""

    def __init__(self, source: Source) -> None:
        source.require_format(FORMAT)
        self._source = source
        raw = source.data.get("stroke", [])
        self._raw: list[Any] = raw if isinstance(raw, list) else [raw]
        self._read = [read_stroke(table) for table in self._raw]

    @classmethod
    def read(cls, path: Path) -> StrokeFile:
        """Read the file; raises UnreadableError with the problem that stops it."""
        return cls(Source.read(path))

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._source.path

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Every stroke that the model accepts."""
        return tuple(read.sound for read in self._read if read.sound)

    def problems(
        self,
        figures: Mapping[FigureName, Figure],
        known: Iterable[str],
        taken: Mapping[str, str] | None = None,
        lengths: Lengths = speech_seconds,
    ) -> tuple[Problem, ...]:
        """Everything wrong in the file; `taken` tells who else has an id already."""
        findings = list(self._head_findings())
        names = {*known, *self._ids()}
        findings += stroke_findings(self._read, figures, names, taken or {}, lengths)
        problems = [
            self._source.problem(f.where, self._words_for, f.reason, f.fix, f.is_warning)
            for f in findings
        ]
        return tuple(sorted(problems, key=lambda problem: (problem.is_warning, problem.line)))

    def _ids(self) -> set[str]:
        return {read.stroke.id for read in self._read if read.stroke}

    def _head_findings(self) -> Iterator[Finding]:
        for key in self._source.data:
            if key != "stroke":
                fix = "leave it out, or begin its name with x-"
                yield Finding((key,), f"`{key}` is not a key of a stroke file", fix)
        if not self._raw:
            yield Finding((), "the file has no strokes", "add a [[stroke]]")

    def _words_for(self, place: Place) -> str:
        if len(place) > 1 and place[0] == "stroke" and isinstance(place[1], int):
            return stroke_name(self._raw[place[1]], place[1])
        return "file"


def stroke_findings(
    read: list[ReadStroke],
    figures: Mapping[FigureName, Figure],
    known: set[str],
    taken: Mapping[str, str],
    lengths: Lengths,
) -> Iterator[Finding]:
    """What is wrong in the strokes of one file, from `("stroke", index)` down."""
    seen: set[str] = set()
    unreviewed: list[int] = []
    for index, one in enumerate(read):
        for finding in _findings_of(one, figures, known, lengths):
            where = ("stroke", index, *finding.where)
            yield Finding(where, finding.reason, finding.fix, finding.is_warning)
        stroke = one.stroke
        if stroke is None or "id" in one.stood_in:
            continue
        yield from _twice(index, stroke.id, seen, taken)
        if not stroke.reviewed_by:
            unreviewed.append(index)
    if unreviewed:
        # one line for the file: forty of the same would bury the errors
        names = "1 stroke has" if len(unreviewed) == 1 else f"{len(unreviewed)} strokes have"
        reason = f"{names} no reviewer yet"
        fix = "add `reviewed_by` and `reviewed_on` once an instructor has read it"
        yield Finding((), reason, fix, is_warning=True)


def _twice(index: int, name: str, seen: set[str], taken: Mapping[str, str]) -> Iterator[Finding]:
    where: Place = ("stroke", index, "id")
    if name in seen:
        yield Finding(where, f"the id `{name}` is used twice in this file", "choose another")
    elif name in taken:
        yield Finding(where, f"the id `{name}` belongs to {taken[name]}", "choose another")
    seen.add(name)


def _findings_of(
    one: ReadStroke, figures: Mapping[FigureName, Figure], known: set[str], lengths: Lengths
) -> Iterator[Finding]:
    yield from one.findings
    if one.stroke is None:
        return
    for finding in check_stroke(one.stroke, figures, {*known, "stand-in"}, lengths):
        # nothing true can be said where a stand-in takes part
        touches = (
            {finding.where[0], *_LEANS.get(str(finding.where[0]), ())} if finding.where else set()
        )
        if not touches & one.stood_in:
            yield finding


_LEANS: Mapping[str, tuple[str, ...]] = {
    "left": ("motion", "figure", "seconds", "region"),
    "right": ("motion", "figure", "seconds", "region"),
    "joints": ("figure", "seconds", "motion"),
    "places": ("figure",),
    "view": ("figure",),
    "say": ("sides", "seconds", "repeats"),
    "motion": ("left", "right", "joints"),
    "direction_rule": ("motion", "region"),
    "sides": ("direction_rule",),
    "both_ways": ("direction_rule",),
    "returns_on_skin": ("direction_rule",),
    "repeats": ("repeats_range",),
}
"""Which other keys the findings about a key lean on."""


def read_strokes(path: Path) -> tuple[StrokeFile | None, tuple[Problem, ...]]:
    """The file, or the one problem that keeps it from being read."""
    try:
        return StrokeFile.read(path), ()
    except UnreadableError as error:
        return None, (error.problem,)
