"""Chips: small true things to press on and off, and rows of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.flow import Flow
from massage_guide.widgets.pressable import (
    WRAP_BESIDE,
    WRAP_CENTRED,
    Pressable,
    line_width,
    widest_word,
    wrapped_height,
)
from massage_guide.widgets.theme import Role, Theme, themed


class Chip(Pressable):
    """One thing that may be true; a drawn tick says that it is, besides the colour."""

    def __init__(
        self, word: str, text: str, ticked: bool = True, parent: QWidget | None = None
    ) -> None:
        """Without `ticked`, bold words in the middle say that it is on."""
        super().__init__(text, parent)
        self.word = word
        """The stable word that is kept, never shown."""
        self._ticked = ticked
        self.setCheckable(True)

    def corner(self, theme: Theme) -> float:
        """Round the corners."""
        return min(float(theme.px(24)), (self.height() - 2 * self.room()) / 2)

    def room(self) -> int:
        """Keep an edge for the focus ring."""
        return 2

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        words = line_width(self.text(), self._font(theme)) + self._beside(theme)
        width = max(words, theme.target() + 2 * self.room())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        beside = self._beside(theme) if self._ticked else theme.px(12) + 2 * self.room()
        width = widest_word(self.text(), self._font(theme)) + beside + 2
        return QSize(width, theme.target() + 2 * self.room())

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        words = wrapped_height(self.text(), self._font(theme), width - self._beside(theme))
        return max(words + theme.px(16), theme.target() + 2 * self.room())

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        on = self.isChecked()
        ground = own.accent_soft if on else own.card_hover if self.underMouse() else own.card
        painter.setBrush(QColor(own.card_pressed if self.isDown() else ground))
        painter.setPen(QPen(QColor(own.accent if on else own.line), 2))
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
        if not self._ticked:
            painter.setPen(QColor(own.ink))
            painter.setFont(theme.font(Role.BODY, strong=on))
            painter.drawText(face, WRAP_CENTRED, self.text())
            return
        mark = theme.px(22)
        left = face.x() + theme.px(14)
        self._paint_mark(painter, QRectF(left, face.center().y() - mark / 2, mark, mark), theme)
        painter.setPen(QColor(own.ink))
        painter.setFont(theme.font(Role.BODY))
        start = left + mark + theme.px(10)
        words = QRectF(start, face.y(), face.right() - start - theme.px(8), face.height())
        painter.drawText(words, WRAP_BESIDE, self.text())

    def _paint_mark(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        own = theme.palette
        if not self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(own.soft_ink), 1.5))
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(own.accent))
        painter.drawEllipse(box)
        pen = QPen(QColor(own.accent_ink), box.width() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        at, size = box.topLeft(), box.width()
        tick = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.34))
        painter.drawPolyline(QPolygonF([at + QPointF(x * size, y * size) for x, y in tick]))

    def _font(self, theme: Theme) -> QFont:
        return theme.font(Role.BODY, strong=not self._ticked)

    def _beside(self, theme: Theme) -> int:
        beside = 14 + 22 + 10 + 18 if self._ticked else 24
        return theme.px(beside) + 2 * self.room()


class Choose(Enum):
    """How many chips of a row may be on."""

    ANY = "any"
    AT_MOST_ONE = "at most one"
    ONE = "one"


class ChipRow(Flow):
    """Chips in lines.

    Signals: changed(tuple of words that are on, in the order shown).
    """

    changed = Signal(object)

    def __init__(
        self,
        choose: Choose = Choose.ANY,
        columns: int = 0,
        ticked: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Choose how many may be on; in columns the chips are even and have no tick."""
        super().__init__(gap=8, columns=columns, parent=parent)
        self._ticked = ticked and not columns
        self._choose = choose
        self._chips: list[Chip] = []
        self.last_pressed = ""
        """The word that was pressed last."""

    def offer(self, choices: Iterable[tuple[str, str]], chosen: Sequence[str] = ()) -> None:
        """Show these words (kept, shown), with some of them on already."""
        self.clear()
        self._chips = []
        for word, text in choices:
            chip = Chip(word, text, ticked=self._ticked)
            chip.setChecked(word in chosen)
            chip.clicked.connect(self._on_pressed)
            self._chips.append(chip)
            self.add(chip)

    def keep_offering(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str] = ()) -> None:
        """The same, but where the words are those in sight the keys stay where they are."""
        if [(chip.word, chip.text()) for chip in self._chips] == list(choices):
            self.choose(chosen)
        else:
            self.offer(choices, chosen)

    def chosen(self) -> tuple[str, ...]:
        """The words that are on."""
        return tuple(chip.word for chip in self._chips if chip.isChecked())

    def choose(self, words: Sequence[str]) -> None:
        """Turn exactly these on, silently."""
        for chip in self._chips:
            chip.setChecked(chip.word in words)

    def chip(self, word: str) -> Chip:
        """The chip of a word."""
        return next(chip for chip in self._chips if chip.word == word)

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Chip):
            self.last_pressed = pressed.word
        if self._choose is not Choose.ANY:
            for chip in self._chips:
                if chip is not pressed:
                    chip.setChecked(False)
        if self._choose is Choose.ONE and isinstance(pressed, Chip):
            pressed.setChecked(True)
        self.changed.emit(self.chosen())
