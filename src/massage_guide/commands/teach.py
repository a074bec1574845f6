"""`massage-guide teach`: opens the window for a class, with nothing of a family in sight."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction


def add_parser(parsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add the command; it opens the window, as no command does."""
    parser = parsers.add_parser(
        "teach",
        help="open the window to teach a class",
        description="Opens the window at the class that comes next. Names, the last massage and "
        "an unfinished one stay out of sight.",
    )
    parser.add_argument(
        "--data", metavar="DIR", default=None, help="keep the journal and settings here"
    )
    parser.set_defaults(teach=True)
