"""`massage-guide check`: what is wrong in routine and stroke files, a line each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from massage_guide.files.cards_file import read_words
from massage_guide.files.library import Library, toml_files
from massage_guide.files.paths import DataDir, NoAssetsError, assets_dir
from massage_guide.files.problem import Problem, UnreadableError
from massage_guide.files.routine_file import read_routine
from massage_guide.files.source import Source
from massage_guide.files.stroke_file import read_strokes


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "check",
        help="say what is wrong in routine and stroke files",
        description="Validates routine and stroke files: the shipped ones and your own when no"
        " PATH is given. One line an error, FILE:LINE: place: reason; fix. Warnings follow."
        " Ends with 1 when there is any error.",
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
        problems = list(_problems_of(_files_in(args.paths), library))
    else:
        problems = [problem for broken in library.broken for problem in broken.problems]
        problems += read_words(assets).problems
        problems += library.warnings
    errors = [problem for problem in problems if not problem.is_warning]
    for problem in (*errors, *(problem for problem in problems if problem.is_warning)):
        sys.stdout.write(f"{_shortened(problem)}\n")
    return 1 if errors else 0


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from toml_files(path)
        else:
            yield path


def _problems_of(paths: Iterable[Path], library: Library) -> Iterator[Problem]:
    for path in paths:
        if _is_stroke_file(path):
            strokes, problems = read_strokes(path)
            if strokes:
                problems = strokes.problems(library.figures, library.strokes)
        else:
            routine, problems = read_routine(path)
            if routine:
                problems = routine.problems(library.strokes, library.figures)
        yield from problems


def _is_stroke_file(path: Path) -> bool:
    """Whether the file holds strokes and nothing else; what cannot be read tells nothing."""
    try:
        data = Source.read(path).data
    except UnreadableError:
        return False
    return "stroke" in data and not {"step", "block", "title", "version"} & set(data)


def _shortened(problem: Problem) -> str:
    """The problem, with the file named from where the person stands."""
    text = str(problem)
    try:
        near = problem.file.resolve().relative_to(Path.cwd())
    except (ValueError, OSError):
        return text
    return text.replace(str(problem.file), str(near), 1)
