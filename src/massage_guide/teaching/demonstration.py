"""The demonstration: one class as it goes, with a player of its own that waits to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from massage_guide.domain.class_keys import DIGITS, ClassKeys, Wish
from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.class_time import ClassTime
from massage_guide.domain.class_view import (
    ClassScreen,
    ClassView,
    Cover,
    Order,
    answered,
    rested,
    typed,
)
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.preludes import breathing
from massage_guide.domain.stroke import Stroke
from massage_guide.domain.timeline import Moment
from massage_guide.playback.play_state import PlayState
from massage_guide.playback.player import Player
from massage_guide.widgets.once import Once

BREATH = 3600.0
"""Seconds of a breath; it is taken away long before."""
_LIKE_SPACE = frozenset({"Space", "Return", "Enter", "Media_Play", "Toggle_Media_Play/Pause"})
"""Keys of which a second press within a moment is a slip [rules 9]."""


class Demonstration(QObject):
    """Holds where a class is, and what the class sees of it.

    Signals, all facts but the last:
    moment_changed(Moment), item_changed(Item): for the presenter.
    class_moment(Moment), class_item(Item): for the class, which may be frozen.
    class_changed(): the class sees another item, and should see it at once.
    view_changed(ClassView): what else the class sees.
    breath_moved(float): seconds of the breath.
    lesson_changed(Lesson): other items than before.
    held(bool), paced(float): how it goes on.
    time_told(float, object): minutes since it began; minutes behind the plan, or None.
    told(str): one line for the presenter; empty for none.
    began(), taught(Item): for the record of the class.
    ordered(Order): what is to be done with windows and screens.
    """

    moment_changed = Signal(object)
    item_changed = Signal(object)
    class_moment = Signal(object)
    class_item = Signal(object)
    class_changed = Signal()
    view_changed = Signal(object)
    breath_moved = Signal(float)
    lesson_changed = Signal(object)
    held = Signal(bool)
    paced = Signal(float)
    time_told = Signal(float, object)
    told = Signal(str)
    began = Signal()
    taught = Signal(object)
    ordered = Signal(object)

    def __init__(
        self,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._once = clock, Once(clock)
        self.player = Player(clock, wall_clock, self)
        self.breath = Player(clock, wall_clock, self)
        self.keys = ClassKeys()
        self.view = ClassView()
        self._lesson: Lesson | None = None
        self._item: Item | None = None
        self._class_item: Item | None = None
        self._time = ClassTime()
        self._minute = QTimer(self, interval=1000)
        self._minute.timeout.connect(self.tell_time)
        self.player.moment_changed.connect(self._show)
        self.player.state_changed.connect(self._on_state)
        self.player.step_began.connect(self._on_step)
        self.player.happened.connect(self._on_happened)
        self.breath.moment_changed.connect(self._on_breath)
        self._obeyed: Mapping[Order, Callable[[], None]] = {
            Order.BEGIN: self._begin,
            Order.NEXT: self._next,
            Order.BACK: self.player.back,
            Order.GO_ON: self.player.start,
            Order.REST: partial(self.player.rest, "class"),
            Order.HOLD: self._hold,
            Order.QUICKER: partial(self.player.change_pace, 1),
            Order.SLOWER: partial(self.player.change_pace, -1),
        }

    @property
    def lesson(self) -> Lesson:
        """What is taught; raises RuntimeError before `open`."""
        if self._lesson is None:
            raise RuntimeError("no class is open")
        return self._lesson

    @property
    def has_begun(self) -> bool:
        """Whether the class has begun."""
        return self.view.begun

    @property
    def class_shown(self) -> Item | None:
        """What the class is shown; the presenter may have looked ahead."""
        return self._class_item

    def open(self, lesson: Lesson, at: int, view: ClassView) -> None:
        """Be ready to begin, with the item that has the number `at`."""
        self.player.speed = self.breath.speed = view.speed
        self._lesson, self._time = lesson, ClassTime(at, view.speed)
        self._item = self._class_item = None
        timeline = lesson.timeline()
        self.player.load(timeline, timeline.row_of(at).start if at > 1 else None)
        self.lesson_changed.emit(lesson)
        self.paced.emit(self.player.pace)
        self.held.emit(True)
        self._see(view)
        self._show(self.player.moment)
        self.tell_time()

    def close(self) -> None:
        """Stand still."""
        self._minute.stop()
        self.breath.stop()
        self.player.stop()

    @Slot(str)
    def key_pressed(self, name: str) -> None:
        """A key of either window."""
        if name in DIGITS:
            self._see(typed(self.view, name))
            return
        wish = self.keys.wish(name)
        if wish is None or (name in _LIKE_SPACE and not self._once.allows()):
            return
        self.wished(wish)

    @Slot(object)
    def wished(self, wish: Wish) -> None:
        """What the instructor wishes, by key or by button."""
        number = self.view.typed
        view, order = answered(self.view, wish)
        begins = view.begun and not self.view.begun
        self.told.emit("")
        self._see(view)
        if begins and order is not Order.BEGIN:
            self._begin()
        if order is Order.JUMP:
            self.jump(int(number))
        elif order is not None and order in self._obeyed:
            self._obeyed[order]()
        elif order is not None:
            self.ordered.emit(order)
        if not self.view.resting and self.player.state is PlayState.RESTING:
            self.player.start()

    @Slot(int)
    def jump(self, number: int) -> None:
        """To that item; a class that had not begun begins there."""
        if self.lesson.item(number) is None:
            self.told.emit(_words("There is no number {0} today.").format(number))
            return
        if not self.view.begun:
            self.wished(Wish.BEGIN)
        self.player.jump(number)

    @Slot(object)
    def swap_stroke(self, stroke: Stroke) -> None:
        """Another stroke in the place of this one, as in another position of the baby."""
        if self._item is None or not self.view.begun:
            return
        number = self._item.number
        self._lesson = self.lesson.swapped(number, stroke)
        self._item = None
        self.lesson_changed.emit(self._lesson)
        self.player.replan([item.step for item in self.lesson.items], number)

    def lose_screen(self) -> None:
        """The class's screen has gone: everything rests until somebody goes on."""
        self.player.rest("screen")
        if self.view.begun:
            self.told.emit(_words("The class rests until you go on."))

    def find_screen(self) -> None:
        """The class's screen is back."""
        goes_on = " " + _words("Space goes on.") if self.view.resting else ""
        self.told.emit(_words("The class’s picture is back.") + goes_on)

    @Slot(object)
    def show_screen(self, screen: ClassScreen) -> None:
        """Where the class's picture is just now."""
        if screen is not self.view.screen:
            self._see(replace(self.view, screen=screen))

    @Slot()
    def tell_time(self) -> None:
        """How long it has taken, and how that is against the plan."""
        now, number = self._clock(), self._item.number if self._item else 0
        self.time_told.emit(self._time.minutes(now), self._time.behind(self.lesson, number, now))

    def _begin(self) -> None:
        self._time.begin(self._clock())
        self._minute.start()
        self.player.start()
        self.player.toggle_hold()
        self.tell_time()
        if not self.view.rehearsed:
            self.began.emit()
        self.ordered.emit(Order.FULL_SCREEN)

    def _next(self) -> None:
        if self.player.moment.following is None:
            self.told.emit(_words("That is the last one today. It stays until you end the class."))
        else:
            self.player.next()

    def _hold(self) -> None:
        """Wait, or go on by itself; what was up for long is then shown once more, whole."""
        moment = self.player.moment
        again = self.player.hold and (moment.looping or moment.cycle >= 1.0)
        self.player.toggle_hold()
        if again and moment.step is not None:
            self.player.jump(moment.step.number)

    def _see(self, view: ClassView) -> None:
        before, self.view = self.view, view
        if before.frozen and not view.frozen:
            self._show(self.player.moment)
        if before.cover is not view.cover:
            self.breath.stop()
            if view.cover is Cover.BREATHING:
                self.breath.load(breathing(BREATH), 0.0)
                self.breath.start()
        self.view_changed.emit(view)

    @Slot(object)
    def _on_breath(self, moment: Moment) -> None:
        self.breath_moved.emit(moment.into)

    @Slot(object)
    def _show(self, moment: Moment) -> None:
        """Both windows get the same moment; the class's first, for a class is what waits."""
        item = self.lesson.item(moment.step.number) if moment.step else None
        if not self.view.frozen:
            another = item is not None and item is not self._class_item
            if another:
                self._class_item = item
                self.class_item.emit(item)
            self.class_moment.emit(moment)
            if another:
                self.view_changed.emit(self.view)
                self.class_changed.emit()
        if item is not None and item is not self._item:
            self._item = item
            self._time.reach(item.number, self._clock())
            self.item_changed.emit(item)
            self.tell_time()
        self.moment_changed.emit(moment)

    @Slot(str)
    def _on_state(self, state: str) -> None:
        self._see(rested(self.view, state == PlayState.RESTING))

    @Slot(object)
    def _on_step(self, step: PlayedStep) -> None:
        item = self.lesson.item(step.number)
        if item is not None and not self.view.rehearsed:
            self.taught.emit(item)
        last = step.number == len(self.lesson.items)
        if last and not self.player.hold:
            # the last picture stays until the instructor ends the class
            self.player.toggle_hold()

    @Slot(str, str)
    def _on_happened(self, kind: str, detail: str) -> None:
        if kind == "hold":
            self.held.emit(detail == "on")
        elif kind == "pace":
            self.paced.emit(float(detail))
        elif kind == "gap":
            self.told.emit(_words("The computer slept, so the class rests. Go on when you like."))


def _words(text: str) -> str:
    return QCoreApplication.translate("Demonstration", text)
