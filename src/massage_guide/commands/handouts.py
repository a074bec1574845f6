"""`massage-guide handouts`: what a class takes home, as a folder of PDF files."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from massage_guide.desk.paperwork import size_for
from massage_guide.desk.shelf import country_here
from massage_guide.domain.course import Course
from massage_guide.domain.review import review_line
from massage_guide.files.atomic import CannotSaveError, write_bytes
from massage_guide.files.cards_file import read_words
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.files.settings_file import SettingsFile
from massage_guide.paper.handouts import Giver, handouts, read_logo, week_name
from massage_guide.paper.leaflet import Size
from massage_guide.paper.press import pdf
from massage_guide.paper.stills import Stills
from massage_guide.stage.drawings import read_drawings


def add_parser(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = parsers.add_parser(
        "handouts",
        help="write what a class takes home into a folder",
        description="One PDF file for each week, the cue card, when not to massage, and a "
        "certificate of attendance. Your name and picture are those of the page Hand-outs.",
    )
    parser.add_argument("--week", type=int, metavar="N", help="this week alone")
    parser.add_argument("--course", default="five-week", metavar="ID", help="default: five-week")
    parser.add_argument("--paper", choices=[size.value for size in Size], help="default: as here")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--data", metavar="DIR", help="data folder with own courses")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write them; 2 for what was asked wrongly."""
    data = DataDir.choose(args.data)
    library = Library.load(assets_dir(), data)
    course = library.course(args.course)
    wrong = _what_is_wrong(args, library, course)
    if wrong or course is None:
        print(wrong, file=sys.stderr)
        return 2
    application = QGuiApplication.instance() or QGuiApplication(["massage-guide"])
    own = SettingsFile(data.settings).read(date.today()).settings
    size = Size(args.paper) if args.paper else size_for(own)
    giver = Giver(own.instructor, read_logo(own.logo))
    stills, words = Stills(read_drawings(assets_dir())), read_words(assets_dir())
    them = handouts(library, course, stills, words, own.country or country_here(), giver)
    names = (week_name(args.week),) if args.week else them.names
    try:
        for name in names:
            write_bytes(args.out / f"{name}.pdf", pdf(them.leaflet(name), size))
    except CannotSaveError as error:
        print(error, file=sys.stderr)
        return 2
    del application
    print(f"{len(names)} hand-out{'s' * (len(names) != 1)} for {course.title} in {args.out}")
    told = review_line(
        them.strokes[name]
        for week in course.weeks
        if args.week in (None, week.number)
        for name in week.new
    )
    if told:
        print(told)
    return 0


def _what_is_wrong(args: argparse.Namespace, library: Library, course: Course | None) -> str:
    if course is None:
        ids = [one.id for one in library.courses]
        near = get_close_matches(args.course, ids, n=1)
        known = f"did you mean {near[0]}?" if near else f"there are {', '.join(ids)}"
        return f"handouts: there is no course {args.course}; {known}"
    if args.week is not None and course.week(args.week) is None:
        last = len(course.weeks)
        return f"handouts: {course.title} has no week {args.week}; say --week from 1 to {last}"
    return ""
