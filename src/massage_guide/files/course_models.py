"""The file models of courses, as pydantic sees them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from massage_guide.domain.course import Part, PlanPart, Talk
from massage_guide.domain.tone import Tone
from massage_guide.files.models import AboutModel, FileModel, Id, Words, into

MOST_WEEKS = 30
"""The longest course, weeks."""
WeekNumber = Annotated[int, Field(strict=True, ge=1, le=MOST_WEEKS)]
Title = Annotated[str, Field(min_length=1, max_length=120)]


class PlanPartModel(FileModel):
    """`[[week.plan]]`."""

    part: Title
    minutes: Annotated[int, Field(strict=True, ge=1, le=240)]
    kind: Part | None = None


class TalkModel(FileModel):
    """`[[week.talk]]`."""

    title: Title
    tone: Tone = Tone.NOTE
    lines: Annotated[tuple[Words, ...], Field(min_length=1, max_length=60)]


class WeekModel(FileModel):
    """`[[week]]`."""

    number: WeekNumber
    title: Title
    routines: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    new: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    review: Annotated[tuple[WeekNumber, ...], Field(max_length=MOST_WEEKS)] = ()
    review_how: Annotated[str, Field(max_length=600)] = ""
    note: Annotated[str, Field(max_length=2000)] = ""
    plan: Annotated[tuple[Annotated[PlanPartModel, into(PlanPart)], ...], Field(max_length=40)] = ()
    talk: Annotated[tuple[Annotated[TalkModel, into(Talk)], ...], Field(max_length=40)] = ()


class CourseHeadModel(AboutModel):
    """The keys at the top of a course file."""

    sources: tuple[Words, ...] = ()


class CourseModel(CourseHeadModel):
    """A course file, whole; only the published schema uses it."""

    format: Annotated[int, Field(strict=True, ge=1, le=1)]
    week: Annotated[tuple[WeekModel, ...], Field(min_length=1, max_length=MOST_WEEKS)]
