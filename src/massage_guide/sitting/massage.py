"""The massage itself: what the wishes of Guide and its rest screen do to the plan."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.domain.figure import Side
from massage_guide.domain.learning import Practice, is_practice
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.playhead import PACES
from massage_guide.domain.routine import Step
from massage_guide.domain.session import Ending, Place, Unfinished
from massage_guide.domain.settings import Settings
from massage_guide.domain.settledness import Settledness
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.suitability import Suited, renumbered, replacement_for
from massage_guide.domain.talk import Narration
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.playback.awake import Awake
from massage_guide.playback.player import Player, PlayState
from massage_guide.playback.recorder import Recorder
from massage_guide.windows.guide import Guide

HOLD_SECONDS = 60.0
"""Length of a hold that takes the place of what was planned; it goes on if wished."""
HAND_HUG, IN_ARMS = "hand-hug", "chest-to-chest-rest"


class Massage(QObject):
    """Plays a plan, and changes it when the baby asks for something else.

    Signals:
    screen_wanted(str): guide.
    over(Ending): it is over, for a reason as good as any other.
    practised(): one stroke alone, on a doll, is over.
    """

    screen_wanted = Signal(str)
    over = Signal(object)
    practised = Signal()

    def __init__(
        self,
        guide: Guide,
        player: Player,
        recorder: Recorder,
        awake: Awake,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._guide, self._player = guide, player
        self._recorder, self._awake = recorder, awake
        self._library: Library | None = None
        self._narration = Narration()
        self.is_on = False
        """Whether a massage is being given."""
        self._on_doll = False
        self._practice_pace = 1.0

    def use(self, library: Library) -> None:
        """Where holds are found, and how long words take."""
        self._library = library
        self._narration = replace(self._narration, lengths=library.lengths)

    @Slot(object)
    def tell_as(self, settings: Settings) -> None:
        """How much is said from the next massage on, and how long a silence may be."""
        self._narration = replace(
            self._narration, talk=settings.talk, longest_silence=float(settings.longest_silence)
        )

    @Slot(object)
    def play(self, plan: Suited) -> None:
        """Begin at the first step; one stroke alone goes on for as long as is wished."""
        self._begin(Timeline(plan.routine, plan.steps, self._narration), None)
        if is_practice(plan.routine.id):
            self._player.toggle_hold()
            self._player.change_pace(PACES.index(self._practice_pace) - PACES.index(1.0))

    @Slot(object)
    def expect(self, practice: Practice) -> None:
        """One stroke alone comes next, at this pace."""
        self._practice_pace = practice.pace

    def practise(self, plan: Suited) -> None:
        """Play on a doll; nothing of it is written down."""
        self._recorder.close()
        self._on_doll = True
        self.play(plan)

    @Slot()
    def rest_or_go_on(self) -> None:
        """Baby needs a moment, or go on; a doll needs none, and its picture simply stands."""
        if self._on_doll and self._player.state is PlayState.PLAYING:
            self._player.rest("practice")
        else:
            self._player.toggle()

    def resume(self, plan: Suited, unfinished: Unfinished, *, again: bool) -> None:
        """Go on where a massage was cut off, or with that stroke anew."""
        steps, number = self._taken_up(plan.steps, unfinished)
        timeline = Timeline(plan.routine, steps, self._narration)
        row = timeline.row_of(number)
        position = unfinished.at
        if again or position is None or not row.start <= position < row.end:
            position = row.start
        self._begin(timeline, position)

    @Slot(int)
    def rated(self, value: int) -> None:
        """How settled the baby is, 1 to 5; a crying baby is picked up before anything else."""
        settled = Settledness(value)
        if self._on_doll:
            return
        self._recorder.rate(settled, None, Place.GUIDE)
        self._guide.show_rating(settled)
        cries = settled is Settledness.CRYING
        if cries:
            self._player.rest()
        if cries is not self._guide.rest.crying:
            self._guide.rest.cry(cries)

    @Slot()
    def hold_only(self) -> None:
        """What was still planned becomes one hold, in arms for a baby who cries."""
        moment = self._player.moment
        if self._library is None or moment.step is None:
            return
        strokes = self._library.strokes
        now = moment.step
        hold = strokes.get(IN_ARMS) if self._guide.rest.crying else None
        if hold is None:
            hold = replacement_for(now.stroke, strokes) if now.stroke else strokes[HAND_HUG]
        if hold is None:
            return
        self._recorder.happened("swap", hold.id)
        done = [step for step in self._player.head.timeline.steps if step.number <= now.number]
        self._go_on_with([*done, _hold(hold, now.number + 1, now.side)], now.number + 1)
        if not self._player.hold:
            self._player.toggle_hold()

    @Slot()
    def leave_region_out(self) -> None:
        """The rest of this region is left out."""
        now = self._player.moment.step
        if now is None or now.stroke is None:
            return
        region = now.stroke.region
        self._recorder.happened("leave_out", region.value)
        kept = renumbered(
            step
            for step in self._player.head.timeline.steps
            if step.number <= now.number or step.stroke is None or step.stroke.region is not region
        )
        if len(kept) <= now.number:
            self.finish(Ending.FINISHED)
        else:
            self._go_on_with(kept, now.number + 1)

    @Slot(str)
    def state_changed(self, state: str) -> None:
        """The last step has ended by itself."""
        if state == PlayState.OVER and self.is_on:
            self.finish(Ending.FINISHED)

    @Slot()
    def enough(self) -> None:
        """Enough, whatever the reason."""
        self.finish(Ending.OTHER)

    @Slot(str)
    def enough_because(self, ending: str) -> None:
        """Enough, with a reason from the rest screen."""
        self.finish(Ending(ending))

    def finish(self, ending: Ending) -> None:
        """Stop here, kindly."""
        self.is_on = False
        self._player.stop()
        self._awake.release()
        on_doll, self._on_doll = self._on_doll, False
        if on_doll:
            self.practised.emit()
        else:
            self.over.emit(ending)

    def _taken_up(
        self, steps: tuple[PlayedStep, ...], unfinished: Unfinished
    ) -> tuple[tuple[PlayedStep, ...], int]:
        """The steps, and the number to go on with; holding stays holding."""
        hold = self._library.strokes.get(unfinished.holding) if self._library else None
        at = min(unfinished.step or 1, len(steps))
        if hold is None:
            return steps, _same_step(steps, unfinished)
        return (*steps[: at - 1], _hold(hold, at, unfinished.side)), at

    def _begin(self, timeline: Timeline, position: float | None) -> None:
        self.is_on = True
        self._guide.telling.practise(alone=is_practice(timeline.routine.id), on_doll=self._on_doll)
        self._guide.controls.show_doll(self._on_doll)
        self._awake.hold()
        self._player.load(timeline, position)
        self._guide.show_hold(self._player.hold)
        self._guide.show_pace(self._player.pace)
        self.screen_wanted.emit("guide")
        self._player.start()

    def _go_on_with(self, steps: list[PlayedStep] | tuple[PlayedStep, ...], number: int) -> None:
        self._player.replan(steps, number)
        self._player.start()


def _hold(stroke: Stroke, number: int, side: Side | None) -> PlayedStep:
    written = Step(stroke=stroke.id)
    mine = side if stroke.takes_sides else None
    return PlayedStep(number, stroke, mine, 1, HOLD_SECONDS, written)


def _same_step(steps: tuple[PlayedStep, ...], unfinished: Unfinished) -> int:
    """The number of the step it was in; found by stroke and side where the plan changed."""
    for step in steps:
        if step.number == unfinished.step and _is_it(step, unfinished):
            return step.number
    return next(
        (step.number for step in steps if _is_it(step, unfinished)),
        min(unfinished.step or 1, len(steps)),
    )


def _is_it(step: PlayedStep, unfinished: Unfinished) -> bool:
    stroke = step.stroke.id if step.stroke else None
    return stroke == unfinished.stroke and step.side is unfinished.side
