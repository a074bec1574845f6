"""Thumbnails: pages as they will come out of the printer, seen before they do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.paper.leaflet import Leaflet, Sheet, Size, sheets
from massage_guide.paper.press import image
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.theme import themed

_EDGE = 3
"""Pixels round a page, for its shadow."""


class Thumbnails(Flow):
    """Every page of a leaflet, side by side where there is room."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(gap=18, columns=columns, parent=parent)
        self.pages = 0
        """How many there are."""

    def show_leaflet(self, leaflet: Leaflet, size: Size) -> None:
        """Show this one."""
        self.clear()
        all_sheets = sheets(leaflet, size)
        self.pages = len(all_sheets)
        for sheet in all_sheets:
            self.add(_Page(leaflet, size, sheet))


class _Page(QWidget):
    """One page on its shadow; painted when it is first seen."""

    def __init__(self, leaflet: Leaflet, size: Size, sheet: Sheet) -> None:
        super().__init__()
        self._leaflet, self._size, self._sheet = leaflet, size, sheet
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = self.tr("Page {0} of {1}: {2}")
        self.setAccessibleName(words.format(sheet.number, sheet.of, leaflet.title))

    def hasHeightForWidth(self) -> bool:
        """Say that paper has a shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return round((width - 2 * _EDGE) * self._size.high / self._size.wide) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(420)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        wide = themed(self).px(160)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        ratio = self.devicePixelRatioF()
        paper = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        wide = max(round(paper.width() * ratio), 1)
        if self._image.width() != wide:
            self._image = image(self._leaflet, self._size, self._sheet, wide)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.line))
            painter.drawRoundedRect(paper.translated(1.5, 2.5), 3, 3)
            painter.drawImage(paper, self._image)
            if theme.palette.dark:
                # white paper would be a lamp in a dark room
                painter.fillRect(paper, QColor(0, 0, 0, 110))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.palette.line), 1))
            painter.drawRect(paper)
