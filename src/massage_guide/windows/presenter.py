"""The presenter: the instructor's own window, with the class's picture and all that helps."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.domain.class_keys import ClassKeys
from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.class_screens import ScreenFacts, Seats
from massage_guide.domain.class_slides import Slide
from massage_guide.domain.class_view import ClassScreen, ClassView
from massage_guide.domain.cueing import spoken
from massage_guide.domain.stroke import Position, Stroke
from massage_guide.stage.view import StageView
from massage_guide.widgets.held_keys import HeldKeys
from massage_guide.widgets.overlay import Overlay
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.slide_view import SlideView
from massage_guide.widgets.telling import name_of, place_words
from massage_guide.widgets.theme import Role, Theme, sized, wear
from massage_guide.widgets.words import Words
from massage_guide.windows.class_key import name_of_key
from massage_guide.windows.class_keys_card import ClassKeysCard
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.presenter_controls import PresenterControls
from massage_guide.windows.presenter_head import PresenterHead
from massage_guide.windows.presenter_side import PresenterSide
from massage_guide.windows.screens_card import ScreensCard
from massage_guide.windows.talk_card import TalkCard

_SMALLEST = (1000, 640)
_STANDING = {
    ClassScreen.SMALL: "The class is not full screen: F5.",
    ClassScreen.GONE: "The class’s screen has gone.",
}
"""What is said for as long as it is so."""
_SHUT_HELP = frozenset({"F1", "Space", "Return", "Enter"})


class Presenter(QWidget):
    """Shows where the class is and passes on what the instructor wishes; it owns no time.

    Signals, all requests: key_pressed(str), wished(Wish), jump_requested(int),
    other_way_requested(Stroke), screen_picked(str), end_requested; and help_closed, a fact.
    """

    key_pressed = Signal(str)
    wished = Signal(object)
    jump_requested = Signal(int)
    other_way_requested = Signal(object)
    help_closed = Signal()
    screen_picked = Signal(str)
    end_requested = Signal()

    def __init__(self, theme: Theme, clock: Clock = monotonic, icon: QIcon | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._worn: Theme | None = None
        self._held_keys = HeldKeys(self)
        self.setWindowTitle(self.tr("Massage Guide, for the instructor"))
        if icon is not None:
            self.setWindowIcon(icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*_SMALLEST)
        self.head, self.side = PresenterHead(), PresenterSide()
        self.controls = PresenterControls()
        self._frame = QWidget()
        self.picture, self.slide = StageView(self._frame), SlideView(self._frame)
        self._now = Words(role=Role.HEADING)
        self._line = Words(role=Role.SOFT)
        self._told = Words(role=Role.BODY)
        self._standing = self._said = ""
        self.screens_card, self.keys_card = ScreensCard(clock), ClassKeysCard(clock)
        self.help_card, self.talk_card = HelpCard(clock), TalkCard(clock)
        self._cards: tuple[Overlay, ...] = (
            self.screens_card,
            self.keys_card,
            self.help_card,
            self.talk_card,
        )
        self._arrange()
        self._connect()
        self.resize(1280, 800)
        self._dress()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._frame, 1)
        left.addWidget(self._now)
        left.addWidget(self._line)
        self._middle = QHBoxLayout()
        self._middle.addLayout(left, 58)
        self._middle.addWidget(self.side, 42)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self._told)
        self._column.addWidget(self.controls)
        for card in self._cards:
            card.setParent(self)
            card.hide()
            card.closed.connect(self.close_cards)

    def _connect(self) -> None:
        self.head.wished.connect(self.wished)
        self.head.end_requested.connect(self.end_requested)
        self.controls.wished.connect(self.wished)
        self.side.jump_requested.connect(self.jump_requested)
        self.side.other_way_requested.connect(self.other_way_requested)
        self.screens_card.picked.connect(self.screen_picked)
        self.screens_card.wished.connect(self.wished)
        self.help_card.talk_requested.connect(self.open_talk)
        self.talk_card.help_requested.connect(self.open_help)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._dress()

    def show_keys(self, keys: ClassKeys) -> None:
        """Name the keys that hold."""
        self.controls.show_keys(keys)
        self.keys_card.show_keys(keys)

    @Slot(object)
    def show_lesson(self, lesson: Lesson) -> None:
        """Show what is taught today."""
        self.head.show_lesson(lesson)
        self.side.show_lesson(lesson)

    def show_item(self, item: Item, other_ways: Sequence[tuple[Position, Stroke]] = ()) -> None:
        """Show where the class is, or where the presenter looks ahead."""
        stroke = item.step.stroke
        place = place_words(item.step)
        name = item.name or name_of(item.step)
        self._now.setText(_words("{0}. {1}").format(item.number, _joined(name, place)))
        line = spoken(stroke.say.line, item.step.side) if stroke else _words("Time to talk")
        self._line.setText(line)
        self.side.show_item(item, other_ways)

    def show_view(self, view: ClassView) -> None:
        """Show what the class sees of it."""
        self.head.show_view(view)
        self.controls.show_view(view)
        self.side.show_begun(view.begun)
        standing = _words(_STANDING[view.screen]) if view.screen in _STANDING else ""
        if standing != self._standing:
            self._standing = standing
            self.say(self._said)
        if view.typed:
            self.say(_words("To number {0}: Enter").format(view.typed))

    def show_slide(self, slide: Slide | None) -> None:
        """Show a slide in place of the picture, as the class sees it but for black."""
        if slide is not None:
            self.slide.show_slide(slide)
        self.slide.setVisible(slide is not None)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say one line, or nothing."""
        self._said = sentence
        self._told.setText(" ".join(part for part in (self._standing, sentence) if part))

    @Slot(bool)
    def ask_end(self, asked: bool) -> None:
        """Ask for End once more, or no more."""
        self.head.ask_end(asked)
        self.say(_words("Once more to end the class.") if asked else "")

    def takes(self, name: str) -> bool:
        """Whether a key belongs to a card that lies over this window, whichever is in front.

        Beneath the keys and the screens the class's keys go on working; help is shut first.
        """
        cards = [card for card in self._cards if not card.isHidden()]
        helping = any(card in (self.help_card, self.talk_card) for card in cards)
        if cards and (name == "Esc" or (helping and name in _SHUT_HELP)):
            self.close_cards()
            return True
        return helping

    @property
    def told(self) -> str:
        """The line that is said just now."""
        return self._told.text()

    def show_screens(self, screens: Sequence[ScreenFacts], seats: Seats) -> None:
        """Tell which screen is whose."""
        self.screens_card.show_screens(screens, seats)

    def open_screens(self) -> None:
        """Lay the screen picker over everything, or put it away."""
        self._toggle(self.screens_card)

    def open_keys(self) -> None:
        """Lay the keys over everything, or put them away."""
        self._toggle(self.keys_card)

    @Slot()
    def close_cards(self) -> None:
        """Put away whatever lies over the window."""
        helped = not (self.help_card.isHidden() and self.talk_card.isHidden())
        for card in self._cards:
            card.hide()
        self.setFocus()
        if helped:
            self.help_closed.emit()

    @Slot()
    def open_help(self) -> None:
        """Lay the help card over everything."""
        self._open(self.help_card)

    @Slot()
    def open_talk(self) -> None:
        """Lay the card of people to talk to over everything."""
        self._open(self.talk_card)

    def _toggle(self, card: Overlay) -> None:
        if card.isHidden():
            self._open(card)
        else:
            self.close_cards()

    def _open(self, card: Overlay) -> None:
        for other in self._cards:
            other.hide()
        card.setGeometry(self.rect())
        # keys belong to the card, whichever window had them
        self.raise_()
        self.activateWindow()
        card.open_card()

    def _dress(self) -> None:
        theme = sized(self._theme, self.size())
        if theme != self._worn:
            self.setStyleSheet("")
            self._worn = theme
            wear(self, theme)
        side, gap = theme.px(20), theme.px(10)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._middle.setSpacing(gap * 2)
        self._told.setMinimumHeight(self._told.fontMetrics().lineSpacing())
        self._place()

    def _place(self) -> None:
        for part in (self.picture, self.slide):
            part.setGeometry(self._frame.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass every key on; a card above sees its own first."""
        name = name_of_key(event)
        if name:
            self.key_pressed.emit(name)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Place the picture once its frame has its size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def showEvent(self, event: QEvent) -> None:
        """Take the keyboard."""
        self._dress()
        self._held_keys.listen_to(self)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._dress()
        for card in self._cards:
            card.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asked twice to close, the class ends, which then takes both windows away."""
        self.end_requested.emit()
        event.setAccepted(self.isHidden())


def _joined(name: str, place: str) -> str:
    return f"{name}, {place[:1].lower()}{place[1:]}" if place else name


def _words(text: str) -> str:
    return QCoreApplication.translate("Presenter", text)
