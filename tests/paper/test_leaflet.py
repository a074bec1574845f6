"""Leaflets: nothing is cut, nothing leaves the margins, and a PDF file says what the page says."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from massage_guide.paper.items import Beside, Group, Points, Rule, Table, Words
from massage_guide.paper.leaflet import MARGIN, Item, Leaflet, Size, fitted, sheets
from massage_guide.paper.letters import Style
from tests.paper.proofs import proof

FOOT = (Rule(), Words("You know your baby best.", Style.SMALL))
LONG = "She held on to my finger and would not let go. "

some_words = st.integers(1, 40).map(lambda n: LONG * n).map(str.strip)
some_items: st.SearchStrategy[Item] = st.one_of(
    some_words.map(Words),
    st.just(Words("A heading", Style.HEADING)),
    st.lists(some_words, min_size=1, max_size=5).map(lambda lines: Points(tuple(lines), 2)),
    some_words.map(lambda text: Group((Words("Day", Style.SMALL), Words(text)), panel=True)),
    some_words.map(lambda text: Beside((Words(text), Words("short")), (1, 1))),
    st.integers(1, 60).map(lambda n: Table(("Word", "Saw"), (("Calm", LONG),) * n, (1, 3))),
)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(some_items, min_size=1, max_size=12), st.sampled_from(Size))
def test_whatever_is_printed_nothing_is_cut_or_out_of_order(items: list[Item], size: Size) -> None:
    pages = sheets(Leaflet("Any", tuple(items), FOOT), size)
    placed = [one.item for page in pages for one in page.body]
    whole = [item for item in items if item.height(size.inner) < 150]
    assert [item for item in placed if item in whole] == whole
    for page in pages:
        floor = page.foot[0].y
        at = MARGIN
        for one in page.body:
            assert one.y >= at - 1e-6
            at = one.y + one.item.height(size.inner)
        assert at <= floor
        assert page.foot[-1].y + page.foot[-1].item.height(size.inner) <= size.high - MARGIN
        if page.number < page.of:
            assert not page.body[-1].item.leads, "a heading stands alone at the end of a page"


def test_a_text_longer_than_a_page_goes_on_and_loses_no_word(qapp: QApplication) -> None:
    text = " ".join(f"word{number}" for number in range(1500))
    told = proof(Leaflet("Long", (Words("Before"), Words(text), Words("After"))), Size.A4)
    assert len(told.pages) > 2
    said = told.words.split()
    assert [word for word in said if word.startswith("word")] == text.split()
    assert f"Page 2 of {len(told.pages)}" in told.pages[1]


def test_of_several_the_fullest_that_needs_one_page_is_taken(qapp: QApplication) -> None:
    by_length = [Leaflet(str(n), (Words(LONG * n),)) for n in (400, 200, 50, 10)]
    assert fitted(by_length, Size.A4).title == "50"
    assert fitted(by_length[:2], Size.A4).title == "200"


def test_a_file_has_its_letters_in_it_and_its_words_can_be_found(qapp: QApplication) -> None:
    words = "Après le bain: five little waffles, Ålesund, “fine” – at 7 o’clock in Київ."
    leaflet = Leaflet("A title", (Words("At ease", Style.TITLE), Words(words)), FOOT)
    for size in Size:
        told = proof(leaflet, size)
        assert told.words == f"At ease {words} You know your baby best."
        about = told.reader.metadata
        assert about is not None
        assert (about.title, about.creator) == ("A title", "Massage Guide")
