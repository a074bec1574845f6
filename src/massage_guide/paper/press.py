"""The press: sheets painted into a file, onto a printer, or as pictures of themselves."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from massage_guide.paper import letters
from massage_guide.paper.leaflet import MARGIN, NUMBER_LINE, Leaflet, Sheet, Size, sheets
from massage_guide.paper.letters import UNIT, Style

CREATOR = "Massage Guide"
_DPI = 1200
_SIZES = {Size.A4: QPageSize.PageSizeId.A4, Size.LETTER: QPageSize.PageSizeId.Letter}
_INCH = 25.4


def pdf(leaflet: Leaflet, size: Size) -> bytes:
    """The leaflet as a PDF file, with its letters in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(leaflet.title)
    writer.setCreator(CREATOR)
    if leaflet.about is not None:
        writer.setDocumentId(QUuid(str(leaflet.about)))
    press(leaflet, size, writer)
    return bytes(buffer.data().data())


def press(leaflet: Leaflet, size: Size, device: QPagedPaintDevice) -> bool:
    """Put every page of it on this device, from edge to edge; whether it was taken."""
    device.setPageLayout(page_layout(size))
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.scale(device.logicalDpiX() / _INCH / UNIT, device.logicalDpiY() / _INCH / UNIT)
    for sheet in sheets(leaflet, size):
        if sheet.number > 1:
            device.newPage()
        paint(painter, leaflet, size, sheet)
    return painter.end()


def page_layout(size: Size) -> QPageLayout:
    """The paper, upright, whose margins we keep ourselves."""
    layout = QPageLayout(
        QPageSize(_SIZES[size]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def image(leaflet: Leaflet, size: Size, sheet: Sheet, wide: int) -> QImage:
    """A page as a picture of this width, pixels."""
    scale = wide / size.wide
    shown = QImage(wide, round(size.high * scale), QImage.Format.Format_RGB32)
    shown.fill(QColor("#ffffff"))
    with QPainter(shown) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale / UNIT, scale / UNIT)
        paint(painter, leaflet, size, sheet)
    return shown


def paint(painter: QPainter, leaflet: Leaflet, size: Size, sheet: Sheet) -> None:
    """Paint one page; the painter counts in units."""
    for placed in (*sheet.body, *sheet.foot):
        placed.item.paint(painter, MARGIN, placed.y, size.inner)
    if leaflet.numbered and sheet.of > 1:
        words = QCoreApplication.translate("Paper", "Page {0} of {1}")
        at = (MARGIN, size.high - MARGIN - NUMBER_LINE + 1.0)
        number = words.format(sheet.number, sheet.of)
        letters.write(painter, number, Style.SMALL, at, size.inner, middle=True)
