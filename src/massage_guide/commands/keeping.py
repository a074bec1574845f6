"""What the commands about the journal share: its folder, the lock, and one line at the end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from massage_guide.files.paths import DataDir
from massage_guide.only_one import alone
from massage_guide.storage.errors import JournalUnavailable, KeepingFailed
from massage_guide.storage.folder import make_private

if TYPE_CHECKING:
    from massage_guide.storage.key import Key


def add_data(parser: argparse.ArgumentParser) -> None:
    """Let the folder be chosen."""
    parser.add_argument("--data", metavar="DIR", help="the data folder with the journal")


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Let the passphrase of a journal come from a file, where nobody can be asked."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help="its first line opens a journal with a passphrase; without it you are asked",
    )


def key_of(file: Path, args: argparse.Namespace) -> Key:
    """What opens this journal or copy; asks for its passphrase if it has one.

    Never taken from the environment, which other programs inherit and reports print.
    """
    from massage_guide.storage.key import PLAIN, is_sealed, passphrase_for

    if not is_sealed(file):
        return PLAIN
    key = passphrase_for(file, _words(file, args.passphrase_file))
    if not key.opens(file):
        raise KeepingFailed(f"That is not the passphrase of {file.name}.")
    return key


def _words(file: Path, given: Path | None) -> str:
    if given is not None:
        try:
            return given.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise KeepingFailed(f"{given} can’t be read.") from error
    if not sys.stdin.isatty():
        raise KeepingFailed(
            f"{file.name} has a passphrase; please give it with --passphrase-file FILE."
        )
    return getpass(f"The passphrase of {file.name}: ")


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
