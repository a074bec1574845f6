"""The file models of cards and help lines, as pydantic sees them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from massage_guide.files.cards_file import Certainty, HelpLine, Section, Tone
from massage_guide.files.models import FileModel, Id, Words, into


class SectionModel(FileModel):
    """`[[section]]`."""

    title: Annotated[str, Field(max_length=120)] = ""
    tone: Tone = Tone.NOTE
    lines: Annotated[tuple[Words, ...], Field(min_length=1, max_length=60)]


class CardModel(FileModel):
    """A file of assets/cards."""

    id: Id
    title: Words
    section: Annotated[
        tuple[Annotated[SectionModel, into(Section)], ...], Field(min_length=1, max_length=40)
    ]


class HelpLineModel(FileModel):
    """`[[line]]`."""

    name: Words
    number: Annotated[str, Field(max_length=60)]
    notes: Annotated[str, Field(max_length=600)] = ""
    certainty: Certainty
    listens: bool = False
    sources: tuple[Words, ...] = ()


class HelpModel(FileModel):
    """A file of assets/help."""

    country: Annotated[str, Field(pattern=r"^([A-Z]{2})?$")]
    name: Words
    checked_on: date | None = None
    sources: tuple[Words, ...] = ()
    line: Annotated[
        tuple[Annotated[HelpLineModel, into(HelpLine)], ...], Field(min_length=1, max_length=60)
    ]
