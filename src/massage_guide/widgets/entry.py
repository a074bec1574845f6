"""An entry: one thing that happened, which opens to how else it may have been."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.pressable import WRAP_BESIDE, Pressable, widest_word, wrapped_height
from massage_guide.widgets.theme import Role, Theme, themed


class _Sentence(Pressable):
    """The sentence, with a small drawn hook that shows whether it is open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(500)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        wide = widest_word(self.text(), theme.font(Role.BODY)) + theme.px(70)
        return QSize(wide, theme.target())

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        words = wrapped_height(self.text(), theme.font(Role.BODY), width - theme.px(70))
        return max(words + theme.px(20), theme.target()) + 2 * self.room()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        ground = own.card_hover if self.underMouse() else own.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(own.card_pressed if self.isDown() else ground))
        radius = self.corner(theme)
        painter.drawRoundedRect(face, radius, radius)
        painter.setPen(QColor(own.ink))
        painter.setFont(theme.font(Role.BODY))
        words = face.adjusted(theme.px(20), 0, -theme.px(46), 0)
        painter.drawText(words, WRAP_BESIDE, self.text())
        pen = QPen(QColor(own.soft_ink), theme.px(2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(face.right() - theme.px(26), face.center().y())
        arm = theme.px(6) * (-1 if self.isChecked() else 1)
        side = QPointF(theme.px(6), 0)
        drop = QPointF(0, arm / 2)
        painter.drawPolyline(QPolygonF([middle - side - drop, middle + drop, middle + side - drop]))


class Entry(QWidget):
    """A sentence; pressed, it offers a few words of which one is true.

    Signals: chosen(the word that is kept).
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer these words (kept, shown)."""
        super().__init__(parent)
        self._choices = choices
        self._word = ""
        self.sentence = _Sentence("")
        self.sentence.clicked.connect(self._on_pressed)
        self._chips: ChipRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.sentence)

    def show_entry(self, sentence: str, word: str) -> None:
        """Say this, and that this word is true."""
        self._word = word
        self.sentence.say(sentence)
        if self._chips is not None:
            self._chips.choose((word,))

    @Slot()
    def _on_pressed(self) -> None:
        if self._chips is None:
            # most entries of a long massage are never opened
            self._chips = ChipRow(Choose.ONE, columns=len(self._choices))
            self._chips.offer(self._choices, (self._word,))
            self._chips.changed.connect(self._on_chosen)
            self._column.addWidget(self._chips)
        self._chips.setVisible(self.sentence.isChecked())

    @Slot(object)
    def _on_chosen(self, words: tuple[str, ...]) -> None:
        self.chosen.emit(words[0])
