"""Cards and help lines: pages of plain words that the program shows, read from TOML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from massage_guide.domain.tone import Tone as Tone
from massage_guide.files.problem import Place, Problem, UnreadableError
from massage_guide.files.source import Source

if TYPE_CHECKING:
    from pydantic import BaseModel

EMERGENCY = "Emergency"
"""Name of the line that a country's file begins with."""

FORMAT = 1
"""The newest format of cards and help lines that this program reads."""


class Certainty(StrEnum):
    """How sure a number is [domain.md 5.6]."""

    SEEN = "V"
    SURE = "H"
    BELIEVED = "M"

    @property
    def is_sure(self) -> bool:
        """Whether a parent may be given it unmarked; a believed number must be checked first."""
        return self is not Certainty.BELIEVED


@dataclass(frozen=True, slots=True)
class Section:
    """A few lines under one heading."""

    title: str
    tone: Tone
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One page of words."""

    id: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Someone to ring."""

    name: str
    number: str
    """Empty where the name says it all."""
    notes: str
    certainty: Certainty
    listens: bool = False
    """Whether it is for a parent who wants to talk."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpLines:
    """The lines of one country."""

    country: str
    """Code, such as UK; empty for anywhere."""
    name: str
    lines: tuple[HelpLine, ...]
    checked_on: date | None = None
    """When somebody last checked the numbers; None when nobody has."""

    @property
    def certain(self) -> tuple[HelpLine, ...]:
        """The lines that come first."""
        return tuple(line for line in self.lines if line.certainty.is_sure)

    @property
    def listening(self) -> tuple[HelpLine, ...]:
        """The lines for a parent who wants to talk."""
        return tuple(line for line in self.lines if line.listens)

    @property
    def unsure(self) -> tuple[HelpLine, ...]:
        """The lines that have to be checked first, and are marked until then."""
        return tuple(line for line in self.lines if not line.certainty.is_sure)


@dataclass(frozen=True, slots=True)
class Words:
    """Every card and every country's lines."""

    cards: Mapping[str, Card]
    """By id."""
    help_lines: Mapping[str, HelpLines]
    """By country code; the empty code is for anywhere."""
    problems: tuple[Problem, ...]

    def lines_for(self, country: str) -> HelpLines | None:
        """The country's lines, or those for anywhere."""
        return self.help_lines.get(country) or self.help_lines.get("")

    def emergency_numbers(self) -> tuple[tuple[str, str], ...]:
        """Every certain emergency number, with the countries in which it is the one to ring."""
        names: dict[str, list[str]] = {}
        for country, lines in self.help_lines.items():
            first = next((line for line in lines.certain if country and line.number), None)
            if first is not None and first.name == EMERGENCY:
                names.setdefault(first.number, []).append(lines.name)
        return tuple((number, ", ".join(named)) for number, named in names.items())


def read_card(path: Path) -> tuple[Card | None, tuple[Problem, ...]]:
    """A card, or what is wrong with its file."""
    from massage_guide.files.card_models import CardModel

    values, problems = _read(path, CardModel)
    if values is None:
        return None, problems
    return Card(values["id"], values["title"], values["section"]), ()


def read_help_lines(path: Path) -> tuple[HelpLines | None, tuple[Problem, ...]]:
    """A country's lines, or what is wrong with their file."""
    from massage_guide.files.card_models import HelpModel

    values, problems = _read(path, HelpModel)
    if values is None:
        return None, problems
    lines = HelpLines(values["country"], values["name"], values["line"], values["checked_on"])
    return lines, ()


def read_words(assets: Path) -> Words:
    """Every card and every country's lines; a broken file never stops the others."""
    cards: dict[str, Card] = {}
    countries: dict[str, HelpLines] = {}
    problems: list[Problem] = []
    for path in sorted((assets / "cards").glob("*.toml")):
        card, wrong = read_card(path)
        problems += wrong
        if card:
            cards[card.id] = card
    for path in sorted((assets / "help").glob("*.toml")):
        lines, wrong = read_help_lines(path)
        problems += wrong
        if lines:
            countries[lines.country] = lines
    return Words(MappingProxyType(cards), MappingProxyType(countries), tuple(problems))


def _read(path: Path, model: type[BaseModel]) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    from massage_guide.files.explain import salvage

    try:
        source = Source.read(path)
        source.require_format(FORMAT)
    except UnreadableError as error:
        return None, (error.problem,)
    saved = salvage(model, source.data)
    problems = tuple(
        source.problem(found.where, _words_for, found.reason, found.fix) for found in saved.findings
    )
    return (None if problems else saved.values), problems


def _words_for(place: Place) -> str:
    numbers: Iterator[str] = (
        f"{place[0]} {part + 1}" for part in place[1:2] if isinstance(part, int)
    )
    return next(numbers, "file")
