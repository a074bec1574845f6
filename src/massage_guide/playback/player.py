"""The player: the only owner of time in a massage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from massage_guide.domain.cues import Cue
from massage_guide.domain.played import PlayedStep, RowKind
from massage_guide.domain.playhead import PACES, Over, Playhead, StepBegan, StepEnded
from massage_guide.domain.still import stands
from massage_guide.domain.stopwatch import Stopwatch
from massage_guide.domain.timeline import Moment, Timeline
from massage_guide.playback.play_state import FOR_BABY
from massage_guide.playback.play_state import PlayState as PlayState

FRAME = 1 / 60
"""Seconds between two looks while hands move."""
LONGEST_SLEEP = 1.0
"""Seconds after which the player looks again in any case, so that a gap shows."""
TWICE = 1.5
"""Seconds within which a second press of `again` means the step before [rules 10]."""


class Player(QObject):
    """Walks a massage along its timeline, by one injected monotonic clock.

    Signals, all facts:
    moment_changed(Moment): draw this; cue_due(Cue): say or show this now.
    step_began(PlayedStep), step_ended(PlayedStep, str): ended is done, skipped or left.
    state_changed(str): a PlayState.
    happened(str, str): again, back, hold, rest, go_on, pace, gap, jump; with its detail.
    """

    moment_changed = Signal(object)
    cue_due = Signal(object)
    step_began = Signal(object)
    step_ended = Signal(object, str)
    state_changed = Signal(str)
    happened = Signal(str, str)

    def __init__(
        self,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._watch = Stopwatch(clock, wall_clock)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._head: Playhead | None = None
        self._state = PlayState.READY
        self._open: PlayedStep | None = None
        self._again_at: float | None = None
        self.speed = 1.0
        """Seconds of a massage in each second of the clock; a rehearsal has more than one."""
        self.still = False
        """Whether a picture stands until the next step, so that no frames are wanted."""
        self.rest_reason = ""
        """Why it rests: baby, gap, window, help, card or practice."""
        self._praised = 0

    @property
    def state(self) -> PlayState:
        """What the player is doing."""
        return self._state

    @property
    def head(self) -> Playhead:
        """The playhead; raises RuntimeError before `load`."""
        if self._head is None:
            raise RuntimeError("no massage is loaded")
        return self._head

    @property
    def moment(self) -> Moment:
        """Where the massage is now."""
        return self.head.moment

    @property
    def hold(self) -> bool:
        """Whether the present step stays."""
        return self.head.hold

    @property
    def pace(self) -> float:
        """1 is the routine's own."""
        return self.head.pace

    def coming(self, seconds: float) -> list[tuple[Cue, float]]:
        """The cues of the next real seconds, each with the second of the clock when it is due."""
        passed = self._watch.passed()
        ahead = self.head.coming((seconds + passed) * self.speed) if self._playing() else []
        return [(cue, self._watch.marked + due / self.speed) for cue, due in ahead]

    def load(self, timeline: Timeline, position: float | None = None) -> None:
        """Be ready to play; `position` in timeline seconds goes on with an earlier massage."""
        self._timer.stop()
        self._open = self._again_at = None
        self._head = Playhead(timeline)
        if position is not None:
            self._head.stand(position)
        self._enter(PlayState.READY)

    @Slot()
    def start(self) -> None:
        """Begin, or go on after a rest."""
        if self._head is None or self._state in (PlayState.PLAYING, PlayState.OVER):
            return
        resumed = self._state is PlayState.RESTING
        self.rest_reason = ""
        self._watch.mark()
        self._enter(PlayState.PLAYING)
        if resumed:
            self.happened.emit("go_on", "")
        self.look()

    def rest(self, reason: str = FOR_BABY) -> None:
        """Everything stands still; nothing counts down."""
        if self._state is not PlayState.PLAYING:
            return
        self.look()
        if self._playing():
            self._stand(reason)
            self.happened.emit("rest", reason)
            if reason == FOR_BABY:
                self._praised += 1
                self.cue_due.emit(self.head.praise(self._praised - 1))

    @Slot()
    def toggle(self) -> None:
        """Baby needs a moment, or go on."""
        if self._state is PlayState.PLAYING:
            self.rest()
        else:
            self.start()

    @Slot()
    def next(self) -> None:
        """On to the next step; after the last one the massage is over."""
        if not self._wake():
            return
        moment = self.moment
        self._close_step("done" if moment.looping or moment.cycle >= 1.0 else "skipped")
        if moment.step is None or moment.following is None:
            self.head.stand(self.head.timeline.length)
            self._finish()
        else:
            self._place(self.head.timeline.lead_of(moment.following.number).start)

    @Slot()
    def again(self) -> None:
        """This step anew; pressed twice quickly, the one before [rules 10]."""
        step = self.moment.step if self._wake() else None
        if step is None:
            return
        now = self._clock()
        if self._again_at is not None and now - self._again_at <= TWICE and step.number > 1:
            self._again_at = None
            self.back()
            return
        self._again_at = now
        self.happened.emit("again", str(step.number))
        self._close_step("left")
        row = self.moment.row
        # in the pause its words come anew, in the stroke its first repeat
        anew = row if row.kind is RowKind.PAUSE else self.head.timeline.row_of(step.number)
        self._place(anew.start)

    @Slot()
    def back(self) -> None:
        """To the step before; cancels the `again` that the first press made."""
        step = self.moment.step if self._wake() else None
        if step is None:
            return
        before = max(step.number - 1, 1)
        self.happened.emit("back", str(before))
        self._close_step("left")
        self._place(self.head.timeline.lead_of(before).start)

    def jump(self, number: int) -> None:
        """To step `number`, from 1; unknown numbers do nothing."""
        if self._wake() and 1 <= number <= len(self.head.timeline.steps):
            self._close_step("left")
            self.happened.emit("jump", str(number))
            self._place(self.head.timeline.lead_of(number).start)

    @Slot()
    def toggle_hold(self) -> None:
        """Stay with this stroke, or let it go on by itself."""
        if self._live():
            self.look()
            self.head.hold = not self.head.hold
            self.happened.emit("hold", "on" if self.head.hold else "off")
            self.look()

    def change_pace(self, steps: int) -> None:
        """Quicker (positive) or slower by so many notches."""
        if not self._live():
            return
        self.look()
        notch = min(max(PACES.index(self.head.pace) + steps, 0), len(PACES) - 1)
        if PACES[notch] != self.head.pace:
            self.head.pace = PACES[notch]
            self.happened.emit("pace", str(self.head.pace))
            self.look()

    def replan(self, steps: Sequence[PlayedStep], number: int) -> None:
        """Go on with other steps from step `number`; used by the rest screen."""
        if self._live():
            self._close_step("left")
            routine = self.head.timeline.routine
            timeline = Timeline(routine, steps, self.head.timeline.narration)
            hold, pace = self.head.hold, self.head.pace
            self.head.lay(timeline, timeline.lead_of(number).start)
            self.head.hold, self.head.pace = hold, pace
            self.moment_changed.emit(self.moment)

    def stop(self) -> None:
        """End here; the open step counts as left."""
        self._timer.stop()
        if self._live():
            self._close_step("left")
            self._enter(PlayState.OVER)

    @Slot()
    def look(self) -> None:
        """See how much time has passed, and tell what came due."""
        if self._state is not PlayState.PLAYING:
            return
        seconds, gap = self._watch.lap()
        if gap is not None:
            self._stand("gap")
            self.happened.emit("gap", f"{gap:.0f}")
            return
        for happening in self.head.advance(seconds * self.speed):
            if isinstance(happening, StepBegan):
                self._open = happening.step
                self.step_began.emit(happening.step)
            elif isinstance(happening, StepEnded):
                self._close_step("done")
            elif isinstance(happening, Over):
                self._finish()
                return
            elif isinstance(happening, Cue):
                self.cue_due.emit(happening)
            if not self._playing():
                return
        self.moment_changed.emit(self.moment)
        self._arm()

    def _arm(self) -> None:
        to_next = self.head.seconds_to_next()
        frame = LONGEST_SLEEP if self.still and stands(self.moment) else FRAME
        wait = min(frame, LONGEST_SLEEP if to_next is None else to_next / self.speed)
        self._timer.start(max(round((wait - self._watch.passed()) * 1000), 0))

    def _stand(self, reason: str) -> None:
        self._timer.stop()
        self.rest_reason = reason
        self._enter(PlayState.RESTING)

    def _playing(self) -> bool:
        return self._state is PlayState.PLAYING

    def _wake(self) -> bool:
        """Look first: the first key after a closed lid must not skip the asking [rules 7]."""
        was_playing = self._playing()
        self.look()
        return self._live() and self._playing() is was_playing

    def _live(self) -> bool:
        return self._head is not None and self._state in (PlayState.PLAYING, PlayState.RESTING)

    def _place(self, position: float) -> None:
        if self._state is PlayState.PLAYING:
            self._watch.mark()
        self.head.leap(position)
        self.moment_changed.emit(self.moment)
        self.look()

    def _close_step(self, how: str) -> None:
        step, self._open = self._open, None
        if step is not None:
            self.step_ended.emit(step, how)

    def _finish(self) -> None:
        self._timer.stop()
        self._close_step("done")
        self._enter(PlayState.OVER)
        self.moment_changed.emit(self.moment)

    def _enter(self, state: PlayState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state.value)
