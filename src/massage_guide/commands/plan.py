"""`massage-guide plan`: the timeline of a routine as it would play."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from massage_guide.domain.cues import Cue
from massage_guide.domain.played import Row, RowKind, played_steps
from massage_guide.domain.review import review_line
from massage_guide.domain.routine import Routine
from massage_guide.domain.suitability import Suited, suit
from massage_guide.domain.timeline import Timeline
from massage_guide.domain.today import Today, UnknownChipError
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, NoAssetsError, assets_dir
from massage_guide.files.routine_file import read_routine


class CannotPlanError(Exception):
    """There is nothing to plan; the message says why, `status` is the exit status."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "plan",
        help="show the timeline of a routine as it would play",
        description="Shows what a routine plays and says, second by second, at pace 1.",
    )
    parser.add_argument("routine", metavar="ROUTINE", help="an id, or the path of a routine file")
    parser.add_argument(
        "--baby-weeks", metavar="N", type=int, help="corrected age; without it, every stroke plays"
    )
    parser.add_argument(
        "--today",
        metavar="CHIP",
        nargs="+",
        action="extend",
        default=[],
        help="what is true today, such as cord, fed:40, sore-skin:legs or hips:agreed",
    )
    parser.add_argument("--json", action="store_true", help="print the cues as a JSON array")
    parser.add_argument("--data", metavar="DIR", help="the data folder that holds your own files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Plan, print, and return the exit status."""
    try:
        library = Library.load(assets_dir(), DataDir.choose(args.data))
        routine = find_routine(args.routine, library)
        today = Today.from_words(args.today)
    except CannotPlanError as error:
        sys.stderr.write(f"{error}\n")
        return error.status
    except (UnknownChipError, NoAssetsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    steps = played_steps(routine, library.strokes)
    suited = suit(routine, steps, library.strokes, today, args.baby_weeks)
    timeline = Timeline(suited.routine, suited.steps, library.narration)
    text = as_json(timeline) if args.json else as_table(timeline, suited)
    sys.stdout.write(f"{text}\n")
    return 0


def find_routine(name: str, library: Library) -> Routine:
    """The routine with this id or in this file; raises CannotPlanError."""
    found = library.routine(name)
    if found:
        return found
    for broken in library.broken:
        if broken.path.stem == name:
            raise CannotPlanError("\n".join(map(str, broken.problems)), status=1)
    path = Path(name)
    if path.suffix != ".toml" and not path.is_file():
        known = ", ".join(routine.id for routine in library.routines)
        raise CannotPlanError(f"There is no routine `{name}`; there are {known}.")
    file, problems = read_routine(path)
    if file:
        problems = file.problems(library.strokes, library.figures, None, library.lengths)
    errors = [str(problem) for problem in problems if not problem.is_warning]
    if file is None or errors:
        raise CannotPlanError("\n".join(errors), status=1)
    return file.routine()


def as_json(timeline: Timeline) -> str:
    """One object a cue [rules 28]."""
    return json.dumps([_cue(cue) for cue in timeline.cues], ensure_ascii=False, indent=1)


def _cue(cue: Cue) -> dict[str, object]:
    return {
        "start": cue.start,
        "length": cue.length,
        "kind": cue.row,
        "step": cue.step,
        "stroke": cue.stroke,
        "side": cue.side.value if cue.side else None,
        "repeat": cue.repeat,
        "cue": cue.kind.value,
        "text": cue.text,
    }


def as_table(timeline: Timeline, suited: Suited) -> str:
    """The plan for people: a line a row, with what is said beneath."""
    routine = suited.routine
    lines = [f"{routine.title} ({routine.id} {routine.version}), {clock(timeline.length)}"]
    if suited.line:
        lines.append(suited.line)
    told = review_line(step.stroke for step in suited.steps if step.stroke)
    if told:
        lines.append(told)
    lines.append("")
    for row in timeline.rows:
        if row.kind is not RowKind.PAUSE:
            lines.append(f"{clock(row.start):>6}  {row.length:>5g} s  {_what(row)}")
        for cue in timeline.cues:
            if cue.kind.is_spoken and row.start <= cue.start < row.end:
                lines.append(f"{clock(cue.start):>6}           {cue.kind.value}: {cue.text}")
    return "\n".join(lines)


def _what(row: Row) -> str:
    step = row.step
    if step is None or step.stroke is None:
        return row.kind.value
    side = f", {step.side.value}" if step.side else ""
    times = f", {step.repeats} × {step.seconds_each:g} s" if step.repeats > 1 else ""
    return f"{step.number}. {step.stroke.name}{side}{times}"


def clock(seconds: float) -> str:
    """The seconds as minutes and seconds, such as 4:56."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
