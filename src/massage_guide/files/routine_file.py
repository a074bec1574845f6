"""A routine file: its head, steps and blocks read into one routine, every problem named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from massage_guide.domain.checks import check_routine
from massage_guide.domain.cues import Lengths, speech_seconds
from massage_guide.domain.figure import Figure, FigureName
from massage_guide.domain.findings import Finding
from massage_guide.domain.routine import FORMAT, Block, Prelude, Routine, Step
from massage_guide.domain.stroke import Stroke
from massage_guide.files.problem import Place, Problem, UnreadableError, shortened
from massage_guide.files.source import Source
from massage_guide.files.stroke_file import read_stroke, stroke_findings, stroke_name

if TYPE_CHECKING:
    from pydantic import BaseModel

    from massage_guide.files.explain import Salvage

_STAND_INS: Mapping[str, Any] = {
    "id": "stand-in",
    "version": "0.0.0",
    "title": "-",
    "purpose": "-",
    "language": "en",
    "licence": "-",
    "authors": ["-"],
    "from_weeks": 260,
    "positions": ["held"],
    "oil": "none",
}
_LISTS = {"step": 300, "block": 20, "stroke": 100}
"""Lists of a routine file, and the most that each may hold."""


class RoutineFile:
    """One routine file, read but not yet checked against the strokes."""

    def __init__(self, source: Source) -> None:
        source.require_format(FORMAT)
        self._source = source
        self._findings: list[Finding] = []
        self._stood_in = 0
        self._lists = {name: self._list(name) for name in _LISTS}
        self._strokes = [read_stroke(table) for table in self._lists["stroke"]]
        self._entries = self._read_entries()
        self._head = self._read_head()

    @classmethod
    def read(cls, path: Path) -> RoutineFile:
        """Read the file; raises UnreadableError with the problem that stops it."""
        return cls(Source.read(path))

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._source.path

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return self._source.digest

    @property
    def title(self) -> str:
        """What the author calls the routine, or else the file's name."""
        return self._source.title

    def routine(self) -> Routine:
        """The routine; holds stand-ins where there are problems, so ask for those first."""
        values = dict(self._head)
        return Routine(
            **{**values, "prelude": values.get("prelude") or Prelude()},
            entries=self._entries,
            strokes={read.stroke.id: read.stroke for read in self._strokes if read.stroke},
            digest=self.digest,
        )

    def problems(
        self,
        strokes: Mapping[str, Stroke],
        figures: Mapping[FigureName, Figure],
        taken: Mapping[str, str] | None = None,
        lengths: Lengths = speech_seconds,
    ) -> tuple[Problem, ...]:
        """Everything wrong in the file; `taken` tells who else has an id already."""
        routine = self.routine()
        findings = list(self._findings)
        findings += stroke_findings(
            self._strokes,
            figures,
            {*strokes, *routine.strokes},
            dict.fromkeys(strokes, "a stroke of the library"),
            lengths,
        )
        if taken and routine.id in taken:
            reason = f"the id `{routine.id}` belongs to {taken[routine.id]}"
            findings.append(Finding(("id",), reason, "choose another"))
        findings += self._check(routine, strokes, lengths)
        problems = [
            self._source.problem(f.where, self._words_for, f.reason, f.fix, f.is_warning)
            for f in findings
        ]
        return tuple(sorted(problems, key=lambda problem: (problem.is_warning, problem.line)))

    def _check(
        self, routine: Routine, strokes: Mapping[str, Stroke], lengths: Lengths
    ) -> Iterator[Finding]:
        is_whole = not self._stood_in
        for finding in check_routine(routine, strokes, is_whole=is_whole, lengths=lengths):
            if finding.where or not self._findings:
                yield finding

    def _list(self, name: str) -> list[Any]:
        raw = self._source.data.get(name, [])
        if not isinstance(raw, list):
            fix = f"write [[{name}]] with two brackets"
            self._findings.append(Finding((name,), f"`{name}` is not a list of tables", fix))
            return []
        if len(raw) > _LISTS[name]:
            reason = f"the file holds {len(raw)} of [[{name}]]"
            fix = f"keep to {_LISTS[name]}"
            self._findings.append(Finding((name, _LISTS[name]), reason, fix))
        return raw[: _LISTS[name]]

    def _read_head(self) -> Mapping[str, Any]:
        from massage_guide.files.explain import salvage
        from massage_guide.files.models import HeadModel

        raw = {key: value for key, value in self._source.data.items() if key not in _LISTS}
        saved = salvage(HeadModel, raw, _STAND_INS)
        self._findings += saved.findings
        return saved.values or dict(HeadModel.model_validate(_STAND_INS))

    def _read_entries(self) -> tuple[Step | Block, ...]:
        steps = [self._step(("step", n), raw) for n, raw in enumerate(self._lists["step"])]
        blocks = [self._block(n, raw) for n, raw in enumerate(self._lists["block"])]
        if not steps or not blocks:
            return (*steps, *blocks)
        found: Mapping[str, Sequence[Step | Block]] = {"step": steps, "block": blocks}
        order = self._source.index.in_order("step", "block")
        if len(order) != len(steps) + len(blocks):
            fix = "write each as a [[step]] or a [[block]] of its own"
            reason = "the order of steps and blocks cannot be told"
            self._findings.append(Finding(("step",), reason, fix))
            return (*steps, *blocks)
        return tuple(found[kind][index] for kind, index in order)

    def _saved(self, model: type[BaseModel], where: Place, raw: object) -> Salvage:
        from massage_guide.files.explain import salvage

        saved = salvage(model, raw)
        self._findings += [Finding((*where, *f.where), f.reason, f.fix) for f in saved.findings]
        return saved

    def _step(self, where: Place, raw: object) -> Step:
        from massage_guide.files.models import StepModel

        saved = self._saved(StepModel, where, raw)
        if saved.values is None or saved.stood_in & {"stroke", "rest", "side"}:
            # a rest keeps the count of the steps, and nothing else is said about it
            self._stood_in += 1
            return Step(rest=1.0)
        return Step(**{**saved.values, "stroke": saved.values["stroke"] or ""})

    def _block(self, index: int, raw: object) -> Block:
        from massage_guide.files.models import BlockModel

        inner = raw.get("step", []) if isinstance(raw, dict) else []
        rows = inner if isinstance(inner, list) else []
        if isinstance(raw, dict):
            # the steps are read one by one, so that one bad step does not hide the others
            raw = {**raw, "step": [{"rest": 1.0}] * len(rows)} if rows else raw
        saved = self._saved(BlockModel, ("block", index), raw)
        steps = tuple(self._step(("block", index, "step", n), row) for n, row in enumerate(rows))
        values = saved.values or {}
        self._stood_in += not values or bool(saved.stood_in)
        return Block(steps, values.get("side"), values.get("repeats", 1))

    def _words_for(self, place: Place) -> str:
        match place:
            case ("step", int(index), *_):
                return f"step {index + 1}, {_called(self._lists['step'], index)}"
            case ("block", int(outer), "step", int(index), *_):
                block = self._lists["block"][outer]
                steps = block.get("step") if isinstance(block, dict) else None
                return f"block {outer + 1}, step {index + 1}, {_called(steps, index)}"
            case ("block", int(outer), *_):
                return f"block {outer + 1}"
            case ("stroke", int(index), *_) if index < len(self._lists["stroke"]):
                return stroke_name(self._lists["stroke"][index], index)
            case ("stroke", *_):
                return "file"
        return "routine"


def _called(steps: object, index: int) -> str:
    step = steps[index] if isinstance(steps, list) and index < len(steps) else None
    if not isinstance(step, dict):
        return "step"
    name = step.get("stroke")
    if isinstance(name, str) and name:
        return shortened(name)
    return "rest" if "rest" in step else "no stroke"


def read_routine(path: Path) -> tuple[RoutineFile | None, tuple[Problem, ...]]:
    """The file, or the one problem that keeps it from being read."""
    try:
        return RoutineFile.read(path), ()
    except UnreadableError as error:
        return None, (error.problem,)
