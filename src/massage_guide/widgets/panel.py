"""A panel: words on a soft ground."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words


class Panel(QFrame):
    """A quiet ground for a few parts; `tint` is soft, warm or card."""

    def __init__(self, tint: str = "soft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", tint)
        self.column = QVBoxLayout(self)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        theme = themed(self)
        self.column.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        self.column.setSpacing(theme.px(8))


class Lines(Panel):
    """Plain lines, one below the other; gone when there are none."""

    def __init__(self, tint: str = "soft", parent: QWidget | None = None) -> None:
        super().__init__(tint, parent)
        self._words: list[Words] = []
        self.hide()

    def show_lines(self, lines: Iterable[str], role: Role = Role.BODY) -> None:
        """Show these lines in place of the old ones."""
        for old in self._words:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._words = [Words(line, role) for line in lines if line]
        for words in self._words:
            self.column.addWidget(words)
        self.setVisible(bool(self._words))

    def text(self) -> str:
        """Everything it says."""
        return " ".join(words.text() for words in self._words)
