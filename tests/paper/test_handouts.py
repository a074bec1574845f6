"""Hand-outs: every new stroke with its picture and words, on pages that also say who leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from massage_guide.domain.stroke import Stroke
from massage_guide.files.cards_file import Words, read_words
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.paper.handouts import Giver, Handouts, handouts, read_logo, week_name
from massage_guide.paper.items import Beside
from massage_guide.paper.leaflet import Size, sheets
from massage_guide.paper.stills import Still, Stills
from massage_guide.stage.drawings import read_drawings
from tests.paper.proofs import proof


class Blank(Stills):
    """Stills that are quickly drawn, and tell which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def image(self, stroke: Stroke) -> QImage:
        self.asked.append(stroke.id)
        image = QImage(39, 37, QImage.Format.Format_RGB32)
        image.fill(QColor("#886644"))
        return image


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(assets_dir())


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(assets_dir())


def made(
    library: Library, words: Words, country: str = "UK", course: str = "five-week"
) -> Handouts:
    chosen = library.course(course)
    assert chosen is not None
    logo = QImage(300, 200, QImage.Format.Format_RGB32)
    logo.fill(QColor("#335577"))
    return handouts(library, chosen, Blank(), words, country, Giver("Rosa Marsh", logo))


def strokes_on(sheet_items: list[object]) -> list[Stroke]:
    """The strokes whose stills stand among these items."""
    found: list[Stroke] = []
    for item in sheet_items:
        if isinstance(item, Still):
            found.append(item.stroke)
        elif isinstance(item, Beside):
            found += strokes_on(list(item.items))
    return found


@pytest.mark.parametrize("size", Size)
def test_a_week_has_every_new_stroke_whole_and_six_to_eight_a_page(
    size: Size, library: Library, words: Words, qapp: QApplication
) -> None:
    them = made(library, words)
    for week in them.course.weeks:
        leaflet = them.leaflet(week_name(week.number))
        told = proof(leaflet, size)
        pages = [strokes_on([one.item for one in page.body]) for page in sheets(leaflet, size)]
        assert [stroke.id for page in pages for stroke in page] == list(week.new)
        assert all(6 <= len(page) <= 8 for page in pages[:-1])
        assert 1 <= len(pages[-1]) <= 8
        for page, text in zip(pages, told.pages, strict=True):
            for stroke in page:
                # a line may be broken at a hyphen
                for said in (stroke.name, stroke.say.line):
                    assert said.replace(" ", "") in text.replace(" ", "")
            assert "Your baby leads." in text
            assert "stopping is listening" in text
            assert "Emergency 999" in text
            assert "not medical advice" in text
            assert ("Not yet reviewed by an instructor" in text) is any(
                not library.strokes[name].reviewed_by for name in week.new
            )
            # a number that nobody is sure of is not printed
            assert "0808 1961 776" not in text
        assert "Rosa Marsh" in told.pages[0]
        assert f"Week {week.number}: {week.title}" in told.pages[0]


@pytest.mark.parametrize("size", Size)
def test_cards_and_certificate_are_one_page_each(
    size: Size, library: Library, words: Words, qapp: QApplication
) -> None:
    them = made(library, words)
    for name in ("cue-card", "when-not", "certificate"):
        told = proof(them.leaflet(name), size)
        assert len(told.pages) == 1, name
        for section in words.cards[name].sections if name in words.cards else ():
            assert section.title in told.words
            for line in section.lines:
                assert line in told.words
    certificate = proof(them.leaflet("certificate"), size).words
    assert "Certificate of attendance" in certificate
    assert "no test and no qualification" in certificate
    assert all(week.title in certificate for week in them.course.weeks)


def test_any_course_and_any_country_has_its_own(
    library: Library, words: Words, qapp: QApplication
) -> None:
    nowhere = made(library, words, country="", course="four-week")
    assert nowhere.names == (
        "week-1", "week-2", "week-3", "week-4", "cue-card", "when-not", "certificate",
    )  # fmt: skip
    told = proof(nowhere.leaflet("week-4"), Size.A4)
    assert all("local emergency number" in page for page in told.pages)


def test_a_still_shows_hands_on_a_baby_on_white_paper_and_without_colour_too(
    library: Library, qapp: QApplication
) -> None:
    stills = Stills(read_drawings(assets_dir()))
    image = stills.image(library.strokes["hip-to-ankle-glide"])
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    light = [grey.pixelColor(x, y).red() for x in range(0, 390, 3) for y in range(0, 370, 3)]
    white, skin, hands = (
        sum(low <= value <= high for value in light) / len(light)
        for low, high in ((255, 255), (185, 245), (60, 150))
    )
    assert white > 0.3
    assert skin > 0.1
    assert hands > 0.08


def test_a_logo_is_a_picture_of_a_reasonable_size(tmp_path: Path, qapp: QApplication) -> None:
    large = QImage(4000, 1000, QImage.Format.Format_RGB32)
    large.fill(QColor("#335577"))
    assert large.save(str(tmp_path / "large.png"))
    logo = read_logo(str(tmp_path / "large.png"))
    assert logo is not None
    assert (logo.width(), logo.height()) == (600, 150)
    (tmp_path / "broken.png").write_text("no picture")
    for wrong in ("", str(tmp_path / "broken.png"), str(tmp_path / "nowhere.png")):
        assert read_logo(wrong) is None
