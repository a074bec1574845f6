"""The recorder: writes a massage into the journal as it happens."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.cues import Cue
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.session import (
    Answer,
    Ending,
    EventKind,
    HowDone,
    Place,
    SessionStart,
    When,
)
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.storage.errors import JournalWriteFailed
from massage_guide.storage.waiting import Waiting

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.storage.journal import Journal

_KINDS = {
    "again": EventKind.AGAIN,
    "back": EventKind.BACK,
    "jump": EventKind.JUMP,
    "rest": EventKind.REST,
    "go_on": EventKind.GO_ON,
    "pace": EventKind.PACE,
    "gap": EventKind.GAP,
    "swap": EventKind.SWAP,
    "leave_out": EventKind.LEAVE_OUT,
}


class Recorder(QObject):
    """Listens to the player and the screens; each fact is on disk when its slot returns.

    The journal comes a moment after the window: what happens before that is
    written as soon as it is there. Without a journal nothing is kept.

    Signals:
    write_failed(str): one sentence for the parent; the massage goes on.
    """

    write_failed = Signal(str)

    def __init__(self, where: Callable[[], float | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._journal: Journal | None = None
        self._session: UUID | None = None
        self._earlier: list[Callable[[], None]] | None = []
        """What waits for the journal; None once it is there, or cannot be."""
        self._told = False
        self._waiting = Waiting()

    @property
    def session(self) -> UUID | None:
        """The massage that is being written down."""
        return self._session

    def keep_in(self, journal: Journal | None) -> None:
        """Write into this journal from now on; without one, keep nothing."""
        self._journal = journal
        self._session = None
        earlier, self._earlier = self._earlier, None
        for write in earlier or ():
            write()

    def open(self, start: SessionStart) -> None:
        """Get ready opens."""
        if self._earlier is not None:
            self._earlier.append(lambda: self.open(start))
            return
        self._session = None
        if self._journal is None:
            return
        session = uuid4()
        try:
            self._waiting.write(self._journal, lambda it: it.open_session(start, session))
            self._session = session
        except JournalWriteFailed as error:
            # kept in memory, it can still be written once there is room
            self._session = session if error.may_pass else None
            self._tell(error.sentence)

    def resume(self, session: UUID) -> None:
        """Go on with a massage that was cut off."""
        self._session = session
        self._write(lambda journal, session: journal.resume(session))

    def take(self, session: UUID) -> None:
        """Add to a massage that was cut off, without going on with it."""
        self._session = session

    def drop(self) -> None:
        """The parent left before Ask: it was never a massage."""
        self._write(lambda journal, session: journal.drop_session(session))
        self.close()

    def baby(self, baby: UUID | None, weeks: int | None) -> None:
        """Whose massage it is, and the corrected age."""
        self._write(lambda journal, session: journal.set_baby(session, baby, weeks))

    def chips(self, chips: Collection[str]) -> None:
        """What is true today."""
        self._write(lambda journal, session: journal.set_chips(session, chips))

    def answer(self, answer: Answer) -> None:
        """What the baby said to Ask."""
        self._write(lambda journal, session: journal.answer(session, answer))

    def rate(self, value: Settledness | None, state: BabyState | None, place: Place) -> None:
        """How settled the baby is; None takes the last answer back."""
        if value is None:
            self._write(lambda journal, session: journal.take_back_rating(session, place))
            return
        rating = value
        self._write(lambda journal, session: journal.rate(session, rating, state, place))

    def moment(self, word: str, noticed: bool) -> None:
        """Something the parent noticed, or takes back."""

        def write(journal: Journal, session: UUID) -> None:
            (journal.add_moment if noticed else journal.remove_moment)(session, word)

        self._write(write)

    def note(self, words: str) -> None:
        """The parent's own words."""
        self._write(lambda journal, session: journal.set_note(session, words))

    def parent_word(self, when: When, word: str | None) -> None:
        """How the parent is, in one word."""
        self._write(lambda journal, session: journal.set_parent_word(session, when, word))

    def end(self, ending: Ending) -> None:
        """Why it ended; may be said again while Enough is open."""
        self._write(lambda journal, session: journal.end(session, ending))

    def close(self) -> None:
        """This massage is written; the next one opens anew."""
        if self._earlier is not None:
            self._earlier.append(self.close)
        self._session = None

    @Slot(object)
    def step_began(self, step: PlayedStep) -> None:
        """The hands began a step."""
        stroke = step.stroke.id if step.stroke else None
        at = self._where()
        self._write(
            lambda journal, session: journal.step_began(session, step.number, stroke, step.side, at)
        )

    @Slot(object, str)
    def step_ended(self, step: PlayedStep, how: str) -> None:
        """A step is over: done, skipped or left."""
        at = self._where()
        self._write(lambda journal, session: journal.step_ended(session, HowDone(how), at))

    @Slot(object)
    def cue_due(self, cue: Cue) -> None:
        """Every cue tells how far it has come, so that it can go on there after a crash."""
        self._write(lambda journal, session: journal.reached(session, cue.start), only_now=True)

    @Slot(str, str)
    def happened(self, kind: str, detail: str) -> None:
        """Again, back, hold, rest, go on, pace, gap or jump."""
        event = _KINDS.get(kind)
        if kind == "hold":
            event = EventKind.HOLD if detail == "on" else EventKind.HOLD_OFF
        if event is None:
            return
        at = self._where()
        kept = event
        self._write(lambda journal, session: journal.event(session, kept, detail, at))

    @Slot()
    def catch_up(self) -> None:
        """Write what could not be written before, if that is possible now."""
        if self._journal is not None:
            with suppress(JournalWriteFailed):
                self._waiting.catch_up(self._journal)

    def _write(self, action: Callable[[Journal, UUID], None], *, only_now: bool = False) -> None:
        if self._earlier is not None:
            self._earlier.append(lambda: self._write(action, only_now=only_now))
            return
        session = self._session
        if self._journal is None or session is None:
            return
        try:
            self._waiting.write(self._journal, lambda it: action(it, session), only_now=only_now)
            self._told = False
        except JournalWriteFailed as error:
            self._tell(error.sentence)

    def _tell(self, sentence: str) -> None:
        """Once, not at every event, until something could be written again."""
        if not self._told:
            self._told = True
            self.write_failed.emit(sentence)
