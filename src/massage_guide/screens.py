"""The screens: every page and card behind the front, by the name the window knows it by."""

from __future__ import annotations

from collections.abc import Callable

from massage_guide.front import Front
from massage_guide.stage.view import StageView
from massage_guide.widgets.kind_line import KindLine
from massage_guide.widgets.notes_closed import NotesClosed
from massage_guide.widgets.page import Page
from massage_guide.windows.ask import Ask
from massage_guide.windows.baby_form import BabyForm
from massage_guide.windows.class_keys_screen import ClassKeysScreen
from massage_guide.windows.copies_page import CopiesPage
from massage_guide.windows.cue_card import CueCard
from massage_guide.windows.enough import Enough
from massage_guide.windows.erasing_page import ErasingPage
from massage_guide.windows.family_form import FamilyForm
from massage_guide.windows.get_ready import GetReady
from massage_guide.windows.guide import Guide
from massage_guide.windows.handouts_page import HandoutsPage
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.journal_screen import JournalScreen
from massage_guide.windows.keeping_screen import KeepingScreen
from massage_guide.windows.keys_card import KeysCard
from massage_guide.windows.learning_screen import LearningScreen
from massage_guide.windows.main_window import Card
from massage_guide.windows.massage_page import MassagePage
from massage_guide.windows.noticed_page import NoticedPage
from massage_guide.windows.passphrase_page import PassphrasePage
from massage_guide.windows.patterns_screen import PatternsScreen
from massage_guide.windows.practice_page import PracticePage
from massage_guide.windows.print_page import PrintPage
from massage_guide.windows.reading import Reading
from massage_guide.windows.register_page import RegisterPage
from massage_guide.windows.settings_screen import SettingsScreen
from massage_guide.windows.sound_screen import SoundScreen
from massage_guide.windows.talk_card import TalkCard
from massage_guide.windows.tap_along import TapAlong
from massage_guide.windows.teach import Teach
from massage_guide.windows.times_screen import TimesScreen
from massage_guide.windows.unlock_card import UnlockCard
from massage_guide.windows.welcome import Welcome


class Screens:
    """Holds what can be seen; it knows nothing of what is played or kept."""

    def __init__(self, front: Front, clock: Callable[[], float]) -> None:
        self.home = front.home
        self.picture, self.asking = StageView(), StageView()
        self.get_ready, self.ask = GetReady(clock), Ask(self.asking, clock)
        self.guide, self.enough = Guide(self.picture, clock), Enough(clock)
        self.journal, self.massage = JournalScreen(clock), MassagePage(clock)
        self.settings_screen = SettingsScreen(clock)
        self.sound_screen, self.tap_along = SoundScreen(clock), TapAlong(clock)
        self.baby_form, self.times_screen = BabyForm(clock), TimesScreen(clock)
        self.patterns = PatternsScreen(clock)
        self.learning_screen, self.practice_page = LearningScreen(clock), PracticePage(clock)
        self.teach, self.class_keys = Teach(clock), ClassKeysScreen(clock)
        self.register_page, self.family_form = RegisterPage(clock), FamilyForm(clock)
        self.keeping, self.copies = KeepingScreen(clock), CopiesPage(clock)
        self.passphrase, self.erasing = PassphrasePage(clock), ErasingPage(clock)
        self.noticed_page, self.print_page = NoticedPage(clock), PrintPage(clock)
        self.handouts_page, self.kind_line = HandoutsPage(clock), KindLine()
        self.home.body.insertWidget(0, self.kind_line)
        self.notes_closed = NotesClosed()
        self.home.body.insertWidget(0, self.notes_closed)
        self.help_card, self.cue_card = HelpCard(clock), CueCard(clock)
        self.talk_card, self.reading = TalkCard(clock), Reading(clock)
        self.keys_card, self.welcome = KeysCard(clock), Welcome(clock)
        self.unlock_card = UnlockCard(clock)
        self.worded = self.help_card, self.talk_card, self.cue_card, self.welcome, self.reading
        """The cards whose words come from files."""
        self.pages = self._named()
        """By the name under which the window shows them."""
        self.overlays: dict[str, Card] = {
            "help": self.help_card,
            "talk": self.talk_card,
            "reading": self.reading,
            "cue": self.cue_card,
            "keys": self.keys_card,
            "welcome": self.welcome,
            "unlock": self.unlock_card,
        }
        """What may lie above any screen, by name."""
        for name, page in self.pages.items():
            if page is not self.home:
                front.window.add_screen(name, page)
        for name, card in self.overlays.items():
            front.window.add_card(name, card)

    def _named(self) -> dict[str, Page | Guide]:
        return {
            "home": self.home,
            "get_ready": self.get_ready,
            "ask": self.ask,
            "guide": self.guide,
            "enough": self.enough,
            "journal": self.journal,
            "massage": self.massage,
            "patterns": self.patterns,
            "noticed": self.noticed_page,
            "print": self.print_page,
            "handouts": self.handouts_page,
            "settings": self.settings_screen,
            "sound": self.sound_screen,
            "tap_along": self.tap_along,
            "baby": self.baby_form,
            "teach": self.teach,
            "class_keys": self.class_keys,
            "register": self.register_page,
            "family": self.family_form,
            "keeping": self.keeping,
            "copies": self.copies,
            "passphrase": self.passphrase,
            "erasing": self.erasing,
            "times": self.times_screen,
            "learning": self.learning_screen,
            "practice": self.practice_page,
        }
