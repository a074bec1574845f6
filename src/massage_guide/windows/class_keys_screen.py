"""The keys of a class, to be changed: press what a key is for, then press the key."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_keys import FIXED, ClassKeys, Wish
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words
from massage_guide.windows.class_key import keys_words, name_of_key, shown_key
from massage_guide.windows.presenter_controls import wish_words


class ClassKeysScreen(Page):
    """Everything holds as soon as a key is pressed; there is nothing to save.

    Signals: keys_changed(ClassKeys), back_requested, help_requested.
    """

    keys_changed = Signal(object)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._keys = ClassKeys()
        self._waiting: Wish | None = None
        self.head.addWidget(Words(self.tr("Keys of a class"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._told = Words(role=Role.SOFT)
        self.body.addWidget(self._told)
        self._flow = Flow(gap=8, columns=4)
        self._buttons: dict[Wish, _KeyButton] = {}
        for wish in Wish:
            if wish not in FIXED:
                button = _KeyButton(wish)
                button.clicked.connect(self._on_wish)
                self._buttons[wish] = button
                self._flow.add(button)
        self.body.addWidget(self._flow)
        self.body.addStretch(1)
        usual = Button(self.tr("All as usual"))
        usual.clicked.connect(self._on_usual)
        self.foot.addWidget(usual)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_keys(self._keys)

    @property
    def told(self) -> str:
        """What it asks for, or says of the last key."""
        return self._told.text()

    def button(self, wish: Wish) -> Button:
        """The button of a wish."""
        return self._buttons[wish]

    def show_keys(self, keys: ClassKeys) -> None:
        """Show the keys that hold."""
        self._keys = keys
        for wish, button in self._buttons.items():
            button.set_detail(keys_words(keys.keys(wish)) or self.tr("no key"))
        self._wait_for(None)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        wanted = theme.px(280) * (1 + 0.6 * (theme.text_percent - 100) / 100)
        room = self.width() - 2 * self._side(theme)
        self._flow.set_columns(max(1, min(5, int(room / wanted))))

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key that was asked for; else answer as every page does."""
        if self._waiting is None:
            super().keyPressEvent(event)
            return
        wish, name = self._waiting, name_of_key(event)
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self._wait_for(None)
        elif name and not self._keys.may_take(wish, name):
            words = self.tr("{0} keeps its meaning. Press another key, or Escape.")
            self._told.setText(words.format(shown_key(name)))
        elif name:
            before = self._keys.wish(name)
            self.show_keys(self._keys.with_key(wish, name))
            self._tell_taken(wish, name, before)
            self.keys_changed.emit(self._keys)

    def _tell_taken(self, wish: Wish, name: str, before: Wish | None) -> None:
        words = self.tr("{0} is now: {1}.").format(shown_key(name), wish_words(wish))
        if before not in (None, wish) and before is not None:
            words += " " + self.tr("It no longer is: {0}.").format(wish_words(before))
        self._told.setText(words)

    def _wait_for(self, wish: Wish | None) -> None:
        self._waiting = wish
        for one, button in self._buttons.items():
            button.show_waiting(one is wish)
        if wish is None:
            words = self.tr("Press what a key is for, then the key, or a clicker’s button.")
        else:
            words = self.tr("Now press the key for: {0}. Escape leaves it as it is.")
            words = words.format(wish_words(wish))
            self.setFocus()
        self._told.setText(words)

    @Slot()
    def _on_wish(self) -> None:
        button = self.sender()
        if isinstance(button, _KeyButton):
            self._wait_for(button.wish)

    @Slot()
    def _on_usual(self) -> None:
        self.show_keys(ClassKeys())
        self.keys_changed.emit(self._keys)


class _KeyButton(Button):
    """What a key is for, and its keys."""

    def __init__(self, wish: Wish) -> None:
        super().__init__(wish_words(wish), Kind.QUIET, " ")
        self.wish = wish

    def show_waiting(self, on: bool) -> None:
        """Show that it waits for its key."""
        self._kind = Kind.OFFER if on else Kind.QUIET
        self.update()
