"""What the class sees, and what each wish of the instructor makes of it; a pure state machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from massage_guide.domain.class_keys import DIGITS, Wish
from massage_guide.domain.rehearsal import SPEED

MOST_DIGITS = 3
"""More than the number of any item has."""


class Cover(StrEnum):
    """What may lie over the picture."""

    NONE = "none"
    HOLDING = "holding"
    """Babies come first."""
    CUE_CARD = "cue-card"
    BREATHING = "breathing"
    TEST = "test-pattern"


class Seen(StrEnum):
    """What is to be seen on the class's screen."""

    BLACK = "black"
    TITLE = "title"
    """What today is about, before the class begins."""
    HOLDING = "holding"
    CUE_CARD = "cue-card"
    BREATHING = "breathing"
    TEST = "test-pattern"
    PICTURE = "picture"


class ClassScreen(StrEnum):
    """Where the class's picture is, as far as the computer can tell."""

    WHOLE = "whole"
    """It fills its screen, or takes turns with the presenter's."""
    SMALL = "small"
    """It should fill its screen and does not."""
    GONE = "gone"
    """Its screen was unplugged."""


class ClassBadge(StrEnum):
    """What only the presenter is told about the class's screen [rules 14]."""

    NO_SCREEN = "no-screen"
    NOT_FULL = "not-full"
    NOT_BEGUN = "not-begun"
    LIVE = "live"
    BLACK = "black"
    FROZEN = "frozen"
    RESTED = "rested"
    REHEARSAL = "rehearsal"


class Order(StrEnum):
    """What has to be done besides."""

    BEGIN = "begin"
    NEXT = "next"
    BACK = "back"
    JUMP = "jump"
    GO_ON = "go-on"
    REST = "rest"
    HOLD = "hold"
    QUICKER = "quicker"
    SLOWER = "slower"
    NOTES = "notes"
    SWAP = "swap"
    SCREENS = "screens"
    PEEK = "peek"
    IDENTIFY = "identify"
    FULL_SCREEN = "full-screen"
    LEAVE_FULL_SCREEN = "leave-full-screen"
    KEYS = "keys"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ClassView:
    """Everything that decides what the class sees, but the moment itself."""

    begun: bool = False
    resting: bool = False
    black: bool = False
    frozen: bool = False
    """Whether the class keeps the picture that it had."""
    turned: bool = False
    """Whether the picture is seen from the other side, for a room that faces the instructor."""
    cover: Cover = Cover.NONE
    screen: ClassScreen = ClassScreen.WHOLE
    rested_for_cover: bool = False
    """Whether it rests because something was laid over the picture."""
    rehearsed: bool = False
    """Whether there is no class to see it: the instructor goes through it alone."""
    typed: str = ""
    """Digits of a number that is being typed."""

    @property
    def speed(self) -> float:
        """Seconds of the class in each second of the clock."""
        return SPEED if self.rehearsed else 1.0

    @property
    def seen(self) -> Seen:
        """What the class sees; black lies over everything."""
        if self.black:
            return Seen.BLACK
        if self.cover is not Cover.NONE:
            return Seen(self.cover.value)
        return Seen.PICTURE if self.begun else Seen.TITLE

    @property
    def badge(self) -> ClassBadge:
        """What the presenter is told; what matters most to know comes first."""
        if self.screen is ClassScreen.GONE:
            return ClassBadge.NO_SCREEN
        if self.black:
            return ClassBadge.BLACK
        if self.screen is ClassScreen.SMALL:
            return ClassBadge.NOT_FULL
        if not self.begun:
            return ClassBadge.REHEARSAL if self.rehearsed else ClassBadge.NOT_BEGUN
        if self.frozen:
            return ClassBadge.FROZEN
        if self.resting:
            return ClassBadge.RESTED
        return ClassBadge.REHEARSAL if self.rehearsed else ClassBadge.LIVE


Answer = tuple[ClassView, Order | None]


def typed(view: ClassView, digit: str) -> ClassView:
    """One more digit of a number; another than a digit is none."""
    if digit not in DIGITS or len(view.typed) >= MOST_DIGITS:
        return view
    return replace(view, typed=view.typed + digit)


