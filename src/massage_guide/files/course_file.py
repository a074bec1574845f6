"""A course file: its head and weeks read into one course, every problem named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from massage_guide.domain.course import FORMAT, Course, Week
from massage_guide.domain.course_checks import check_weeks
from massage_guide.domain.findings import Finding
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Stroke
from massage_guide.files.problem import Place, Problem, UnreadableError
from massage_guide.files.source import Source

_STAND_INS: Mapping[str, Any] = {
    "id": "stand-in",
    "version": "0.0.0",
    "title": "-",
    "purpose": "-",
    "language": "en",
    "licence": "-",
    "authors": ["-"],
}


class CourseFile:
    """One course file, read but not yet checked against strokes and routines."""

    def __init__(self, source: Source) -> None:
        source.require_format(FORMAT)
        self._source = source
        self._findings: list[Finding] = []
        self._raw = self._list()
        self._weeks = tuple(self._week(index, raw) for index, raw in enumerate(self._raw))
        self._head = self._read_head()

    @classmethod
    def read(cls, path: Path) -> CourseFile:
        """Read the file; raises UnreadableError with the problem that stops it."""
        return cls(Source.read(path))

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._source.path

    @property
    def title(self) -> str:
        """What the author calls the course, or else the file's name."""
        return self._source.title

    def course(self) -> Course:
        """The course; holds stand-ins where there are problems, so ask for those first."""
        return Course(**self._head, weeks=self._weeks)

    def problems(
        self,
        strokes: Mapping[str, Stroke],
        routines: Mapping[str, Routine],
        taken: Mapping[str, str] | None = None,
    ) -> tuple[Problem, ...]:
        """Everything wrong in the file; `taken` tells who else has an id already."""
        findings = list(self._findings)
        name = self._head["id"]
        if taken and name in taken:
            reason = f"the id `{name}` belongs to {taken[name]}"
            findings.append(Finding(("id",), reason, "choose another"))
        findings += check_weeks(self._weeks, strokes, routines)
        problems = [
            self._source.problem(f.where, self._words_for, f.reason, f.fix, f.is_warning)
            for f in findings
        ]
        return tuple(sorted(problems, key=lambda problem: (problem.is_warning, problem.line)))

    def _list(self) -> list[Any]:
        from massage_guide.files.course_models import MOST_WEEKS

        raw = self._source.data.get("week", [])
        if not isinstance(raw, list):
            fix = "write [[week]] with two brackets"
            self._findings.append(Finding(("week",), "`week` is not a list of tables", fix))
            return []
        if not raw:
            self._findings.append(Finding((), "the course has no weeks", "add a [[week]]"))
        if len(raw) > MOST_WEEKS:
            reason = f"the file holds {len(raw)} of [[week]]"
            self._findings.append(Finding(("week", MOST_WEEKS), reason, f"keep to {MOST_WEEKS}"))
        return raw[:MOST_WEEKS]

    def _read_head(self) -> Mapping[str, Any]:
        from massage_guide.files.course_models import CourseHeadModel
        from massage_guide.files.explain import salvage

        raw = {key: value for key, value in self._source.data.items() if key != "week"}
        saved = salvage(CourseHeadModel, raw, _STAND_INS)
        self._findings += saved.findings
        return saved.values or dict(CourseHeadModel.model_validate(_STAND_INS))

    def _week(self, index: int, raw: object) -> Week:
        from massage_guide.files.course_models import WeekModel
        from massage_guide.files.explain import salvage

        # what stands in is beyond reproach, so that the checks blame only what was written
        saved = salvage(WeekModel, raw, {"number": index + 1, "title": "-"})
        self._findings += [
            Finding(("week", index, *f.where), f.reason, f.fix) for f in saved.findings
        ]
        return Week(**saved.values) if saved.values else Week(index + 1, "-")

    def _words_for(self, place: Place) -> str:
        match place:
            case ("week", int(index), ("plan" | "talk") as part, int(inner), *_):
                return f"week {index + 1}, {part} {inner + 1}"
            case ("week", int(index), *_):
                return f"week {index + 1}"
        return "course"


def read_course(path: Path) -> tuple[CourseFile | None, tuple[Problem, ...]]:
    """The file, or the one problem that keeps it from being read."""
    try:
        return CourseFile.read(path), ()
    except UnreadableError as error:
        return None, (error.problem,)
