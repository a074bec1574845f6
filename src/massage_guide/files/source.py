"""A source: the text of one TOML file that a person wrote, and its problems."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from massage_guide.files.problem import Place, Problem, UnreadableError, shortened
from massage_guide.files.toml_index import TomlIndex

MOST_BYTES = 1_000_000
"""Largest file that is read, bytes."""
DEEPEST = 20
"""How many tables and lists may lie inside one another."""
_NESTED = (dict, list)
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def without_extras(value: object, depth: int = DEEPEST) -> object:
    """The same value without keys beginning `x-`; raises RecursionError below `depth`."""
    if depth < 0:
        raise RecursionError
    # most of what there is are words and numbers: they are taken as they are, without a call
    if isinstance(value, dict):
        return {
            k: without_extras(v, depth - 1) if isinstance(v, _NESTED) else v
            for k, v in value.items()
            if not k.startswith("x-")
        }
    if isinstance(value, list):
        return [
            without_extras(item, depth - 1) if isinstance(item, _NESTED) else item for item in value
        ]
    return value


class Source:
    """One file as it stands on disk: text, parsed data, digest, line numbers."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.data = self._parsed()
        if not self.data:
            raise UnreadableError(self._whole(1, "the file is empty", "write its first line"))

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file; raises UnreadableError with the one problem that stops it."""
        return cls(path, _text_of(path))

    def _parsed(self) -> dict[str, Any]:
        try:
            parsed = tomllib.loads(self.text)
            return {k: without_extras(v) for k, v in parsed.items() if not k.startswith("x-")}
        except RecursionError:
            problem = self._whole(
                1, "tables and lists lie too deep inside one another", "write it more simply"
            )
        except ValueError as error:
            problem = self._syntax(str(error))
        raise UnreadableError(problem)

    def _syntax(self, said: str) -> Problem:
        found = _AT_LINE.search(said)
        last = self.text.rstrip().count("\n") + 1
        line = int(found.group(1)) if found and found.group(1) else last
        reason = _AT_LINE.sub("", said).strip() or "cannot be read as TOML"
        if not found:
            line = 1
        reason = "not valid TOML: " + reason[:1].lower() + reason[1:]
        return self._whole(min(line, last), reason, "mend this line, the rest is read after it")

    def _whole(self, line: int, reason: str, fix: str) -> Problem:
        return Problem(self.path, line, "file", reason, fix)

    @property
    def title(self) -> str:
        """What the author calls it, or else the file's name."""
        title = self.data.get("title")
        return shortened(title) if isinstance(title, str) and title else self.path.stem

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def index(self) -> TomlIndex:
        """Where things stand in the text."""
        return TomlIndex(self.text)

    def require_format(self, newest: int) -> None:
        """Refuse a format this program does not know."""
        given = self.data.pop("format", None)
        line = self.index.line_of(("format",)) if given != newest else 1
        if given is None:
            reason, fix = "`format` is missing", f"begin the file with `format = {newest}`"
        elif isinstance(given, bool) or not isinstance(given, int) or given < 1:
            reason, fix = "`format` is not a whole number from 1", f"write `format = {newest}`"
        elif given > newest:
            reason = f"the file is of format {given}, and this program reads up to {newest}"
            fix = "open it with a newer Massage Guide"
        else:
            return
        raise UnreadableError(self._whole(line, reason, fix))

    def problem(
        self,
        where: Place,
        words_for: Callable[[Place], str],
        reason: str,
        fix: str,
        is_warning: bool = False,
    ) -> Problem:
        """A problem at that place of the document."""
        # to look for lines costs more than to check a file, and most have none to tell
        line = self.index.line_of(where) if where else 1
        return Problem(self.path, line, words_for(where), reason, fix, is_warning)


def _text_of(path: Path) -> str:
    def stop(line: int, reason: str, fix: str) -> UnreadableError:
        return UnreadableError(Problem(path, line, "file", reason, fix))

    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise stop(1, "there is no such file", "check its name") from None
    except OSError as error:
        reason = f"the file cannot be opened ({error.strerror or error})"
        raise stop(1, reason, "check that it is a file you may read") from None
    if len(raw) > MOST_BYTES:
        fix = "a routine is a few kilobytes of text, so check that this is one"
        raise stop(1, "the file is larger than 1 MB", fix)
    if b"\0" in raw:
        raise stop(1, "this is not a text file", "save it as plain text in UTF-8")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise stop(line, "the text is not UTF-8", "save it as plain text in UTF-8") from None
