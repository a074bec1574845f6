"""The page for a health visitor: one page, understood by a stranger, and nothing private on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from massage_guide.domain.handover import WEEKS, Part, Wish, handover
from massage_guide.domain.noticing import Noticed
from massage_guide.domain.session import HowDone, Place, SessionSummary, When
from massage_guide.domain.settledness import Settledness
from massage_guide.paper.dots import Dots, Pair
from massage_guide.paper.keepsake import keepsake
from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.letters import UNIT
from massage_guide.paper.visit_page import Whom, visit_page
from tests.domain.test_session import TUESDAY, massage, rating, step
from tests.paper.proofs import proof

TODAY = date(2026, 11, 22)
MIA = Whom("Mirabella", 9, corrected=True)
NOTE = "Xanthippe laughed at the ceiling."
NAMES = {f"stroke-{n}": f"A stroke of some length number {n}" for n in range(14)}
MOMENTS = ("Looked at me", "Yawned", "We both cried and had a cuddle", "Long sigh")


def many(number: int, note: str = NOTE) -> list[SessionSummary]:
    """Massages over eight weeks, with all that can be noted."""
    told = []
    for at in range(number):
        when = TUESDAY - timedelta(hours=at * 24 * 50 / max(number, 1))
        names = list(NAMES)[at % 5 : at % 5 + 9]
        one = massage(
            *(replace(step(70 * n, 60), stroke=name, number=n) for n, name in enumerate(names)),
            replace(step(0, 60), stroke="stroke-1", how=HowDone.SKIPPED),
            ratings=(
                rating(Settledness(1 + at % 5), Place.GET_READY),
                rating(Settledness(3 + at % 3), Place.ENOUGH),
            ),
            started=when,
        )
        words = {When.BEFORE: "tired", When.AFTER: "quicksilver"}
        told.append(replace(one, moments=MOMENTS[: at % 5], note=note, parent_words=words))
    return told


def page(sessions: list[SessionSummary], wish: Wish, size: Size = Size.A4) -> Leaflet:
    told = handover(sessions, wish, TODAY, NAMES)
    return visit_page(told, wish.parts, MIA, size, TODAY)


def test_a_stranger_can_read_it(qapp: QApplication) -> None:
    words = proof(page(many(12), Wish(weeks=8)), Size.A4).words
    for said in (
        "28 September 2026 to 22 November 2026 (8 weeks)",
        "12 massages",
        "Written down by the parent at home",
        "not medical advice",
        "Counted from the parent’s own record on 22 November 2026",
        "crying tends to rise until about six weeks of age and then falls by itself",
        "does not show that massage caused it",
        *(value.seen for value in Settledness if value is not Settledness.CRYING),
        "Crying loudly, even after a minute in arms",
    ):
        assert said in words
    nothing = proof(page([], Wish(weeks=8)), Size.A4).words
    assert "Nothing was written down in these weeks, and that is fine." in nothing
    assert "0 massages" not in nothing
    for never in ("your", "%", "average", "mean ", "improve", "score", "better"):
        assert never not in words


def test_nothing_private_is_on_it_unless_it_was_asked_for(qapp: QApplication) -> None:
    sessions = many(6)
    private = ("mirabella", "9 weeks", NOTE.lower(), "quicksilver")
    words = proof(page(sessions, Wish(weeks=8)), Size.A4).words.lower()
    assert not [secret for secret in private if secret in words]
    asked = Wish(frozenset(Part), 8)
    words = proof(page(sessions, asked), Size.A4).words.lower()
    assert not [secret for secret in private if secret not in words]


@pytest.mark.parametrize("size", Size)
def test_whatever_the_weeks_hold_it_is_one_page(size: Size, qapp: QApplication) -> None:
    everything = frozenset(Part)
    for number, weeks, note in ((0, 2, ""), (1, 2, NOTE), (36, 8, NOTE * 9), (300, 8, NOTE * 40)):
        told = proof(page(many(number, note), Wish(everything, weeks), size), size)
        assert len(told.pages) == 1, number
    for part in Part:
        assert len(proof(page(many(9), Wish({part}, 8), size), size).pages) == 1
    assert [len(handover((), Wish(weeks=n), TODAY, {}).weeks) for n in WEEKS] == list(WEEKS)


def test_a_keepsake_loses_no_moment_and_no_word(qapp: QApplication) -> None:
    kept = [
        Noticed(one.id, one.started, "Legs", one.moments, f"Note number {at}, {one.note}")
        for at, one in enumerate(many(70))
    ]
    told = proof(keepsake(kept, "Mirabella"), Size.LETTER)
    assert len(told.pages) > 2
    places = [told.words.index(f"Note number {at},") for at in range(70)]
    assert places == sorted(places, reverse=True), "it is read from the first to the last"
    assert told.words.count("Yawned") == sum("Yawned" in one.moments for one in kept)
    assert "Things you noticed: Mirabella" in told.pages[0]


def test_a_massage_that_ended_worse_is_seen_beside_others_of_its_day(qapp: QApplication) -> None:
    def drawn(*pairs: tuple[int, int]) -> QImage:
        told = tuple(Pair(0.97, Settledness(before), Settledness(after)) for before, after in pairs)
        picture = QImage(1100, 300, QImage.Format.Format_Grayscale8)
        picture.fill(255)
        painter = QPainter(picture)
        painter.scale(6 / UNIT, 6 / UNIT)
        Dots(told, (), ("",) * 5, "", "").paint(painter, 0, 0, 180)
        painter.end()
        return picture

    def dark(picture: QImage, row: int) -> int:
        """Pixels of full dots on the line of one of the five, without the words below."""
        y = round(6 * 5.2 * (5 - row + 0.5))
        return sum(picture.pixelColor(x, y).value() < 120 for x in range(picture.width()))

    # the second ended worse, on the line where the third began
    worse = drawn((4, 4), (4, 1), (1, 3))
    swapped = drawn((4, 4), (4, 4), (1, 3))
    assert dark(worse, 1) > dark(swapped, 1) + 8
    assert dark(drawn((2, 2)), 2) > 12, "where nothing changed there are still a ring and a dot"
