"""The copies: files elsewhere that the program wrote, so that an erasure finds them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.errors import KeepingFailed
from massage_guide.storage.exchange_format import KIND
from massage_guide.storage.key import MAGIC, is_sealed
from massage_guide.storage.raw import whole_file

LIST = "copies.json"
"""The list in the data folder."""
_JSON = f'{{"kind":"{KIND}"'.encode()
_PDF = b"%PDF-"
_PROGRAM = "Massage Guide".encode("utf-16-be")
_CSV = b"\xef\xbb\xbfsession,"
_CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Massage Guide//"
"""How each kind of file that the program writes begins."""
EVERYONE = UUID(int=0)
"""What a page to print bears in place of a baby's id where it tells of several."""
_TAIL = 1024
"""The bytes at the end of a PDF file among which its own id is."""


def remember(data_dir: Path, *paths: Path) -> None:
    """Keep in mind that these files hold what the journal holds, if only a name."""
    known = remembered(data_dir)
    new = [path.absolute() for path in paths if path.absolute() not in known]
    if new:
        _write(data_dir, (*known, *new))


def remembered(data_dir: Path) -> tuple[Path, ...]:
    """Every file that was written, whether it is still there or not."""
    try:
        listed = json.loads((data_dir / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(listed, list):
        return ()
    return tuple(Path(one) for one in listed if isinstance(one, str) and one)


def forget(data_dir: Path, paths: Iterable[Path]) -> None:
    """Strike these from the list; their names may hold a baby's."""
    gone = set(paths)
    kept = tuple(path for path in remembered(data_dir) if path not in gone)
    if kept:
        _write(data_dir, kept)
    else:
        (data_dir / LIST).unlink(missing_ok=True)


def is_ours(path: Path) -> bool:
    """Whether the file still is one that the program wrote, and not something put in its place."""
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError:
        return False
    is_page = head.startswith(_PDF) and _PROGRAM in head
    return is_page or head.startswith((_JSON, MAGIC, _CSV, _CALENDAR)) or is_sealed(path)


def newest_copy(data_dir: Path) -> tuple[datetime, Path] | None:
    """The journal's newest copy at a place that a person chose, and when it was written."""
    found = []
    for path in remembered(data_dir):
        try:
            with path.open("rb") as file:
                whole = file.read(len(MAGIC)) == MAGIC
            if whole or is_sealed(path):
                found.append((datetime.fromtimestamp(path.stat().st_mtime), path))
        except OSError:
            continue
    return max(found, default=None)


def is_page_of_another(path: Path, baby: UUID) -> bool:
    """Whether it is a page to print that tells of another baby, and of that one alone."""
    try:
        whole = path.read_bytes()
    except OSError:
        return False
    if not whole.startswith(_PDF):
        return False
    told = (str(one).encode().hex().encode() for one in (baby, EVERYONE))
    return not any(one in whole[-_TAIL:] for one in told)


def refuse_own(data_dir: Path, out: Path) -> None:
    """Never write an export or a copy over the journal itself."""
    journal = (data_dir / FILE_NAME).resolve()
    if out.resolve().name.startswith(FILE_NAME) and out.resolve().parent == journal.parent:
        raise KeepingFailed(f"{out} is the journal itself; please choose another place.")


def _write(data_dir: Path, paths: Iterable[Path]) -> None:
    with whole_file(data_dir / LIST) as beside:
        text = json.dumps([str(path) for path in paths], ensure_ascii=False, indent=1)
        beside.write_text(text, encoding="utf-8")
