"""A small index of a TOML text: at which line each header and key stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from massage_guide.files.problem import Place

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_PART = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)"""
_PARTS = re.compile(_PART)
_DOTTED = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_DOTTED}\]")
_KEY = re.compile(rf"[ \t]*{_DOTTED}=")


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Line number and offset of every line that begins outside strings and brackets."""
    line, depth = 1, 0
    yield line, 0
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word in "[{":
            depth += 1
        elif word in "]}":
            depth -= 1
        else:
            line += word.count("\n")
            if word == "\n" and depth <= 0:
                yield line, token.end()


class TomlIndex:
    """Lines of the headers and keys of a text that `tomllib` has accepted."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        table: Place = ()
        for line, offset in _statements(text):
            header = _HEADER.match(text, offset)
            if header:
                table = self._open(_names(header.group(2)), header.group(1) == "[[")
                self._lines.setdefault(table, line)
                continue
            key = _KEY.match(text, offset)
            if key:
                self._lines.setdefault((*table, *_names(key.group(1))), line)

    def _open(self, names: tuple[str, ...], is_array: bool) -> Place:
        place: Place = ()
        for name in names[:-1]:
            place = (*place, name)
            if place in self._counts:
                place = (*place, self._counts[place] - 1)
        place = (*place, names[-1])
        if not is_array:
            return place
        self._counts[place] = self._counts.get(place, 0) + 1
        return (*place, self._counts[place] - 1)

    def line_of(self, place: Place) -> int:
        """The line of the place, or of the nearest thing around it; 1 at worst."""
        while place:
            if place in self._lines:
                return self._lines[place]
            place = place[:-1]
        return 1

    def in_order(self, *names: str) -> list[tuple[str, int]]:
        """Top-level `[[name]]` tables of these names, as (name, index), in file order."""
        found = [
            (line, str(place[0]), int(place[1]))
            for place, line in self._lines.items()
            if len(place) == 2 and place[0] in names and isinstance(place[1], int)
        ]
        return [(name, index) for _, name, index in sorted(found)]
