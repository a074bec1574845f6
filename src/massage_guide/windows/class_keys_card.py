"""All keys of a class, on the presenter's side."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from massage_guide.domain.class_keys import ClassKeys, Wish
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words
from massage_guide.windows.class_key import keys_words
from massage_guide.windows.presenter_controls import wish_words

_COLUMNS = 2


class ClassKeysCard(Overlay):
    """What each key does; the keys themselves go on working.

    Signals: closed.
    """

    def __init__(self, clock: Clock = monotonic) -> None:
        super().__init__(_words("Keys of the class"), _words("Back"), clock)
        self._grid = QGridLayout()
        self._lines: dict[Wish, Words] = {}
        rows = -(-(len(Wish) + 1) // _COLUMNS)
        for at, wish in enumerate(Wish):
            keys, does = Words(role=Role.BODY), Words(wish_words(wish), Role.BODY)
            self._lines[wish] = keys
            self._grid.addWidget(keys, at % rows, 2 * (at // rows))
            self._grid.addWidget(does, at % rows, 2 * (at // rows) + 1)
        self.body.addLayout(self._grid)
        clickers = _words("Clickers and pedals work with either window in front.")
        self.body.addWidget(Words(clickers, Role.SMALL))
        self.body.addStretch(1)
        self.show_keys(ClassKeys())

    def show_keys(self, keys: ClassKeys) -> None:
        """Name the keys that hold."""
        for wish, line in self._lines.items():
            words = keys_words(keys.keys(wish)) or _words("no key")
            line.setText(_words("1 2 3, then Enter") if wish is Wish.ENTER else words)

    @property
    def text(self) -> str:
        """All that it says of keys."""
        return " ".join(line.text() for line in self._lines.values())

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setHorizontalSpacing(theme.px(14))
        for column in range(2 * _COLUMNS):
            self._grid.setColumnStretch(column, 2 if column % 2 == 0 else 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; the class's own keys go to the window."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._ask_to_close()
        else:
            event.ignore()


def _words(text: str) -> str:
    return QCoreApplication.translate("ClassKeysCard", text)
