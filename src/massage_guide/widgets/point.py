"""A point: one of the five things that baby may be, as a control over the picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.pressable import widest_word
from massage_guide.widgets.theme import Role, themed


class Point(Button):
    """One of five things that baby may be."""

    def __init__(self, value: Settledness, parent: QWidget | None = None) -> None:
        label = QCoreApplication.translate("Settledness", value.label)
        super().__init__(str(int(value)), Kind.QUIET, label, Role.HEADING, parent)
        self.value = value
        self._label = label
        seen = QCoreApplication.translate("Settledness", value.seen)
        self.setAccessibleName(f"{label}. {seen}")

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs; its word is longer than its number."""
        theme = themed(self)
        wide = widest_word(self._label, theme.font(Role.SMALL)) + theme.px(10) + 2 * self.room()
        return super().minimumSizeHint().expandedTo(QSize(max(wide, theme.target()), 0))
