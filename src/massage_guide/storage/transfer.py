"""The transfer: one database file copied whole into another, encrypted or not."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from massage_guide.storage.key import PLAIN, Key, Passphrase, is_plain


def same_as(path: Path, key: Key) -> Key:
    """What a copy of this file is written with: encrypted just where the file is."""
    return PLAIN if is_plain(path) else key


def transfer(source: Path, target: Path, key: Key = PLAIN, into: Key | None = None) -> None:
    """Copy into an empty file, which then needs no side files; `into` is the key of the copy."""
    into = same_as(source, key) if into is None else into
    if is_plain(source) == into.seals:
        _exported(source, target, key, into)
        return
    with (
        closing(key.connect(source, wait=2.0)) as old,
        closing(into.connect(target)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _exported(source: Path, target: Path, key: Key, into: Key) -> None:
    """SQLCipher's own way between a file that is encrypted and one that is not."""
    opener = into if into.seals else key
    words = into.raw() if isinstance(into, Passphrase) else ""
    with closing(opener.connect(source, wait=2.0, isolation=None)) as old:
        old.execute("ATTACH DATABASE ? AS there KEY ?", (str(target), words))
        old.execute("SELECT sqlcipher_export('there')").fetchall()
        old.execute("DETACH DATABASE there")
