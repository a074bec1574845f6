"""The rest screen: baby needs a moment, and what may come after it, all large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.session import Ending
from massage_guide.domain.stroke import Region
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.light_chip import LightChip
from massage_guide.widgets.once import Once
from massage_guide.widgets.pressable import PRESS_KEYS, is_chord
from massage_guide.widgets.theme import Role, themed
from massage_guide.windows.leaving_out import leaving_out
from massage_guide.windows.rest_words import RestWords, endings

_VEIL = 0.87
"""How much of the picture is hidden."""
_COLUMNS = 3

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: _COLUMNS,
    Qt.Key.Key_Up: -_COLUMNS,
}


class RestScreen(QWidget):
    """Six choices over the faint picture; enough opens six equal endings.

    Every choice has its own place, whether or not the others can be chosen just now. Space goes
    on, which while the baby cries is going on with holding: strokes come back only by choosing
    "Go on" itself, never by one more press of the key that rests.

    Signals: go_on, holding_only, leave_region_out, cue_card_requested, help_requested,
    dim_requested, enough(Ending value).
    """

    go_on = Signal()
    holding_only = Signal()
    leave_region_out = Signal()
    cue_card_requested = Signal()
    help_requested = Signal()
    dim_requested = Signal()
    enough = Signal(str)

    def __init__(self, once: Once, parent: QWidget | None = None) -> None:
        """Share `once` with the screen whose press opens this one."""
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._once = once
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = RestWords(self)
        self.words.changed.connect(self._on_words)
        self._choices = Flow(gap=12, columns=_COLUMNS)
        self._endings = Flow(gap=12, columns=_COLUMNS)
        self.crying = False
        self._build_choices()
        self._build_endings()
        self._build_light()
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.words.title)
        self._column.addWidget(self.words.under)
        self._column.addSpacing(30)
        self._column.addWidget(self._choices)
        self._column.addWidget(self._endings)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        self.hide()

    @property
    def choices(self) -> tuple[Button, ...]:
        """What can be pressed now, in order."""
        return tuple(button for button in self._places() if not button.isHidden())

    @property
    def shows_endings(self) -> bool:
        """Whether it asks why it ends."""
        return not self._endings.isHidden()

    def open(self, reason: str, region: Region | None) -> None:
        """Appear, with words that fit the reason; `region` may be left out."""
        self.words.open(gap=reason == "gap")
        words = leaving_out(region)
        self._leave.setVisible(bool(words))
        self._leave.say(words)
        self._show_endings(False)
        self.show()
        self.raise_()
        self.cry(False)

    def cry(self, crying: bool) -> None:
        """Say to pick the baby up, and offer holding before all else; or no longer."""
        self.crying = crying
        self._go.set_kind(Kind.QUIET if crying else Kind.GO)
        self._hold.set_kind(Kind.GO if crying else Kind.QUIET)
        still, arms = self.tr("Warm, still hands, no strokes"), self.tr("Up onto your chest")
        self._hold.say(self.tr("Go on with holding") if crying else self.tr("Holding only"))
        self._hold.set_detail(arms if crying else still)
        self.words.cry(crying)
        if self.isVisible() and not self.shows_endings:
            self.take_focus()

    def take_focus(self) -> None:
        """Let keys reach what Space chooses, at first and after something lay over it."""
        self._focus(1 if self.crying and not self.shows_endings else 0)

    def show_dim(self, on: bool) -> None:
        """Say that the light is dimmed, and how to undo it."""
        self.light.setVisible(on)
        self._place_light()

    def _build_light(self) -> None:
        self.light = LightChip(self)
        self.light.clicked.connect(self._on_light)

    def _place_light(self) -> None:
        self._column.activate()
        self.light.lie(self.rect(), self.words.title, self.words.under)

    def _places(self) -> tuple[Button, ...]:
        return self._ending_buttons if self.shows_endings else self._choice_buttons

    def _build_choices(self) -> None:
        self._go = self._button(self.tr("Go on"), Kind.GO, self.tr("When you are both ready"))
        self._hold = self._button("", Kind.QUIET)
        self._leave = self._button("", Kind.QUIET, self.tr("Go on with something else"))
        self._signs = self._button(
            self.tr("Baby’s signs"), Kind.QUIET, self.tr("What is my baby telling me?")
        )
        self._help = self._button(self.tr("Help"), Kind.QUIET, self.tr("Whom to ring, and when"))
        self._enough = self._button(
            self.tr("Enough for today"), Kind.OFFER, self.tr("Stopping is listening")
        )
        self._wishes = {
            self._go: self.go_on,
            self._hold: self.holding_only,
            self._leave: self.leave_region_out,
            self._signs: self.cue_card_requested,
            self._help: self.help_requested,
        }
        self._choice_buttons = (*self._wishes, self._enough)
        for button in self._choice_buttons:
            wish = self._on_enough if button is self._enough else self._on_choice
            button.clicked.connect(wish)
            self._choices.add(button)
        always = self._leave.sizePolicy()
        always.setRetainSizeWhenHidden(True)
        self._leave.setSizePolicy(always)

    def _build_endings(self) -> None:
        self._reasons = {self._button(text, Kind.QUIET): ending for ending, text in endings()}
        self._back = self._button(self.tr("Back"), Kind.PLAIN)
        self._back.clicked.connect(self._on_back)
        for button in self._reasons:
            button.clicked.connect(self._on_ending)
            self._endings.add(button)
        self._back.set_height(106)
        for button in self._reasons:
            button.set_height(106)
        self._back.hide()
        self._ending_buttons = (*self._reasons, self._back)

    def _button(self, text: str, kind: Kind, detail: str = "") -> Button:
        button = Button(text, kind, detail, Role.TITLE)
        button.set_height(150)
        return button

    def _show_endings(self, on: bool) -> None:
        self._choices.setVisible(not on)
        self._endings.setVisible(on)
        self._back.setVisible(on)
        self.words.ask_why(on)

    @Slot()
    def _on_words(self) -> None:
        self.words.fill(self._fits)
        self.setAccessibleName(f"{self.words.title.text()} {self.words.under.text()}")
        self._place_light()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the choices; Escape and E have their own meaning here."""
        if event.isAutoRepeat() or self._once.is_fresh():
            # the elbow that rested the massage lies on other keys too
            return
        key = Qt.Key(event.key())
        if is_chord(event):
            event.ignore()
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_E:
            if self.shows_endings:
                self._end(Ending.OTHER)
            else:
                self._on_enough()
        elif key == Qt.Key.Key_Escape and self.shows_endings and not self.window().isFullScreen():
            self._on_back()
        elif key in PRESS_KEYS and self.crying:
            # a press beside the choices took the keyboard from them
            self.take_focus()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press between the choices from reaching the picture."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move among the choices alone; what lies below is hidden."""
        self._move(1 if forward else -1, wrap=True)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil of paper."""
        veil = QColor(themed(self).palette.paper)
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _fit(self) -> None:
        theme = themed(self)
        side = max(theme.px(40), (self.width() - theme.px(1180)) // 2)
        self._column.setContentsMargins(side, theme.px(24), side, theme.px(24))
        self._column.setSpacing(theme.px(10))
        self._on_words()

    def _fits(self) -> bool:
        self._column.activate()
        return self._column.totalHeightForWidth(self.width()) <= self.height()

    def _focus(self, at: int) -> None:
        self.choices[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, by: int, wrap: bool = False) -> None:
        places = self._places()
        at = next((n for n, button in enumerate(places) if button.hasFocus()), 0)
        to = at + by
        while wrap or 0 <= to < len(places):
            to %= len(places)
            if not places[to].isHidden():
                break
            to += by
        if self.shows_endings:
            # Below the endings lies one more choice, wherever one comes from.
            to = min(to, len(places) - 1)
        if 0 <= to < len(places):
            places[to].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_choice(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and self._once.allows():
            self._wishes[button].emit()

    @Slot()
    def _on_light(self) -> None:
        if not self._once.is_fresh():
            self.dim_requested.emit()

    @Slot()
    def _on_enough(self) -> None:
        if self._once.allows():
            self._show_endings(True)
            self._focus(0)

    @Slot()
    def _on_back(self) -> None:
        if self._once.allows():
            self._show_endings(False)
            self.take_focus()

    @Slot()
    def _on_ending(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._end(self._reasons[button])

    def _end(self, ending: Ending) -> None:
        if self._once.allows():
            self.enough.emit(ending.value)
