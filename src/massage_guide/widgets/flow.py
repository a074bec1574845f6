"""A flow: things set in lines, like words, for as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.widgets.theme import themed


class Flow(QWidget):
    """Places its parts itself; a line is shared out evenly when `even` is asked for."""

    def __init__(self, gap: int = 10, columns: int = 0, parent: QWidget | None = None) -> None:
        """Set things `gap` design pixels apart; `columns` of equal width, 0 for lines."""
        super().__init__(parent)
        self._gap = gap
        self._columns = columns
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put one more at the end."""
        part.setParent(self)
        self._parts.append(part)
        part.show()
        self.updateGeometry()

    def clear(self) -> None:
        """Take everything away."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self.updateGeometry()

    def set_columns(self, columns: int) -> None:
        """Change to columns of equal width, or back to lines with 0."""
        if columns != self._columns:
            self._columns = columns
            self._place(self.width(), really=True)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return self._place(width, really=False)

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        least = self.minimumSizeHint()
        gap = themed(self).px(self._gap)
        shown = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        wide = max(least.width(), min(sum(shown) + gap * max(len(shown) - 1, 0), 900))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        size = QSize()
        for part in self._parts:
            if not part.isHidden():
                size = size.expandedTo(part.minimumSizeHint())
        if self._columns:
            gaps = themed(self).px(self._gap) * (self._columns - 1)
            size.setWidth(size.width() * self._columns + gaps)
        return size

    def event(self, event: QEvent) -> bool:
        """Follow the parts when they change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), really=True)
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._place(self.width(), really=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready to be seen."""
        self._place(self.width(), really=True)
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _place(self, width: int, really: bool) -> int:
        gap = themed(self).px(self._gap)
        top = 0
        for line in self._lines(width, gap):
            height = max(_height(part, wide) for part, wide in line)
            left = 0
            for part, wide in line:
                if really:
                    part.setGeometry(QRect(left, top, wide, height))
                left += wide + gap
            top += height + gap
        return max(top - gap, 0)

    def _lines(self, width: int, gap: int) -> list[list[tuple[QWidget, int]]]:
        shown = [part for part in self._parts if _takes_place(part)]
        if self._columns:
            wide = (width - gap * (self._columns - 1)) // self._columns
            each = [(part, wide) for part in shown]
            return [each[at : at + self._columns] for at in range(0, len(each), self._columns)]
        lines: list[list[tuple[QWidget, int]]] = []
        used = 0
        for part in shown:
            wide = min(part.sizeHint().width(), width)
            if not lines or used + gap + wide > width:
                lines.append([])
                used = -gap
            lines[-1].append((part, wide))
            used += gap + wide
        return lines


def _takes_place(part: QWidget) -> bool:
    return not part.isHidden() or part.sizePolicy().retainSizeWhenHidden()


def _height(part: QWidget, width: int) -> int:
    least = max(part.minimumSizeHint().height() if not part.hasHeightForWidth() else 0, 1)
    return max(part.heightForWidth(width) if part.hasHeightForWidth() else 0, least)
