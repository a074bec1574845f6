"""The key: how the files of a journal are opened, with a passphrase or without one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Literal, cast

from massage_guide.storage.errors import database_errors

MAGIC = b"SQLite format 3\0"
"""How every database begins that anybody can read."""
_PAGE = 4096
_SALT = 16
_ROUNDS = 256_000
"""SQLCipher's own, since its fourth version."""

Isolation = Literal["DEFERRED"] | None
"""Whether Python's driver begins transactions by itself."""


class Key:
    """Opens files that anybody can read; `Passphrase` opens the others as well."""

    @property
    def module(self) -> ModuleType:
        """The library that opens them."""
        return sqlite3

    @property
    def seals(self) -> bool:
        """Whether what is written with it can only be read with it."""
        return False

    def opens(self, path: Path) -> bool:
        """Whether its first page can be read with this."""
        try:
            with closing(self.connect(path, immutable=True)) as db:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except database_errors():
            return False
        return True

    def connect(
        self,
        path: Path,
        *,
        wait: float = 5.0,
        isolation: Isolation = "DEFERRED",
        immutable: bool = False,
        any_thread: bool = False,
    ) -> sqlite3.Connection:
        """Open the file; `wait` is in seconds, for others who hold it."""
        place = f"{path.absolute().as_uri()}?immutable=1" if immutable else str(path)
        connection = self.module.connect(
            place,
            timeout=wait,
            isolation_level=isolation,
            uri=immutable,
            check_same_thread=not any_thread,
        )
        return cast("sqlite3.Connection", connection)


class Passphrase(Key):
    """Words that encrypt: SQLCipher's format, with its own key derivation and parameters."""

    def __init__(self, words: str, salt: bytes | None = None) -> None:
        """Begin with the salt of the journal, or with a new one where none is encrypted yet."""
        # the same letters, whichever way a keyboard composes them
        self._words = unicodedata.normalize("NFC", words).encode()
        self._salt = salt or os.urandom(_SALT)
        self._keys: dict[bytes, str] = {}

    @property
    def module(self) -> ModuleType:
        """Loaded only where there is a passphrase."""
        import sqlcipher3.dbapi2

        return cast("ModuleType", sqlcipher3.dbapi2)

    @property
    def seals(self) -> bool:
        """What is written with it can only be read with it."""
        return True

    def is_of(self, words: str) -> bool:
        """Whether it was made of these words."""
        return unicodedata.normalize("NFC", words).encode() == self._words

    def connect(
        self,
        path: Path,
        *,
        wait: float = 5.0,
        isolation: Isolation = "DEFERRED",
        immutable: bool = False,
        any_thread: bool = False,
    ) -> sqlite3.Connection:
        """Open the file; one that anybody can read is opened without the key."""
        connection = super().connect(
            path, wait=wait, isolation=isolation, immutable=immutable, any_thread=any_thread
        )
        # what is wrong is told by its error, not on the terminal
        connection.execute("PRAGMA cipher_log_level = NONE")
        if not is_plain(path):
            connection.execute(f'PRAGMA key = "{self.raw(salt_of(path) or self._salt)}"')
        return connection

    def raw(self, salt: bytes | None = None) -> str:
        """The key itself, as SQLCipher takes it; deriving it is slow on purpose, and done once."""
        salt = salt or self._salt
        if salt not in self._keys:
            derived = hashlib.pbkdf2_hmac("sha512", self._words, salt, _ROUNDS, 32)
            self._keys[salt] = f"x'{derived.hex()}{salt.hex()}'"
        return self._keys[salt]


PLAIN = Key()
"""No passphrase."""


def is_plain(path: Path) -> bool:
    """Whether this is a database that anybody can read."""
    return _head(path, len(MAGIC)) == MAGIC


def is_sealed(path: Path) -> bool:
    """Whether this looks like a database that only a passphrase reads: whole pages of noise."""
    page = _head(path, _PAGE)
    # an encrypted page has nearly all of the 256 bytes; damage and texts have few of them
    noise = len(page) == _PAGE and len(set(page)) > 235
    return noise and path.stat().st_size % _PAGE == 0


def salt_of(path: Path) -> bytes | None:
    """What an encrypted file begins with; nothing where there is none yet."""
    salt = _head(path, _SALT)
    return salt if len(salt) == _SALT and salt != MAGIC else None


def passphrase_for(path: Path, words: str) -> Passphrase:
    """The words, as they are wanted for this journal and its copies."""
    return Passphrase(words, salt_of(path) if is_sealed(path) else None)


def _head(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""
