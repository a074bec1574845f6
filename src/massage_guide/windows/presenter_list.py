"""The presenter's list: every item of the class, to jump to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.class_plan import Item
from massage_guide.domain.course import Part
from massage_guide.widgets.pressable import Pressable
from massage_guide.widgets.scroller import Scroller
from massage_guide.widgets.telling import name_of, place_words
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words


class ItemRow(Pressable):
    """One item: its number, its name, and where on the baby it is.

    Signals: clicked.
    """

    def __init__(self, item: Item) -> None:
        super().__init__(item.name or name_of(item.step))
        self.item = item
        self._where = place_words(item.step)
        self._now = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{item.number}. {self.text()}. {self._where}".rstrip(". "))

    def show_now(self, now: bool) -> None:
        """Mark where the class is."""
        if now != self._now:
            self._now = now
            self.update()

    def corner(self, theme: Theme) -> float:
        """Radius of the corners, pixels."""
        return float(theme.px(14))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        return QSize(themed(self).px(300), themed(self).target())

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return themed(self).target()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the number, then name above place."""
        own = theme.palette
        ground = own.accent_soft if self._now else own.card_hover if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(face, self.corner(theme), self.corner(theme))
        number = QRectF(face.x(), face.y(), theme.px(52), face.height())
        painter.setFont(theme.font(Role.BODY, strong=True))
        painter.setPen(QColor(own.accent_deep))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(self.item.number))
        left = number.right() + theme.px(16)
        words = QRectF(left, face.y(), face.right() - theme.px(10) - left, face.height())
        upper = words.adjusted(0, theme.px(5), 0, -words.height() * 0.44)
        lower = words.adjusted(0, words.height() * 0.54, 0, -theme.px(3))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(own.ink))
        painter.setFont(theme.font(Role.BODY, strong=self._now))
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(upper if self._where else words, flags, name)
        painter.setPen(QColor(own.soft_ink))
        painter.setFont(theme.font(Role.SMALL))
        painter.drawText(lower, flags, self._where)


class ItemList(QWidget):
    """The items in their parts; where the class is stays in sight.

    Signals: jump_requested(int), the number of an item.
    """

    jump_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ItemRow] = []
        self._now: ItemRow | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        inside = QWidget()
        inside.setLayout(self._column)
        self._scroller = Scroller(inside)
        self._scroller.fade_to_card()
        # only once rows have their places can one be brought into sight
        self._scroller.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroller)

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        """Every row."""
        return tuple(self._rows)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these in place of the ones before."""
        self._rows, self._now = [], None
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        part: Part | None = None
        parts = {item.part for item in items}
        for item in items:
            if item.part is not part and len(parts) > 1:
                self._column.addWidget(Words(_words(_PARTS[item.part]), Role.HEADING))
            part = item.part
            row = ItemRow(item)
            row.clicked.connect(self._on_row)
            self._rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)

    def show_now(self, number: int) -> None:
        """Mark where the class is, and bring it into sight with what comes after."""
        for row in self._rows:
            row.show_now(row.item.number == number)
            if row.item.number == number:
                self._now = row
        self._bring_into_sight()

    def showEvent(self, event: QShowEvent) -> None:
        """Open at where the class is."""
        super().showEvent(event)
        self._bring_into_sight()

    @Slot()
    def _bring_into_sight(self) -> None:
        """Lay where the class is beneath the one before it, with what comes after below."""
        if self._now is not None:
            above = self._now.y() - round(self._now.height() * 0.6)
            self._scroller.verticalScrollBar().setValue(max(above, 0))

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, ItemRow):
            self.jump_requested.emit(row.item.number)


_PARTS = {Part.REVIEW: "Review", Part.NEW: "New today", Part.TALK: "To talk about"}


def _words(text: str) -> str:
    return QCoreApplication.translate("ItemList", text)
