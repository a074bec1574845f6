"""`massage-guide erase`: one baby, or everything, taken out of the journal and all its copies."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from massage_guide.commands.keeping import add_data, add_passphrase, done_alone, key_of, now
from massage_guide.domain.keeping import many
from massage_guide.storage.errors import KeepingFailed

if TYPE_CHECKING:  # what says SQL is loaded when it is wanted
    from massage_guide.storage.erasing import Erased


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
    add_passphrase(parser)
    parser.set_defaults(run=lambda args: done_alone(lambda at: _erased(at, args), args))


def _erased(folder: Path, args: argparse.Namespace) -> str:
    # Everything that says SQL is heavy, and only these commands want it.
    from massage_guide.storage.erasing import erase_baby, erase_everything
    from massage_guide.storage.opening import open_journal
    from massage_guide.storage.raw import journal_path

    name: str | None = args.baby
    if name is None:
        did = erase_everything(folder)
        return (
            f"Erased everything: {many(len(did.removed), 'file')} removed.{_besides(did, folder)}"
        )
    key = key_of(journal_path(folder), args)
    opened = open_journal(folder, now, key=key)
    if opened.journal is None:
        raise KeepingFailed(opened.notice or "There is no journal.")
    found = [baby for baby in opened.journal.babies() if baby.name == name]
    opened.journal.close()
    if len(found) != 1:
        several = "several babies are" if found else "no baby is"
        raise KeepingFailed(f"Nothing was erased: {several} called {name}.")
    did = erase_baby(folder, found[0].id, key)
    copies = many(did.rewritten, "copy", "copies")
    return (
        f"Erased {name}: {copies} rewritten, {many(len(did.removed), 'file')} removed."
        f"{_besides(did, folder)}"
    )


def _besides(did: Erased, folder: Path) -> str:
    """What went that lay elsewhere, and what could not be reached."""
    told = ""
    elsewhere = [
        str(file) for file in did.removed if folder.resolve() not in file.resolve().parents
    ]
    if elsewhere:
        told += f" Among them, elsewhere: {', '.join(elsewhere)}."
    if did.left:
        told += f" Not reached, please delete: {', '.join(map(str, did.left))}."
    return told
