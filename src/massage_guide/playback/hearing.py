"""Hearing: a whole massage as it would sound, rendered without a device, faster than it plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from massage_guide.domain.playhead import Playhead
from massage_guide.domain.settings import Settings
from massage_guide.domain.timeline import Timeline
from massage_guide.files.sounds_file import ShippedSounds
from massage_guide.playback.aside import AtOnce
from massage_guide.playback.engine import Engine, Voice
from massage_guide.playback.mixer import Mixer
from massage_guide.playback.samples import RATE, Samples, frames

_STEP = frames(0.25)
"""Frames from one look at what is coming to the next."""
_TAIL = frames(5.0)
"""Frames after the last stroke, in which the bed goes and the last chime fades."""


class _Desk:
    """An output whose clock is the frame that is rendered next."""

    available = True

    def __init__(self, mixer: Mixer) -> None:
        self._mixer = mixer

    def clock(self) -> float:
        return self._mixer.frame / RATE

    def start(self) -> None:
        """Nothing is to be opened."""

    def stop(self) -> None:
        """Nothing is to be closed."""

    def close(self) -> None:
        """Nothing is to be closed."""

    def choose(self, device: str) -> None:
        """There is nothing to choose from."""

    def frame_at(self, seconds: float) -> int:
        return round(seconds * RATE)

    def soonest(self) -> int:
        return self._mixer.frame

    def renew(self) -> None:
        """Nothing is rendered ahead."""


def heard(
    timeline: Timeline,
    sounds: ShippedSounds,
    voice: Voice,
    settings: Settings,
    tell: Callable[[str], None],
) -> Iterator[Samples]:
    """The massage piece by piece, breathing and Ask included."""
    mixer = Mixer()
    desk = _Desk(mixer)
    engine = Engine(mixer, desk, desk.clock, sounds, voice, AtOnce(), tell)
    head = Playhead(timeline)
    head.stand(0.0)
    engine.wear(settings)
    engine.begin()
    while not head.over:
        now = desk.clock()
        engine.look([(cue, now + due) for cue, due in head.coming(6.0)])
        mixer.seek(mixer.frame)
        yield mixer.render(_STEP)
        head.advance(_STEP / RATE)
    engine.end()
    left = frames(engine.still_heard()) + _TAIL
    mixer.seek(mixer.frame)
    yield mixer.render(left)
    engine.close()
