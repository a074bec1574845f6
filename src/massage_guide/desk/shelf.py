"""The shelf: what there is to play, as Home and the cards show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject, QSize, QTimer, Signal, Slot

from massage_guide.desk.looks import Looks
from massage_guide.domain.finding import Facts, facts_of
from massage_guide.domain.learning import COURSE
from massage_guide.domain.played import PlayedStep, played_steps
from massage_guide.domain.routine import Routine
from massage_guide.domain.timeline import Timeline
from massage_guide.files.cards_file import Words
from massage_guide.files.library import Broken, Library
from massage_guide.widgets.finder import Finder
from massage_guide.windows.cue_card import CueCard
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.home import PEACE, Home
from massage_guide.windows.offers import BrokenRoutine, RoutineOffer
from massage_guide.windows.reading import Reading
from massage_guide.windows.settings_screen import SettingsScreen
from massage_guide.windows.talk_card import TalkCard
from massage_guide.windows.welcome import Welcome

_READING = ("when-not", "get-ready", "oil")
"""Cards that may be read before a massage, in this order."""
_PICTURE = QSize(640, 400)
"""Pixels of a card's key frame."""


class Shelf(QObject):
    """Lays out routines, cards and help lines once they have been read.

    Signals:
    help_shown(tuple, tuple): what the help card and the one beside it show now.
    """

    help_shown = Signal(object, object)

    def __init__(
        self,
        home: Home,
        settings_screen: SettingsScreen,
        cards: tuple[HelpCard, TalkCard, CueCard, Welcome, Reading],
        looks: Looks,
        folder: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._settings_screen, self._looks = home, settings_screen, looks
        self._help_card, self._talk_card, self._cue_card, self._welcome, self._reading = cards
        self._folder = folder
        self._library: Library | None = None
        self._words: Words | None = None
        self._finder: Finder | None = None
        self._to_draw: list[Routine] = []
        self._waits = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)

    @property
    def moments(self) -> tuple[str, ...]:
        """What parents often notice, a line each."""
        card = self._words.cards.get("moments") if self._words else None
        return tuple(line for part in card.sections for line in part.lines) if card else ()

    def lay_out(self, library: Library, words: Words) -> None:
        """Show all that was read."""
        self._library, self._words = library, words
        told = [_told(routine, library) for routine in library.routines]
        # it stands before the cards for whoever goes by Tab
        finder = self._finder or Finder()
        if self._finder is None:
            self._finder = finder
            self._home.add_finder(finder)
        self._home.show_routines(
            [offer for offer, _ in told],
            [BrokenRoutine(_named(broken), broken.reason) for broken in library.broken],
        )
        course = library.course(COURSE)
        finder.show_weeks([week.title for week in course.weeks] if course else ())
        finder.show_strokes(tuple(library.strokes.values()))
        finder.show_facts({offer.id: facts for offer, facts in told if offer.id != PEACE})
        for card in (words.cards.get("cue-card"),):
            if card:
                self._cue_card.show_card(card)
        self._reading.show_cards([words.cards[name] for name in _READING if name in words.cards])
        self._welcome.show_card(words.cards.get("welcome"), self._folder)
        countries = [(code, lines.name) for code, lines in words.help_lines.items()]
        self._settings_screen.show_countries(countries)
        self.show_help()
        self.draw_cards()

    @Slot()
    def show_help(self) -> None:
        """The help lines of the chosen country."""
        if self._words:
            country = self._looks.settings.country or country_here()
            lines = self._words.lines_for(country)
            known = country in self._words.help_lines and bool(country)
            everywhere = () if known else self._words.emergency_numbers()
            cards = self._words.cards
            helped = (cards.get("help"), lines, everywhere)
            self._help_card.show_card(*helped)
            named = [(code, own.name) for code, own in self._words.help_lines.items() if code]
            talked = (cards.get("talk"), lines, named, everywhere)
            self._talk_card.show_card(*talked)
            self.help_shown.emit(helped, talked)

    @Slot()
    def draw_cards(self) -> None:
        """Draw the key frames, one at a time, so that nothing waits for them."""
        self._to_draw = list(self._library.routines) if self._library else []
        self._timer.start(0)

    @property
    def is_drawing(self) -> bool:
        """Whether some cards still have no picture as they should be."""
        return bool(self._to_draw)

    @Slot(str)
    def make_way(self, screen: str) -> None:
        """Draw nothing during a massage, whose frames would wait, nor beside other pictures."""
        self._waits = screen in ("guide", "learning", "practice")
        if self._to_draw:
            self._timer.start(0)

    @Slot()
    def _draw_next(self) -> None:
        if self._library is None or not self._to_draw or self._waits:
            return
        routine = self._to_draw.pop(0)
        step = _telling(played_steps(routine, self._library.strokes))
        if step is not None:
            self._home.set_picture(routine.id, self._looks.key_frame(routine, step, _PICTURE))
        if self._to_draw:
            self._timer.start(0)

    def stop(self) -> None:
        """Draw no more."""
        self._to_draw.clear()
        self._timer.stop()


def _named(broken: Broken) -> str:
    """The file; one of strokes or of a course by its folder, which tells that it is no massage."""
    folder, name = broken.path.parent.name, broken.path.name
    return name if folder == "routines" else f"{folder}/{name}"


def _told(routine: Routine, library: Library) -> tuple[RoutineOffer, Facts]:
    steps = played_steps(routine, library.strokes)
    minutes = max(round(Timeline(routine, steps, library.narration).length / 60), 1)
    offer = RoutineOffer(routine.id, routine.title, minutes, routine.purpose, routine.from_weeks)
    return offer, facts_of(routine, steps, minutes)


def _telling(steps: Sequence[PlayedStep]) -> PlayedStep | None:
    """The step that best shows what a routine is about: the longest that moves."""
    moving = [step for step in steps if step.stroke and not step.is_still]
    return max(moving or steps, key=_length, default=None)


def country_here() -> str:
    """Code of the country that this computer is set to; it may have no help lines."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return "UK" if code == "GB" else code


def _length(step: PlayedStep) -> float:
    return step.seconds
