"""Getting ready: what is true today, the breath and the asking, until there is an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.learning import practised
from massage_guide.domain.played import PlayedStep, RowKind, played_steps
from massage_guide.domain.preludes import asking, breathing
from massage_guide.domain.review import review_line
from massage_guide.domain.routine import Oil, Routine
from massage_guide.domain.session import Answer, Baby, Place, SessionStart, Unfinished, When
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.domain.suitability import (
    AGE_ASKED,
    AGE_NOT_TOLD,
    HOLDING_ID,
    Suited,
    holding_only,
    renumbered,
    suit,
)
from massage_guide.domain.timeline import Moment
from massage_guide.domain.today import UNKNOWN_AGE_WEEKS, Today, corrected_weeks
from massage_guide.files.library import Library
from massage_guide.playback.player import Player
from massage_guide.playback.recorder import Recorder
from massage_guide.windows.ask import Ask
from massage_guide.windows.get_ready import GetReady

PEACE = "two-minutes-peace"
"""Id of the routine that is one press away and asks nothing [rules 4, 23]."""
ASKING = "asking-first"
"""Id of the stroke that is shown while the baby is asked."""


class GettingReady(QObject):
    """Leads from a chosen routine to a plan that the baby agreed to.

    Signals:
    screen_wanted(str): get_ready, ask or home.
    planned(Suited): this is what the baby is asked about.
    agreed(Suited): this is to be played now.
    declined(): the baby said not now.
    """

    screen_wanted = Signal(str)
    planned = Signal(object)
    agreed = Signal(object)
    declined = Signal()

    def __init__(
        self,
        get_ready: GetReady,
        ask: Ask,
        prelude: Player,
        recorder: Recorder,
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._get_ready, self._ask = get_ready, ask
        self._prelude, self._recorder = prelude, recorder
        self._wall_clock = wall_clock
        self._library: Library | None = None
        self._routine: Routine | None = None
        self._suited: Suited | None = None
        self._today = self._pressed = Today()
        """What is true today, and what of it the chips say."""
        self._settled: Settledness | None = None
        self._ages: dict[UUID | None, int | None] = {}
        """Ages that were told or skipped, by baby, as long as the program runs."""
        self.baby: Baby | None = None
        """Whose massage it is; None when nobody was entered."""

    def use(self, library: Library) -> None:
        """What there is to play."""
        self._library = library

    def begin(self, routine_id: str) -> None:
        """Get ready for a routine; *Two minutes' peace* goes straight to the breath."""
        routine = self._library.routine(routine_id) if self._library else None
        if routine is not None:
            self.begin_with(routine)

    def begin_with(self, routine: Routine) -> None:
        """Get ready for this one, which need not lie in the library."""
        self._routine, self._settled = routine, None
        self._today = self._pressed = Today()
        self._recorder.open(
            SessionStart(
                routine.id,
                routine.version,
                routine.digest,
                routine.title,
                self._whose(),
                self._weeks(),
            )
        )
        self._get_ready.show_routine(routine.title, routine.oil is not Oil.NONE)
        strokes = self._library.strokes.values() if self._library else ()
        played = {step.stroke for step in routine.steps()}
        self._get_ready.show_review(review_line(one for one in strokes if one.id in played))
        self._show_age()
        self._refit()
        self.screen_wanted.emit("get_ready")
        if routine.id == PEACE:
            self.go_on()

    def plan_again(self, unfinished: Unfinished) -> Suited | None:
        """The plan of a massage that was cut off; None when its routine is gone."""
        start = unfinished.start
        if self._library is None:
            return None
        own = practised(start.routine, self._library.strokes)
        routine = own or self._library.routine(start.routine)
        if routine is None:
            return None
        today = Today.from_words(start.chips)
        if unfinished.answer is Answer.NOT_SURE or unfinished.holding == HOLDING_ID:
            return holding_only(self._library.strokes, today)
        plan = self._fitted(self._library, routine, today, start.corrected_weeks)
        kept = [step for step in plan.steps if _region(step) not in unfinished.left_out]
        return replace(plan, steps=renumbered(kept)) if kept else None

    @Slot(object)
    def today_changed(self, today: Today) -> None:
        """A chip was pressed."""
        self._pressed = today
        self._take_in()

    @Slot(object)
    def age_told(self, weeks: int | None) -> None:
        """The corrected age was told, corrected or skipped; it is asked once."""
        self._ages[self._whose()] = weeks
        self._recorder.baby(self._whose(), weeks)
        self._refit()

    @Slot(object, object)
    def rated(self, value: Settledness | None, state: BabyState | None) -> None:
        """How settled the baby is before; crying counts as its chip, until it is rated anew."""
        self._recorder.rate(value, state, Place.GET_READY)
        self._get_ready.show_rating(value, state)
        self._settled = value
        self._take_in()

    @Slot(str)
    def word_chosen(self, word: str) -> None:
        """How the parent is before, in a word."""
        self._recorder.parent_word(When.BEFORE, word or None)

    @Slot()
    def just_hold(self) -> None:
        """The parent would rather hold today."""
        if self._library:
            self._suited = holding_only(self._library.strokes, self._today)
            self._recorder.happened("swap", self._suited.routine.id)
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """To the breath, or on where there is none."""
        if self._routine and self._routine.id != PEACE:
            self._ages.setdefault(self._whose(), None)  # going on without an answer skips it
        seconds = self._routine.prelude.breathing_seconds if self._routine else 0.0
        if not seconds:
            self.breath_done()
            return
        self._get_ready.show_breath(True)
        self._prelude.load(breathing(seconds), 0.0)
        self._prelude.start()

    @Slot(object)
    def prelude_moved(self, moment: Moment) -> None:
        """The breath goes on."""
        if moment.row.kind is RowKind.BREATHING:
            self._get_ready.set_breath_seconds(moment.into, moment.row.length)

    @Slot(str, str)
    def prelude_happened(self, kind: str, detail: str) -> None:
        """The lid was closed meanwhile: a breath and an asking simply go on."""
        if kind == "gap":
            self._prelude.start()

    @Slot()
    def breath_done(self) -> None:
        """To Ask, or straight to the massage where its first line asks."""
        self._prelude.stop()
        stroke = self._library.strokes.get(ASKING) if self._library else None
        if self._routine is None or not self._routine.prelude.ask or stroke is None:
            self.answered(Answer.YES)
            return
        self.planned.emit(self._suited)
        self._ask.show_baby(self.baby.name if self.baby else "")
        self.screen_wanted.emit("ask")
        self._prelude.load(asking(stroke))
        self._prelude.start()
        self._prelude.toggle_hold()

    @Slot()
    def leave(self) -> None:
        """Back home before Ask; it was never a massage."""
        self._prelude.stop()
        self._recorder.drop()
        self.screen_wanted.emit("home")

    @Slot(object)
    def answered(self, answer: Answer) -> None:
        """What the baby said."""
        self._prelude.stop()
        if self._library is None or self._suited is None:
            return
        self._recorder.answer(answer)
        if answer is Answer.NOT_NOW:
            self.declined.emit()
            return
        if answer is Answer.NOT_SURE:
            self._suited = holding_only(self._library.strokes, self._today)
        self.agreed.emit(self._suited)

    def _take_in(self) -> None:
        today = self._pressed.seen_as(self._settled)
        if today != self._today:
            self._today = today
            self._recorder.chips(today.words())
            self._refit()

    def _whose(self) -> UUID | None:
        return self.baby.id if self.baby else None

    def _dated(self) -> Baby | None:
        return self.baby if self.baby and (self.baby.born or self.baby.due) else None

    @property
    def weeks(self) -> int | None:
        """The baby's corrected age, as far as anybody told it."""
        return self._weeks()

    def _weeks(self) -> int | None:
        baby = self._dated()
        if baby is None:
            return self._ages.get(self._whose())
        return corrected_weeks(self._wall_clock().date(), baby.born, baby.due)

    def _show_age(self) -> None:
        baby = self._dated()
        if baby is not None:
            self._get_ready.show_age(self._weeks(), baby.name)
        elif self._whose() in self._ages:
            self._get_ready.show_age(self._weeks())
        else:
            self._get_ready.ask_age(True)

    def _refit(self) -> None:
        if self._library is None or self._routine is None:
            return
        suited = self._fitted(self._library, self._routine, self._today, self._weeks())
        self._suited = suited
        self._get_ready.show_fit(suited.left_out, suited.kind_line, suited.only_holding)

    def _fitted(
        self, library: Library, routine: Routine, today: Today, weeks: int | None
    ) -> Suited:
        steps = played_steps(routine, library.strokes)
        if weeks is not None:
            return suit(routine, steps, library.strokes, today, weeks)
        line = AGE_NOT_TOLD if self._whose() in self._ages else AGE_ASKED
        return suit(routine, steps, library.strokes, today, UNKNOWN_AGE_WEEKS, line)


def _region(step: PlayedStep) -> str | None:
    return step.stroke.region.value if step.stroke else None
