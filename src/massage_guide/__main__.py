"""The command line: `massage-guide` alone opens the window, a word after it does one job."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from massage_guide import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if len(words) in (0, 2) and words[:1] in ([], ["--data"]):
        # the usual start, which need not wait for the commands
        return _open_window(words[1] if words else None)
    parser = _parser()
    args = parser.parse_args(words)
    # A command has --data too; without it, the one said before the command holds.
    args.data = getattr(args, "data", None) or args.data_before
    if args.run is None:
        return _open_window(args.data, teach=args.teach)
    # Every command but the window works where there is no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        status = int(args.run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough, as `head` does; nothing is left to say at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    from massage_guide.commands import (
        check,
        copy,
        erase,
        exchange,
        handouts,
        listen,
        picture,
        plan,
        self_test,
        teach,
    )

    parser = argparse.ArgumentParser(
        prog="massage-guide",
        description="Timed, illustrated baby massage, led by the baby. Without a command the "
        "window opens.",
        epilog="Not medical advice. Nothing is ever sent anywhere.",
    )
    parser.add_argument("--version", action="version", version=f"Massage Guide {__version__}")
    parser.add_argument(
        "--data", metavar="DIR", dest="data_before", help="keep the journal and settings here"
    )
    parser.set_defaults(run=None, teach=False)
    parsers = parser.add_subparsers(metavar="COMMAND")
    for command in (
        check,
        plan,
        listen,
        picture,
        handouts,
        exchange,
        copy,
        erase,
        self_test,
        teach,
    ):
        command.add_parser(parsers)
    return parser


def _open_window(data: str | None, *, teach: bool = False) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        print(
            "massage-guide: there is no screen here; start it from a desktop, or use a command "
            "such as `massage-guide plan first-touch`.",
            file=sys.stderr,
        )
        return 1
    # Nothing made before the window is seen is garbage; looking for some would only delay it.
    gc.disable()
    from massage_guide.app import run

    return run(data, teach=teach)


if __name__ == "__main__":
    sys.exit(main())
