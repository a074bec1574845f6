"""Speech: a text made ready for a voice, and the name under which its sound is kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

MOST_WORDS = 60
"""The most words that are said of one text; more would talk through a whole stroke."""
SLUG_WORDS = 10
"""The words of a text that name its recording; no two shipped texts share them."""

_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*_`~#|\\^<>{}\[\]=]+")
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


class NothingToSayError(ValueError):
    """The text holds no word; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Sayable:
    """A text that a voice can say."""

    text: str
    warning: str = ""
    """What was left out of it; empty where nothing was."""


def sayable(text: str) -> Sayable:
    """The text without markup, pictures and control characters, and no longer than is heard.

    Raises NothingToSayError where no word is left.
    """
    plain = _LINK.sub(r"\1", _TAG.sub(" ", text))
    plain = _MARKS.sub("", plain)
    words = "".join(_letter(letter) for letter in plain).split()
    if not any(letter.isalnum() for word in words for letter in word):
        raise NothingToSayError("there is no word in it to say")
    if len(words) <= MOST_WORDS:
        return Sayable(" ".join(words))
    warning = f"it has {len(words)} words, and only the first {MOST_WORDS} are said"
    return Sayable(" ".join(words[:MOST_WORDS]), warning)


def _letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        # what joins or turns other letters makes no sound and parts no word
        return ""
    return " " if kind[0] in "CZ" or kind in ("So", "Sk") else letter


def sentences(text: str) -> list[str]:
    """The text, a sentence at a time; each is said in one breath."""
    return [part for part in (part.strip() for part in _END.split(text)) if part]


def slug(text: str) -> str:
    """The name of a recording of this text: its first words, in small letters, with hyphens."""
    letters = unicodedata.normalize("NFKD", text.casefold()).replace("’", "'")
    plain = "".join(letter for letter in letters if letter != "'")
    return "-".join(re.findall(r"[^\W_]+", plain)[:SLUG_WORDS])


def pronounced(text: str, table: Mapping[str, str]) -> str:
    """What is said where `text` is shown: whole words, written in the table, are respelt.

    An apostrophe sounds the same however it is drawn.
    """
    text = text.replace("’", "'")
    if not table:
        return text
    longest_first = sorted(table, key=len, reverse=True)
    shown = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    return shown.sub(lambda found: table[found.group()], text)


@dataclass(frozen=True, slots=True)
class Maker:
    """Who renders a text, and how; another maker makes another sound."""

    engine: str
    version: str
    voice: str
    speed: float

    def key(self, said: str) -> str:
        """Name of the sound of this text, good for a file."""
        whole = "\n".join((self.engine, self.version, self.voice, f"{self.speed:g}", said))
        return hashlib.sha256(whole.encode()).hexdigest()[:16]
