"""The cue card: what is my baby telling me, in three calm columns."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_guide.files.cards_file import Card, Section, Tone
from massage_guide.stage.palette import Palette
from massage_guide.widgets.lettering import Line, block_height, fitting, paint_lines
from massage_guide.widgets.sheet import Sheet
from massage_guide.widgets.pressable import PRESS_KEYS
from massage_guide.widgets.theme import Theme, themed

CLOSING = frozenset(PRESS_KEYS | {Qt.Key.Key_C, Qt.Key.Key_Escape})
"""Keys that close it; the others reach the window."""


class CueCard(Sheet):
    """Shows the sections of the card side by side; notes go below, over the whole width.

    Signals: closed.
    """

    def __init__(
        self, clock: Callable[[], float] = monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(CLOSING, clock, parent)
        self._title = ""
        self._columns: tuple[Section, ...] = ()
        self._notes: tuple[str, ...] = ()

    def show_card(self, card: Card) -> None:
        """Show the words of this card."""
        self._title = card.title
        self._columns = tuple(part for part in card.sections if part.tone is not Tone.NOTE)
        self._notes = tuple(
            line for part in card.sections if part.tone is Tone.NOTE for line in part.lines
        )
        self.setAccessibleName(card.title)
        told = [f"{part.title}: {'; '.join(part.lines)}" for part in card.sections]
        self.setAccessibleDescription(". ".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and all its words."""
        super().paintEvent(event)
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = theme.px(34)
        box = QRectF(self.card_box()).adjusted(pad, theme.px(24), -pad, -theme.px(20))
        head = (Line(self._title, 32, strong=True, grows=0.5),)
        factor = fitting(head, theme, box.width(), box.height() * 0.15)
        paint_lines(painter, head, box, theme, factor)
        top = box.y() + block_height(head, theme, factor, box.width()) + theme.px(14)
        hint = self._paint_hint(painter, box, theme)
        notes = self._paint_notes(painter, box.adjusted(0, top - box.y(), 0, -hint), theme)
        columns = QRectF(box.x(), top, box.width(), box.bottom() - hint - notes - top)
        self._paint_columns(painter, columns, theme)

    def _paint_hint(self, painter: QPainter, box: QRectF, theme: Theme) -> float:
        words = (Line(self.tr("Space, or a press anywhere, goes back"), 17, tint="soft_ink"),)
        factor = fitting(words, theme, box.width(), box.height() * 0.08)
        high = block_height(words, theme, factor, box.width())
        where = QRectF(box.x(), box.bottom() - high, box.width(), high)
        paint_lines(painter, words, where, theme, factor, Qt.AlignmentFlag.AlignHCenter)
        return high + theme.px(12)

    def _paint_notes(self, painter: QPainter, box: QRectF, theme: Theme) -> float:
        words = (Line(" ".join(self._notes), 17, tint="soft_ink"),) if self._notes else ()
        factor = fitting(words, theme, box.width(), box.height() * 0.2)
        high = block_height(words, theme, factor, box.width())
        where = QRectF(box.x(), box.bottom() - high, box.width(), high)
        paint_lines(painter, words, where, theme, factor)
        return high + theme.px(14)

    def _paint_columns(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        if not self._columns:
            return
        gap, pad = theme.px(16), theme.px(18)
        wide = (box.width() - gap * (len(self._columns) - 1)) / len(self._columns)
        inner = (wide - 2 * pad, box.height() - 2 * pad)
        blocks = [_lines(part) for part in self._columns]
        # One size for all three, so that none seems to matter less.
        factor = min(fitting(block, theme, *inner) for block in blocks)
        for at, (part, block) in enumerate(zip(self._columns, blocks, strict=True)):
            area = QRectF(box.x() + at * (wide + gap), box.y(), wide, box.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_ground(part.tone, theme.palette)))
            painter.drawRoundedRect(area, theme.px(24), theme.px(24))
            paint_lines(painter, block, area.adjusted(pad, pad, -pad, -pad), theme, factor)


def _lines(part: Section) -> tuple[Line, ...]:
    head = Line(part.title, 25, strong=True, grows=0.5)
    return (head, *(Line(line, 19, gap=9, indent=20) for line in part.lines))


def _ground(tone: Tone, palette: Palette) -> str:
    return {Tone.GO: palette.accent_soft, Tone.STOP: palette.warm_soft}.get(tone, palette.card)
