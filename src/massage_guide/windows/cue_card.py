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
from massage_guide.widgets.pressable import PRESS_KEYS
from massage_guide.widgets.sheet import Sheet
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
        top = box.y() + self._paint_head(painter, box, theme) + theme.px(14)
        notes = self._paint_notes(painter, box, theme)
        columns = QRectF(box.x(), top, box.width(), box.bottom() - notes - top)
        self._paint_columns(painter, columns, theme)

    def _paint_head(self, painter: QPainter, box: QRectF, theme: Theme) -> float:
        title = (Line(self._title, 32, strong=True, grows=0.5),)
        hint = (
            Line(self.tr("Space, or a press anywhere, goes back"), 19, tint="soft_ink", grows=0.25),
        )
        share = 0.62
        factor = fitting(title, theme, box.width() * share, box.height() * 0.2)
        high = block_height(title, theme, factor, box.width() * share)
        paint_lines(painter, title, box, theme, factor)
        beside = box.adjusted(box.width() * share, 0, 0, 0)
        small = fitting(hint, theme, beside.width(), high)
        lower = (high - block_height(hint, theme, small, beside.width())) / 2
        right = Qt.AlignmentFlag.AlignRight
        paint_lines(painter, hint, beside.adjusted(0, lower, 0, 0), theme, small, right)
        return high

    def _paint_notes(self, painter: QPainter, box: QRectF, theme: Theme) -> float:
        words = (
            (Line(" ".join(self._notes), 19, tint="soft_ink", grows=0.25),) if self._notes else ()
        )
        factor = fitting(words, theme, box.width(), box.height() * 0.2)
        high = block_height(words, theme, factor, box.width())
        where = QRectF(box.x(), box.bottom() - high, box.width(), high)
        paint_lines(painter, words, where, theme, factor)
        return high + theme.px(14)

    def _paint_columns(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        if not self._columns:
            return
        gap, pad = theme.px(14), theme.px(18)
        blocks = [_lines(part) for part in self._columns]
        # The one with most to say gets most room, so that the words may be large in all.
        weights = [sum(len(line.text) for line in block) ** 0.5 for block in blocks]
        free = box.width() - gap * (len(blocks) - 1)
        widths = [free * weight / sum(weights) for weight in weights]
        high = box.height() - 2 * pad
        # One size for all, so that none seems to matter less.
        factor = min(
            fitting(block, theme, wide - 2 * pad, high)
            for block, wide in zip(blocks, widths, strict=True)
        )
        left = box.x()
        for part, block, wide in zip(self._columns, blocks, widths, strict=True):
            area = QRectF(left, box.y(), wide, box.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_ground(part.tone, theme.palette)))
            painter.drawRoundedRect(area, theme.px(24), theme.px(24))
            paint_lines(painter, block, area.adjusted(pad, pad, -pad, -pad), theme, factor)
            left += wide + gap


def _lines(part: Section) -> tuple[Line, ...]:
    head = Line(part.title, 27, strong=True, grows=0.5)
    return (head, *(Line(line, 22, gap=10, indent=20) for line in part.lines))


def _ground(tone: Tone, palette: Palette) -> str:
    return {Tone.GO: palette.accent_soft, Tone.STOP: palette.warm_soft}.get(tone, palette.card)
