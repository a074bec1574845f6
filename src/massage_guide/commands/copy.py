"""`massage-guide backup` and `restore`: a copy of the whole journal, and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from massage_guide.commands.keeping import add_data, add_passphrase, done, done_alone, key_of, now
from massage_guide.domain.keeping import many


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe both commands."""
    out = subparsers.add_parser("backup", help="copy the whole journal to a file")
    out.add_argument("--out", metavar="FILE", type=Path, required=True)
    add_data(out)
    add_passphrase(out)
    out.set_defaults(run=lambda args: done(lambda folder: _backed_up(folder, args), args))
    back = subparsers.add_parser(
        "restore",
        help="put a copy in the journal's place",
        description="The journal as it is now is copied to the folder of backups first.",
    )
    back.add_argument("file", metavar="FILE", type=Path)
    add_data(back)
    add_passphrase(back)
    back.set_defaults(run=lambda args: done_alone(lambda folder: _restored(folder, args), args))


def _backed_up(folder: Path, args: argparse.Namespace) -> str:
    # Everything that says SQL is heavy, and only these commands want it.
    from massage_guide.storage.backups import back_up_to
    from massage_guide.storage.raw import journal_path

    back_up_to(folder, args.out, key_of(journal_path(folder), args))
    return f"Copied the journal of {folder} to {args.out}."


def _restored(folder: Path, args: argparse.Namespace) -> str:
    from massage_guide.storage.raw import journal_path
    from massage_guide.storage.restoring import restore

    file: Path = args.file
    key = key_of(journal_path(folder), args)
    # where both have a passphrase, it is the same
    did = restore(folder, file, now, key, key if key.seals else key_of(file, args))
    before = ""
    if did.before:
        before = f" The journal from before is in {did.before.path}."
    elif did.aside:
        before = f" The damaged journal is in {did.aside}."
    return f"Restored {many(did.sessions, 'massage')} from {file}.{before}"
