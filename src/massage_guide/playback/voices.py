"""Voices: the sound of a text; an author's recording, a shipped one, or own words rendered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Protocol

from massage_guide.domain.speech import slug
from massage_guide.files.recordings import recordings_in
from massage_guide.files.voice_files import ShippedVoice
from massage_guide.playback.decoding import BadSoundError, decoded
from massage_guide.playback.prompt import levelled
from massage_guide.playback.samples import RATE, Samples

KEPT = 4
"""Decoded sounds that stay in memory; whoever plays them keeps those that come soon."""


class Rendered(Protocol):
    """Own words that were rendered earlier."""

    def path(self, text: str) -> Path | None:
        """Where the sound of the text lies; None where there is none yet."""
        ...

    def want(self, texts: Iterable[str]) -> None:
        """Render these when there is time."""
        ...


class Voices:
    """Finds and decodes what is said; may be asked from any thread."""

    def __init__(
        self,
        shipped: Iterable[ShippedVoice],
        own_words: Rendered,
        tell: Callable[[str], None],
    ) -> None:
        """`tell` hears a sentence about a file that cannot be used, once for each."""
        self._shipped = {voice.name: voice for voice in shipped}
        self._own_words = own_words
        self._tell = tell
        self._chosen = ""
        self._recordings: Mapping[str, Path] = {}
        self._decoded: OrderedDict[Path, Samples] = OrderedDict()
        self._bad: set[Path] = set()
        self._lock = Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """The shipped voices there are."""
        return tuple(self._shipped)

    def choose(self, name: str) -> None:
        """Speak with this voice; one that is not there leaves the words to captions."""
        self._chosen = name

    def record(self, folder: Path | None) -> None:
        """Let the recordings of this folder, an author's own, come before any voice."""
        self._recordings = recordings_in(folder)

    def prepare(self, texts: Iterable[str]) -> None:
        """Have rendered what nobody can say yet."""
        self._own_words.want(text for text in texts if not any(self._paths(text)))

    def say(self, text: str) -> Samples | None:
        """The sound of the text, stereo; None where there is none, and captions tell it."""
        for path in self._paths(text):
            samples = self._sound(path)
            if samples is not None:
                return samples
        return None

    def _paths(self, text: str) -> Iterable[Path]:
        """Where the sound may lie, best first."""
        shipped = self._shipped.get(self._chosen)
        spoken = shipped.words.get(text) if shipped else None
        found = (
            self._recordings.get(slug(text)),
            spoken.path if spoken else None,
            self._own_words.path(text),
        )
        return (path for path in found if path is not None and path not in self._bad)

    def _sound(self, path: Path) -> Samples | None:
        with self._lock:
            if path in self._decoded:
                self._decoded.move_to_end(path)
                return self._decoded[path]
            try:
                samples = decoded(path)
                if path in self._recordings.values():
                    # an author's recording becomes as loud as the voices, which are so already
                    samples = levelled(samples, RATE)
            except BadSoundError as problem:
                self._bad.add(path)
                self._tell(str(problem))
                return None
            self._decoded[path] = samples
            while len(self._decoded) > KEPT:
                self._decoded.popitem(last=False)
            return samples
