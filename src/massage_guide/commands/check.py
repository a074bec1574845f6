"""`massage-guide check`: what is wrong in routine, stroke and course files, a line each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from massage_guide.commands.plan import clock
from massage_guide.domain.played import played_steps
from massage_guide.domain.routine import Routine
from massage_guide.domain.timeline import Timeline
from massage_guide.files.cards_file import read_card, read_help_lines, read_words
from massage_guide.files.course_file import read_course
from massage_guide.files.figure_file import figure_problems
from massage_guide.files.library import Library, toml_files
from massage_guide.files.paths import DataDir, NoAssetsError, assets_dir
from massage_guide.files.problem import Problem, UnreadableError
from massage_guide.files.recordings import stray_recordings
from massage_guide.files.routine_file import read_routine
from massage_guide.files.source import Source
from massage_guide.files.stroke_file import read_strokes


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "check",
        help="say what is wrong in routine, stroke and course files",
        description="Validates routine, stroke and course files, figures, cards and help lines:"
        " the shipped ones and your own when no PATH is given, or else those of PATH alone."
        " One line an error, FILE:LINE: place: reason; fix. Warnings follow."
        " A sound PATH is told as sound, a routine with its length. Ends with 1 after any error.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path, help="a file or a folder")
    parser.add_argument("--data", metavar="DIR", help="the data folder that holds your own files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, print, and return the exit status."""
    try:
        assets = assets_dir()
    except NoAssetsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    library = Library.load(assets, DataDir.choose(args.data))
    if args.paths:
        checked = [_checked(path, library) for path in _files_in(args.paths)]
    else:
        checked = [_everything(library, assets)]
    problems = [problem for one in checked for problem in one.problems]
    errors = [problem for problem in problems if not problem.is_warning]
    for problem in (*errors, *(problem for problem in problems if problem.is_warning)):
        sys.stdout.write(f"{_shortened(str(problem), problem.file)}\n")
    for one in checked:
        if one.sound:
            sys.stdout.write(f"{_shortened(one.sound, one.file)}\n")
    return 1 if errors else 0


@dataclass(frozen=True, slots=True)
class _Checked:
    """What there is to say of one file, or of all."""

    file: Path
    problems: tuple[Problem, ...]
    length: str = ""
    """How long it plays, where it plays."""
    is_named: bool = True
    """Whether the person asked after this very file, and is told that it is sound."""

    @property
    def sound(self) -> str:
        """The line that says so; nothing where there is an error."""
        if not self.is_named or any(not problem.is_warning for problem in self.problems):
            return ""
        return f"{self.file}: " + ", ".join(filter(None, ("sound", self.length)))


def _everything(library: Library, assets: Path) -> _Checked:
    """The shipped files and the person's own; own ones first, so that they are seen."""
    problems = [problem for broken in library.broken for problem in broken.problems]
    problems += (*read_words(assets).problems, *library.warnings)
    problems += [one for path in toml_files(assets / "figures") for one in figure_problems(path)]
    problems.sort(key=lambda problem: problem.file.is_relative_to(assets))
    return _Checked(assets, tuple(problems), is_named=False)


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from toml_files(path)
        else:
            yield path


def _checked(path: Path, library: Library) -> _Checked:
    kind = _kind_of(path)
    if kind is _Kind.FIGURE:
        return _Checked(path, figure_problems(path))
    if kind is _Kind.STROKES:
        strokes, problems = read_strokes(path)
        if strokes:
            problems = strokes.problems(library.figures, library.strokes, None, library.lengths)
        return _Checked(path, problems)
    if kind is _Kind.COURSE:
        course, problems = read_course(path)
        if course:
            routines = {routine.id: routine for routine in library.routines}
            problems = course.problems(library.strokes, routines)
        return _Checked(path, problems)
    if kind in _WORDS:
        return _Checked(path, _WORDS[kind](path)[1])
    routine, problems = read_routine(path)
    if routine:
        problems = routine.problems(library.strokes, library.figures, None, library.lengths)
    if routine is None or any(not problem.is_warning for problem in problems):
        return _Checked(path, problems)
    timeline = _timeline(routine.routine(), library)
    problems += tuple(stray_recordings(path, (cue.text for cue in timeline.cues)))
    return _Checked(path, problems, clock(timeline.length))


def _timeline(routine: Routine, library: Library) -> Timeline:
    return Timeline(routine, played_steps(routine, library.strokes), library.narration)


class _Kind(Enum):
    """What a file holds, and the keys of which any tells so; the first that fits is it."""

    FIGURE = frozenset({"part", "landmarks"})
    COURSE = frozenset({"week", "weeks"})
    CARD = frozenset({"section"})
    ROUTINE = frozenset({"step", "block", "title", "version"})
    HELP = frozenset({"line", "country"})
    STROKES = frozenset({"stroke"})


_WORDS: Mapping[_Kind, Callable[[Path], tuple[object, tuple[Problem, ...]]]] = {
    _Kind.CARD: read_card,
    _Kind.HELP: read_help_lines,
}


def _kind_of(path: Path) -> _Kind:
    """What the file holds; one that cannot be read is taken for a routine, which says why."""
    if path.suffix == ".svg":
        return _Kind.FIGURE
    try:
        keys = Source.read(path).data.keys()
    except UnreadableError:
        return _Kind.ROUTINE
    return next((kind for kind in _Kind if keys & kind.value), _Kind.ROUTINE)


def _shortened(text: str, file: Path) -> str:
    """The line, with the file named from where the person stands."""
    try:
        near = file.resolve().relative_to(Path.cwd())
    except (ValueError, OSError):
        return text
    return text.replace(str(file), str(near), 1)
