"""Proofs: what was put on paper, opened again with a PDF library and looked at as a picture."""

from __future__ import annotations

import io

from pypdf import PageObject, PdfReader
from PySide6.QtGui import QImage

from massage_guide.paper.leaflet import Leaflet, Size, sheets
from massage_guide.paper.press import image, pdf

MARGIN = 15.5
"""Millimetres at every edge in which nothing may be."""
_WIDE = 500
"""Pixels of a page as a picture."""
_POINTS = {Size.A4: (595, 842), Size.LETTER: (612, 792)}


class Proof:
    """A leaflet as a PDF file."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.pages = [words_of(page) for page in self.reader.pages]

    @property
    def words(self) -> str:
        """All that it says, each run of white space as one space."""
        return " ".join(self.pages)


def words_of(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def fonts_of(proof: Proof) -> list[tuple[str, bool]]:
    """Each font of each page, and whether its letters are in the file."""
    found = []
    for page in proof.reader.pages:
        for font in page.get("/Resources", {})["/Font"].values():
            [inner] = font.get_object()["/DescendantFonts"]
            about = inner.get_object()["/FontDescriptor"].get_object()
            found.append((str(about["/FontName"]), "/FontFile2" in about))
    return found


def proof(leaflet: Leaflet, size: Size) -> Proof:
    """Print into a file and open it; every page must be sound."""
    told = Proof(pdf(leaflet, size))
    set_pages = sheets(leaflet, size)
    assert len(told.pages) == len(set_pages)
    for page in told.reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == _POINTS[size]
    for sheet in set_pages:
        assert_inside_margins(image(leaflet, size, sheet, _WIDE), size)
    for name, embedded in fonts_of(told):
        assert embedded, name
        assert "Nunito" in name
    return told


def assert_inside_margins(page: QImage, size: Size) -> None:
    """The edges are as white as the paper."""
    edge = round(MARGIN * page.width() / size.wide)
    wide, high = page.width() - edge, page.height() - edge
    for x, y, across, down in (
        (0, 0, page.width(), edge),
        (0, high, page.width(), edge),
        (0, 0, edge, page.height()),
        (wide, 0, edge, page.height()),
    ):
        strip = page.copy(x, y, across, down).convertToFormat(QImage.Format.Format_Grayscale8)
        lines = bytes(strip.constBits())
        rows = (lines[at : at + across] for at in range(0, len(lines), strip.bytesPerLine()))
        assert all(set(row) == {255} for row in rows)
