"""`massage-guide erase`: one baby, or everything, taken out of the journal and all its copies."""

from __future__ import annotations

import argparse
from pathlib import Path

from massage_guide.commands.keeping import add_data, done_alone, many, now
from massage_guide.storage.errors import KeepingFailed


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "erase",
        help="erase a baby, or everything, for good",
        description="Out of the journal, its copies, and the files it was exported to. This"
        " cannot be undone.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--baby", metavar="NAME", help="everything about this baby")
    what.add_argument("--everything", action="store_true", help="the whole journal")
    add_data(parser)
    parser.set_defaults(run=lambda args: done_alone(lambda at: _erased(at, args.baby), args))


def _erased(folder: Path, name: str | None) -> str:
    # Everything that says SQL is heavy, and only these commands want it.
    from massage_guide.storage.erasing import Erased, erase_baby, erase_everything
    from massage_guide.storage.opening import open_journal

    if name is None:
        did: Erased = erase_everything(folder)
        return f"Erased everything: {many(len(did.removed), 'file')} removed.{_left(did.left)}"
    opened = open_journal(folder, now)
    if opened.journal is None:
        raise KeepingFailed(opened.notice or "There is no journal.")
    found = [baby for baby in opened.journal.babies() if baby.name == name]
    opened.journal.close()
    if len(found) != 1:
        several = "several babies are" if found else "no baby is"
        raise KeepingFailed(f"Nothing was erased: {several} called {name}.")
    did = erase_baby(folder, found[0].id)
    copies = many(did.rewritten, "copy", "copies")
    return (
        f"Erased {name}: {copies} rewritten, {many(len(did.removed), 'file')} removed."
        f"{_left(did.left)}"
    )


def _left(files: tuple[Path, ...]) -> str:
    if not files:
        return ""
    return f" Not reached, please delete: {', '.join(map(str, files))}."
