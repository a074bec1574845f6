"""The presenter's controls: everything that a key does, to press as well, each with its key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.domain.class_keys import ClassKeys, Wish
from massage_guide.domain.class_view import ClassView, Cover
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.theme import themed
from massage_guide.windows.class_key import shown_key

_UPPER = (Wish.BACK, Wish.NEXT, Wish.REST, Wish.HOLD, Wish.SLOWER, Wish.QUICKER)
_LOWER = (Wish.BLACK, Wish.FREEZE, Wish.HOLDING, Wish.CUE_CARD, Wish.BREATHE, Wish.TURN)
_SHARES = {Wish.NEXT: 2}


class WishButton(Button):
    """A button that does what a key does; the keyboard stays where it is.

    Signals: clicked.
    """

    def __init__(self, wish: Wish, kind: Kind = Kind.QUIET) -> None:
        super().__init__(wish_words(wish), kind)
        self.wish, self._usual = wish, kind
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_on(self, on: bool) -> None:
        """Show whether what it does holds just now."""
        self._kind = Kind.OFFER if on else self._usual
        self.update()


class PresenterControls(QWidget):
    """Two rows of buttons.

    Signals: wished(Wish).
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Wish, WishButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._lines: list[QHBoxLayout] = []
        for wishes in (_UPPER, _LOWER):
            line = QHBoxLayout()
            for wish in wishes:
                button = WishButton(wish, Kind.GO if wish is Wish.NEXT else Kind.QUIET)
                button.clicked.connect(self._on_pressed)
                self._buttons[wish] = button
                line.addWidget(button, _SHARES.get(wish, 1))
            self._rows.addLayout(line)
            self._lines.append(line)
        self.show_keys(ClassKeys())
        self._fit()

    def button(self, wish: Wish) -> WishButton:
        """The button of a wish."""
        return self._buttons[wish]

    def show_keys(self, keys: ClassKeys) -> None:
        """Name the first key of each."""
        for wish, button in self._buttons.items():
            named = keys.keys(wish)
            button.set_detail(shown_key(named[0]) if named else "")

    def show_view(self, view: ClassView) -> None:
        """Show what holds just now."""
        holding = {
            Wish.BLACK: view.black,
            Wish.FREEZE: view.frozen,
            Wish.HOLDING: view.cover is Cover.HOLDING,
            Wish.CUE_CARD: view.cover is Cover.CUE_CARD,
            Wish.BREATHE: view.cover is Cover.BREATHING,
            Wish.TURN: view.turned,
        }
        for wish, on in holding.items():
            self._buttons[wish].show_on(on)
        rest = self._buttons[Wish.REST]
        rest.say(_words("Go on") if view.resting else wish_words(Wish.REST))
        rest.show_on(view.resting)
        begin = wish_words(Wish.NEXT) if view.begun else _words("Begin")
        self._buttons[Wish.NEXT].say(begin)

    @Slot(bool)
    def show_hold(self, on: bool) -> None:
        """Show whether it waits."""
        self._buttons[Wish.HOLD].say(_words("Waits for you") if on else _words("Goes on by itself"))
        self._buttons[Wish.HOLD].show_on(not on)

    @Slot(float)
    def show_pace(self, pace: float) -> None:
        """Show the pace at the button that changed it."""
        for wish, changed in ((Wish.SLOWER, pace < 1.0), (Wish.QUICKER, pace > 1.0)):
            words = wish_words(wish)
            self._buttons[wish].say(f"{words} ×{pace:g}" if changed else words)
            self._buttons[wish].show_on(changed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        gap = themed(self).px(6)
        self._rows.setSpacing(gap)
        for line in self._lines:
            line.setSpacing(gap)

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, WishButton):
            self.wished.emit(button.wish)


def wish_words(wish: Wish) -> str:
    """What a wish is called."""
    return _words(_CALLED[wish])


def _words(text: str) -> str:
    return QCoreApplication.translate("PresenterControls", text)


_CALLED = {
    Wish.NEXT: "Next",
    Wish.BACK: "Back",
    Wish.BLACK: "Black",
    Wish.FREEZE: "Freeze",
    Wish.HOLDING: "Babies first",
    Wish.CUE_CARD: "Cue card",
    Wish.BREATHE: "A breath",
    Wish.REST: "Rest",
    Wish.HOLD: "Wait, or by itself",
    Wish.QUICKER: "Quicker",
    Wish.SLOWER: "Slower",
    Wish.TURN: "Turn round",
    Wish.NOTES: "Notes, talk, list",
    Wish.SWAP: "Swap screens",
    Wish.SCREENS: "Screens",
    Wish.PEEK: "Change sides",
    Wish.IDENTIFY: "Number the screens",
    Wish.TEST: "Test picture",
    Wish.BEGIN: "Begin, full screen",
    Wish.LEAVE_FULL_SCREEN: "Leave full screen",
    Wish.KEYS: "Keys",
    Wish.HELP: "Help",
    Wish.ENTER: "Jump to a number",
}
