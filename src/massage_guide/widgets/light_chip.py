"""The light chip: says that the light is dimmed, and brings it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.pressable import line_width
from massage_guide.widgets.theme import Role, themed


class LightChip(Button):
    """Lies in the upper right corner of a page, without moving anything else there."""

    def __init__(self, page: QWidget) -> None:
        words = QCoreApplication.translate("LightChip", "Dimmed. N for light")
        super().__init__(words, Kind.QUIET, parent=page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie(self, page: QRect, title: QLabel, under: QLabel) -> None:
        """Lie beside the title; in a window too narrow for that, in place of the words under it."""
        theme = themed(self)
        edge = theme.px(16)
        place = QRect(QPoint(0, 0), self.sizeHint())
        place.moveTopRight(page.topRight() + QPoint(-edge, edge))
        wide = min(line_width(title.text(), theme.font(Role.DISPLAY)), title.width())
        words = QRect(0, title.y(), wide, title.height())
        words.moveCenter(title.geometry().center())
        narrow = place.adjusted(-edge, 0, 0, 0).intersects(words)
        if narrow:
            place.moveCenter(under.geometry().center())
            place.moveTop(max(place.top(), title.geometry().bottom() + 1))
        under.setVisible(self.isHidden() or not narrow)
        self.setGeometry(place)
        self.raise_()
