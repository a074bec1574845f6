"""Guide: the picture of a massage with a few calm words over it, and the requests of a parent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.settledness import Settledness
from massage_guide.domain.stroke import Region
from massage_guide.domain.timeline import Moment
from massage_guide.playback.player import PlayState
from massage_guide.widgets.controls_bar import ControlsBar
from massage_guide.widgets.once import Once
from massage_guide.widgets.standing import Standing
from massage_guide.widgets.telling import Telling
from massage_guide.widgets.theme import themed
from massage_guide.widgets.twice import Twice
from massage_guide.windows.keys import Word, rating_of, word_of
from massage_guide.windows.rest_screen import RestScreen

NOTED_STAYS = 2.0  # seconds that a rating is confirmed
_QUIET_REASONS = ("help", "card", "practice")  # behind a card, and of a doll


class Guide(QWidget):
    """Tells where a massage is and passes on what a parent asks for; it owns no time.

    Signals, all requests: rest_toggled, next_requested, again_requested, pace_requested(int),
    hold_requested, rated(int), cue_card_requested, enough_requested, help_requested,
    keys_requested, mute_requested, dim_requested, full_screen_requested; the rest screen
    has its own.
    """

    rest_toggled = Signal()
    next_requested = Signal()
    again_requested = Signal()
    pace_requested = Signal(int)
    hold_requested = Signal()
    rated = Signal(int)
    cue_card_requested = Signal()
    enough_requested = Signal()
    help_requested = Signal()
    keys_requested = Signal()
    mute_requested = Signal()
    dim_requested = Signal()
    full_screen_requested = Signal()

    def __init__(
        self,
        picture: QWidget,
        clock: Callable[[], float] = monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._once = Once(clock)
        self._state = PlayState.READY.value
        self._reason = ""
        self._standing = Standing()
        self._enough = Twice(clock, self)
        self._enough.pending.connect(self._show_enough_pending)
        self._enough.meant.connect(self.enough_requested)
        self._region: Region | None = None
        self._pointer = QPoint(-1, -1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.picture = picture
        picture.setParent(self)
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.telling = Telling(self)
        self.controls = ControlsBar(self)
        self.controls.appeared.connect(self._on_controls)
        self.rest = RestScreen(self._once, self)
        self.rest.cue_card_requested.connect(self.cue_card_requested)
        self.rest.help_requested.connect(self.help_requested)
        self.rest.dim_requested.connect(self.dim_requested)
        self._noted_over = QTimer(self, singleShot=True)
        self._noted_over.timeout.connect(self._on_noted_over)
        self._answers: dict[Word, Callable[[], None]] = {
            Word.MOMENT: self._on_moment,
            Word.NEXT: self.next_requested.emit,
            Word.AGAIN: self.again_requested.emit,
            Word.HOLD: self.hold_requested.emit,
            Word.CUE_CARD: self.cue_card_requested.emit,
            Word.MUTE: self.mute_requested.emit,
            Word.DIM: self.dim_requested.emit,
            Word.FULL_SCREEN: self.full_screen_requested.emit,
            Word.ENOUGH: self._enough.say,
            Word.HELP: self.help_requested.emit,
            Word.KEYS: self.keys_requested.emit,
        }
        self._connect_controls()

    def _connect_controls(self) -> None:
        bar = self.controls
        bar.rest_pressed.connect(self._on_moment)
        bar.again_pressed.connect(self.again_requested)
        bar.next_pressed.connect(self.next_requested)
        bar.pace_pressed.connect(self.pace_requested)
        bar.mute_pressed.connect(self.mute_requested)
        bar.dim_pressed.connect(self.dim_requested)
        bar.hold_pressed.connect(self.hold_requested)
        bar.cue_card_pressed.connect(self.cue_card_requested)
        bar.keys_pressed.connect(self.keys_requested)
        bar.help_pressed.connect(self.help_requested)
        bar.enough_pressed.connect(self._enough.say)
        bar.leave_pressed.connect(self.enough_requested)
        bar.rated.connect(self.rated)

    @Slot(object)
    def show_moment(self, moment: Moment) -> None:
        """Tell where the massage is; called with every frame."""
        self.telling.show_moment(moment)
        stroke = moment.step.stroke if moment.step else None
        self._region = stroke.region if stroke else None

    @Slot(object)
    def show_cue(self, cue: Cue) -> None:
        """Caption what is said; what is said to a parent who rests, where the rest is."""
        if cue.kind is CueKind.PRAISE:
            self.rest.words.show_said(cue.text)
        else:
            self.telling.show_cue(cue)

    @Slot(str)
    def show_chime(self, words: str) -> None:
        """Caption what a chime says."""
        self.telling.show_chime(words)

    @Slot(str, str)
    def show_state(self, state: str, reason: str = "") -> None:
        """Show what the player does; `reason` says why it rests."""
        if (state, reason) == (self._state, self._reason):
            return
        self._state, self._reason = state, reason
        if state == PlayState.READY.value:
            self.telling.forget()
        self._stand(replace(self._standing, resting=state == PlayState.RESTING.value))
        self.controls.wait(state == PlayState.RESTING.value and reason == "practice")
        if state == PlayState.RESTING.value and reason not in _QUIET_REASONS:
            self.controls.vanish()
            self.telling.set_visible(False)
            self.rest.open(reason, self._region)
        elif not self.rest.isHidden():
            self.rest.hide()
            self.telling.set_visible(True)
            self.setFocus()

    @Slot(bool)
    def show_hold(self, on: bool) -> None:
        """Show whether this stroke stays."""
        self.controls.show_hold(on)
        if on:
            self.telling.stay()
        self._stand(replace(self._standing, hold=on))

    @Slot(float)
    def show_pace(self, pace: float) -> None:
        """Show the pace, where it is not the usual one."""
        self._stand(replace(self._standing, pace=pace))

    @Slot(bool)
    def show_dim(self, on: bool) -> None:
        """Show that the window is dimmed."""
        self.controls.show_dim(on)
        self.rest.show_dim(on)
        self._stand(replace(self._standing, dim=on))

    def show_sound(self, *, silent: bool, muted: bool) -> None:
        """Show that nothing can be heard, or that nothing is to be."""
        self.controls.show_muted(muted)
        self._stand(replace(self._standing, silent=silent, muted=muted))
        self.rest.words.show_sound(self._standing.sound_words())

    def show_rating(self, value: Settledness | None) -> None:
        """Confirm for a moment what was noted."""
        if value is None:
            self._noted_over.stop()
        else:
            self._noted_over.start(round(NOTED_STAYS * 1000))
        self._stand(replace(self._standing, noted=value))

    @Slot(bool)
    def _show_enough_pending(self, on: bool) -> None:
        self.controls.show_enough_pending(on)
        self._stand(replace(self._standing, enough=on))

    def set_captions(self, on: bool) -> None:
        """Show captions, or leave them out."""
        self.telling.set_captions(on)
        self.rest.words.set_captions(on)

    @property
    def badges(self) -> tuple[str, ...]:
        """What is said to be different just now."""
        return self.telling.badges.texts

    def take_focus(self) -> None:
        """Let keys reach this screen again, after something lay over it."""
        if self.rest.isHidden():
            self.setFocus()
        else:
            self.rest.take_focus()

    def _stand(self, standing: Standing) -> None:
        self._standing = standing
        self.telling.set_badges(standing.badges())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key says; a key that says nothing goes to the window."""
        word = word_of(event)
        if word is None:
            event.ignore()
        elif word is Word.RATE:
            self.rated.emit(rating_of(event))
        elif word is Word.ESCAPE:
            self._on_escape(event)
        elif word in (Word.QUICKER, Word.SLOWER):
            self.pace_requested.emit(1 if word is Word.QUICKER else -1)
        else:
            self._answers[word]()

    def _on_escape(self, event: QKeyEvent) -> None:
        if self.window().isFullScreen():
            event.ignore()
        elif self._state == PlayState.PLAYING.value:
            self._on_moment()

    @Slot()
    def _on_moment(self) -> None:
        if self._once.allows():
            self.rest_toggled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press anywhere on the picture as Space."""
        event.accept()
        self._on_moment()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press like any other; the clock says whether it is a slip."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the controls."""
        at = event.globalPosition().toPoint()
        # Qt tells of a movement too when something appears under a pointer that stands still.
        if (at - self._pointer).manhattanLength() > 2:
            self._pointer = at
            if self.rest.isHidden():
                self.controls.appear()

    @Slot(bool)
    def _on_controls(self, here: bool) -> None:
        self._place()
        # A pointer that stands over the picture would be in its way.
        self.setCursor(Qt.CursorShape.ArrowCursor if here else Qt.CursorShape.BlankCursor)

    @Slot()
    def _on_noted_over(self) -> None:
        self.show_rating(None)

    def _place(self) -> None:
        self.picture.setGeometry(self.rect())
        self.rest.setGeometry(self.rect())
        edge = themed(self).px(16)
        wide = self.width() - 2 * edge
        high = self.controls.heightForWidth(wide)
        self.controls.setGeometry(QRect(edge, self.height() - edge - high, wide, high))
        foot = self.height() if self.controls.isHidden() else self.controls.y()
        self.telling.place(self.rect(), foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for keys."""
        self._place()
        self.take_focus()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing ticking."""
        self.controls.vanish()
        self.show_rating(None)
        self._enough.forget()
        super().hideEvent(event)
