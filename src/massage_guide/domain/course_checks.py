"""Sense checks of a course: what well-formed weeks can still get wrong together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from massage_guide.domain.course import Week
from massage_guide.domain.findings import Finding, Where
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.stroke_checks import nearest, unknown_stroke


def check_weeks(
    weeks: tuple[Week, ...], strokes: Mapping[str, Stroke], routines: Mapping[str, Routine]
) -> Iterator[Finding]:
    """Everything wrong in the weeks of a course, given what the library holds."""
    first: dict[str, int] = {}
    for index, week in enumerate(weeks):
        where: Where = ("week", index)
        yield from _check_number(where, week.number, index + 1)
        yield from _check_review(where, week.review, index + 1)
        yield from _check_routines(where, week, routines)
        brought = (routines[name].strokes for name in week.routines if name in routines)
        known = {*strokes, *(stroke for mapping in brought for stroke in mapping)}
        yield from _check_new(where, week, known, first)


def _check_number(where: Where, given: int, meant: int) -> Iterator[Finding]:
    if given != meant:
        reason = f"the week in place {meant} is numbered {given}"
        fix = f"write number = {meant}: weeks are numbered 1, 2, 3 in order, without gaps"
        yield Finding((*where, "number"), reason, fix)


def _check_review(where: Where, review: tuple[int, ...], number: int) -> Iterator[Finding]:
    here: Where = (*where, "review")
    for again in sorted(set(review)):
        if not 1 <= again < number:
            fix = f"use weeks from 1 to {number - 1}" if number > 1 else "write review = []"
            yield Finding(here, f"week {number} cannot review week {again}", fix)
        elif review.count(again) > 1:
            yield Finding(here, f"week {again} is named more than once", "name it once")


def _check_routines(where: Where, week: Week, known: Mapping[str, Routine]) -> Iterator[Finding]:
    for index, name in enumerate(week.routines):
        if name not in known:
            near = nearest(name, known)
            fix = f"did you mean `{near}`?" if near else "write that routine first, and check it"
            yield Finding((*where, "routines", index), f"there is no routine `{name}`", fix)


def _check_new(
    where: Where, week: Week, known: Collection[str], first: dict[str, int]
) -> Iterator[Finding]:
    for index, name in enumerate(week.new):
        here: Where = (*where, "new", index)
        if name not in known:
            yield unknown_stroke(here, name, known)
        elif name in first:
            reason = f"`{name}` is new in week {first[name]} already"
            yield Finding(here, reason, "name it once; `review` brings it again", is_warning=True)
        first.setdefault(name, week.number)
