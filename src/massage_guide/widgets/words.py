"""Words: a label that wraps, in one of the theme's roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_guide.widgets.theme import Role


class Words(QLabel):
    """Plain words, never markup: what a person typed is shown as they typed it."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", str(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # Otherwise Qt indents padded labels by half an x, which differs from role to role.
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def centred(self) -> Words:
        """Set the words in the middle; returns itself."""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return self
