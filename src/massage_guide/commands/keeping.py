"""What the commands about the journal share: its folder, the lock, and one line at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from massage_guide.files.paths import DataDir
from massage_guide.only_one import alone
from massage_guide.storage.errors import JournalUnavailable, KeepingFailed
from massage_guide.storage.folder import make_private


def add_data(parser: argparse.ArgumentParser) -> None:
    """Let the folder be chosen."""
    parser.add_argument("--data", metavar="DIR", help="the data folder with the journal")


def now() -> datetime:
    """Local time, with its zone."""
    return datetime.now().astimezone()


def done(work: Callable[[Path], str], args: argparse.Namespace) -> int:
    """Do it beside an open window or without one, and say in one line what was done."""
    try:
        sys.stdout.write(f"{work(DataDir.choose(args.data).root)}\n")
    except (KeepingFailed, JournalUnavailable) as error:
        sys.stderr.write(f"massage-guide: {error.sentence}\n")
        return 1
    return 0


def done_alone(work: Callable[[Path], str], args: argparse.Namespace) -> int:
    """Do it, unless a window has the folder open."""

    def guarded(folder: Path) -> str:
        try:
            make_private(folder)
        except OSError as error:
            raise KeepingFailed(f"{folder} can't be used ({error.strerror}).") from error
        with alone(folder) as free:
            if not free:
                raise KeepingFailed(
                    "Massage Guide is open; please close its window first. Nothing was changed."
                )
            return work(folder)

    return done(guarded, args)


def many(count: int, one: str, more: str = "") -> str:
    """A number with its word."""
    return f"{count} {one if count == 1 else more or one + 's'}"
