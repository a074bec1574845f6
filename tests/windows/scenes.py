"""Scenes: every page filled as a family would see it, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_guide.domain.class_plan import lesson_of_week
from massage_guide.domain.finding import Facts, Lie, Part
from massage_guide.domain.handover import Wish, handover
from massage_guide.domain.keeping import Condition, Goes, KeptCopy, copies_told
from massage_guide.domain.noticing import Noticed
from massage_guide.domain.patterns import About, BeforeAfter, Often, Patterns
from massage_guide.domain.register import Family, Meeting, Register, Taught
from massage_guide.domain.remembered import Remembered
from massage_guide.domain.session import (
    Answer,
    Baby,
    Ending,
    HowDone,
    Observation,
    Place,
    SessionStart,
    SessionSummary,
    StepRecord,
    Unfinished,
    When,
)
from massage_guide.domain.settings import Settings
from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.domain.times import Times
from massage_guide.domain.today import Today
from massage_guide.files.cards_file import (
    Card,
    Certainty,
    HelpLine,
    HelpLines,
    Section,
    Tone,
    read_words,
)
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.files.stroke_file import StrokeFile
from massage_guide.paper.items import Words as PaperWords
from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.visit_page import Whom, visit_page
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import Chip
from massage_guide.widgets.finder import Finder
from massage_guide.widgets.kind_line import KindLine
from massage_guide.widgets.notes_closed import NotesClosed
from massage_guide.widgets.settling import Clock
from massage_guide.windows.ask import Ask
from massage_guide.windows.baby_form import BabyForm
from massage_guide.windows.class_keys_screen import ClassKeysScreen
from massage_guide.windows.copies_page import CopiesPage
from massage_guide.windows.cue_card import CueCard
from massage_guide.windows.enough import Enough
from massage_guide.windows.erasing_page import ErasingPage
from massage_guide.windows.family_form import FamilyForm
from massage_guide.windows.get_ready import GetReady
from massage_guide.windows.handouts_page import HandoutsPage
from massage_guide.windows.help_card import HelpCard
from massage_guide.windows.home import Home
from massage_guide.windows.journal_screen import JournalScreen
from massage_guide.windows.keeping_screen import KeepingScreen
from massage_guide.windows.learning_screen import LearningScreen
from massage_guide.windows.massage_page import MassagePage
from massage_guide.windows.noticed_page import NoticedPage
from massage_guide.windows.offers import BrokenRoutine, RoutineOffer, StrokeOffer
from massage_guide.windows.passphrase_page import PassphrasePage, Wanted
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
from tests.shipped import LIBRARY

TODAY = date(2026, 11, 22)
ASIDE = "Tuesday evening is set aside, if it suits."
MIA = Baby(UUID(int=1), "Mia", date(2026, 9, 20), date(2026, 10, 30))
TOM = Baby(UUID(int=2), "Tom", date(2026, 9, 20))
TUESDAYS = Register(
    UUID(int=20),
    "Tuesday mornings at the library",
    "five-week",
    date(2026, 11, 3),
    "Bring more towels, and ask about the heating",
    tuple(
        Family(UUID(int=30 + n), name, date(2026, 9, 1) - timedelta(weeks=n))
        for n, name in enumerate(("Mia", "Tom", "Ada", "Jo", "Maximilian", "Zoë", "Ivy", "Sol"))
    ),
    (Meeting(1, datetime(2026, 11, 3, 10, tzinfo=UTC), 60, 3480, (Taught("toe-roll", 60),)),),
    frozenset({(1, UUID(int=30)), (1, UUID(int=33))}),
)
OFFERS = (
    RoutineOffer("first-touch", "First touch", 5, "A gentle beginning for a newborn", 0),
    RoutineOffer("legs-and-feet", "Legs and feet", 10, "Where most families begin", 4),
    RoutineOffer("wind-and-tummy", "Wind and tummy comfort", 8, "For a calm time", 4),
    RoutineOffer("two-minutes-peace", "Two minutes’ peace", 2, "Holding, and a breath", 0),
)
ON_BACK = frozenset({Lie.BACK})
FACTS = {
    "first-touch": Facts(
        "first touch\nresting hands", 5, frozenset({Part.HOLDING}), ON_BACK | {Lie.HELD}, None
    ),
    "legs-and-feet": Facts(
        "legs and feet\nhip to ankle glide", 10, frozenset({Part.LEGS}), ON_BACK, 1
    ),
    "wind-and-tummy": Facts(
        "wind and tummy comfort\nsun and moon", 8, frozenset({Part.TUMMY}), ON_BACK, 2
    ),
}
MOMENTS = (
    "Looked at me",
    "Stuck out tongue when I did",
    "Said no clearly, and I heard it",
    "We both cried and had a cuddle",
    "Just sat",
)
HELP = Card(
    "help",
    "Stop and get help",
    (
        Section("Emergency: ring now", Tone.STOP, ("Not breathing", "Blue, grey or very pale")),
        Section("If crying becomes too much", Tone.EASE, ("Put your baby in the cot.",)),
        Section("You are worried", Tone.NOTE, ("That is reason enough to ring.",)),
    ),
)
UK = HelpLines(
    "UK",
    "United Kingdom",
    (
        HelpLine("Emergency", "999", "NHS 111 for urgent advice", Certainty.SURE),
        HelpLine("NSPCC", "0808 800 5000", "", Certainty.SEEN),
        HelpLine("Unsure", "0800 000 000", "", Certainty.BELIEVED),
    ),
)


def unfinished(age: timedelta = timedelta(minutes=12)) -> Unfinished:
    start = SessionStart("legs-and-feet", "1.0.0", "", "Legs and feet")
    began = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
    return Unfinished(
        UUID(int=9), start, began, Answer.YES, age, 4, "hip-to-ankle-glide", None, 130.0
    )


def session(days_ago: int = 0, baby: UUID | None = None) -> SessionSummary:
    began = datetime(2026, 11, 22, 18, 0, tzinfo=UTC) - timedelta(days=days_ago)
    ended = began + timedelta(minutes=8)
    step = StepRecord(1, "toe-roll", None, began, ended, HowDone.DONE, UUID(int=5))
    seen = (
        Observation(UUID(int=3), began, Settledness.WRIGGLY, None, Place.GET_READY),
        Observation(UUID(int=4), began, Settledness.CALM, BabyState.DROWSY, Place.ENOUGH),
    )
    return SessionSummary(
        UUID(int=100 + days_ago),
        SessionStart("legs-and-feet", "1.0.0", "", "Legs and feet", baby),
        began,
        Answer.YES,
        began,
        Ending.SLEEP,
        (step,),
        seen,
        ("Yawned", "Long sigh"),
        "She held my finger.",
        {When.BEFORE: "tired", When.AFTER: "okay"},
        (),
    )


def home(clock: Clock) -> Home:
    page = Home(clock)
    finder = Finder()
    page.add_finder(finder)
    page.show_routines(OFFERS, (BrokenRoutine("mine.toml", "Line 3: a name is missing."),))
    finder.show_weeks(("Legs and feet", "Tummy and wind", "Arms", "Face", "Everything"))
    finder.show_facts(FACTS)
    page.show_babies((MIA, TOM), MIA.id)
    page.show_last("Tuesday evening: Legs and feet, 8 minutes.")
    page.show_aside(ASIDE)
    page.show_notice("The journal cannot be written to; today will not be remembered.")
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#cfd9cb"))
    page.set_picture("first-touch", picture)
    return page


def home_unfinished(clock: Clock) -> Home:
    page = home(clock)
    page.show_unfinished(unfinished(), "Hip to ankle glide")
    return page


def home_looking(clock: Clock) -> Home:
    page = home(clock)
    page.findChildren(QLineEdit)[0].setText("elephant")
    next(chip for chip in page.findChildren(Chip) if chip.text() == "Where").click()
    return page


def get_ready(clock: Clock) -> GetReady:
    page = GetReady(clock)
    said = Today.from_words(("fed:40", "sore-skin:legs", "hips:agreed"))
    page.show_routine("Wind and tummy comfort", oil=True, today=said)
    page.ask_age(True)
    page.show_fit(("We’ll leave the legs out today.",), "")
    page.show_rating(Settledness.WRIGGLY, BabyState.AWAKE)
    return page


def breath(clock: Clock) -> GetReady:
    page = get_ready(clock)
    page.show_breath(True)
    return page


def ask(clock: Clock) -> Ask:
    page = Ask(QWidget(), clock)
    page.show_baby("Mia")
    return page


def enough(clock: Clock) -> Enough:
    page = Enough(clock)
    page.begin(MOMENTS)
    return page


def told(clock: Clock) -> Enough:
    page = enough(clock)
    page.show_sentence("Sunday evening: Legs and feet, 8 minutes. Before: wriggly.")
    return page


def remembered(
    days_ago: int = 0,
    baby: UUID | None = None,
    seen: tuple[Settledness | None, Settledness | None] = (
        Settledness.WRIGGLY,
        Settledness.CALM,
    ),
) -> Remembered:
    told = session(days_ago, baby)
    return Remembered(told.id, baby, told.start.title, told.started, told.ending, *seen)


def journal(clock: Clock) -> JournalScreen:
    page = JournalScreen(clock)
    page.show_babies((MIA, TOM), None)
    hard = (Settledness.FRETFUL, Settledness.CRYING)
    page.show_massages([remembered(n, MIA.id, hard) for n in range(3)], TODAY)
    page.show_undo("Tuesday evening: this massage has been deleted.")
    return page


def massage(clock: Clock) -> MassagePage:
    page = MassagePage(clock)
    page.show_massage(session(2, MIA.id), (MIA, TOM), {"toe-roll": "Toe roll"}, MOMENTS)
    return page


PATTERNS = Patterns(
    {
        About.NOTICED: (Often(About.NOTICED, "Said no clearly, and I heard it", 4),),
        About.REGIONS: (
            BeforeAfter("Legs", "After legs", (1, 2, 3, 2, 1), (0, 1, 1, 4, 3)),
            BeforeAfter(
                "Gentle movements", "After gentle movements", (0, 0, 5, 1, 0), (6, 0, 0, 0, 0)
            ),
        ),
        About.STROKES: tuple(
            BeforeAfter(name, f"After {name.lower()}", (0, 0, 2000, 0, 0), (0, 0, 0, 0, 2000))
            for name in ("Under the toes and ball of foot", *(f"Stroke {n}" for n in range(9)))
        ),
        About.ENOUGH: (Often(About.ENOUGH, "Tummy", 2, 6),),
    },
    12,
    False,
)


def patterns(clock: Clock) -> PatternsScreen:
    page = PatternsScreen(clock)
    page.show_babies((MIA, TOM), MIA.id)
    page.show_patterns(PATTERNS)
    return page


def noticed(clock: Clock) -> NoticedPage:
    page = NoticedPage(clock)
    page.show_babies((MIA, TOM), None)
    kept = [
        (one.id, one.started, "Legs and feet", one.moments, one.note)
        for one in map(session, (0, 1, 30))
    ]
    page.show_noticed([Noticed(*one) for one in kept])
    return page


def print_page(clock: Clock) -> PrintPage:
    page = PrintPage(clock)
    told = handover([session()], Wish(), TODAY, {"toe-roll": "Toe roll"})
    page.show_leaflet(visit_page(told, Wish().parts, Whom(), Size.A4, TODAY), Size.A4)
    return page


def handouts(clock: Clock) -> HandoutsPage:
    page = HandoutsPage(clock)
    page.show_courses((("five-week", "Five weeks"), ("own", "Evenings in Ashby")), "own")
    weeks = [(f"week-{n}", f"Week {n}") for n in range(1, 6)]
    page.show_handouts([*weeks, ("cue-card", "Cue card"), ("certificate", "Certificate")], "week-2")
    page.show_giver("Rosa Marsh", has_logo=True)
    page.show_leaflet(Leaflet("Week 2", (PaperWords("Sun and moon " * 900),)), Size.LETTER)
    return page


def kind_line(clock: Clock) -> Home:
    page = home(clock)
    line = KindLine()
    page.body.insertWidget(0, line)
    line.show()
    closed = NotesClosed()
    page.body.insertWidget(0, closed)
    closed.show()
    return page


def settings(clock: Clock) -> SettingsScreen:
    page = SettingsScreen(clock)
    page.show_babies((MIA, TOM))
    page.show_countries((("UK", "United Kingdom"), ("NZ", "New Zealand")))
    page.show_about("/home/rosa/.local/share/massage-guide", "0.1.0")
    return page


def sound(clock: Clock) -> SoundScreen:
    page = SoundScreen(clock)
    sounds = read_sounds(assets_dir())
    page.show_sounds(sounds.voices, sounds.beds)
    page.show_settings(Settings(own_music="/music/Lullabies for Mia", output_device="Old headset"))
    page.show_devices(("Built-in speakers", "Rosa’s headphones", "HDMI / DisplayPort"))
    page.show_available(False)
    return page


def tap_along(clock: Clock) -> TapAlong:
    return TapAlong(clock)


def times(clock: Clock) -> TimesScreen:
    page = TimesScreen(clock)
    page.show_times(Times.from_words(("tuesday evening", "sunday morning"), ()), ASIDE)
    page.show_baby("Mia", False)
    page.show_told("Saved as quiet-times.ics. Open it, and your calendar takes it in.")
    return page


def learning(clock: Clock) -> LearningScreen:
    page = LearningScreen(clock)
    page.show_weeks(range(1, 6), 2)
    line = "Glide from hip to ankle, one hand after the other."
    page.show_strokes(
        "Hello, legs and feet",
        (
            StrokeOffer("hip-to-ankle-glide", "Hip-to-ankle glide", line, 0, False, True),
            StrokeOffer("knee-sway", "Knee sway", "Bent knees sway slowly.", 8, True, False),
        ),
    )
    page.show_routines((("legs-and-feet", "Legs and feet"), ("wind-and-tummy", "Wind and tummy")))
    return page


def practice(clock: Clock) -> PracticePage:
    page = PracticePage(clock)
    strokes = StrokeFile.read(assets_dir() / "strokes" / "legs.toml").strokes
    page.show_stroke(next(one for one in strokes if one.class_names), "")
    return page


def baby(clock: Clock) -> BabyForm:
    page = BabyForm(clock)
    page.show_baby(MIA, TODAY)
    return page


def help_card(clock: Clock) -> HelpCard:
    card = HelpCard(clock)
    card.show_card(HELP, UK)
    return card


def talk_card(clock: Clock) -> TalkCard:
    card = TalkCard(clock)
    words = read_words(assets_dir())
    named = [(code, lines.name) for code, lines in words.help_lines.items() if code]
    card.show_card(words.cards["talk"], words.help_lines["US"], named)
    return card


def welcome(clock: Clock) -> Welcome:
    card = Welcome(clock)
    card.show_card(HELP, "/home/rosa/.local/share/massage-guide")
    return card


def cue_card(clock: Clock) -> CueCard:
    card = CueCard(clock)
    card.show_card(read_words(assets_dir()).cards["cue-card"])
    return card


def reading(clock: Clock) -> Reading:
    card = Reading(clock)
    card.show_cards((HELP, HELP))
    return card


def teach(clock: Clock) -> Teach:
    page = Teach(clock)
    course = LIBRARY.course("five-week")
    assert course is not None
    lesson = lesson_of_week(course, 2, LIBRARY.strokes, LIBRARY.routines)
    assert lesson is not None
    page.show_courses([(one.id, one.title) for one in LIBRARY.courses], course.id)
    page.show_weeks([(week.number, week.title) for week in course.weeks], 2)
    page.show_lesson(lesson)
    page.show_screens("The class sees HDMI-1, 1920 × 1080.")
    page.show_register("Others may see this screen. Press Register once more to open it.")
    return page


DAYS = tuple(
    KeptCopy(
        Path(f"journal-{day}.sqlite3"),
        datetime(2026, 11, 22, 18, 30) - timedelta(days=day),
        Condition.DAMAGED if day == 2 else Condition.LOCKED if day == 9 else Condition.GOOD,
        max(120 - day, 2),
    )
    for day in (0, 1, 2, 5, 9, 30, 400)
)


def keeping(clock: Clock) -> QWidget:
    page = KeepingScreen(clock)
    page.show_folder("/home/somebody/.local/share/massage-guide")
    page.show_copies(copies_told([copy.taken for copy in DAYS], DAYS[0].taken))
    page.show_told("Your notes were copied to /media/\u200bstick/\u200bnotes.sqlite3.")
    page.ask_about("Mia and Tom")
    return page


def copies(clock: Clock) -> QWidget:
    page = CopiesPage(clock)
    page.show_copies(DAYS, DAYS[0].taken)
    page.show_told("This copy is damaged, and your notes are as they were.")
    return page


def erasing(clock: Clock) -> QWidget:
    page = ErasingPage(clock)
    page.show_babies((MIA, TOM))
    goes = Goes(84, 12, (Path("/home/somebody/notes.json"),), (), (Path("/media/stick/copy"),))
    page.show_what_goes(MIA, goes.told("Mia"))
    return page


def passphrase(clock: Clock) -> QWidget:
    page = PassphrasePage(clock)
    page.show_for(Wanted.CHANGE)
    page.show_told("That is not your passphrase as it is now.")
    return page


def unlock(clock: Clock) -> QWidget:
    card = UnlockCard(clock)
    card.show_said("That is not the passphrase. Please try again.")
    return card


def register(clock: Clock) -> RegisterPage:
    page = RegisterPage(clock)
    page.show_classes((TUESDAYS, replace(TUESDAYS, id=UUID(int=21), name="Fridays")), TUESDAYS.id)
    page.show_class([(one.id, one.title) for one in LIBRARY.courses], 5, 1, TODAY)
    page.say("That can’t be written down just now (the disk is full).")
    return page


def register_erased(clock: Clock) -> RegisterPage:
    page = register(clock)
    next(one for one in page.findChildren(Button) if one.text() == "Erase this class").click()
    return page


def family(clock: Clock) -> FamilyForm:
    page = FamilyForm(clock)
    page.show_baby(MIA, TODAY)
    return page


SCENES: dict[str, Callable[[Clock], QWidget]] = {
    "home": home,
    "home with an unfinished massage": home_unfinished,
    "home while looking for something": home_looking,
    "get ready": get_ready,
    "a breath": breath,
    "ask": ask,
    "enough": enough,
    "enough, told": told,
    "home after heavy days": kind_line,
    "journal": journal,
    "patterns": patterns,
    "a massage": massage,
    "things you noticed": noticed,
    "a page to print": print_page,
    "hand-outs": handouts,
    "settings": settings,
    "sound": sound,
    "tap along": tap_along,
    "times": times,
    "learning": learning,
    "practice": practice,
    "your notes, kept safe": keeping,
    "put a copy back": copies,
    "erasing": erasing,
    "a passphrase": passphrase,
    "the passphrase, asked for": unlock,
    "a baby": baby,
    "help": help_card,
    "someone to talk to": talk_card,
    "welcome": welcome,
    "what to know before": reading,
    "cue card": cue_card,
    "teach": teach,
    "keys of a class": ClassKeysScreen,
    "register": register,
    "register, about to be erased": register_erased,
    "a family": family,
}
