"""Swatches: skin tones to choose one of, in a row that breaks where it must."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from massage_guide.domain.settings import TONES
from massage_guide.stage.grading import dimmed
from massage_guide.stage.tones import BabyTone, HandTone
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.pressable import Pressable
from massage_guide.widgets.theme import Theme, themed


class Swatch(Pressable):
    """One tone, lit as in the picture; a ring says that it is the one."""

    def __init__(
        self, number: int, tone: BabyTone | HandTone, whose: str, parent: QWidget | None = None
    ) -> None:
        """`whose` says what it colours, for those who do not see the row's heading."""
        super().__init__("", parent)
        self.number = number
        """One of TONES."""
        self._tone = tone
        name = self.tr("Tone {0} of {1}").format(number, len(TONES))
        self.setAccessibleName(name)
        self.setAccessibleDescription(whose)
        self.setToolTip(name)
        self.setCheckable(True)

    def corner(self, theme: Theme) -> float:
        """Make it round."""
        return min(self.width(), self.height()) / 2 - self.room()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        side = themed(self).target() + 2 * self.room()
        return QSize(side, side)

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return self.sizeHint().height()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        side = min(face.width(), face.height())
        round_one = QRectF(0, 0, side, side)
        round_one.moveCenter(face.center())
        if self.isChecked():
            painter.setPen(QPen(QColor(own.accent), theme.px(3)))
            painter.setBrush(QColor(own.accent_soft))
            painter.drawEllipse(round_one.adjusted(2, 2, -2, -2))
        inside = theme.px(9) if self.isChecked() or self.isDown() else theme.px(4)
        ball = round_one.adjusted(inside, inside, -inside, -inside)
        light = QRadialGradient(
            ball.center() - QPointF(ball.width() * 0.16, ball.width() * 0.2), ball.width() * 0.72
        )
        for at, colour in (
            (0.0, self._tone.light),
            (0.5, self._tone.base),
            (1.0, self._tone.shade),
        ):
            light.setColorAt(at, QColor(dimmed(colour, own)))
        edge = own.soft_ink if self.underMouse() else own.line
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(light)
        painter.drawEllipse(ball)
        painter.setBrush(Qt.BrushStyle.NoBrush)


class SwatchRow(Flow):
    """The ten tones.

    Signals: changed(int), the number that was chosen.
    """

    changed = Signal(int)

    def __init__(
        self, tones: Sequence[BabyTone | HandTone], whose: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=4, parent=parent)
        self._swatches: list[Swatch] = []
        for number, tone in zip(TONES, tones, strict=True):
            swatch = Swatch(number, tone, whose)
            swatch.clicked.connect(self._on_pressed)
            self._swatches.append(swatch)
            self.add(swatch)

    def choose(self, number: int) -> None:
        """Turn this one on, silently."""
        for swatch in self._swatches:
            swatch.setChecked(swatch.number == number)

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Swatch):
            self.choose(pressed.number)
            self.changed.emit(pressed.number)
