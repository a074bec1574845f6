"""The library: every stroke, routine, course and figure, and every broken file's reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from massage_guide.domain.course import Course
from massage_guide.domain.cues import Lengths, speech_seconds
from massage_guide.domain.figure import Figure, FigureName
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.talk import Narration
from massage_guide.files.course_file import read_course
from massage_guide.files.drawing import FigureFileError
from massage_guide.files.figure_file import read_canvas
from massage_guide.files.paths import DataDir
from massage_guide.files.problem import Problem
from massage_guide.files.recordings import folder_of
from massage_guide.files.routine_file import RoutineFile, read_routine
from massage_guide.files.stroke_file import StrokeFile, read_strokes
from massage_guide.files.voice_files import ShippedVoice, lengths_of, read_voices

SHIPPED = "the program's own"
"""Whose an id is, when it is taken by a shipped file."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be used, and why."""

    path: Path
    title: str
    """What its author called it, as far as can be told."""
    problems: tuple[Problem, ...]

    @property
    def reason(self) -> str:
        """Why, in a few words for the parent's list."""
        first = self.problems[0]
        more = len(self.problems) - 1
        tail = f" (and {more} more)" if more else ""
        return f"{first.place}, line {first.line}: {first.reason}{tail}"


@dataclass(frozen=True, slots=True)
class Library:
    """What can be played."""

    strokes: Mapping[str, Stroke]
    """By id: shipped ones, then own ones."""
    routines: tuple[Routine, ...]
    """In the order in which they are shown."""
    own: frozenset[str]
    """Ids of the routines that lie in the data folder."""
    broken: tuple[Broken, ...]
    figures: Mapping[FigureName, Figure]
    warnings: tuple[Problem, ...] = ()
    courses: tuple[Course, ...] = ()
    """Shipped ones, then own ones."""
    voices: tuple[ShippedVoice, ...] = ()
    lengths: Lengths = speech_seconds
    """How long those voices take to say a text."""
    recordings: Mapping[str, Path] = field(default_factory=dict)
    """Folders of an author's own recordings, by the id of the routine."""

    @property
    def narration(self) -> Narration:
        """How routines are told where nobody chose otherwise."""
        return Narration(lengths=self.lengths)

    @classmethod
    def load(cls, assets: Path, data: DataDir | None = None) -> Library:
        """Read everything; a broken file never stops the others."""
        return _Loading(assets, data).library()

    def routine(self, name: str) -> Routine | None:
        """The routine with this id."""
        return next((routine for routine in self.routines if routine.id == name), None)

    def course(self, name: str) -> Course | None:
        """The course with this id."""
        return next((course for course in self.courses if course.id == name), None)


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, in order; none when there is no such folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        return []


def read_figures(assets: Path) -> Mapping[FigureName, Figure]:
    """Every figure whose file can be read."""
    found: dict[FigureName, Figure] = {}
    for path in toml_files(assets / "figures"):
        try:
            figure = read_canvas(path)
        except FigureFileError:
            # the stage says what is wrong with a drawing; a stroke on it says that it is missing
            continue
        found[figure.name] = figure
    return MappingProxyType(found)


class _Loading:
    """One reading of all files."""

    def __init__(self, assets: Path, data: DataDir | None) -> None:
        self.assets = assets
        self.data = data
        self.figures = read_figures(assets)
        self.voices = read_voices(assets)
        self.lengths = lengths_of(self.voices)
        self.recordings: dict[str, Path] = {}
        self.broken: list[Broken] = []
        self.warnings: list[Problem] = []
        self.strokes: dict[str, Stroke] = {}

    def library(self) -> Library:
        self._add_strokes(self.assets / "strokes", {})
        shipped = dict.fromkeys(self.strokes, f"{SHIPPED} strokes")
        if self.data:
            self._add_strokes(self.data.strokes, shipped)
        routines = list(self._routines(self.assets / "routines", {}))
        theirs = {routine.id: f"{SHIPPED} routines" for routine in routines}
        own = list(self._routines(self.data.routines, theirs)) if self.data else []
        courses = list(self._courses(self.assets / "courses", (*routines, *own), {}))
        whose = {course.id: f"{SHIPPED} courses" for course in courses}
        if self.data:
            courses += self._courses(self.data.courses, (*routines, *own), whose)
        return Library(
            strokes=MappingProxyType(self.strokes),
            routines=(*in_shown_order(routines), *in_shown_order(own)),
            own=frozenset(routine.id for routine in own),
            broken=tuple(self.broken),
            figures=self.figures,
            warnings=tuple(self.warnings),
            courses=tuple(courses),
            voices=self.voices,
            lengths=self.lengths,
            recordings=MappingProxyType(self.recordings),
        )

    def _add_strokes(self, folder: Path, taken: Mapping[str, str]) -> None:
        files: list[StrokeFile] = []
        for path in toml_files(folder):
            file, problems = read_strokes(path)
            if file is None:
                self.broken.append(Broken(path, path.stem, problems))
            else:
                files.append(file)
        taken = dict(taken)
        known = {stroke.id for file in files for stroke in file.strokes} | set(self.strokes)
        for file in files:
            problems = file.problems(self.figures, known, taken, self.lengths)
            if self._is_sound(file.path, file.path.stem, problems):
                for stroke in file.strokes:
                    self.strokes[stroke.id] = stroke
                    taken[stroke.id] = file.path.name

    def _routines(self, folder: Path, taken: Mapping[str, str]) -> Iterator[Routine]:
        taken = dict(taken)
        for path in toml_files(folder):
            file, problems = read_routine(path)
            if file is None:
                self.broken.append(Broken(path, path.stem, problems))
            elif self._is_sound(path, file.title, self._judged(file, taken)):
                routine = file.routine()
                taken[routine.id] = path.name
                recordings = folder_of(path)
                if recordings is not None:
                    self.recordings[routine.id] = recordings
                yield routine

    def _courses(
        self, folder: Path, routines: Sequence[Routine], taken: Mapping[str, str]
    ) -> Iterator[Course]:
        taken = dict(taken)
        known = {routine.id: routine for routine in routines}
        for path in toml_files(folder):
            file, problems = read_course(path)
            if file is None:
                self.broken.append(Broken(path, path.stem, problems))
            elif self._is_sound(path, file.title, file.problems(self.strokes, known, taken)):
                course = file.course()
                taken[course.id] = path.name
                yield course

    def _judged(self, file: RoutineFile, taken: Mapping[str, str]) -> tuple[Problem, ...]:
        return file.problems(self.strokes, self.figures, taken, self.lengths)

    def _is_sound(self, path: Path, title: str, problems: Sequence[Problem]) -> bool:
        errors = tuple(problem for problem in problems if not problem.is_warning)
        self.warnings += [problem for problem in problems if problem.is_warning]
        if errors:
            self.broken.append(Broken(path, title, errors))
        return not errors


def in_shown_order(routines: Sequence[Routine]) -> list[Routine]:
    """Youngest first, then by the alphabet."""
    return sorted(routines, key=lambda routine: (routine.from_weeks, routine.title.casefold()))