def answered(view: ClassView, wish: Wish) -> Answer:
    """The view after a wish, and what has to be done; JUMP goes to what was typed before."""
    if wish is Wish.ENTER:
        if view.typed:
            return replace(_lifted(view), typed="", begun=True), Order.JUMP
        wish = Wish.NEXT
    if wish is Wish.LEAVE_FULL_SCREEN and view.typed:
        return replace(view, typed=""), None
    view = replace(view, typed="")
    if wish in _COVERS:
        return _covered(view, _COVERS[wish])
    if wish in _ORDERS:
        return view, _ORDERS[wish]
    return _ANSWERS[wish](view)


def rested(view: ClassView, resting: bool) -> ClassView:
    """The player rests, or goes on, whoever wished it."""
    if view.resting is resting:
        return view
    return replace(view, resting=resting, rested_for_cover=view.rested_for_cover and resting)


def _lifted(view: ClassView) -> ClassView:
    """Nothing lies over the picture, and it moves; black and frozen stay."""
    return replace(view, cover=Cover.NONE, resting=False, rested_for_cover=False)


def _next(view: ClassView) -> Answer:
    if view.cover is not Cover.NONE:
        return _covered(view, view.cover)
    if not view.begun:
        return replace(view, begun=True), Order.BEGIN
    if view.resting:
        return _lifted(view), Order.GO_ON
    return view, Order.NEXT


def _back(view: ClassView) -> Answer:
    if view.cover is not Cover.NONE:
        return _covered(view, view.cover)
    return (_lifted(view), Order.BACK) if view.begun else (view, None)


def _covered(view: ClassView, cover: Cover) -> Answer:
    """Lay this over the picture, or take it away again; the class rests beneath."""
    if view.cover is cover:
        goes_on = view.rested_for_cover
        lifted = replace(view, cover=Cover.NONE, rested_for_cover=False)
        if not goes_on:
            return lifted, None
        return replace(lifted, resting=False), Order.GO_ON
    laid = replace(view, cover=cover)
    if not view.begun or view.resting:
        return laid, None
    return replace(laid, resting=True, rested_for_cover=True), Order.REST


def _rest(view: ClassView) -> Answer:
    if not view.begun:
        return view, None
    if view.resting:
        return _lifted(view), Order.GO_ON
    return replace(view, resting=True), Order.REST


def _begin(view: ClassView) -> Answer:
    if view.begun:
        return view, Order.FULL_SCREEN
    return replace(view, begun=True, cover=Cover.NONE), Order.BEGIN


def _black(view: ClassView) -> Answer:
    return replace(view, black=not view.black), None


def _freeze(view: ClassView) -> Answer:
    # before it begins there is no picture to keep
    return replace(view, frozen=view.begun and not view.frozen), None


def _turn(view: ClassView) -> Answer:
    return replace(view, turned=not view.turned), None


_COVERS = {
    Wish.HOLDING: Cover.HOLDING,
    Wish.CUE_CARD: Cover.CUE_CARD,
    Wish.BREATHE: Cover.BREATHING,
    Wish.TEST: Cover.TEST,
}
_ORDERS = {
    Wish.HOLD: Order.HOLD,
    Wish.QUICKER: Order.QUICKER,
    Wish.SLOWER: Order.SLOWER,
    Wish.NOTES: Order.NOTES,
    Wish.SWAP: Order.SWAP,
    Wish.SCREENS: Order.SCREENS,
    Wish.PEEK: Order.PEEK,
    Wish.IDENTIFY: Order.IDENTIFY,
    Wish.LEAVE_FULL_SCREEN: Order.LEAVE_FULL_SCREEN,
    Wish.KEYS: Order.KEYS,
    Wish.HELP: Order.HELP,
}
_ANSWERS: dict[Wish, Callable[[ClassView], Answer]] = {
    Wish.NEXT: _next,
    Wish.BACK: _back,
    Wish.REST: _rest,
    Wish.BEGIN: _begin,
    Wish.BLACK: _black,
    Wish.FREEZE: _freeze,
    Wish.TURN: _turn,
}
