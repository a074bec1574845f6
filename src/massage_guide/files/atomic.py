"""Atomic saving: write beside, then replace, so that a file is whole or as it was."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path


class CannotSaveError(OSError):
    """Something could not be saved; the message is a sentence for the person."""


def write_text(path: Path, text: str) -> None:
    """Write a whole text file that only its owner may read."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file that only its owner may read; raises CannotSaveError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # mkstemp makes the file with mode 0600
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise CannotSaveError(f"{path} could not be saved: {error.strerror or error}.") from error


def _sync_folder(folder: Path) -> None:
    # Windows cannot open folders, and keeps the new name without this
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(path: Path, today: date) -> Path | None:
    """Rename a broken file to a dated name that is free; None when that cannot be done."""
    for number in range(1, 100):
        tail = f".{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}.broken-{today.isoformat()}{tail}{path.suffix}")
        if aside.exists():
            continue
        try:
            return path.rename(aside)
        except OSError:
            return None
    return None
