"""Speaking: who says the words of a massage, and what has to be rendered before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.suitability import Suited
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library

if TYPE_CHECKING:  # voices bring arrays with them, which load after the first paint
    from massage_guide.playback.own_words import OwnWords
    from massage_guide.playback.voices import Voices


class Speaking(QObject):
    """Finds a voice for each massage that is planned, its author's own words included.

    Signals:
    told(str): a sentence about words that are not spoken; it may come from any thread.
    """

    told = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` keeps own words once they are rendered."""
        super().__init__(parent)
        self._folder = folder
        self._library: Library | None = None
        self._own_words: OwnWords | None = None
        self._voices: Voices | None = None

    def use(self, library: Library) -> None:
        """What there is to say, and who says it."""
        self._library = library

    def open(self) -> Voices:
        """The voices; brings arrays with it, so it is for after the first paint."""
        from massage_guide.playback.own_words import OwnWords
        from massage_guide.playback.voices import Voices

        self._own_words = OwnWords(self._folder, self)
        self._own_words.problem.connect(self.told)
        shipped = self._library.voices if self._library else ()
        self._voices = Voices(shipped, self._own_words, self.told.emit)
        return self._voices

    @Slot(object)
    def prepare(self, plan: Suited) -> None:
        """This massage comes next: take its author's recordings, and render what nobody can say."""
        if self._voices is None or self._library is None:
            return
        self._voices.record(self._library.recordings.get(plan.routine.id))
        cues = Timeline(plan.routine, plan.steps).cues
        self._voices.prepare(dict.fromkeys(cue.text for cue in cues if cue.kind.is_spoken))

    def close(self) -> None:
        """Render nothing any more."""
        if self._own_words is not None:
            self._own_words.close()
