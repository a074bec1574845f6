"""Bedding: which bed lies beneath a massage, and how it comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from massage_guide.files.sounds_file import ShippedSounds
from massage_guide.playback.aside import Aside, AtOnce
from massage_guide.playback.decoding import BadSoundError, Loop
from massage_guide.playback.mixer import Bed, Mixer
from massage_guide.playback.music import Music, files_of
from massage_guide.playback.samples import frames

_COMES, _GOES = frames(3.0), frames(4.0)
_SAMPLE = frames(5.0)


class Bedding:
    """Loads the bed that was chosen beside the window, and lays it when it is there."""

    def __init__(
        self,
        mixer: Mixer,
        sounds: ShippedSounds,
        aside: Aside | AtOnce,
        tell: Callable[[str], None],
        soonest: Callable[[], int],
        renew: Callable[[], None],
        *,
        patient: bool = False,
    ) -> None:
        """`patient` waits for music rather than hear a gap."""
        self._mixer, self._sounds = mixer, sounds
        self._aside, self._tell = aside, tell
        self._soonest, self._renew = soonest, renew
        self._patient = patient
        self._chosen = ("", "")
        """Name of a shipped bed, and path of somebody's own music, which comes first."""
        self._bed: Bed | None = None
        self._loaded: tuple[str, str] | None = None
        """What was chosen when it was loaded."""
        self._lies = False
        self._tried: Bed | None = None
        """What was heard for a while last."""

    def choose(self, name: str, music: str) -> None:
        """This bed, or this music; at once where one lies."""
        if (name, music) != self._chosen:
            self._chosen = (name, music)
            if self._lies:
                self.lay()

    def lay(self) -> None:
        """Let the chosen bed come."""
        self._lies = True
        if self._loaded == self._chosen:
            self._spread(_COMES)
        else:
            chosen = self._chosen
            self._aside.do(lambda: self._load(*chosen), lambda bed: self._came(chosen, bed))

    def take_away(self) -> None:
        """Let it go."""
        if self._lies:
            self._lies = False
            self._mixer.set_bed(None, self._soonest(), _GOES)
            self._renew()

    def lay_for_a_while(self, name: str, music: str) -> None:
        """Let a bed be heard for some seconds, when none lies."""
        self._aside.do(lambda: self._load(name, music), self._spread_for_a_while)

    def forget(self) -> None:
        """Keep nothing in memory."""
        self._stop()
        _close(self._tried)
        self._bed = self._loaded = self._tried = None
        self._lies = False

    def _came(self, chosen: tuple[str, str], bed: Bed | None) -> None:
        if not self._lies or chosen != self._chosen:
            _close(bed)
            return
        self._stop()
        self._bed, self._loaded = bed, chosen
        self._spread(_COMES)

    def _spread(self, length: int) -> None:
        self._mixer.set_bed(self._bed, self._soonest(), length)
        self._renew()

    def _spread_for_a_while(self, bed: Bed | None) -> None:
        _close(self._tried)
        self._tried = bed
        if not self._lies and bed is not None:
            soonest = self._soonest()
            self._mixer.set_bed(bed, soonest, frames(0.3))
            self._mixer.set_bed(None, soonest + _SAMPLE, frames(1.0))
            self._renew()

    def _stop(self) -> None:
        _close(self._bed)

    def _load(self, name: str, music: str) -> Bed | None:
        if music:
            return self._own(Path(music).expanduser())
        if name not in self._sounds.beds:
            return None
        try:
            return Loop(self._sounds.bed(name))
        except BadSoundError as problem:
            self._tell(str(problem))
            return None

    def _own(self, path: Path) -> Bed | None:
        try:
            files = files_of(path)
        except OSError as error:
            self._tell(f"{path.name} could not be read: {error.strerror or error}.")
            return None
        if not files:
            self._tell(f"There is no WAV, FLAC, OGG or MP3 file in {path.name}, so it is quiet.")
            return None
        return Music(files, self._tell, patient=self._patient)


def _close(bed: Bed | None) -> None:
    if isinstance(bed, Music):
        bed.close()
