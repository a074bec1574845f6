"""Sound: hears the players, and has voice, chimes and bed follow them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massage_guide.domain.chimes import Chime, chime_of, limb_of
from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.settings import Settings
from massage_guide.domain.timeline import Leap, Moment
from massage_guide.files.sounds_file import ShippedSounds
from massage_guide.playback.aside import Aside, AtOnce, Job
from massage_guide.playback.player import Player, PlayState

if TYPE_CHECKING:  # arrays and the device come after the first paint
    from massage_guide.playback.engine import Engine, Voice
    from massage_guide.playback.mixer import Mixer
    from massage_guide.playback.output import Output

    OutputMaker = Callable[[Mixer, Callable[[], float], Callable[[bool], None]], Output]
    """Makes what plays a mixer, by a clock, and tells whom to tell whether there is sound."""

_EVERY = 0.1
"""Seconds between two looks at what is coming."""
_AWAKE = 1.5
"""Seconds for which the device is kept once nothing is heard."""
_SAMPLE = 9.0
"""Seconds for which it is kept for a sample."""
_GONE = 5.0
"""Seconds for which it is kept after the end, while the bed fades."""


class Sound(QObject):
    """What is heard of a massage. Without a device it is silent, and captions say all.

    Signals:
    availability_changed(bool): whether there is sound from now on.
    caption(str): what a chime says, as it sounds.
    told(str): a sentence about a file that is left out.
    devices_listed(tuple): the names of devices, some time after `list_devices`.
    music_judged(str, str): a path, and one sentence where nothing of it can be played.
    """

    availability_changed = Signal(bool)
    caption = Signal(str)
    told = Signal(str)
    devices_listed = Signal(object)
    music_judged = Signal(str, str)
    _later = Signal(object)

    def __init__(
        self,
        players: Sequence[Player],
        clock: Callable[[], float],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """`players` take turns: the massage, and what comes before it."""
        super().__init__(parent)
        self._players, self._clock = tuple(players), clock
        self.settings = settings
        """What it is to sound like."""
        self.available: bool | None = None
        """Whether there is sound; None as long as nobody knows."""
        self._sounds: ShippedSounds | None = None
        self._engine: Engine | None = None
        self._state = PlayState.READY
        self._leap: Leap | None = None
        self._looked = float("-inf")
        self._other_side: int | None = None
        """The step for which a chime has just told of the other side."""
        self._sleep = QTimer(self, singleShot=True)
        self._sleep.timeout.connect(self._fall_asleep)
        self._later.connect(self._do)

    def use(self, sounds: ShippedSounds) -> None:
        """What beds and chimes there are; captions tell of chimes even where there is no sound."""
        self._sounds = sounds

    def open(self, output: OutputMaker, voice: Voice, aside: Aside | AtOnce | None = None) -> None:
        """Be heard from now on; brings arrays with it, so it is for after the first paint.

        What takes a while is done `aside`, which is a thread where nothing else is given.
        """
        from massage_guide.playback.engine import Engine
        from massage_guide.playback.mixer import Mixer

        if self._sounds is None or self._engine is not None:
            return
        mixer = Mixer()
        self._engine = Engine(
            mixer,
            output(mixer, self._clock, self._tell_available),
            self._clock,
            self._sounds,
            voice,
            aside or Aside(self._have_done),
            self._tell,
        )
        self._engine.wear(self.settings)
        state, self._state = self._state, PlayState.READY
        self._follow(state)

    @property
    def is_open(self) -> bool:
        """Whether it can be heard, as far as the program goes."""
        return self._engine is not None

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Sound as these settings say."""
        self.settings = settings
        if self._engine is not None:
            self._engine.wear(settings)

    @Slot(object)
    def show_moment(self, moment: Moment) -> None:
        """A player has moved on: see what is coming."""
        leapt = moment.leap is not None and moment.leap is not self._leap
        if leapt:
            self._leap = moment.leap
            if self._engine is not None:
                self._engine.leave()
        now = self._clock()
        if leapt or not 0.0 <= now - self._looked < _EVERY:
            self._looked = now
            self._look()

    @Slot(object)
    def cue_due(self, cue: Cue) -> None:
        """A cue is due; what a chime says is shown, whether it is heard or not."""
        self._show_chime(cue)
        if self._engine is not None:
            self._engine.due(cue)
            if self._state is not PlayState.PLAYING:
                self._sleep_after(_AWAKE)

    @Slot(str)
    def state_changed(self, state: str) -> None:
        """A player plays, rests or has ended; one of them at a time."""
        states = {player.state for player in self._players}
        for each in (PlayState.PLAYING, PlayState.RESTING):
            if each in states:
                self._follow(each)
                return
        self._follow(PlayState.OVER)

    @Slot()
    def list_devices(self) -> None:
        """Find out what devices there are; `devices_listed` tells."""
        Thread(target=self._list_devices, name="sound devices", daemon=True).start()

    def judge_music(self, path: str) -> None:
        """Find out whether this can be played; `music_judged` tells."""
        Thread(target=self._judge, args=(path,), name="own music", daemon=True).start()

    def try_voice(self, text: str) -> None:
        """Let the chosen voice say something, outside of a massage."""
        if self._engine is not None and self._state is not PlayState.PLAYING:
            self._sleep_after(_SAMPLE)
            self._engine.try_voice(text)

    def try_chime(self, chime: Chime = Chime.OTHER_SIDE, at: float = 0.0) -> float | None:
        """Let a chime be heard at a second of the clock, or as soon as may be.

        The second at which it is heard, where nothing plays it late; None where there is none.
        """
        from massage_guide.playback.mixer import Bus

        ring = self._engine.chime(chime) if self._engine is not None else None
        if self._engine is None or ring is None:
            return None
        self._sleep_after(max(at - self._clock(), 0.0) + _GONE)
        return self._engine.play(ring, Bus.CHIME, at)

    def try_bed(self, name: str, music: str = "") -> None:
        """Let a bed, or somebody's own music, be heard for a few seconds, outside of a massage."""
        if self._engine is not None and self._state is not PlayState.PLAYING:
            self._sleep_after(_SAMPLE)
            self._engine.try_bed(name, music)

    def close(self) -> None:
        """Fall silent for good."""
        self._sleep.stop()
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def _follow(self, state: PlayState) -> None:
        before, self._state = self._state, state
        engine = self._engine
        if engine is None or state is before:
            return
        if state is PlayState.PLAYING:
            self._sleep.stop()
            engine.go_on() if before is PlayState.RESTING else engine.begin()
            self._looked = float("-inf")
        elif state is PlayState.RESTING:
            engine.rest()
            self._sleep_after(_AWAKE)
        else:
            engine.end()
            self._sleep_after(_GONE)

    def _look(self) -> None:
        coming = self._coming()
        if self._engine is not None and coming is not None:
            self._engine.look(coming)

    def _coming(self) -> list[tuple[Cue, float]] | None:
        playing = (p for p in self._players if p.state is PlayState.PLAYING)
        player = next(playing, None)
        return None if player is None else player.coming(5.0)

    def _show_chime(self, cue: Cue) -> None:
        chime = chime_of(cue, self.settings.talk)
        told = chime is Chime.NEXT and cue.step == self._other_side
        if cue.kind is CueKind.CHANGE_SIDE:
            self._other_side = cue.step
        if chime is not None and self._sounds is not None and not told:
            self.caption.emit(self._sounds.captions[chime].format(limb=self._limb()))

    def _limb(self) -> str:
        player = next((p for p in self._players if p.state is PlayState.PLAYING), None)
        step = player.moment.step if player else None
        return limb_of(step.stroke.region if step and step.stroke else None)

    def _sleep_after(self, seconds: float) -> None:
        heard = self._engine.still_heard() if self._engine is not None else 0.0
        self._sleep.start(round(1000 * (heard + seconds)))

    @Slot()
    def _fall_asleep(self) -> None:
        if self._engine is None or self._state is PlayState.PLAYING:
            return
        if self._engine.still_heard():
            self._sleep_after(_AWAKE)
        else:
            self._engine.sleep()

    @Slot(object)
    def _do(self, job: Job) -> None:
        job()

    def _have_done(self, job: Job) -> None:
        # the window may be on its way out
        with suppress(RuntimeError):
            self._later.emit(job)

    def _tell_available(self, there: bool) -> None:
        self._have_done(lambda: self._show_available(there))

    def _show_available(self, there: bool) -> None:
        self.available = there
        self.availability_changed.emit(there)

    def _tell(self, sentence: str) -> None:
        self._have_done(lambda: self.told.emit(sentence))

    def _judge(self, path: str) -> None:
        from massage_guide.playback.music import why_not

        sentence = why_not(Path(path))
        self._have_done(lambda: self.music_judged.emit(path, sentence))

    def _list_devices(self) -> None:
        from massage_guide.playback.devices import device_names

        names = device_names()
        self._have_done(lambda: self.devices_listed.emit(names))
