"""The engine: what a player tells becomes what is heard; everything that needs arrays is here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from massage_guide.domain.chimes import Chime
from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.settings import Settings
from massage_guide.files.sounds_file import ShippedSounds
from massage_guide.playback.aside import Aside, AtOnce
from massage_guide.playback.bedding import Bedding
from massage_guide.playback.decoding import BadSoundError, decoded
from massage_guide.playback.mixer import Bus, Mixer
from massage_guide.playback.output import Output
from massage_guide.playback.prompter import AHEAD, Prompter
from massage_guide.playback.samples import RATE, Samples, decibels, frames
from massage_guide.playback.spoken import Spoken

_RENDERED = frames(0.75)
"""What begins within so many frames may have been mixed without it."""
_OPENING = frames(0.35)
"""Frames that a device may need to open."""
_PRAISE = frames(0.6)
"""Silence between the rest and what is said in it."""
_NIGHT = decibels(-12.0)
_USUAL = {Bus.VOICE: 100, Bus.CHIME: 80, Bus.BED: 60}
"""The volumes at which each is as loud as it was made."""


class Voice(Protocol):
    """Whoever speaks."""

    def say(self, text: str) -> Samples | None:
        """The words as sound; None where there is none. Called beside the window."""
        ...

    def choose(self, name: str) -> None:
        """Speak with this voice from now on."""
        ...


class Engine:
    """Mixer, prompter and output, told by one thread: the window's."""

    def __init__(
        self,
        mixer: Mixer,
        output: Output,
        clock: Callable[[], float],
        sounds: ShippedSounds,
        voice: Voice,
        aside: Aside | AtOnce,
        tell: Callable[[str], None],
    ) -> None:
        """`tell` hears a sentence about a file that is left out; it may be called anywhere."""
        self.mixer, self.output = mixer, output
        self._clock, self._sounds, self._voice = clock, sounds, voice
        self._aside, self._tell = aside, tell
        self.spoken = Spoken(voice.say, aside, self._bind_late)
        self._chimes: dict[str, Samples] = {}
        self.prompter = Prompter(mixer, self.spoken.say, self._chimes)
        self._settings = Settings()
        self._late: dict[Cue, int] = {}
        """What is due and not bound yet, with its frame."""
        self._bedding = Bedding(mixer, sounds, aside, tell, self.soonest, output.renew)
        self._on = False
        aside.do(self._read_chimes, self._chimes.update)
        self._voice.choose(self._settings.voice)

    def wear(self, settings: Settings) -> None:
        """Sound as these settings say."""
        before, self._settings = self._settings, settings
        # what nobody has heard yet need not be moved smoothly
        soonest = self.soonest() - (0 if self._on else frames(1.0))
        for bus, volume in (
            (Bus.VOICE, settings.voice_volume),
            (Bus.CHIME, settings.chime_volume),
            (Bus.BED, settings.bed_volume),
        ):
            self.mixer.set_volume(bus, (volume / _USUAL[bus]) ** 2, soonest)
        loud = _NIGHT if settings.night_volume else 1.0
        self.mixer.set_main(0.0 if settings.muted else loud, soonest)
        self.output.renew()
        self.output.choose(settings.output_device)
        self.prompter.talk = settings.talk
        if settings.voice != before.voice:
            self._voice.choose(settings.voice)
            self.spoken.forget()
        self._bedding.choose(settings.bed, settings.own_music)

    def soonest(self) -> int:
        """The first frame at which something new can begin."""
        frame = self.output.soonest()
        return frame if self.output.available else frame + _OPENING

    def begin(self) -> None:
        """A massage begins, or goes on elsewhere."""
        self._on = True
        self.output.start()
        # another routine may have other recordings, and own words may have been rendered since
        self.spoken.forget()
        self.leave()
        self.mixer.resume(self.soonest())
        self._bedding.lay()

    def look(self, coming: Sequence[tuple[Cue, float]]) -> None:
        """Bind what comes at these seconds of the clock, and have decoded what comes soon."""
        soon = self._clock() + AHEAD
        heard = [(cue, due) for cue, due in coming if self.prompter.concerns(cue)]
        self.spoken.want(cue.text for cue, _ in heard if self._speaks(cue))
        near = [
            (cue, self._frame_at(due)) for cue, due in heard if due <= soon and self._is_there(cue)
        ]
        self._renew_from(self.prompter.look(near, self.soonest()))

    def due(self, cue: Cue) -> None:
        """It is due now; where it could not be bound before, it is heard as soon as may be."""
        if self.prompter.knows(cue) or not self.prompter.concerns(cue):
            return
        due = self._frame_at(self._clock())
        self._late[cue] = due + (_PRAISE if cue.kind is CueKind.PRAISE else 0)
        if self._speaks(cue):
            self.spoken.want((cue.text,))
        self._bind_late()

    def leave(self, keep: Sequence[CueKind] = ()) -> None:
        """Elsewhere from now on: nothing that was to be said still holds."""
        self._late.clear()
        self.prompter.leave(self.soonest(), keep)
        self.output.renew()

    def rest(self) -> None:
        """All falls silent."""
        self._late.clear()
        soonest = self.soonest()
        self.prompter.rest(soonest)
        self.mixer.pause(soonest)
        self.output.renew()

    def go_on(self) -> None:
        """The bed is heard again, and the sentence that was cut."""
        self.output.start()
        soonest = self.soonest()
        self.mixer.resume(soonest)
        self.prompter.go_on(soonest)
        self.output.renew()

    def end(self) -> None:
        """The massage is over; its last words are said to their end."""
        self._on = False
        self.leave(keep=(CueKind.CLOSING,))
        self._bedding.take_away()

    def still_heard(self) -> float:
        """Seconds until all that was bound, or is due, is over."""
        if self._late:
            return 1.0
        sounding = self.prompter.ends() - self.output.frame_at(self._clock())
        return max(sounding / RATE, 0.0)

    def play(self, samples: Samples, bus: Bus, at: float = 0.0) -> float:
        """Let something be heard by itself at a second of the clock, or as soon as may be.

        The second at which it begins.
        """
        self.output.start()
        soonest = self.soonest()
        begin = max(self.output.frame_at(at), soonest)
        self.mixer.schedule(samples, bus, begin, soonest)
        self.output.renew()
        now = self._clock()
        return now + (begin - self.output.frame_at(now)) / RATE

    def chime(self, name: Chime) -> Samples | None:
        """One of the family; None until it has been read."""
        return self._chimes.get(name)

    def try_voice(self, text: str) -> None:
        """The voice by itself."""
        self._aside.do(lambda: self._voice.say(text), self._speak)

    def try_bed(self, name: str, music: str) -> None:
        """A bed or music by itself, for a few seconds; none where both are empty."""
        self.output.start()
        self.mixer.resume(self.soonest())
        self._bedding.lay_for_a_while(name, music)

    def sleep(self) -> None:
        """Nothing is to be heard for now; the device is let go."""
        self.output.stop()
        if not self._on:
            self.mixer.clear()
            self._bedding.forget()

    def close(self) -> None:
        """Nothing is heard any more."""
        self.output.close()
        self._aside.close()
        self._bedding.forget()

    def _frame_at(self, seconds: float) -> int:
        return self.output.frame_at(seconds - self._settings.sound_offset_ms / 1000)

    def _speaks(self, cue: Cue) -> bool:
        return self.prompter.talk.speaks(cue.kind)

    def _is_there(self, cue: Cue) -> bool:
        return self.spoken.is_there(cue.text) or not self._speaks(cue)

    def _bind_late(self) -> None:
        soonest = self.soonest()
        for cue, due in list(self._late.items()):
            if self._is_there(cue):
                del self._late[cue]
                self._renew_from(self.prompter.bind(cue, due, soonest))

    def _renew_from(self, frame: int | None) -> None:
        if frame is not None and frame < self.output.soonest() + _RENDERED:
            self.output.renew()

    def _speak(self, samples: Samples | None) -> None:
        if samples is not None:
            self.play(samples, Bus.VOICE)

    def _read_chimes(self) -> dict[str, Samples]:
        found: dict[str, Samples] = {}
        for name in self._sounds.captions:
            try:
                found[name] = decoded(self._sounds.chime(name))
            except BadSoundError as problem:
                self._tell(str(problem))
        return found
