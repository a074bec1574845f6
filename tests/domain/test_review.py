"""Whether an instructor has read the strokes, as a parent and an instructor are told."""

from __future__ import annotations

from dataclasses import replace

from massage_guide.domain.review import review_line
from tests.domain.trade import HOLD, LEG, STROKES, TUMMY


def test_strokes_that_nobody_has_reviewed_are_told_in_one_line() -> None:
    assert review_line(STROKES.values()) == "Not yet reviewed by an instructor."
    read = [replace(stroke, reviewed_by="Rosa, instructor") for stroke in (HOLD, LEG)]
    assert review_line(read) == ""
    assert review_line([*read, TUMMY, TUMMY]) == "Not yet reviewed by an instructor: Water wheel."
