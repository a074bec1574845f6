"""The program: every object behind the front, built by hand and in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_guide import __version__
from massage_guide.desk.cards import Cards
from massage_guide.desk.copying import Copying
from massage_guide.desk.erasing import Erasing
from massage_guide.desk.handing_out import HandingOut
from massage_guide.desk.kindness import Kindness
from massage_guide.desk.learning import Learning
from massage_guide.desk.listening import Listening
from massage_guide.desk.locking import Locking
from massage_guide.desk.looking_back import LookingBack
from massage_guide.desk.looks import Looks
from massage_guide.desk.memory import Memory
from massage_guide.desk.paperwork import Paperwork
from massage_guide.desk.safekeeping import Safekeeping
from massage_guide.desk.seeing import Seeing
from massage_guide.desk.shelf import Shelf
from massage_guide.desk.times_aside import TimesAside
from massage_guide.domain.settings import Settings
from massage_guide.files.cards_file import read_words
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.files.settings_file import SettingsFile
from massage_guide.files.sounds_file import read_sounds
from massage_guide.front import Front
from massage_guide.playback.awake import Awake
from massage_guide.playback.player import Player
from massage_guide.playback.recorder import Recorder
from massage_guide.playback.sound import Sound
from massage_guide.screens import Screens
from massage_guide.sitting.captions import Captions
from massage_guide.sitting.closing import Closing
from massage_guide.sitting.massage import Massage
from massage_guide.sitting.ready import GettingReady
from massage_guide.sitting.speaking import Speaking
from massage_guide.stage.drawings import read_drawings
from massage_guide.steward import Steward
from massage_guide.teaching.school import School

if TYPE_CHECKING:  # the journal brings the database with it, which loads after the first paint
    from massage_guide.playback.sound import OutputMaker
    from massage_guide.storage.opening import OpenedJournal


class Program(QObject):
    """Holds every object; `wiring.wire` tells who hears whom."""

    def __init__(
        self, front: Front, clock: Callable[[], float], wall_clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._wall_clock, self._data = wall_clock, front.data
        self.window = front.window
        self.player = Player(clock, wall_clock, self)
        self.prelude = Player(clock, wall_clock, self)
        self.recorder = Recorder(self._timeline_seconds, self)
        self.awake = Awake(self)
        self.sound = Sound((self.player, self.prelude), clock, front.settings, self)
        self.speaking = Speaking(front.data.voice, self)
        self.screens = Screens(front, clock)
        self._build_sitting(clock)
        self._build_desk(front.settings_file, front.settings)
        icon = self.window.windowIcon()
        screens = self.screens
        pages = screens.teach, screens.class_keys, screens.register_page, screens.family_form
        self.school = School(pages, clock, wall_clock, icon, self)
        self._build_safe()
        self.steward = Steward(
            self.window,
            self.screens.guide,
            (self.ready, self.massage, self.speaking),
            self.player,
            self.recorder,
            self.looks,
            self.school.classroom,
            self,
        )
        self.screens.settings_screen.show_about(str(front.data.root), __version__)

    def _build_sitting(self, clock: Callable[[], float]) -> None:
        screens = self.screens
        self.cards = Cards(self.window, (self.player, self.prelude), self)
        self.ready = GettingReady(
            screens.get_ready, screens.ask, self.prelude, self.recorder, self._wall_clock, self
        )
        self.massage = Massage(screens.guide, self.player, self.recorder, self.awake, self)
        self.captions = Captions(
            screens.guide, (screens.get_ready, screens.ask), self.sound.settings, clock, self
        )
        self.closing = Closing(screens.enough, self.recorder, self)

    def _build_safe(self) -> None:
        screens = self.screens
        safe = self.safekeeping = Safekeeping(self._data.root, self._wall_clock, self)
        self.copying = Copying(screens.keeping, screens.copies, safe, self)
        self.erasing = Erasing(screens.erasing, safe, self)
        self.locking = Locking(screens.unlock_card, screens.passphrase, safe, self)

    def _build_desk(self, settings_file: SettingsFile, settings: Settings) -> None:
        screens = self.screens
        self.looks = Looks(
            settings_file,
            settings,
            self.window,
            screens.settings_screen,
            (screens.picture, screens.asking),
            self,
        )
        self.listening = Listening(
            screens.sound_screen, screens.tap_along, self.sound, self.looks, self
        )
        self.shelf = Shelf(
            screens.home,
            screens.settings_screen,
            screens.worded,
            self.looks,
            str(self._data.root),
            self,
        )
        self.memory = Memory(
            screens.home,
            screens.settings_screen,
            screens.baby_form,
            self.looks,
            self._wall_clock,
            self,
        )
        self._build_kept()

    def _build_kept(self) -> None:
        screens = self.screens
        self.seeing = Seeing(screens.patterns, self._wall_clock, self)
        self.learning = Learning(
            screens.learning_screen, screens.practice_page, self.looks, self._baby_weeks, self
        )
        self.times_aside = TimesAside(
            screens.times_screen,
            screens.home,
            self.looks,
            self._wall_clock,
            self._data.root,
            self,
        )
        self.looking_back = LookingBack(screens.journal, screens.massage, self._wall_clock, self)
        pages = screens.print_page, screens.noticed_page
        self.paperwork = Paperwork(pages, self.looks, self._data.root, self._wall_clock, self)
        self.handing_out = HandingOut(screens.handouts_page, self.looks, self)
        self.kindness = Kindness(screens.kind_line, self.looks, self._wall_clock, self)

    def load(self) -> None:
        """Read all there is to play; meant for after the first paint."""
        assets = assets_dir()
        drawings = read_drawings(assets)
        self.looks.draw_with(drawings)
        sounds = read_sounds(assets)
        self.sound.use(sounds)
        self.listening.use(sounds)
        library, words = Library.load(assets, self._data), read_words(assets)
        self.shelf.lay_out(library, words)
        self.ready.use(library)
        self.massage.use(library)
        self.massage.tell_as(self.looks.settings)
        self.speaking.use(library)
        self.learning.use(library)
        self.closing.use(self.shelf.moments)
        self.seeing.use(library.strokes)
        self.paperwork.use(library.strokes)
        self.handing_out.use(library, words, drawings)
        strokes = {stroke.id: stroke.name for stroke in library.strokes.values()}
        self.memory.name_strokes(strokes)
        self.looking_back.use(strokes, self.shelf.moments)
        self.school.use(library, drawings, self.looks.settings)
        # whoever else looks at a second screen is not to read of this family
        self.memory.be_discreet(self.school.others_look)
        if not self.looks.settings.welcome_seen:
            self.cards.open_welcome()

    @Slot(object)
    def meet_journal(self, opened: OpenedJournal) -> None:
        """Ask for its passphrase, or say what is to be known of it."""
        self.screens.notes_closed.setVisible(opened.locked)
        if opened.locked and self.window.screen_name == "home" and not self.window.card_name:
            self.cards.open_unlock()
        elif opened.notice:
            self.window.show_notice(opened.notice, True)

    def open_sound(self, output: OutputMaker) -> None:
        """Be heard through this output; brings arrays with it."""
        self.sound.open(output, self.speaking.open())

    @Slot()
    def close(self) -> None:
        """Stand still; a massage that was going on stays unfinished."""
        writing = self.window.focusWidget()
        if writing is not None:
            # words that are still being typed are kept as if they were done
            writing.clearFocus()
        self.school.classroom.close()
        self.player.rest("window")
        self.prelude.stop()
        self.shelf.stop()
        self.learning.stop()
        self.handing_out.finish()
        self.awake.close()
        self.recorder.catch_up()
        self.sound.close()
        self.speaking.close()
        self.locking.stop()
        self.safekeeping.close()

    def _baby_weeks(self) -> int | None:
        return self.ready.weeks

    def _timeline_seconds(self) -> float | None:
        return self.player.moment.seconds if self.massage.is_on else None

    @Slot(str)
    def tell_not_saved(self, sentence: str) -> None:
        """Settings could not be saved; where nothing can be, that has been said already."""
        if not self.safekeeping.kept_nowhere:
            self.window.show_notice(sentence)
