"""The closing: kind words that follow what happened, and the same questions after each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.heavy_days import feels_heavy
from massage_guide.domain.sentences import kind_words, plain_sentence, support_line
from massage_guide.domain.session import Ending, Place, SessionSummary, When
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.playback.recorder import Recorder
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.windows.enough import Enough

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal


class Closing(QObject):
    """Writes down what the parent tells on Enough, and tells the massage back in a sentence.

    Signals:
    screen_wanted(str): enough or home.
    """

    screen_wanted = Signal(str)

    def __init__(self, enough: Enough, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._enough, self._recorder = enough, recorder
        self._journal: Journal | None = None
        self._moments: tuple[str, ...] = ()
        self._noticed: tuple[str, ...] = ()
        self._ending: Ending | None = None
        self._seen: Settledness | None = None
        """How settled the baby was when last told, once the massage had begun."""

    def use(self, moments: Sequence[str]) -> None:
        """The moments that parents often notice."""
        self._moments = tuple(moments)

    def read_from(self, journal: Journal | None) -> None:
        """Where the massage can be read back."""
        self._journal = journal

    @Slot(object)
    def begin(self, ending: Ending) -> None:
        """The massage is over; everything on this screen is optional."""
        self._recorder.end(ending)
        self._noticed = ()
        told = None if ending is Ending.OTHER else ending
        self._enough.begin(self._moments, told)
        self._ending, self._seen = ending, self._seen_on_the_way()
        self._say_kind_words()
        self.screen_wanted.emit("enough")

    @Slot()
    def declined(self) -> None:
        """The baby said not now: an ending like any other."""
        self.begin(Ending.BABY_SAID_NO)

    @Slot(object, object)
    def rated(self, value: Settledness | None, state: BabyState | None) -> None:
        """How settled the baby is after."""
        self._recorder.rate(value, state, Place.ENOUGH)
        self._enough.show_rating(value, state)
        self._seen = self._seen_on_the_way() if value is None else value
        self._say_kind_words()

    @Slot(object)
    def moments_changed(self, moments: Sequence[str]) -> None:
        """What the parent noticed."""
        for word in dict.fromkeys((*self._noticed, *moments)):
            if (word in moments) != (word in self._noticed):
                self._recorder.moment(word, word in moments)
        self._noticed = tuple(moments)

    @Slot(str)
    def noted(self, words: str) -> None:
        """The parent's own words."""
        self._recorder.note(words)

    @Slot(object)
    def ending_chosen(self, ending: Ending | None) -> None:
        """Why it ended; all reasons are equal."""
        self._recorder.end(ending or Ending.OTHER)
        self._ending = ending
        self._say_kind_words()

    @Slot(str)
    def word_chosen(self, word: str) -> None:
        """How the parent is after, in a word."""
        self._recorder.parent_word(When.AFTER, word or None)

    @Slot()
    def go_on(self) -> None:
        """Tell the massage in a plain sentence."""
        told = self._told()
        if told is None:
            self._enough.show_sentence(self.tr("That was time together."), kept=False)
        else:
            sentence = plain_sentence(told, told.started.date())
            heavy = feels_heavy(told)
            self._enough.show_sentence(sentence, support_line(told), heavy=heavy)

    def _say_kind_words(self) -> None:
        self._enough.show_kind_words(kind_words(self._ending, self._seen))

    def _seen_on_the_way(self) -> Settledness | None:
        told = self._told()
        seen = [one.value for one in told.observations if one.place is Place.GUIDE] if told else []
        return seen[-1] if seen else None

    def _told(self) -> SessionSummary | None:
        session = self._recorder.session
        try:
            return self._journal.session(session) if self._journal and session else None
        except JournalReadFailed:
            # the kind words do not depend on a disk
            return None

    @Slot()
    def home(self) -> None:
        """Back home."""
        self._recorder.close()
        self.screen_wanted.emit("home")
