"""The parcel: a journal file from another laptop, checked whole before anything is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from massage_guide.domain.session import Baby
from massage_guide.storage.errors import CannotImport, plain_reason
from massage_guide.storage.exchange_format import (
    FORMAT,
    KIND,
    BabyRecord,
    JournalFile,
)

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read at all; ten years of three babies are a third of that."""


@with_config(extra="ignore")
class _Head(TypedDict):
    kind: str
    format: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """A sound file's records, by table, in the shapes of the format."""

    records: Mapping[str, list[dict[str, Any]]]
    babies: tuple[Baby, ...]
    sessions: int


def read_parcel(path: Path) -> Parcel:
    """Read and check all of it; raises CannotImport with the reason."""
    text = _bytes(path)
    try:
        whole = _FILE.validate_json(text)
    except ValidationError as error:
        raise CannotImport(_reason(path, text, error)) from None
    except RecursionError:
        raise CannotImport(f"{path.name} is not a journal file") from None
    records: dict[str, Any] = {key: value for key, value in whole.items() if type(value) is list}
    babies = tuple(
        Baby(UUID(baby["id"]), baby["name"], baby["born"], baby["due"]) for baby in whole["baby"]
    )
    # the database keeps days as words
    records["baby"] = [{**baby, **_days(baby)} for baby in whole["baby"]]
    return Parcel(records, babies, len(whole["session"]))


def _days(baby: BabyRecord) -> dict[str, str | None]:
    born, due = baby["born"], baby["due"]
    return {
        "born": born.isoformat() if born else None,
        "due": due.isoformat() if due else None,
    }


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise CannotImport(f"there is no file {path}")
        size = path.stat().st_size
        if size > LARGEST:
            millions = LARGEST // (1024 * 1024)
            raise CannotImport(f"{path.name} is larger than any journal ({millions} MB at most)")
        return path.read_bytes()
    except OSError as error:
        raise CannotImport(f"{path.name} can’t be read ({plain_reason(error)})") from error


def _reason(path: Path, text: bytes, error: ValidationError) -> str:
    """The first thing that is wrong, in words and with its place."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        if "EOF while parsing" in first["msg"]:
            return f"{path.name} ends too early; it was not copied whole"
        return f"{path.name} is not a journal file ({first['msg']})"
    try:
        head = _HEAD.validate_json(text)
    except ValidationError:
        return f"{path.name} is not a journal file of Massage Guide"
    if head["kind"] != KIND:
        return f"{path.name} is not a journal file of Massage Guide"
    if head["format"] > FORMAT:
        return (
            f"{path.name} was written by a newer Massage Guide (format {head['format']}; "
            f"this one knows up to {FORMAT})"
        )
    where = " ".join(str(one + 1 if isinstance(one, int) else one) for one in first["loc"])
    # the pattern itself would tell nobody anything
    mismatch = first["type"] == "string_pattern_mismatch"
    why = "this is not what belongs there" if mismatch else first["msg"].lower()
    return f"{path.name} has a mistake at {where}: {why}"


_FILE = TypeAdapter(JournalFile)
_HEAD = TypeAdapter(_Head)
