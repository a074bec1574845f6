"""The timeline list: years of massages as rows of paired dots; only those in sight are painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from massage_guide.domain.days import day_and_month, weekday_and_part
from massage_guide.domain.remembered import Month, Remembered, by_month, told
from massage_guide.widgets.hours import clock_time
from massage_guide.widgets.lanes import Lanes, paint_pair
from massage_guide.widgets.pressable import BY_KEYBOARD, is_chord
from massage_guide.widgets.settling import has_settled
from massage_guide.widgets.theme import Role, Theme, themed

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}
_LONGEST = 80
"""Letters of a title that are shown; a routine has no more, but a file may say anything."""
_MEASURED = 20
"""Of the longest words, how many are measured to share out the width."""
_LONG_DAY = "30 September, 10:30 PM"
_MONTHS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimelineList(QWidget):
    """As high as all its rows, inside a scroller; each is read out as the keys come to it.

    Signals: opened(UUID of a massage), reached(QRect of the row that the keys came to),
    laid_out(Lanes, as they lie at this width).
    """

    opened = Signal(object)
    reached = Signal(object)
    laid_out = Signal(object)
    rapid = True
    """A key that moves may be held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Month | Remembered, ...] = ()
        self._rows: list[int] = []
        self._row_of: dict[UUID, int] = {}
        self._firsts: list[int] = []
        """The row with which each month begins."""
        self._tops: list[int] = [0]
        self._names: Mapping[UUID, str] = {}
        self._widest: tuple[str, ...] = ()
        self._current = -1
        self._under = -1
        self._pressed = -1
        self.lanes = Lanes()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._read_out()

    def show_massages(
        self, massages: Sequence[Remembered], names: Mapping[UUID, str] | None = None
    ) -> None:
        """Show these, newest first; `names` tell whose they are, where that is a question."""
        here = self.current
        self._lines = tuple(by_month(massages))
        self._rows = [n for n, line in enumerate(self._lines) if isinstance(line, Remembered)]
        self._row_of = {massage.id: at for at, massage in enumerate(massages)}
        months = (n for n, line in enumerate(self._lines) if isinstance(line, Month))
        self._firsts = [line - number for number, line in enumerate(months)]
        self._names = names or {}
        kinds = {(one.title, one.baby) for one in massages}
        titles = (self._second(title, _LONG_DAY, baby) for title, baby in kinds)
        self._widest = ("Wednesday afternoon", *sorted(titles, key=len)[-_MEASURED:])
        self._current = self._row_of.get(here.id, -1) if here else -1
        self._under = self._pressed = -1
        self._lay_out()
        self._read_out()

    @property
    def current(self) -> Remembered | None:
        """The massage that the keys have come to."""
        if not 0 <= self._current < len(self._rows):
            return None
        line = self._lines[self._rows[self._current]]
        return line if isinstance(line, Remembered) else None

    def go_to(self, massage: UUID) -> None:
        """Come to this massage, where it is among them."""
        if massage in self._row_of:
            self._come_to(self._row_of[massage])

    def move_by(self, key: int) -> bool:
        """Move as a key says; tells whether the key moves anything."""
        if key in _MONTHS and self._rows:
            self._come_to(self._month_from(_MONTHS[Qt.Key(key)]))
            return True
        if key not in _MOVES or not self._rows:
            return False
        page = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        step = _MOVES[Qt.Key(key)] * (self._in_sight() if page else 1)
        if self._current < 0:
            first = self._first_in_sight()
            step = step if abs(step) > len(self._rows) else 0
            self._come_to(min(max(first + step, 0), len(self._rows) - 1))
        else:
            self._come_to(min(max(self._current + step, 0), len(self._rows) - 1))
        return True

    def _month_from(self, way: int) -> int:
        """The row with which the month before or after this one begins."""
        here = self._current if self._current >= 0 else self._first_in_sight()
        month = bisect_right(self._firsts, here) - 1
        # in the middle of a month, back is to where it begins
        month += way if way > 0 or here == self._firsts[month] else 0
        return self._firsts[min(max(month, 0), len(self._firsts) - 1)]

    def _second(self, title: str, day: str, baby: UUID | None) -> str:
        name = self._names.get(baby, "") if baby else ""
        title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
        return " · ".join(part for part in (day, name, title) if part)

    def _lay_out(self) -> None:
        theme = themed(self)
        self.lanes = Lanes.fitting(theme, self.width(), self._widest)
        month = theme.text_px(Role.HEADING) + theme.px(30)
        row = self.lanes.row_height + theme.px(8)
        heights = (month if isinstance(line, Month) else row for line in self._lines)
        self._tops = [0, *accumulate(heights)]
        self.setFixedHeight(self._tops[-1])
        self.laid_out.emit(self.lanes)
        self.update()

    def _box(self, line: int) -> QRect:
        top = self._tops[line]
        return QRect(0, top, self.width(), self._tops[line + 1] - top)

    def _line_at(self, y: float) -> int:
        return bisect_right(self._tops, y) - 1

    def _row_at(self, y: float) -> int:
        line = self._line_at(y)
        if not 0 <= line < len(self._lines) or isinstance(self._lines[line], Month):
            return -1
        at = self._lines[line]
        return self._row_of[at.id] if isinstance(at, Remembered) else -1

    def _first_in_sight(self) -> int:
        line = self._line_at(self.visibleRegion().boundingRect().top())
        return next((n for n, at in enumerate(self._rows) if at >= line), 0)

    def _in_sight(self) -> int:
        high = self.visibleRegion().boundingRect().height()
        return max(high // (self.lanes.row_height + 1) - 1, 1)

    def _come_to(self, row: int) -> None:
        self._current = row
        line = self._rows[row]
        # the first of a month brings its heading with it
        first = line - 1 if line and isinstance(self._lines[line - 1], Month) else line
        self._read_out()
        self.reached.emit(self._box(first).united(self._box(line)))
        self.update()

    def _read_out(self) -> None:
        here = self.current
        if here is None:
            self.setAccessibleName(self.tr("Massages, newest first"))
            self.setAccessibleDescription(
                self.tr("Up and down choose one, left and right a month; Enter opens it")
            )
            return
        whose = self._names.get(here.baby, "") if here.baby else ""
        self.setAccessibleName(told(here, whose, _clock(here)))
        place = self.tr("{0} of {1}; Enter opens it")
        self.setAccessibleDescription(place.format(self._current + 1, len(self._rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, or leave the key to the page."""
        here = self.current
        if is_chord(event):
            event.ignore()
        elif self.move_by(event.key()):
            event.accept()
        elif event.key() in _OPENING and here and not event.isAutoRepeat() and has_settled(self):
            self.opened.emit(here.id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to press a row."""
        self._pressed = self._row_at(event.position().y()) if has_settled(self) else -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row that was pressed."""
        row, pressed = self._row_at(event.position().y()), self._pressed
        self._pressed = -1
        if row >= 0 and row == pressed:
            self._current = row
            self._read_out()
            here = self.current
            if here is not None:
                self.opened.emit(here.id)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice which row the pointer is over."""
        self._hover(self._row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first row in sight."""
        super().focusInEvent(event)
        if self._rows and event.reason() in BY_KEYBOARD:
            self._come_to(self._current if self._current >= 0 else self._first_in_sight())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()
        super().changeEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._under:
            before, self._under = self._under, row
            for one in (before, row):
                if 0 <= one < len(self._rows):
                    self.update(self._box(self._rows[one]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = event.rect()
        first = max(self._line_at(seen.top()), 0)
        for number in range(first, min(self._line_at(seen.bottom()) + 1, len(self._lines))):
            line, box = self._lines[number], QRectF(self._box(number))
            if isinstance(line, Month):
                self._paint_month(painter, line, box, theme)
            else:
                self._paint_row(painter, line, box.adjusted(4, 0, -4, -theme.px(8)), theme)

    def _paint_month(self, painter: QPainter, month: Month, box: QRectF, theme: Theme) -> None:
        painter.setPen(QColor(theme.palette.ink))
        painter.setFont(theme.font(Role.HEADING))
        words = box.adjusted(theme.px(8), 0, 0, -theme.px(6))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), month.words)

    def _paint_row(self, painter: QPainter, one: Remembered, face: QRectF, theme: Theme) -> None:
        own, row = theme.palette, self._row_of[one.id]
        ground = own.card_hover if row == self._under else own.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(own.card_pressed if row == self._pressed else ground))
        radius = theme.px(18)
        painter.drawRoundedRect(face, radius, radius)
        # two massages of one morning would look the same without the time
        day = f"{day_and_month(one.started)}, {_clock(one)}"
        words = (weekday_and_part(one.started), self._second(one.title, day, one.baby))
        self.lanes.paint_words(painter, face, words, theme)
        paint_pair(painter, self.lanes.of(face), (one.before, one.after), theme)
        if row == self._current and self.hasFocus():
            painter.setPen(QPen(QColor(own.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(face.adjusted(-2, 2, 2, -2), radius, radius)


def _clock(one: Remembered) -> str:
    return clock_time(one.started.hour, one.started.minute)
