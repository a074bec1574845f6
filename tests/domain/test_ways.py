"""Ways ahead that change while a stroke goes on."""

from __future__ import annotations

import math

from massage_guide.domain.figure import Side
from massage_guide.domain.motion import Doing, prepare
from massage_guide.domain.ways import LEAST_ROUND, Line, ahead, clearness
from tests.shipped import LIBRARY


def doing(stroke: str, side: Side | None, repeats: int) -> Doing:
    found = LIBRARY.strokes[stroke]
    made = prepare(found, LIBRARY.figures[found.figure], side, repeats)
    assert made is not None
    return made


def swept(line: Line) -> float:
    """Twice the area a line goes round: above 0 clockwise as the parent sees it."""
    pairs = zip(line, (*line[1:], line[0]), strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs)


def test_the_moon_has_an_arc_of_its_own_while_it_works() -> None:
    sun_and_moon = doing("sun-and-moon", None, 6)
    assert len(ahead(sun_and_moon, 0.5)) == 1
    assert len(ahead(sun_and_moon, 1.0)) == 2
    assert len(ahead(sun_and_moon, 1.5)) == 1
    assert len(ahead(sun_and_moon, 5.9)) == 1
    assert len(ahead(sun_and_moon, 5.9, looping=True)) == 2
    assert clearness(sun_and_moon, 0.75, looping=False) == 0.0


def test_the_arrow_round_an_ankle_turns_with_the_circles() -> None:
    ankle = doing("ankle-circles", Side.LEFT, 4)
    (first,), (other,) = ahead(ankle, 0.5), ahead(ankle, 2.5)
    assert swept(first) * swept(other) < 0
    assert clearness(ankle, 2.0, looping=False) == 0.0
    xs = [point.x for point in first]
    assert math.isclose((max(xs) - min(xs)) / 2, LEAST_ROUND, rel_tol=0.05)


def test_over_the_back_one_zigzag_shows_the_way_of_both_hands_down_and_then_up() -> None:
    back_and_forth = doing("back-and-forth", None, 3)
    (down,), (up,) = ahead(back_and_forth, 0.2), ahead(back_and_forth, 0.7)
    marks = back_and_forth.figure.landmarks
    shoulders, middle, bottom = (marks[f"b.{name}"].y for name in ("shoulders", "mid", "bottom"))
    assert down[0].y < down[-1].y and math.isclose(down[-1].y, bottom, abs_tol=0.5)
    assert up[0].y > up[-1].y and shoulders < up[-1].y < middle
