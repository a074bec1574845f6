"""The keys card: what each key does during a massage, over the picture."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.lettering import Line, block_height, fitting, paint_lines
from massage_guide.widgets.sheet import Sheet
from massage_guide.widgets.theme import Theme, themed

_SHARE = 0.42
"""Share of a column that the keys take."""

_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
"""Keys that only come before another, as Shift before a question mark."""


class KeysCard(Sheet):
    """Two columns of keys with what they do; any key closes it.

    Signals: closed.
    """

    def __init__(
        self, clock: Callable[[], float] = monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(None, clock, parent)
        self._rows = self._said()
        self.setAccessibleName(self.tr("Keys"))
        self.setAccessibleDescription(". ".join(f"{keys}: {does}" for keys, does in self._rows))

    def _said(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Space, or a click"), self.tr("baby needs a moment, and go on")),
            (self.tr("Right, Page Down"), self.tr("next stroke")),
            (self.tr("Left, Page Up"), self.tr("this stroke again; twice quickly, the one before")),
            (self.tr("Up, Down"), self.tr("quicker, slower")),
            (self.tr("1 to 5"), self.tr("how settled baby is: 1 crying, 5 at ease")),
            (self.tr("H"), self.tr("stay with this stroke / go on by itself again")),
            (self.tr("C"), self.tr("what is my baby telling me?")),
            (self.tr("E, then E"), self.tr("enough: end kindly")),
            (self.tr("N"), self.tr("dim for the night / light again")),
            (self.tr("F, F11"), self.tr("full screen")),
            (self.tr("F1"), self.tr("help card")),
            (self.tr("Escape"), self.tr("leave full screen, then rest; it never ends a massage")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on any key; F1 goes on to the window, which has help."""
        if event.key() in _SILENT:
            return
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and all its words."""
        super().paintEvent(event)
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = theme.px(40)
        box = QRectF(self.card_box()).adjusted(pad, theme.px(28), -pad, -theme.px(22))
        head = (Line(self.tr("Keys"), 32, strong=True, grows=0.5),)
        paint_lines(painter, head, box, theme, 1.0)
        top = block_height(head, theme, 1.0, box.width()) + theme.px(16)
        hint = (Line(self.tr("Any key goes back"), 19, tint="soft_ink"),)
        high = block_height(hint, theme, 1.0, box.width())
        foot = QRectF(box.x(), box.bottom() - high, box.width(), high)
        paint_lines(painter, hint, foot, theme, 1.0, Qt.AlignmentFlag.AlignHCenter)
        self._paint_rows(painter, box.adjusted(0, top, 0, -high - theme.px(12)), theme)

    def _paint_rows(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        gap = theme.px(44)
        wide = (box.width() - gap) / 2
        half = (len(self._rows) + 1) // 2
        high = box.height() / half
        inner = high - theme.px(12)
        keys = wide * _SHARE
        factor = min(
            min(
                fitting((_key(left),), theme, keys - theme.px(30), inner),
                fitting((_does(right),), theme, wide - keys - theme.px(14), inner),
            )
            for left, right in self._rows
        )
        for at, (left, right) in enumerate(self._rows):
            x = box.x() + (at // half) * (wide + gap)
            row = QRectF(x, box.y() + (at % half) * high, wide, inner)
            cap = QRectF(row.x(), row.y(), keys, row.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.card))
            painter.drawRoundedRect(cap, theme.px(18), theme.px(18))
            _paint_middle(painter, _key(left), cap, theme, factor, Qt.AlignmentFlag.AlignHCenter)
            said = row.adjusted(keys + theme.px(14), 0, 0, 0)
            _paint_middle(painter, _does(right), said, theme, factor, Qt.AlignmentFlag.AlignLeft)


def _key(text: str) -> Line:
    return Line(text, 22, strong=True, tint="accent_deep", grows=0.7)


def _does(text: str) -> Line:
    return Line(text, 22, grows=0.7)


def _paint_middle(
    painter: QPainter,
    line: Line,
    box: QRectF,
    theme: Theme,
    factor: float,
    align: Qt.AlignmentFlag,
) -> None:
    high = line.height(theme, factor, box.width())
    top = box.center().y() - high / 2
    paint_lines(painter, (line,), QRectF(box.x(), top, box.width(), high), theme, factor, align)
