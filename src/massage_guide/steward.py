"""The steward: whatever a wish takes that concerns several parts of the program at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.learning import Practice
from massage_guide.domain.session import Baby, Unfinished
from massage_guide.domain.suitability import Suited
from massage_guide.playback.player import Player
from massage_guide.playback.recorder import Recorder
from massage_guide.sitting.massage import Massage
from massage_guide.sitting.ready import GettingReady
from massage_guide.sitting.speaking import Speaking
from massage_guide.teaching.classroom import Classroom
from massage_guide.windows.guide import Guide
from massage_guide.windows.main_window import MainWindow


class Steward(QObject):
    """Sees to it that window, massage, picture and record do the same."""

    def __init__(
        self,
        window: MainWindow,
        guide: Guide,
        sitting: tuple[GettingReady, Massage, Speaking],
        player: Player,
        recorder: Recorder,
        looks: Looks,
        classroom: Classroom,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._guide = window, guide
        self._ready, self._massage, self._speaking = sitting
        self._player, self._recorder = player, recorder
        self._looks, self._classroom = looks, classroom

    @Slot()
    def mute(self) -> None:
        """M on a page other than Guide, which has a badge for it."""
        self._looks.toggle_mute()
        muted = self._looks.settings.muted
        words = self.tr("Muted. M for sound") if muted else self.tr("There is sound again")
        self._window.show_notice(words)

    @Slot()
    def to_front(self) -> None:
        """Somebody started the program once more, or a class is over."""
        if self._classroom.is_open:
            self._classroom.to_front()
            return
        self._window.setWindowState(
            self._window.windowState() & ~self._window.windowState().WindowMinimized
        )
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    @Slot()
    def open_home(self) -> None:
        """Back home."""
        self._window.show_screen("home")

    @Slot()
    def open_settings(self) -> None:
        """To Settings."""
        self._window.show_screen("settings")

    @Slot(object)
    def set_baby(self, baby: Baby | None) -> None:
        """Whose massages are given from now on."""
        self._ready.baby = baby

    @Slot(object)
    def dress_for(self, plan: Suited) -> None:
        """The drawn baby is as old as the one in the room, and wears the same."""
        self._looks.dress_for(plan.routine, self._ready.weeks)
        self._player.still = self._looks.still

    @Slot(object)
    def practise(self, practice: Practice) -> None:
        """One stroke alone: on a doll at once, with the baby after getting ready."""
        self._massage.expect(practice)
        if practice.with_baby:
            self._ready.begin_with(practice.routine)
            return
        self.dress_for(practice.plan)
        self._speaking.prepare(practice.plan)
        self._massage.practise(practice.plan)

    @Slot(object, bool)
    def resume(self, unfinished: Unfinished, again: bool) -> None:
        """Go on with a massage that was cut off."""
        plan = self._ready.plan_again(unfinished)
        if plan is None:
            self.enough_of(unfinished)
            return
        self.dress_for(plan)
        self._recorder.resume(unfinished.id)
        self._massage.resume(plan, unfinished, again=again)

    @Slot(object)
    def enough_of(self, unfinished: Unfinished) -> None:
        """A massage that was cut off was enough."""
        self._recorder.take(unfinished.id)
        self._massage.enough()

    @Slot(str)
    def show_state(self, state: str) -> None:
        """Guide shows whether it plays or rests, and why."""
        self._guide.show_state(state, self._player.rest_reason)

    @Slot(str, str)
    def show_ways(self, kind: str, detail: str) -> None:
        """Guide shows hold and pace."""
        if kind == "hold":
            self._guide.show_hold(detail == "on")
        elif kind == "pace":
            self._guide.show_pace(float(detail))
