"""Listening: Settings lets a parent hear what they choose, bring music, and tap along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.chimes import Chime
from massage_guide.domain.cues import StandingWords
from massage_guide.files.sounds_file import ShippedSounds
from massage_guide.playback.sound import Sound
from massage_guide.widgets.places import folder_to_use, place_to_open
from massage_guide.windows.sound_screen import SoundScreen
from massage_guide.windows.tap_along import TapAlong


class Listening(QObject):
    """Joins the Sound page and the tapping with what is heard.

    Signals:
    screen_wanted(str): settings, sound or tap_along.
    """

    screen_wanted = Signal(str)

    def __init__(
        self,
        screen: SoundScreen,
        tapping: TapAlong,
        sound: Sound,
        looks: Looks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen, self._tapping = screen, tapping
        self._sound, self._looks = sound, looks
        self.ask_for_music: Callable[[bool], str] = self._ask_for_music
        """Where somebody's own music lies, a folder or a file; empty when they would rather not."""
        screen.show_settings(looks.settings)

    def use(self, sounds: ShippedSounds) -> None:
        """What there is to be heard."""
        self._screen.show_sounds(sounds.voices, sounds.beds)

    @Slot()
    def open(self) -> None:
        """To the Sound page."""
        self.screen_wanted.emit("sound")

    @Slot()
    def leave(self) -> None:
        """Back to Settings."""
        self.screen_wanted.emit("settings")

    @Slot()
    def open_tapping(self) -> None:
        """To the tapping."""
        self.screen_wanted.emit("tap_along")
        self._show_silence()

    @Slot(float)
    def chime(self, at: float) -> None:
        """A chime to tap with."""
        sounds = self._sound.try_chime(Chime.NEXT, at)
        if sounds is not None:
            self._tapping.chime_sounds(sounds)

    @Slot(int)
    def keep_offset(self, milliseconds: int) -> None:
        """Send sound ahead by this much from now on."""
        self._looks.change(replace(self._looks.settings, sound_offset_ms=milliseconds))
        self.open()

    @Slot()
    def hear_voice(self) -> None:
        """The chosen voice says something."""
        self._sound.try_voice(StandingWords().sample)

    @Slot()
    def hear_chime(self) -> None:
        """A chime sounds."""
        self._sound.try_chime()

    @Slot()
    def hear_bed(self) -> None:
        """What lies beneath is heard for a while."""
        settings = self._looks.settings
        self._sound.try_bed(settings.bed, settings.own_music)

    @Slot(bool)
    def choose_music(self, folder: bool) -> None:
        """Bring music; whether it can be played is found out beside the window."""
        path = self.ask_for_music(folder)
        if path:
            self._sound.judge_music(path)

    @Slot(str, str)
    def take_music(self, path: str, sentence: str) -> None:
        """Play this from now on, or say why not."""
        self._screen.show_music_sentence(sentence)
        if not sentence:
            self._looks.change(replace(self._looks.settings, own_music=path))
            self.hear_bed()

    @Slot(bool)
    def show_available(self, there: bool) -> None:
        """Whether anything can be heard from now on."""
        self._screen.show_available(there)
        self._show_silence()

    def _show_silence(self) -> None:
        words = ""
        if self._sound.available is False:
            words = self.tr("Nothing on this computer plays sound just now.")
        elif self._looks.settings.muted:
            words = self.tr("All is muted. M lets it be heard.")
        self._tapping.show_silence(words)

    def _ask_for_music(self, folder: bool) -> str:
        if folder:
            return folder_to_use(self._screen, self.tr("A folder of music"))
        kinds = self.tr("Music") + " (*.wav *.flac *.ogg *.mp3)"
        return place_to_open(self._screen, self.tr("A piece of music"), kinds)
