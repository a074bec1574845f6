"""`massage-guide export` and `import`: journal files between laptops, and tables for others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from massage_guide.commands.keeping import add_data, add_passphrase, done, done_alone, key_of, now
from massage_guide.domain.keeping import many
from massage_guide.domain.session import Baby
from massage_guide.only_one import alone

if TYPE_CHECKING:
    from massage_guide.storage.key import Key


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe both commands."""
    out = subparsers.add_parser(
        "export",
        help="write the journal to a file",
        description="json: everything but registers of classes, for another Massage Guide or any"
        " other program. csv: sessions.csv, steps.csv and observations.csv in the folder PATH.",
    )
    out.add_argument("--format", choices=("json", "csv"), required=True)
    out.add_argument("--out", metavar="PATH", type=Path, required=True)
    add_data(out)
    add_passphrase(out)
    out.set_defaults(run=_export)
    into = subparsers.add_parser(
        "import",
        help="take in a journal file from another laptop",
        description="Merges a file that `export --format json` wrote. Done again, it changes"
        " nothing; of what both laptops changed, the later stays and the other is kept in the"
        " record's history. Babies that this journal does not know are named first.",
    )
    into.add_argument("file", metavar="FILE", type=Path)
    into.add_argument(
        "--add-babies", action="store_true", help="take in unknown babies without asking"
    )
    add_data(into)
    add_passphrase(into)
    into.set_defaults(run=_import)


def _export(args: argparse.Namespace) -> int:
    return done(lambda folder: _exported(folder, args), args)


def _exported(folder: Path, args: argparse.Namespace) -> str:
    # Everything that says SQL is heavy, and only these commands want it.
    from massage_guide.storage.exporting import export_json
    from massage_guide.storage.raw import journal_path
    from massage_guide.storage.spreadsheet import export_csv

    out: Path = args.out
    key = key_of(journal_path(folder), args)
    if journal_path(folder).exists():
        _bring_up_to_date(folder, key)
    if args.format == "json":
        did = export_json(folder, out, now, key)
    else:
        did = export_csv(folder, out, key)
    whole = f"{many(did.sessions, 'massage')} of {many(did.babies, 'baby', 'babies')}"
    return f"Exported {whole} to {out}."


def _bring_up_to_date(folder: Path, key: Key) -> None:
    """A window that is open has done so already."""
    from massage_guide.storage.opening import prepare

    with alone(folder) as free:
        if free:
            prepare(folder, now, key=key)


def _import(args: argparse.Namespace) -> int:
    return done_alone(lambda folder: _imported(folder, args), args)


def _imported(folder: Path, args: argparse.Namespace) -> str:
    from massage_guide.storage.merging import merge, unknown_babies
    from massage_guide.storage.opening import prepare
    from massage_guide.storage.parcel import read_parcel
    from massage_guide.storage.raw import journal_path

    file: Path = args.file
    parcel = read_parcel(file)
    key = key_of(journal_path(folder), args)
    prepare(folder, now, key=key)
    unknown = unknown_babies(folder, parcel, key)
    wanted = unknown if args.add_babies or (unknown and _agreed(unknown)) else ()
    merged = merge(folder, parcel, [baby.id for baby in wanted], key)
    told = [
        many(merged.babies, "new baby", "new babies"),
        many(merged.sessions, "new massage"),
        f"{many(merged.changed, 'record')} that differed",
        f"{merged.deleted} deleted",
    ]
    left = "" if wanted or not unknown else f" Left outside: {_names(unknown)} (see --add-babies)."
    return f"Imported {file.name}: {', '.join(told)}.{left}"


def _agreed(unknown: Sequence[Baby]) -> bool:
    """Ask, where there is somebody to answer."""
    sys.stderr.write(f"This journal does not know {_names(unknown)}.\n")
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("Add with all massages? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _names(babies: Sequence[Baby]) -> str:
    return ", ".join(baby.name for baby in babies)
