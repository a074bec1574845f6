"""The table of counts: what the chart draws, in figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from massage_guide.domain.patterns import BeforeAfter, Often
from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.theme import Role, themed


class CountsTable(QTableWidget):
    """As high as its rows: the page scrolls, not the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # the wheel is for the page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)

    def show_lines(self, lines: Sequence[BeforeAfter | Often]) -> None:
        """Show these, all of one kind."""
        self.clear()
        self.clearSpans()
        both = [line for line in lines if isinstance(line, BeforeAfter)]
        if both:
            self._show_both(both)
        else:
            self._show_often([line for line in lines if isinstance(line, Often)])
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _show_both(self, lines: Sequence[BeforeAfter]) -> None:
        points = (QCoreApplication.translate("Settledness", each.label) for each in Settledness)
        self._head(("", self.tr("Times"), "", *points))
        self.setRowCount(2 * len(lines))
        for row, line in enumerate(lines):
            self._row(2 * row, (line.name, line.times, self.tr("before"), *line.before))
            self._row(2 * row + 1, (line.name, line.times, self.tr("after"), *line.after))
            for column in (0, 1):
                self.setSpan(2 * row, column, 2, 1)

    def _show_often(self, lines: Sequence[Often]) -> None:
        counted = any(line.of for line in lines)
        self._head(("", self.tr("Times"), *((self.tr("Massages"),) if counted else ())))
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._row(row, (line.name, line.times, *((line.of or "",) if counted else ())))

    def _head(self, words: Sequence[str]) -> None:
        self.setColumnCount(len(words))
        self.setHorizontalHeaderLabels(list(words))

    def _row(self, row: int, told: Sequence[str | int]) -> None:
        for column, value in enumerate(told):
            item = QTableWidgetItem(str(value))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            beside = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignHCenter
            item.setTextAlignment(beside | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _fit(self) -> None:
        theme = themed(self)
        size = theme.text_px(Role.SMALL)
        head, side = self.horizontalHeader(), self.verticalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self.columnCount():
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(0, theme.px(200 * theme.text_percent / 100))
        line = round(1.75 * size)
        side.setMinimumSectionSize(line)
        side.setDefaultSectionSize(line)
        self.setFixedHeight(head.sizeHint().height() + line * self.rowCount() + theme.px(4))
