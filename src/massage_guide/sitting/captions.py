"""Captions: what is heard, in words, wherever a massage has come to; and why nothing is heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from massage_guide.domain.cues import Cue
from massage_guide.domain.settings import Settings
from massage_guide.domain.timeline import Moment
from massage_guide.playback.play_state import PlayState
from massage_guide.windows.ask import Ask
from massage_guide.windows.get_ready import GetReady
from massage_guide.windows.guide import Guide

_STAYS = 1.5
"""Seconds for which a caption on a page outstays the words."""


class Captions(QObject):
    """Tells the screens what is said. Without sound there are captions, whatever was chosen."""

    def __init__(
        self,
        guide: Guide,
        before: tuple[GetReady, Ask],
        settings: Settings,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._guide, self._before, self._clock = guide, before, clock
        self._settings = settings
        self._silent = False
        self._is_before = False
        self._chime = self._said = ""
        self._left = 0.0
        """Seconds for which it is still to be seen."""
        self._looked: float | None = None
        """Second of the clock at which the breath or the asking went on last."""
        self._show()

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Captions as these settings say."""
        self._settings = settings
        self._show()

    @Slot(bool)
    def show_availability(self, there: bool) -> None:
        """Whether anything can be heard from now on."""
        self._silent = not there
        self._show()

    @Slot(object)
    def prelude_cue_due(self, cue: Cue) -> None:
        """Something is said before the massage."""
        if cue.kind.is_spoken:
            self._said = "\n".join(filter(None, (self._chime, cue.text)))
            self._chime = ""
            self._left = cue.length + _STAYS
            self._show_before()

    @Slot(object)
    def prelude_moved(self, moment: Moment) -> None:
        """Time passes; what has been said makes room again. The asking stays at one moment."""
        now = self._clock()
        before, self._looked = self._looked, now
        if not self._said or before is None:
            return
        self._left -= now - before
        if self._left < 0.0:
            self._said = ""
            self._show_before()

    @Slot(str)
    def show_chime(self, words: str) -> None:
        """A chime sounds; its words lead those that come with it."""
        if self._is_before:
            self._chime = words
        else:
            self._guide.show_chime(words)

    @Slot(str)
    def prelude_state_changed(self, state: str) -> None:
        """The breath or the asking is over, or another one begins; help only lies over it."""
        self._looked = None
        self._is_before = state in (PlayState.PLAYING, PlayState.RESTING)
        if state in (PlayState.READY, PlayState.OVER):
            self._chime = self._said = ""
            self._show_before()

    @property
    def are_shown(self) -> bool:
        """Whether there are captions."""
        return self._settings.captions or self._silent

    def _show(self) -> None:
        self._guide.set_captions(self.are_shown)
        self._guide.show_sound(silent=self._silent, muted=self._settings.muted)
        self._show_before()

    def _show_before(self) -> None:
        for screen in self._before:
            screen.show_said(self._said if self.are_shown else "")
