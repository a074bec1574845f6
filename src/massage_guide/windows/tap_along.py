"""Tap along: finds how late wireless headphones play, by eight taps."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from massage_guide.domain.tapping import EVERY, TAPS, Tapping
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_AHEAD = 0.7
"""Seconds before it sounds at which a chime is asked for."""
_LISTENED = 2
"""Chimes before the first that counts; a device needs a moment, and so does a hand."""
_LOOK = 200
"""Milliseconds between two looks at the clock."""
_STILL_TAPPING = 2.5
"""Seconds after the last tap for which a press is taken for one more."""


class TapAlong(Page):
    """A chime comes again and again, and somebody taps when they hear it.

    Signals: chime_wanted(float), a second of the clock; kept(int), milliseconds by which sound
    is to be sent ahead; back_requested; help_requested.
    """

    chime_wanted = Signal(float)
    kept = Signal(int)
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._tapping = Tapping()
        self._next = 0.0
        self._asked = 0
        self._tapped = float("-inf")
        self.head.addWidget(Words(self.tr("Headphones that play late"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._how = Words(
            self.tr(
                "Wireless headphones often play a little late. Listen to two chimes, then press "
                "Space or the large button with each one you hear."
            )
        )
        self.tap = _Tap(self.tr("Now"), Kind.OFFER, role=Role.ANSWER)
        self.tap.set_height(170)
        self.tap.pressed.connect(self._on_tap)
        self._told = Words(role=Role.HEADING).centred()
        for part in (self._how, self.tap, self._told):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._back = Button(self.tr("Back"))
        self._back.clicked.connect(self.back_requested)
        self._none = Button(self.tr("They are not late"))
        self._none.clicked.connect(self._on_none)
        self._again = Button(self.tr("Once more"))
        self._again.clicked.connect(self.begin)
        self.keep = self.make_go_on(self.tr("Keep this"))
        for button in (self._back, self._none, self._again):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep)
        self._ticks = QTimer(self, interval=_LOOK)
        self._ticks.timeout.connect(self.look)

    @property
    def told(self) -> str:
        """What it says of the taps."""
        return self._told.text()

    @Slot()
    def begin(self) -> None:
        """Listen anew."""
        self._tapping = Tapping()
        self._next = self._clock() + _AHEAD
        self._asked = 0
        self._ticks.start()
        self.tap.setEnabled(True)
        self._show()
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask for the chime that comes next, in good time."""
        if not self._ticks.isActive():
            return
        now = self._clock()
        if now >= self._next - _AHEAD:
            self._asked += 1
            self.chime_wanted.emit(self._next)
            self._next = max(self._next + EVERY, now)

    def chime_sounds(self, at: float) -> None:
        """The chime that was asked for sounds at this second."""
        if self._asked > _LISTENED:
            self._tapping.chime(at)

    def show_silence(self, words: str) -> None:
        """Say why no chime is heard; empty when one is."""
        self._told.setText(words or self._words())

    def go_on(self) -> None:
        """Space taps; once it is found, and the tapping is over, Space keeps it."""
        if not self._tapping.is_done:
            self._on_tap()
        elif self._clock() - self._tapped > _STILL_TAPPING:
            self.kept.emit(self._tapping.offset_ms)

    @Slot()
    def _on_tap(self) -> None:
        self._tapped = self._clock()
        self._tapping.tap(self._tapped)
        if self._tapping.is_done:
            self._ticks.stop()
            self.tap.setEnabled(False)
        self._show()

    @Slot()
    def _on_none(self) -> None:
        self.kept.emit(0)

    def _show(self) -> None:
        done = self._tapping.is_done
        self._told.setText(self._words())
        for button in (self._again, self.keep):
            button.setVisible(done)

    def _words(self) -> str:
        if self._tapping.is_done:
            said = self.tr("You heard it {0} ms late. Kept, sound is sent ahead by as much.")
            return said.format(self._tapping.offset_ms)
        if not self._tapping.count:
            return self.tr("Take your time.")
        return self.tr("{0} of {1} taps").format(self._tapping.count, TAPS)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin."""
        super().showEvent(event)
        self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing ticking."""
        self._ticks.stop()
        super().hideEvent(event)


class _Tap(Button):
    """The large button; it is pressed in time."""

    rapid = True
