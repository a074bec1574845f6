"""The classroom: a class's two windows, built when one is first taught, and who hears whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon

from massage_guide.domain.class_keys import ClassKeys
from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.class_screens import Seats
from massage_guide.domain.class_view import ClassView, Order
from massage_guide.domain.figure import FigureName
from massage_guide.domain.settings import Settings
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.library import Library
from massage_guide.playback.awake import Awake
from massage_guide.stage.palette import PROJECTOR
from massage_guide.teaching.demonstration import Demonstration
from massage_guide.teaching.helping import Helping
from massage_guide.teaching.parting import Parting
from massage_guide.teaching.screens import Screens
from massage_guide.teaching.seating import Seating, screen_words
from massage_guide.teaching.slides import closing_slide, slide_of
from massage_guide.teaching.wardrobe import Wardrobe
from massage_guide.widgets.theme import Theme, chosen, moves_less
from massage_guide.windows.audience import Audience
from massage_guide.windows.presenter import Presenter


class Classroom(QObject):
    """Opens a class, and tells both of its windows the same; neither knows the other.

    Signals:
    opened(Lesson), closed(): the two windows are there, or gone.
    began(Lesson), taught(Item): for the record of the class.
    settings_changed(Settings): what is to be remembered.
    """

    opened = Signal(object)
    closed = Signal()
    began = Signal(object)
    taught = Signal(object)
    settings_changed = Signal(object)

    def __init__(
        self,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        screens: Screens,
        icon: QIcon | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._screens, self._icon = clock, screens, icon
        self.demonstration = Demonstration(clock, wall_clock, self)
        self.helping = Helping(self.demonstration, self)
        self.awake = Awake(self)
        self.settings = Settings()
        self._library: Library | None = None
        self._drawings: Mapping[FigureName, FigureDrawing] = {}
        self._wardrobe, self.parting = Wardrobe(), Parting(clock, self)
        self.presenter: Presenter | None = None
        self.audience: Audience | None = None
        self.seating: Seating | None = None
        self.is_open = False
        """Whether a class is going on; nothing of a family is opened meanwhile."""
        self._item: Item | None = None

    def use(self, library: Library, drawings: Mapping[FigureName, FigureDrawing]) -> None:
        """What there is to teach, and how it is drawn."""
        self._library, self._drawings = library, drawings

    @Slot(object)
    def wear(self, settings: Settings) -> None:
        """Follow the settings."""
        before, self.settings = self.settings, settings
        if before != settings == replace(before, class_place=settings.class_place):
            return
        self.demonstration.keys = ClassKeys.of_text(settings.class_keys)
        if self.presenter is not None:
            self.presenter.set_theme(chosen(settings))
            self.presenter.show_keys(self.demonstration.keys)
        if self.is_open:
            self._dress(self.demonstration.lesson)

    def open(self, lesson: Lesson, *, rehearsed: bool = False) -> None:
        """Show both windows, or in a rehearsal one; it begins when the instructor says so."""
        presenter, _, seating = self._built()
        self.is_open, self._item = True, None
        self._dress(lesson)
        presenter.show_keys(self.demonstration.keys)
        presenter.side.open_page(0)
        at = self.parting.open(lesson, "" if rehearsed else self.settings.class_place)
        view = ClassView(turned=self.settings.class_turned, rehearsed=rehearsed)
        self.demonstration.open(lesson, at, view)
        self.awake.hold()
        seating.open(self.settings.class_screen, alone=rehearsed)
        if at > 1:
            words = self.tr("The class goes on at item {0}. 1, then Enter, begins it anew.")
            presenter.say(words.format(at))
        self.opened.emit(lesson)

    @Slot()
    def part(self) -> None:
        """The instructor ended it: what is seen last is a word of thanks."""
        self.end(parting=self.demonstration.has_begun)

    def end(self, *, parting: bool = False) -> None:
        """The class is over; next time the week after it comes, or what is left of this one."""
        if not self.is_open:
            return
        self.is_open = False
        course = self._library.course(self.demonstration.lesson.course) if self._library else None
        turned = replace(self.settings, class_turned=self.demonstration.view.turned)
        changed = self.parting.ended(turned, len(course.weeks) if course else 1)
        self.parting.close()
        self.demonstration.close()
        if self.audience is not None:
            self.audience.show_slide(closing_slide())
        self.awake.release()
        # home comes before these go, so that there is a window at every moment
        self.closed.emit()
        if self.seating is not None:
            self.seating.close(after_a_word=parting)
        if changed != self.settings and not self.demonstration.view.rehearsed:
            self.settings_changed.emit(changed)

    def close(self) -> None:
        """The program ends."""
        self.end()
        if self.seating is not None:
            self.seating.close()
        self.awake.close()

    def to_front(self) -> None:
        """Somebody started the program once more."""
        if self.presenter is not None:
            self.presenter.raise_()
            self.presenter.activateWindow()

    def _built(self) -> tuple[Presenter, Audience, Seating]:
        """The windows, made when they are first wanted."""
        if self.presenter is None or self.audience is None or self.seating is None:
            self.presenter = Presenter(chosen(self.settings), self._clock, self._icon)
            self.audience = Audience(self._icon)
            self.seating = Seating(self._screens, self.presenter, self.audience, self)
            self._wire(self.presenter, self.audience, self.seating)
            self.helping.use(self.presenter)
        return self.presenter, self.audience, self.seating

    def _wire(self, presenter: Presenter, audience: Audience, seating: Seating) -> None:
        """Who hears whom: facts come down from the class, wishes up from either window."""
        show = self.demonstration
        show.moment_changed.connect(presenter.picture.show_moment)
        show.class_moment.connect(audience.picture.show_moment)
        show.item_changed.connect(self._on_item)
        show.class_item.connect(audience.show_item)
        show.class_changed.connect(audience.paint_now)
        show.view_changed.connect(self._on_view)
        show.breath_moved.connect(presenter.slide.set_seconds)
        show.breath_moved.connect(audience.slide.set_seconds)
        show.lesson_changed.connect(presenter.show_lesson)
        show.held.connect(presenter.controls.show_hold)
        show.paced.connect(presenter.controls.show_pace)
        show.time_told.connect(presenter.head.show_time)
        show.told.connect(presenter.say)
        show.ordered.connect(self._on_order)
        show.began.connect(self._on_began)
        show.taught.connect(self.taught)
        presenter.key_pressed.connect(self._on_key)
        audience.key_pressed.connect(self._on_key)
        presenter.wished.connect(show.wished)
        presenter.jump_requested.connect(show.jump)
        presenter.other_way_requested.connect(show.swap_stroke)
        presenter.screen_picked.connect(seating.pick)
        presenter.end_requested.connect(self.parting.press)
        self.parting.asked.connect(presenter.ask_end)
        self.parting.confirmed.connect(self.part)
        self.parting.moved.connect(self._on_moved)
        show.began.connect(self.parting.began)
        show.item_changed.connect(self.parting.reach)
        audience.closing.connect(seating.audience_closed)
        seating.told.connect(presenter.say)
        seating.seated.connect(self._on_seated)
        seating.lost.connect(show.lose_screen)
        seating.found.connect(show.find_screen)
        seating.showed.connect(show.show_screen)
        seating.chosen.connect(self._on_chosen)

    def _dress(self, lesson: Lesson) -> None:
        if self.presenter is None or self.audience is None:
            return
        still = moves_less(self.settings)
        self.demonstration.player.still = still
        self.audience.wear(Theme(PROJECTOR, reduced_motion=still))
        pictures = self.presenter.picture, self.audience.picture
        self._wardrobe.dress(pictures, self._drawings, self.settings, lesson)

    @Slot(str)
    def _on_key(self, name: str) -> None:
        """A key of either window; what lies over the presenter's has the first say."""
        if not self.is_open:
            # the class still sees a word of thanks
            if self.seating is not None:
                self.seating.close()
        elif self.presenter is None or not self.presenter.takes(name):
            self.demonstration.key_pressed(name)

    @Slot()
    def _on_moved(self) -> None:
        kept = self.parting.kept(self.settings)
        if self.is_open and kept != self.settings:
            self.settings_changed.emit(kept)

    @Slot(object)
    def _on_view(self, view: ClassView) -> None:
        if self.presenter is None or self.audience is None:
            return
        place = self.seating.seats.audience if self.seating else None
        screen = screen_words(place) if place else ""
        lesson, shown = self.demonstration.lesson, self.demonstration.class_shown
        self.audience.show_slide(slide_of(view, lesson, shown, screen))
        # the presenter sees on while the class sees black
        lit = replace(view, black=False)
        self.presenter.show_view(view)
        self.presenter.show_slide(slide_of(lit, lesson, self._item, screen))
        for window in (self.presenter, self.audience):
            window.picture.set_turned(view.turned)

    @Slot(object)
    def _on_item(self, item: Item) -> None:
        self._item = item
        strokes = self._library.strokes if self._library else {}
        stroke = item.step.stroke
        others = [
            (one.position, strokes[one.stroke])
            for one in (stroke.alternatives if stroke else ())
            if one.stroke in strokes
        ]
        if self.presenter is not None:
            self.presenter.show_item(item, others)
            self._on_view(self.demonstration.view)
        self._look_ahead(item.number + 1)

    def _look_ahead(self, number: int) -> None:
        """A key must not wait for drawings, so those of what comes next are made beforehand."""
        timeline = self.demonstration.player.head.timeline
        if number <= len(timeline.steps):
            moment = timeline.at(timeline.row_of(number).start)
            for window in (self.presenter, self.audience):
                if window is not None:
                    window.picture.look_ahead(moment)

    @Slot(object)
    def _on_order(self, order: Order) -> None:
        presenter, _, seating = self._built()
        obeyed: dict[Order, Callable[[], None]] = {
            Order.NOTES: presenter.side.turn_over,
            Order.SWAP: seating.swap,
            Order.SCREENS: presenter.open_screens,
            Order.PEEK: seating.peek,
            Order.IDENTIFY: seating.identify,
            Order.FULL_SCREEN: seating.full_screen,
            Order.LEAVE_FULL_SCREEN: seating.leave_full_screen,
            Order.KEYS: presenter.open_keys,
            Order.HELP: self.helping.open,
        }
        obeyed[order]()

    @Slot(object)
    def _on_seated(self, seats: Seats) -> None:
        if self.presenter is not None and self.seating is not None:
            self.presenter.show_screens(self.seating.screens, seats)

    @Slot()
    def _on_began(self) -> None:
        self.began.emit(self.demonstration.lesson)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.settings_changed.emit(replace(self.settings, class_screen=key))
