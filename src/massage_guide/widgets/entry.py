"""An entry: one sentence that opens, where it stands, to a few lines more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.widgets.panel import Lines
from massage_guide.widgets.pressable import WRAP_BESIDE, Pressable, widest_word, wrapped_height
from massage_guide.widgets.theme import Role, Theme, themed


class _Sentence(Pressable):
    """The sentence, with a small drawn hook that shows whether it is open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(600)
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
        return max(words + theme.px(28), theme.target()) + 2 * self.room()

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
    """A sentence and what lies under it."""

    def __init__(
        self, sentence: str, details: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._details = details
        self.sentence = _Sentence(sentence)
        self.sentence.clicked.connect(self._on_pressed)
        self.more = Lines("soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.more)

    @Slot()
    def _on_pressed(self) -> None:
        self.more.show_lines(self._details if self.sentence.isChecked() else ())
